import {
  AccessLevel,
  AgentKind,
  MakeAgentDocument,
  MakeCollectionDocument,
  MakeConceptDocument,
  MakeCorpusDocument,
  MakeFondsDocument,
  MakeInstrumentDocument,
  MakeLanguageDocument,
  MakePlaceDocument,
  MakePopulationDocument,
  PlaceKind,
  RecordKind,
  type TypedDocumentString,
} from "../../api/generated/graphql";
import type { Key } from "../../i18n";
import { line, terms } from "../building";
import type { Field } from "../fields";

/** What a creation comes to: the record, as pickers name it, or why there is none. */
type Done = { readonly __typename: string; readonly record: unknown } | { readonly __typename: string; readonly message: string; readonly path: readonly unknown[] };
type Making = TypedDocumentString<{ readonly done: Done }, { input: Record<string, unknown> }>;

/** What can be made without leaving the form that wants it. */
export interface Made {
  readonly thing: Key;
  /** The field that says what it is called: what was typed in the picker goes there. */
  readonly name: "name" | "title";
  /** What it cannot do without, and where it stands; all else is said on its own page. */
  readonly fields: readonly Field[];
  readonly create: Making;
}

// The engine reads answers by the descriptions below; a test holds these against the schema.
const made = (thing: Key, name: "name" | "title", create: unknown, ...fields: Field[]): Made => ({ thing, name, fields, create: create as Making });

const NAME = line("name", "field.name", { required: true });
const TITLE = line("title", "field.title", { required: true });
const CODE = line("code", "field.code", { required: true });

const PLACE = made(
  "thing.place",
  "name",
  MakePlaceDocument,
  NAME,
  { name: "kind", label: "field.kind", widget: { as: "choice", of: "place", values: Object.values(PlaceKind), optional: true } },
  terms("parents", "field.parents", RecordKind.Place),
);
const AGENT = made("thing.agent", "name", MakeAgentDocument, NAME, {
  name: "kind",
  label: "field.kind",
  widget: { as: "choice", of: "agent", values: Object.values(AgentKind), optional: true },
});
const INSTRUMENT = made(
  "thing.instrument",
  "name",
  MakeInstrumentDocument,
  NAME,
  line("hornbostelSachs", "field.hornbostelSachs"),
  terms("parents", "field.parents", RecordKind.Instrument),
);
const COLLECTION = made(
  "thing.collection",
  "title",
  MakeCollectionDocument,
  CODE,
  TITLE,
  { name: "access", label: "field.access", widget: { as: "choice", of: "access", values: Object.values(AccessLevel), optional: true } },
  terms("corpora", "field.corpora", RecordKind.Corpus),
);

/** A term of a vocabulary, which must be known: a picker of all terms makes none. */
function concept(scheme: string): Made {
  const parents: Field = { name: "parents", label: "field.parents", widget: { as: "terms", kind: RecordKind.Concept, scheme } };
  return made("thing.concept", "name", MakeConceptDocument, NAME, parents);
}

const MADE: Partial<Record<RecordKind, Made>> = {
  [RecordKind.Place]: PLACE,
  [RecordKind.Agent]: AGENT,
  [RecordKind.Instrument]: INSTRUMENT,
  [RecordKind.Population]: made("thing.population", "name", MakePopulationDocument, NAME, terms("parents", "field.parents", RecordKind.Population)),
  [RecordKind.Language]: made("thing.language", "name", MakeLanguageDocument, NAME, line("slug", "field.iso3", { required: true })),
  [RecordKind.Fonds]: made("thing.fonds", "title", MakeFondsDocument, CODE, TITLE),
  [RecordKind.Corpus]: made("thing.corpus", "title", MakeCorpusDocument, CODE, TITLE, terms("fonds", "field.fonds", RecordKind.Fonds)),
  [RecordKind.Collection]: COLLECTION,
};

/** How a thing of that kind is made in a picker; null where it is not. */
export function madeOf(kind: RecordKind, scheme: string | undefined): Made | null {
  if (kind === RecordKind.Concept) return scheme ? concept(scheme) : null;
  return MADE[kind] ?? null;
}
