import { own, text } from "../blocks/reading";
import { calledIn } from "../lib/texts";
import type { Field, Group, Rows } from "./fields";

/** A thing that was picked: what the archive calls it, and what people do. */
export interface Picked {
  readonly key: string;
  readonly name: string;
}

/** A code that the archive proposed: it is taken when the record is made, or the one after it. */
export interface Minted {
  readonly minted: string;
  readonly year: number | null;
  readonly parts: readonly string[];
}

/** A file that the record has already. */
export interface Kept {
  readonly kept: string;
  readonly url: string;
}

export type Row = { readonly [name: string]: Value };
export type Value = string | boolean | Picked | Minted | Kept | File | null | readonly Picked[] | readonly Row[];
export type Values = { readonly [name: string]: Value };

/** A text in another language: `title fr` of the form's texts. */
export type Texts = { readonly [fieldAndLanguage: string]: string };

/** All that a form holds of a record. */
export interface Draft {
  readonly values: Values;
  readonly texts: Texts;
}

export function fieldsOf(groups: readonly Group[]): Field[] {
  return groups.flatMap(({ fields }) => fields);
}

/** What a form begins with: the record's own words, or nothing. */
export function draftOf(groups: readonly Group[], record: unknown): Draft {
  const values = Object.fromEntries(fieldsOf(groups).map((field) => [field.name, valueOf(field, record)]));
  const texts: Record<string, string> = {};
  const said = own(record, "translations");
  for (const each of Array.isArray(said) ? (said as unknown[]) : []) {
    texts[textKey(text(each, "field"), text(each, "language"))] = text(each, "text");
  }
  return { values, texts };
}

export function textKey(field: string, language: string): string {
  return `${field} ${language}`;
}

/** What stands at a path of an answer. */
export function at(record: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, step) => own(value, step), record);
}

/** What a new record begins with: what its address gave it, and the first of each closed set that it needs. */
export function begun(groups: readonly Group[], record: unknown): Draft {
  const draft = draftOf(groups, record);
  const first = fieldsOf(groups).flatMap(({ name, required, widget }): [string, Value][] =>
    required && widget.as === "choice" && !draft.values[name] ? [[name, widget.values[0] ?? ""]] : [],
  );
  return { ...draft, values: { ...draft.values, ...Object.fromEntries(first) } };
}

export function valueOf({ name, at: path, widget }: Field, record: unknown): Value {
  const found = at(record, path ?? name);
  switch (widget.as) {
    case "yes":
      return found === true;
    case "number":
      return typeof found === "number" ? String(found) : "";
    case "date":
      return text(found, "edtf") || (typeof found === "string" ? found : "");
    case "moment":
      return typeof found === "string" ? found.slice(0, 16) : "";
    case "term":
      return picked(found);
    case "terms":
      return Array.isArray(found) ? found.flatMap((each: unknown) => picked(each) ?? []) : [];
    case "perhaps":
      return typeof found === "boolean" ? (found ? "yes" : "no") : "";
    case "file":
      return text(record, widget.called) ? { kept: text(record, widget.called), url: text(record, widget.read) } : null;
    case "lines":
      return Array.isArray(found) ? found.join("\n") : "";
    case "rows":
      return Array.isArray(found) ? found.map((each: unknown) => rowOf(widget.columns, each)) : [];
    default:
      return typeof found === "string" ? found : "";
  }
}

function rowOf(columns: readonly Field[], record: unknown): Row {
  return Object.fromEntries(columns.map((column) => [column.name, valueOf(column, record)]));
}

/** What a new row of a list begins with: nothing, and the first of each closed set. */
export function newRow(columns: readonly Field[]): Row {
  const first = (field: Field): Value =>
    field.widget.as === "choice" && !field.widget.optional ? (field.widget.values[0] ?? "") : valueOf(field, {});
  return Object.fromEntries(columns.map((column) => [column.name, first(column)]));
}

export function picked(thing: unknown): Picked | null {
  const key = text(thing, "code") || text(thing, "slug");
  return key ? { key, name: calledIn(thing).text || key } : null;
}

/** A value in the input's terms; a row without what it is about is left out. */
export function saidOf(field: Field, value: Value): unknown {
  switch (field.widget.as) {
    case "yes":
      return value === true;
    case "number":
      return value === "" || value === null ? null : Number(String(value).replace(",", "."));
    case "perhaps":
      return value === "yes" ? true : value === "no" ? false : null;
    case "code":
      return mintedOf(value)?.minted ?? (typeof value === "string" && value.trim() ? value.trim() : null);
    case "file":
      return value;
    case "lines":
      return String(value ?? "").split("\n").map((each) => each.trim()).filter(Boolean);
    case "moment":
      return value ? new Date(`${String(value)}Z`).toISOString() : null;
    case "term":
      return (value as Picked | null)?.key ?? null;
    case "terms":
      return (value as readonly Picked[]).map(({ key }) => key);
    case "rows": {
      const { widget } = field;
      return (value as readonly Row[]).filter((row) => isFilled(widget, row)).map((row) => saidOfRow(widget.columns, row));
    }
    default:
      return typeof value === "string" && value.trim() !== "" ? value : null;
  }
}

function saidOfRow(columns: readonly Field[], row: Row): Record<string, unknown> {
  const said = columns.map((column): [string, unknown] => [column.name, saidOf(column, row[column.name] ?? null)]);
  return Object.fromEntries(said.filter(([, value]) => value !== null));
}

function isFilled({ columns, either }: Rows, row: Row): boolean {
  const says = (column: Field): boolean => saidOf(column, row[column.name] ?? null) !== null;
  if (either && !columns.some((column) => either.includes(column.name) && says(column))) return false;
  return columns.filter(({ required }) => required).every(says);
}

