import { ask } from "../api/client";
import { type RecordKind, SuggestDocument } from "../api/generated/graphql";
import { saidIn } from "../lib/texts";
import type { Picked } from "./values";

/** One thing that a picker offers, and what tells it from others of its name. */
export interface Offer extends Picked {
  readonly note: string;
  /** The other name that fits, in whatever language. */
  readonly matched?: string | null;
}

/** What begins with the words so far, the best first; null where it could not be asked. */
export async function suggest(kind: RecordKind, prefix: string, scheme: string | null): Promise<Offer[] | null> {
  const answer = await ask(SuggestDocument, { kind, prefix, scheme }, { fresh: true });
  if (!answer.ok) return null;
  return answer.data.suggest.map(({ value, label, matched, node }) => {
    const name = saidIn(node, "name").text || label;
    return { key: value, name, matched: matched ?? null, note: [matched && matched !== name ? matched : "", value].filter(Boolean).join(" · ") };
  });
}
