import { type Key, language, number, t } from "../i18n";
import { dateInWords } from "../lib/dates";
import { pathOf } from "../lib/links";
import { clock } from "../lib/time";
import { calledIn, saidIn } from "../lib/texts";
import { all, own, text } from "./reading";

/** How a value is written; frontend/pages/blocks.py knows the same words. */
export type Way =
  | "text"
  | "mono"
  | "prose"
  | "date"
  | "day"
  | "links"
  | "upward"
  | "web"
  | "seconds"
  | "bytes"
  | "years"
  | "shares"
  | "number"
  | "yes"
  | "kind"
  | "roles"
  | "uses"
  | "extras"
  | "names"
  | "matches"
  | "identifiers"
  | "vernacular"
  /** A file of this site's: `of` is the record's field that says what it is called. */
  | "file";

export interface Fact {
  /** Its phrase in the catalogue; ways that write several lines have words of their own. */
  readonly label?: string;
  /** Where it stands in the page's answer; lists on the way are gone through. */
  readonly at: string;
  readonly as?: Way;
  /** Of a closed set: what its phrases begin with. Of a number: its unit. Of uses: which. */
  readonly of?: string;
}

export interface Block {
  readonly id: string;
  readonly title: string;
  /** Which column of the page: the wide one unless told. */
  readonly side?: "aside";
  readonly facts?: readonly Fact[];
  /** A table: the list that it shows, and its columns. */
  readonly rows?: string;
  readonly columns?: readonly Fact[];
}

export interface Piece {
  readonly text: string;
  readonly path?: string;
  readonly href?: string;
  readonly lang?: string;
  readonly note?: string;
  readonly mono?: boolean;
}

export interface Line {
  readonly label: string;
  readonly pieces: readonly Piece[];
  readonly style: "inline" | "prose" | "lines";
}

export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly aside: boolean;
  readonly lines: readonly Line[];
  readonly heads: readonly string[];
  readonly rows: ReadonlyArray<ReadonlyArray<readonly Piece[]>>;
}

/** The blocks of a record that have something to say, in the reader's language. */
export function shownBlocks(blocks: readonly Block[], record: unknown): Shown[] {
  return blocks.flatMap((block) => (isOfExtras(block) ? byGroup(block, record) : [shownBlock(block, record)])).filter(({ lines, rows }) => lines.length || rows.length);
}

function isOfExtras(block: Block): boolean {
  return block.facts?.length === 1 && block.facts[0]?.as === "extras";
}

/** The archive's own fields, each in the block that it names; those that name none come first. */
function byGroup(block: Block, record: unknown): Shown[] {
  const groups = new Map<string, unknown[]>([["", []]]);
  for (const each of all(record, "extraValues")) {
    const group = text(own(each, "field"), "group");
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return [...groups].map(([group, extraValues], n) => {
    const shown = shownBlock(block, { extraValues });
    return group ? { ...shown, id: `${block.id}-${n}`, title: group } : shown;
  });
}

function shownBlock(block: Block, record: unknown): Shown {
  const lines = (block.facts ?? []).flatMap((fact) => linesOf(fact, record));
  const given = block.rows ? all(record, block.rows) : [];
  const columns = (block.columns ?? []).filter((column) => given.some((row) => piecesOf(column, row).length));
  return {
    id: block.id,
    title: said(block.title),
    aside: block.side === "aside",
    lines,
    heads: columns.map(({ label }) => said(label ?? "")),
    rows: given.map((row) => columns.map((column) => piecesOf(column, row))),
  };
}

export function linesOf(fact: Fact, record: unknown): Line[] {
  const found = all(record, fact.at);
  if (!found.length) return [];
  if (fact.as === "roles") return grouped(found, "role", (one) => said(`role.${one.toLowerCase()}`), "agent");
  if (fact.as === "uses") return grouped(found.filter((each) => isOf(fact, text(each, "use"))), "use", useName, "concept");
  if (fact.as === "extras") return extras(found);
  const pieces = piecesOf(fact, record);
  const style = fact.as === "prose" ? "prose" : ["names", "matches", "identifiers"].includes(fact.as ?? "") ? "lines" : "inline";
  return pieces.length ? [{ label: said(fact.label ?? ""), pieces, style }] : [];
}

function piecesOf(fact: Fact, record: unknown): Piece[] {
  if (!fact.as || fact.as === "text" || fact.as === "prose") return texts(fact, record);
  const found = all(record, fact.at);
  if (fact.as === "file") return found.map((value) => ({ text: text(record, fact.of ?? ""), href: String(value) }));
  return once((fact.as === "upward" ? upward(found) : found).flatMap((value) => pieces(fact, value)));
}

/** A text of the record itself may be kept in the reader's language; elsewhere it is as it stands. */
function texts(fact: Fact, record: unknown): Piece[] {
  if (fact.at.includes(".")) return once(all(record, fact.at).map((value) => ({ text: String(value) })));
  const own_ = saidIn(record, fact.at);
  return own_.text ? [own_] : all(record, fact.at).map((value) => ({ text: String(value) }));
}

/** What several files have in common is said once. */
function once(found: readonly Piece[]): Piece[] {
  return found.filter((piece, i) => found.findIndex(({ text: same, path, note }) => same === piece.text && path === piece.path && note === piece.note) === i);
}

const RANK = ["SITE", "WATER", "SETTLEMENT", "DIVISION", "COUNTRY", "REGION", "CONTINENT"];

/** Places from the nearest to the widest. */
function upward(places: readonly unknown[]): unknown[] {
  return [...places].sort((a, b) => RANK.indexOf(text(a, "kind")) - RANK.indexOf(text(b, "kind")));
}

function pieces(fact: Fact, value: unknown): Piece[] {
  switch (fact.as) {
    case "mono":
      return [{ text: String(value), mono: true }];
    case "date":
      return [{ text: dateInWords(text(value, "edtf") || String(value), language.value) }];
    case "day":
      return [{ text: dateInWords(String(value).slice(0, 10), language.value) }];
    case "links":
    case "upward":
      return [linked(value)];
    case "web":
      return [address(String(value))];
    case "seconds":
      // Nothing that lasts no time is worth a line.
      return Number(value) > 0 ? [{ text: clock(Number(value), 0), mono: true }] : [];
    case "bytes":
      return Number(value) > 0 ? [{ text: bytes(Number(value)) }] : [];
    case "years":
      return years(text(value, "earliest"), text(value, "latest"));
    case "shares":
      return [{ ...linked(own(value, "node")), note: number(Number(own(value, "itemCount"))) }];
    case "number":
      return [{ text: [number(Number(value)), fact.of].filter(Boolean).join(" ") }];
    case "yes":
      return value === true ? [{ text: t("yes") }] : [];
    case "kind":
      return [{ text: said(`${fact.of}.${String(value).toLowerCase()}`) }];
    case "names":
      return [named(value)];
    case "matches":
      return [{ ...address(text(value, "iri")), note: said(`match.${text(value, "kind").toLowerCase()}`) }];
    case "vernacular":
      return vernacular(value, fact.of ?? "");
    case "identifiers":
      return [identified(value)];
    default:
      return [{ text: String(value) }];
  }
}

/** A thing by the name that it has, with the way to its page. */
export function linked(thing: unknown): Piece {
  return { ...calledIn(thing), path: pathOf(text(thing, "iri")) };
}

function named(value: unknown): Piece {
  const kind = text(value, "kind").toLowerCase();
  const lang = text(value, "language");
  const used = text(own(value, "used"), "edtf") || text(value, "used");
  const words = [lang, kind && kind !== "alternative" && kind !== "preferred" ? said(`name.${kind}`) : "", used && dateInWords(used, language.value)];
  return { text: text(value, "name"), lang: lang || undefined, note: words.filter(Boolean).join(", ") || undefined };
}

/** Words that are never translated, in the language that the record knows them to be in. */
function vernacular(value: unknown, field: string): Piece[] {
  const words = text(value, field);
  if (!words) return [];
  const spoken = all(value, "languages.slug").map(String);
  const lang = text(value, "vernacularLanguage") || (spoken.length === 1 ? spoken[0] : undefined);
  return [{ text: words, lang }];
}

function identified(value: unknown): Piece {
  const type = own(value, "type");
  const note = [saidIn(type, "name").text, text(own(value, "valid"), "edtf"), text(value, "note")].filter(Boolean).join(", ");
  return { text: text(value, "value"), mono: true, note: note || undefined };
}

const UNITS = ["kB", "MB", "GB", "TB"] as const;

/** To two figures, in units of a thousand. */
function bytes(size: number): string {
  const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log10(size) / 3)));
  return `${number(size / 1000 ** power, { maximumSignificantDigits: 2 })} ${UNITS[power - 1]}`;
}