/** Rows that are begun and lack what they are about: they would be lost without a word. */
export function isHalfFilled(widget: Rows, row: Row): boolean {
  return !isFilled(widget, row) && JSON.stringify(row) !== JSON.stringify(newRow(widget.columns));
}

export function mintedOf(value: Value | undefined): Minted | null {
  return typeof value === "object" && value !== null && "minted" in value ? (value as Minted) : null;
}

/** What differs between two drafts, in the input's terms: those of an edit, or of a new record. */
export function changesOf(groups: readonly Group[], before: Draft, after: Draft, act: "edit" | "create" = "edit"): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const changed = new Set(changedNames(groups, before, after));
  for (const field of fieldsOf(groups)) {
    if (changed.has(field.name)) Object.assign(changes, act === "edit" ? edited(field, after) : created(field, after));
  }
  const texts = changedTexts(before, after);
  if (texts.length) {
    changes["translations"] = texts.map((key) => {
      const [field = "", language = ""] = key.split(" ");
      return { field, language, text: after.texts[key]?.trim() ? after.texts[key] : null };
    });
  }
  return changes;
}

function edited(field: Field, { values }: Draft): Record<string, unknown> {
  return { [field.edited ?? field.name]: saidOf(field, values[field.name] ?? null) };
}

/** A new record says nothing of what it has not; a proposed code is minted anew, so that it is taken once. */
function created(field: Field, { values }: Draft): Record<string, unknown> {
  const value = values[field.name] ?? null;
  const minted = mintedOf(value);
  if (minted && field.widget.as === "code") {
    if (field.widget.within === "collection") return { mintCode: true };
    return { nextCode: { ...(minted.year === null ? {} : { year: minted.year }), parts: minted.parts } };
  }
  const said = saidOf(field, value);
  return said === null ? {} : { [field.name]: said };
}

export function changedNames(groups: readonly Group[], before: Draft, after: Draft): string[] {
  const said = (field: Field, draft: Draft): string => compared(saidOf(field, draft.values[field.name] ?? null));
  return fieldsOf(groups)
    .filter((field) => said(field, before) !== said(field, after))
    .map(({ name }) => name);
}

/** A value as text that differs where it differs: a file says nothing of itself to JSON. */
function compared(said: unknown): string {
  return said instanceof File ? `file ${said.name} ${said.size} ${said.lastModified}` : JSON.stringify(said);
}

export function changedTexts(before: Draft, after: Draft): string[] {
  const keys = new Set([...Object.keys(before.texts), ...Object.keys(after.texts)]);
  return [...keys].filter((key) => (before.texts[key] ?? "") !== (after.texts[key] ?? "")).sort();
}

export interface Clash {
  readonly name: string;
  readonly yours: string;
  readonly theirs: string;
}

/**
 * Somebody else saved first. What only they changed is taken; what only you changed stays;
 * where both did, it is yours to say: those are the clashes.
 */
export function threeWay(
  groups: readonly Group[],
  base: Draft,
  yours: Draft,
  theirs: Draft,
): { merged: Draft; clashes: Clash[]; taken: string[] } {
  const mine = new Set(changedNames(groups, base, yours));
  const others = changedNames(groups, base, theirs);
  const fields = new Map(fieldsOf(groups).map((field) => [field.name, field]));
  const differ = new Set(changedNames(groups, yours, theirs));
  const clashing = others.filter((name) => mine.has(name) && differ.has(name));
  const taken = others.filter((name) => !mine.has(name));
  const values = { ...yours.values, ...Object.fromEntries(taken.map((name) => [name, theirs.values[name] ?? null])) };
  const ownTexts = new Set(changedTexts(base, yours));
  const texts: Record<string, string> = { ...yours.texts };
  for (const key of changedTexts(base, theirs)) if (!ownTexts.has(key)) texts[key] = theirs.texts[key] ?? "";
  const clashes = clashing.map((name) => ({
    name,
    yours: inWords(fields.get(name), yours.values[name]),
    theirs: inWords(fields.get(name), theirs.values[name]),
  }));
  return { merged: { values, texts }, clashes, taken };
}

/** A value as one line of text, to be compared by people. */
export function inWords(field: Field | undefined, value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  if ("minted" in value) return value.minted;
  if ("kept" in value) return value.kept;
  if (!Array.isArray(value)) return (value as Picked | File).name;
  const widget = field?.widget;
  if (widget?.as !== "rows") return (value as readonly Picked[]).map(({ name }) => name).join(", ");
  return (value as readonly Row[]).map((row) => widget.columns.map((column) => inWords(column, row[column.name])).filter(Boolean).join(" ")).join("; ");
}

/**
 * Fields whose lists may go on beyond what was read: saving one would take away what was not read.
 * What was read at most stands in the form's question.
 */
export function tooLong(groups: readonly Group[], draft: Draft, question: string): Set<string> {
  const most = new Map([...question.matchAll(/(\w+)\(first: (\d+)\)/g)].map(([, name = "", n]) => [name, Number(n)]));
  const isFull = (name: string, value: Value | undefined): boolean => Array.isArray(value) && value.length >= (most.get(name) ?? Infinity);
  const found = fieldsOf(groups).filter(({ name, widget }) => {
    const value = draft.values[name];
    if (isFull(name, value)) return true;
    if (widget.as !== "rows" || !Array.isArray(value)) return false;
    return (value as readonly Row[]).some((row) => Object.entries(row).some(([column, inner]) => isFull(column, inner)));
  });
  return new Set(found.map(({ name }) => name));
}
