import { type Answer, ask } from "../api/client";
import { Audience, ExtraFieldKind, type ExtraFieldHereFragment, ExtraFieldsOfDocument, type ExtraFieldsOfQuery, RecordKind, RecordLevel } from "../api/generated/graphql";
import { own, text } from "../blocks/reading";
import { type Key, language, t } from "../i18n";
import { line } from "./building";
import type { Field, Group, Widget } from "./fields";
import type { FormKind } from "./kind";
import { type Draft, type Row, saidOf } from "./values";

/** The levels to whose records an archive may add fields, by the first step of their addresses. */
const LEVELS: Readonly<Record<string, RecordLevel>> = {
  items: RecordLevel.Item,
  collections: RecordLevel.Collection,
  corpora: RecordLevel.Corpus,
  fonds: RecordLevel.Fonds,
};
/** A form reads so many values of one record; where there may be more, they are left alone. */
const READ = 100;
const POINTED: Partial<Record<ExtraFieldKind, "concept" | "agent" | "place">> = {
  [ExtraFieldKind.Concept]: "concept",
  [ExtraFieldKind.Agent]: "agent",
  [ExtraFieldKind.Place]: "place",
};
const RECORDS = { concept: RecordKind.Concept, agent: RecordKind.Agent, place: RecordKind.Place } as const;

type Definition = ExtraFieldHereFragment;

/** The fields that the archive added to records of that section; null where they could not be read. */
export async function definitionsOf(section: string): Promise<readonly Definition[] | null> {
  const level = LEVELS[section];
  if (!level) return [];
  const found: Definition[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<ExtraFieldsOfQuery> = await ask(ExtraFieldsOfDocument, { level, after }, { fresh: true });
    if (!answer.ok) return null;
    const { nodes, pageInfo }: ExtraFieldsOfQuery["extraFields"] = answer.data.extraFields;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor ?? null;
  }
}

/** A form with the archive's own fields in it, in their blocks. */
export function withExtras(kind: FormKind, definitions: readonly Definition[]): FormKind {
  if (!definitions.length) return kind;
  const blocks = new Map<string, Definition[]>();
  for (const each of definitions) blocks.set(each.group ?? "", [...(blocks.get(each.group ?? "") ?? []), each]);
  const groups = [...blocks].map(([title, fields], n): Group => ({ id: `extras-${n}`, title: (title || "block.extras") as Key, fields: fields.map(fieldOf) }));
  return {
    ...kind,
    groups: [...kind.groups, ...groups],
    reads: (record) => ({ ...(record as object), ...valuesIn(definitions, record) }),
    says: (changes, draft) => saying(definitions, changes, draft),
  };
}

/** Whether a record says more in such fields than a form reads: then they are not changed there. */
export function saysTooMuch(record: unknown): boolean {
  const values = own(record, "extraValues");
  return Array.isArray(values) && values.length >= READ;
}

const nameOf = (slug: string): string => `extra-${slug}`;
const WORDS = { en: "labelEn", fr: "labelFr", es: "labelEs" } as const;
const HELP = { en: "helpEn", fr: "helpFr", es: "helpEs" } as const;

export function fieldOf(definition: Definition): Field {
  const mark = definition.audience === Audience.Public ? "" : ` (${t(`audience.${definition.audience.toLowerCase()}` as Key)})`;
  const help = definition[HELP[language.value]];
  return {
    name: nameOf(definition.slug),
    // What is no key of the catalogue is said as it stands.
    label: `${definition[WORDS[language.value]]}${mark}` as Key,
    ...(help ? { help: help as Key } : {}),
    widget: widgetOf(definition),
  };
}

/** Texts bear their language; what may be said several times is a list. */
function widgetOf({ kind, unit, scheme, isRepeatable }: Definition): Widget {
  const pointed = POINTED[kind];
  if (pointed) return { as: isRepeatable ? "terms" : "term", kind: RECORDS[pointed], ...(scheme ? { scheme: scheme.slug } : {}) };
  const isText = kind === ExtraFieldKind.Line || kind === ExtraFieldKind.Text;
  const single: Widget =
    kind === ExtraFieldKind.Number
      ? { as: "number", ...(unit ? { unit } : {}) }
      : kind === ExtraFieldKind.Boolean
        ? { as: "perhaps" }
        : { as: ({ DATE: "date", LINK: "web", TEXT: "paragraphs", LINE: "line" } as const)[kind as "DATE" | "LINK" | "TEXT" | "LINE"] };
  if (!isRepeatable && !isText) return single;
  const value: Field = { name: "value", label: "analysis.value", required: true, widget: single };
  return { as: "rows", one: "form.add", columns: isText ? [value, line("language", "field.languages")] : [value], ...(isRepeatable ? {} : { most: 1 }) };
}

/** What a record says in each field, in the shape in which the field is read. */
function valuesIn(definitions: readonly Definition[], record: unknown): Record<string, unknown> {
  const said = own(record, "extraValues");
  const values = Array.isArray(said) ? (said as unknown[]) : [];
  return Object.fromEntries(
    definitions.map((definition) => {
      const mine = values.filter((each) => text(own(each, "field"), "slug") === definition.slug);
      const plain = mine.map((each) => plainOf(definition, each));
      const { as } = widgetOf(definition);
      if (as === "rows") return [nameOf(definition.slug), mine.map((each, n) => ({ value: plain[n], language: text(each, "language") }))];
      return [nameOf(definition.slug), as === "terms" ? plain : (plain[0] ?? null)];
    }),
  );
}

function plainOf({ kind }: Definition, value: unknown): unknown {
  const pointed = POINTED[kind];
  if (pointed) return own(value, pointed);
  if (kind === ExtraFieldKind.Number) return own(value, "number");
  return kind === ExtraFieldKind.Boolean ? own(value, "boolean") : text(value, "text");
}

/** The archive takes all values of a record at once: one change tells them all. */
function saying(definitions: readonly Definition[], changes: Readonly<Record<string, unknown>>, draft: Draft): Record<string, unknown> {
  const names = definitions.map(({ slug }) => nameOf(slug));
  const others = Object.fromEntries(Object.entries(changes).filter(([name]) => !names.includes(name)));
  if (!names.some((name) => name in changes)) return others;
  return { ...others, extraValues: definitions.flatMap((definition) => saidIn(definition, draft)) };
}

function saidIn(definition: Definition, draft: Draft): Array<Record<string, unknown>> {
  const { kind, slug } = definition;
  const said = saidOf(fieldOf(definition), draft.values[nameOf(slug)] ?? null);
  const at = POINTED[kind] ?? (kind === ExtraFieldKind.Number ? "number" : kind === ExtraFieldKind.Boolean ? "boolean" : "text");
  if (!Array.isArray(said)) return said === null ? [] : [{ field: slug, [at]: said }];
  return (said as ReadonlyArray<string | Row>).map((each) => {
    if (typeof each === "string") return { field: slug, [at]: each };
    return { field: slug, [at]: each["value"], ...(each["language"] ? { language: each["language"] } : {}) };
  });
}
