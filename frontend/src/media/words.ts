import { ask } from "../api/client";
import { type MediaHereFragment, MediaOfDocument, type MediaOfQuery } from "../api/generated/graphql";
import { language } from "../i18n";
import type { Said } from "../lib/texts";

const SAID = {
  title: { en: "titleEn", fr: "titleFr", es: "titleEs" },
  description: { en: "descriptionEn", fr: "descriptionFr", es: "descriptionEs" },
} as const;

/** A text in the reader's language where it is kept in it, else as it was written. */
export function wordsOf(media: MediaHereFragment, field: "title" | "description", written: string | undefined): Said {
  const text = media[SAID[field][language.value]] ?? "";
  return { text, lang: text === media[field] ? written : language.value };
}

type Level = Extract<NonNullable<MediaOfQuery["node"]>, { relatedMedia: unknown }>;
export type InLanguages = Level["relatedMedia"][number];

/** All of a record's media in their order, with their translations; null where they could not be read. */
export async function mediaOf(record: string): Promise<readonly InLanguages[] | null> {
  const answer = await ask(MediaOfDocument, { id: record }, { fresh: true });
  const node = answer.ok ? answer.data.node : null;
  return node && "relatedMedia" in node ? node.relatedMedia : null;
}
