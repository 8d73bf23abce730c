import type { RecordKind } from "../../api/generated/graphql";
import { type Offer, suggest } from "../suggest";

/** As the archive folds names: without case, accents and doubled spaces. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** A short name for an address, made of a name as the archive makes it. */
export function shortened(name: string): string {
  return name.normalize("NFKD").replace(/[^\x20-\x7e]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 120);
}

function trigrams(text: string): Set<string> {
  const padded = `  ${folded(text)} `;
  return new Set([...padded].map((_, i) => padded.slice(i, i + 3)).filter(({ length }) => length === 3));
}

/** How alike two names are written, 0 to 1: shared groups of three letters. */
export function likeness(a: string, b: string): number {
  const [of, among] = [trigrams(a), trigrams(b)];
  const shared = [...of].filter((each) => among.has(each)).length;
  return of.size + among.size ? (2 * shared) / (of.size + among.size) : 0;
}

/** What to ask for: the name, each long word of it, and how those begin; a slip of the pen is often later. */
export function beginnings(name: string): string[] {
  const words = folded(name).split(" ").filter(({ length }) => length > 2);
  return [...new Set([name.trim(), ...words, ...words.map((word) => word.slice(0, 4))])].filter(Boolean).slice(0, 7);
}

export const ALIKE = 0.5;

/** Those whose name, or another name that they have in any language, is written alike; the likest first. */
export function alike(name: string, offers: readonly Offer[]): Offer[] {
  const likest = (offer: Offer): number => Math.max(likeness(name, offer.name), likeness(name, offer.matched ?? ""));
  const found = new Map(offers.map((offer) => [offer.key, offer]));
  return [...found.values()].filter((offer) => likest(offer) >= ALIKE).sort((a, b) => likest(b) - likest(a)).slice(0, 5);
}

/** Ask the archive for things of a similar name; none where it could not be asked. */
export async function similar(kind: RecordKind, name: string, scheme: string | undefined): Promise<Offer[]> {
  const answers = await Promise.all(beginnings(name).map((each) => suggest(kind, each, scheme ?? null)));
  return alike(name, answers.flatMap((each) => each ?? []));
}
