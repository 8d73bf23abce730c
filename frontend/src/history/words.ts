import type { DifferenceFragment } from "../api/generated/graphql";
import { type Key, t } from "../i18n";
import { dateInWords } from "../lib/dates";
import { momentInWords } from "../lib/moments";
import words from "./words.json";

type Table = Readonly<Record<string, string>>;

const FIELDS: Table = words.fields;
const PARTS: Table = words.parts;
const KINDS: Table = words.kinds;
const VALUES: Readonly<Record<string, string | Table>> = words.values;

/** What a column is called; an archive's newer one, of which this site knows nothing yet, by its own name. */
export function fieldLabel(field: string): string {
  return phrase(FIELDS[field]) ?? field.replaceAll("_", " ");
}

/** What a part of a record is called: "agent name", as the history tells it, is a name. */
export function partLabel(part: string): string {
  return phrase(PARTS[part]) ?? part;
}

/** What a kind of record is called, as the history ("item") or as the schema (`ITEM`) has it. */
export function kindLabel(kind: string): string {
  return phrase(KINDS[kind.toLowerCase()]) ?? kind.toLowerCase().replaceAll("_", " ");
}

export const KIND_NAMES: readonly string[] = Object.keys(KINDS).filter((kind) => kind !== "file");

/** What a value of a closed set is called; nothing where the field is none. */
export function closedText(part: string, field: string, text: string): string | undefined {
  const table = VALUES[`${part}|${field}`] ?? VALUES[field];
  return typeof table === "string" ? phrase(`${table}${text}`) : phrase(table?.[text]);
}

/** Of a closed set its phrase, of a date its words; any other text as it was written. */
export function valueText(difference: DifferenceFragment, value: NonNullable<DifferenceFragment["before"]>, language: string): string {
  const { part, field } = difference;
  if (value.record) return value.text;
  const known = closedText(part, field, value.text);
  if (known) return known;
  if (words.flags.includes(field) && (value.text === "yes" || value.text === "no")) return t(value.text);
  if (words.moments.includes(field)) return momentInWords(value.text, language);
  return words.dates.includes(field) ? dateInWords(value.text, language) : value.text;
}

/** Whether two of its values are texts that one reads, to be compared word by word. */
export function isProse({ part, field, before, after }: DifferenceFragment): boolean {
  if (!before || !after || before.record || after.record) return false;
  const isClosed = `${part}|${field}` in VALUES || field in VALUES;
  return !isClosed && ![...words.flags, ...words.moments, ...words.dates].includes(field) && /\s/.test(before.text + after.text);
}

function phrase(key: string | undefined): string | undefined {
  if (!key) return undefined;
  const found = t(key as Key);
  return found === key ? undefined : found;
}