/** From the first year to the last; one year stands alone. */
function years(earliest: string, latest: string): Piece[] {
  const [from, to] = [earliest.slice(0, 4), latest.slice(0, 4)];
  if (!from && !to) return [];
  return [{ text: from === to ? from : `${from}–${to}` }];
}

/** A web address is a link; a licence's short name is text. */
export function address(said_: string): Piece {
  if (!/^https?:\/\//.test(said_)) return { text: said_ };
  return { text: said_.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, ""), href: said_ };
}

function grouped(found: readonly unknown[], by: string, name: (value: string) => string, thing: string): Line[] {
  const lines = new Map<string, Piece[]>();
  for (const each of found) {
    const key = text(each, by);
    const target = own(each, thing);
    if (key && target) lines.set(key, [...(lines.get(key) ?? []), linked(target)]);
  }
  return [...lines].map(([key, pieces]) => ({ label: name(key), pieces, style: "inline" }));
}

/** Without names of its own, a line of uses shows them all. */
function isOf(fact: Fact, use: string): boolean {
  return !fact.of || fact.of.split(" ").includes(use);
}

function useName(use: string): string {
  const key = `use.${use}`;
  const words = said(key);
  return words === key ? use.replaceAll(/[-_]/g, " ") : words;
}

/** A field of the archive's own: it brings its label with it. */
function extras(found: readonly unknown[]): Line[] {
  const lines = new Map<string, Piece[]>();
  for (const each of found) {
    const field = own(each, "field");
    const label = text(field, language.value) || text(field, "label");
    const thing = own(each, "concept") ?? own(each, "agent") ?? own(each, "place");
    const value = thing ? linked(thing) : extra(each);
    if (value) lines.set(label, [...(lines.get(label) ?? []), value]);
  }
  return [...lines].map(([label, pieces]) => ({ label, pieces, style: "inline" }));
}

function extra(value: unknown): Piece | null {
  const figure = own(value, "number");
  if (typeof figure === "number") {
    return { text: [number(figure), text(own(value, "field"), "unit")].filter(Boolean).join(" ") };
  }
  const flag = own(value, "boolean");
  if (typeof flag === "boolean") return { text: t(flag ? "yes" : "no") };
  const words = text(value, "text");
  return words ? { ...address(words), lang: text(value, "language") || undefined } : null;
}

function said(key: string): string {
  return t(key as Key);
}


/** A description as its file holds it; `blocks.test.ts` sees to it that every word in it is known. */
export function described(file: unknown): readonly Block[] {
  return file as readonly Block[];
}
