import { shallowRef, watch } from "vue";
import { ask } from "../api/client";
import { WordsOfDocument } from "../api/generated/graphql";
import { text } from "../blocks/reading";
import { language } from "../i18n";
import type { Said } from "../lib/texts";

// A label and a protocol may bear the same short name; a label alone has a text.
const keyOf = (record: { readonly slug: string }): string => `${"text" in record ? "label" : "protocol"} ${record.slug}`;

/**
 * The texts of an item's labels and protocols in the reader's language, once that was asked; till then as they were written.
 * `any` tells whether there are such texts: where there are none, nothing is asked.
 */
export function useWords(item: () => string, any: () => boolean): (record: { readonly slug: string }, field: string) => Said {
  const words = shallowRef<ReadonlyMap<string, unknown>>(new Map());
  const asked = shallowRef("");

  async function load(tag: string): Promise<void> {
    const answer = await ask(WordsOfDocument, { id: item(), language: tag });
    const node = answer.ok && answer.data.node?.__typename === "Item" ? answer.data.node : null;
    if (!node || tag !== language.value) return;
    const all = [...node.labels, ...node.protocols, ...(node.collection?.labels ?? []), ...(node.collection?.protocols ?? [])];
    words.value = new Map(all.map((each) => [keyOf(each), each]));
    asked.value = tag;
  }
  watch(
    [language, any],
    ([tag, has]) => {
      if (has) void load(tag);
    },
    { immediate: true },
  );

  return (record, field) => {
    const written = text(record, field);
    const found = text(words.value.get(keyOf(record)), field) || written;
    return { text: found, lang: found === written ? undefined : asked.value };
  };
}
