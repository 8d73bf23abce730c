import {
  AccessLevel,
  AgentKind,
  AgreementKind,
  MakeAccessionDocument,
  MakeAgentDocument,
  MakeAgreementDocument,
  MakeCarrierDocument,
  MakeCodePolicyDocument,
  MakeCollectionDocument,
  MakeCommunityDocument,
  MakeConceptDocument,
  MakeCorpusDocument,
  MakeFondsDocument,
  MakeHolderDocument,
  MakeInstrumentDocument,
  MakeLanguageDocument,
  MakePlaceDocument,
  MakePopulationDocument,
  MakeSchemeDocument,
  PlaceKind,
  RecordKind,
  RecordLevel,
  type TypedDocumentString,
} from "../../api/generated/graphql";
import type { Key } from "../../i18n";
import { choice, line, term, terms } from "../building";
import type { Field } from "../fields";

/** What a creation comes to: the record, as pickers name it, or why there is none. */
type Done = { readonly __typename: string; readonly record: unknown } | { readonly __typename: string; readonly message: string; readonly path: readonly unknown[] };
type Making = TypedDocumentString<{ readonly done: Done }, { input: Record<string, unknown> }>;

/** What can be made without leaving the form that wants it. */
export interface Made {
  readonly thing: Key;
  /** The field that says what it is called, or its code where it needs no name: what was typed goes there. */
  readonly name: "name" | "title" | "code";
  /** What it cannot do without, and where it stands; all else is said on its own page. */
  readonly fields: readonly Field[];
  readonly create: Making;
  /** Its short name is made of its name, until it is written. */
  readonly follows: boolean;
}

// The engine reads answers by the descriptions below; a test holds these against the schema.
const made = (thing: Key, name: Made["name"], create: unknown, ...fields: Field[]): Made => ({ thing, name, fields, create: create as Making, follows: fields.includes(SLUG) });

const NAME = line("name", "field.name", { required: true });
const TITLE = line("title", "field.title", { required: true });
const CODE = line("code", "field.code", { required: true });
const SLUG = line("slug", "field.slug", { required: true, help: "form.neededSlugHelp" });

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
const AGREEMENT = made(
  "thing.agreement",
  "title",
  MakeAgreementDocument,
  TITLE,
  CODE,
  choice("kind", "field.kind", "agreement", Object.values(AgreementKind), { required: true }),
);
const ACCESSION = made(
  "thing.accession",
  "code",
  MakeAccessionDocument,
  CODE,
  line("title", "field.title"),
  term("holder", "field.holder", RecordKind.Holder),
  term("agreement", "field.agreement", RecordKind.Agreement),
);
const CARRIER = made(
  "thing.carrier",
  "code",
  MakeCarrierDocument,
  line("code", "field.shelfMark", { required: true }),
  line("title", "field.title"),
  term("holder", "field.holder", RecordKind.Holder),
);
const CODE_POLICY = made(
  "thing.codePolicy",
  "title",
  MakeCodePolicyDocument,
  TITLE,
  SLUG,
  choice("level", "field.level", "level", Object.values(RecordLevel), { required: true }),
  line("template", "field.template", { required: true, help: "form.templateHelp" }),
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
  [RecordKind.Scheme]: made("thing.scheme", "title", MakeSchemeDocument, TITLE, line("description", "field.description")),
  [RecordKind.Holder]: made("thing.holder", "name", MakeHolderDocument, NAME, SLUG, term("country", "field.country", RecordKind.Place)),
  [RecordKind.Agreement]: AGREEMENT,
  [RecordKind.Accession]: ACCESSION,
  [RecordKind.Carrier]: CARRIER,
  [RecordKind.CodePolicy]: CODE_POLICY,
  [RecordKind.Community]: made("thing.community", "name", MakeCommunityDocument, NAME, SLUG),
};

/** How a thing of that kind is made in a picker; null where it is not. */
export function madeOf(kind: RecordKind, scheme: string | undefined): Made | null {
  if (kind === RecordKind.Concept) return scheme ? concept(scheme) : null;
  return MADE[kind] ?? null;
}
