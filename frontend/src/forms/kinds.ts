import {
  AccessLevel,
  AgentFormDocument,
  AgentKind,
  AgentRole,
  Audience,
  CollectionFormDocument,
  CorpusFormDocument,
  CreateAgentDocument,
  CreateCollectionDocument,
  CreateCorpusDocument,
  CreateFondsDocument,
  CreateInstrumentDocument,
  CreateItemDocument,
  CreateLanguageDocument,
  CreatePlaceDocument,
  CreatePopulationDocument,
  FondsFormDocument,
  InstrumentFormDocument,
  ItemFormDocument,
  LanguageFormDocument,
  LanguageScope,
  LanguageType,
  MatchKind,
  NameKind,
  PlaceFormDocument,
  PlaceKind,
  PopulationFormDocument,
  RecordKind,
  type TypedDocumentString,
  UpdateAgentDocument,
  UpdateCollectionDocument,
  UpdateCorpusDocument,
  UpdateFondsDocument,
  UpdateInstrumentDocument,
  UpdateItemDocument,
  UpdateLanguageDocument,
  UpdatePlaceDocument,
  UpdatePopulationDocument,
} from "../api/generated/graphql";
import type { Key } from "../i18n";
import type { Field, Group } from "./fields";
import { type LevelName, usesOf } from "./uses";

/** What every form's question gives: the record, or nothing. */
export type FormQuestion = TypedDocumentString<{ readonly record?: unknown }, { key: string }>;
/** What every saving gives: the record as it is now, or why not. */
export type FormChange = TypedDocumentString<{ readonly saved: unknown }, { input: Record<string, unknown> }>;

export interface FormKind {
  readonly thing: Key;
  /** Whether it is cited by code or by slug. */
  readonly by: "code" | "slug";
  readonly level: boolean;
  readonly groups: readonly Group[];
  readonly question: FormQuestion;
  readonly update: FormChange;
  readonly create: FormChange;
}

// The engine reads answers by the descriptions below; a test holds these against the schema.
function forms(question: unknown, update: unknown, create: unknown): Pick<FormKind, "question" | "update" | "create"> {
  return { question: question as FormQuestion, update: update as FormChange, create: create as FormChange };
}

const line = (name: string, label: Key, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "line" }, ...more });
const paragraphs = (name: string, label: Key, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "paragraphs" }, ...more });
const date = (name: string, label: Key): Field => ({ name, label, widget: { as: "date" } });
const yes = (name: string, label: Key): Field => ({ name, label, widget: { as: "yes" } });
const term = (name: string, label: Key, kind: RecordKind, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "term", kind }, ...more });
const terms = (name: string, label: Key, kind: RecordKind): Field => ({ name, label, widget: { as: "terms", kind } });
const said = { translated: true } as const;

const AUDIENCE: Field = { name: "audience", label: "form.audience", widget: { as: "choice", of: "audience", values: [Audience.Staff, Audience.Member, Audience.Public] } };
const SECONDS = { as: "number", unit: "s" } as const;

function agents(): Field {
  return {
    name: "agents",
    label: "nav.agents",
    widget: {
      as: "rows",
      one: "form.addAgent",
      columns: [
        { name: "role", label: "form.role", widget: { as: "choice", of: "role", values: Object.values(AgentRole) } },
        term("agent", "field.name", RecordKind.Agent, { required: true }),
        AUDIENCE,
      ],
    },
  };
}

function concepts(level: LevelName): Field {
  return {
    name: "concepts",
    label: "nav.vocabularies",
    widget: {
      as: "rows",
      one: "form.addConcept",
      columns: [
        { name: "use", label: "form.use", widget: { as: "choice", of: "use", values: usesOf(level) } },
        { name: "concept", label: "form.concept", required: true, widget: { as: "term", kind: RecordKind.Concept, schemeBy: "use" } },
      ],
    },
  };
}

const IDENTIFIERS: Field = {
  name: "identifiers",
  label: "field.identifiers",
  widget: {
    as: "rows",
    one: "form.addIdentifier",
    columns: [
      line("value", "field.identifiers", { required: true }),
      { name: "type", label: "field.type", widget: { as: "term", kind: RecordKind.Concept, scheme: "identifier-types" } },
      date("valid", "field.date"),
      line("note", "field.note"),
    ],
  },
};

function general(...more: Field[]): Group {
  return {
    id: "general",
    title: "block.general",
    fields: [
      line("title", "field.title", { required: true, ...said }),
      paragraphs("description", "field.description", said),
      line("languageOfDescription", "form.writtenIn", { help: "form.writtenHelp" }),
      ...more,
    ],
  };
}

function legal(access: Field, ...more: Field[]): Group {
  return {
    id: "legal",
    title: "block.legal",
    fields: [
      access,
      line("accessReason", "field.accessReason", said),
      line("licence", "field.licence"),
      line("recordLicence", "field.recordLicence"),
      term("holder", "field.holder", RecordKind.Holder),
      term("agreement", "field.agreement", RecordKind.Agreement),
      ...more,
    ],
  };
}

function archiving(...more: Field[]): Group {
  return {
    id: "archiving",
    title: "block.archiving",
    fields: [IDENTIFIERS, ...more, paragraphs("comment", "field.comment"), paragraphs("archivistNotes", "field.notes")],
  };
}

const LEVEL_ACCESS: Field = { name: "access", label: "field.access", widget: { as: "choice", of: "access", values: Object.values(AccessLevel) } };
const CODE: Field = line("code", "form.newCode", { required: true, onlyNew: true });

const item: FormKind = {
  thing: "thing.item",
  by: "code",
  level: true,
  ...forms(ItemFormDocument, UpdateItemDocument, CreateItemDocument),
  groups: [
    general(
      line("originalTitle", "field.originalTitle"),
      term("collection", "field.collection", RecordKind.Collection, { required: true }),
      line("code", "form.newCode", { onlyNew: true }),
      line("track", "field.track"),
      paragraphs("summary", "field.summary", said),
      agents(),
    ),
    {
      id: "geography",
      title: "block.geography",
      fields: [
        date("recorded", "field.recorded"),
        term("place", "field.place", RecordKind.Place),
        line("placeComment", "field.placeComment", said),
        line("culturalArea", "field.culturalArea", said),
        terms("populations", "field.populations", RecordKind.Population),
        terms("languages", "field.languages", RecordKind.Language),
        line("languageComment", "field.languageComment", said),
        paragraphs("contextComment", "field.contextComment", said),
      ],
    },
    {
      id: "musical",
      title: "block.musical",
      fields: [
        line("performanceMode", "field.performanceMode", said),
        {
          name: "performances",
          label: "item.performances",
          widget: {
            as: "rows",
            one: "form.addPerformance",
            columns: [
              term("instrument", "field.instrument", RecordKind.Instrument, { required: true }),
              line("vernacularName", "field.vernacularName"),
              { name: "count", label: "field.number", widget: { as: "number", whole: true } },
              line("musicians", "field.musicians"),
              {
                name: "players",
                label: "field.players",
                widget: { as: "rows", one: "form.addPlayer", columns: [term("agent", "field.name", RecordKind.Agent, { required: true }), AUDIENCE] },
              },
            ],
          },
        },
        concepts("item"),
      ],
    },
    legal(
      {
        name: "access",
        at: "ownAccess",
        label: "field.access",
        help: "form.accessEmpty",
        widget: { as: "choice", of: "access", values: [AccessLevel.None, AccessLevel.Metadata, AccessLevel.Full], optional: true },
      },
      line("credit", "field.credit"),
      yes("opensWithAge", "field.opensWithAge"),
    ),
    archiving(
      line("originalCode", "field.originalCode"),
      line("creatorReference", "field.creatorReference"),
      line("collectorSelection", "field.collectorSelection"),
      paragraphs("externalReferences", "field.references"),
      line("source", "field.source"),
      date("digitised", "field.digitised"),
      date("publishedIn", "field.publishedIn"),
      { name: "approximateDuration", label: "field.approximateDuration", widget: SECONDS },
    ),
  ],
};

const collection: FormKind = {
  thing: "thing.collection",
  by: "code",
  level: true,
  ...forms(CollectionFormDocument, UpdateCollectionDocument, CreateCollectionDocument),
  groups: [
    general(
      CODE,
      line("alternativeTitle", "field.alternativeTitle", said),
      terms("corpora", "field.corpora", RecordKind.Corpus),
      date("recorded", "field.recorded"),
      date("publishedIn", "field.publishedIn"),
      agents(),
      concepts("collection"),
    ),
    legal(
      LEVEL_ACCESS,
      line("publisherSerial", "field.publisherSerial"),
      line("publisherReference", "field.publisherReference"),
      line("bookletAuthor", "field.bookletAuthor"),
      paragraphs("externalReferences", "field.references", said),
      yes("opensWithAge", "field.opensWithAge"),
    ),
    archiving(
      line("originalCode", "field.originalCode"),
      yes("isPublishedEdition", "field.isPublishedEdition"),
      yes("collectorIsCreator", "field.collectorIsCreator"),
      paragraphs("bookletDescription", "field.bookletDescription", said),
      paragraphs("alternativeCopies", "field.alternativeCopies", said),
      line("conservationSite", "field.conservationSite"),
      line("itemsDone", "field.itemsDone"),
    ),
    {
      id: "technical",
      title: "block.technical",
      fields: [
        { name: "carrierCount", label: "field.carrierCount", widget: { as: "number", whole: true } },
        { name: "approximateDuration", label: "field.approximateDuration", widget: SECONDS },
      ],
    },
  ],
};

const corpus: FormKind = {
  thing: "thing.corpus",
  by: "code",
  level: true,
  ...forms(CorpusFormDocument, UpdateCorpusDocument, CreateCorpusDocument),
  groups: [
    general(
      CODE,
      line("alternativeTitle", "field.alternativeTitle", said),
      terms("fonds", "field.fonds", RecordKind.Fonds),
      date("recorded", "field.recorded"),
      agents(),
      concepts("corpus"),
    ),
    legal(LEVEL_ACCESS),
    archiving(),
  ],
};

const fonds: FormKind = {
  thing: "thing.fonds",
  by: "code",
  level: true,
  ...forms(FondsFormDocument, UpdateFondsDocument, CreateFondsDocument),
  groups: [general(CODE, line("alternativeTitle", "field.alternativeTitle", said), agents(), concepts("fonds")), legal(LEVEL_ACCESS), archiving()],
};

function named(...more: Field[]): Group[] {
  return [
    {
      id: "general",
      title: "block.general",
      fields: [
        line("name", "field.name", { required: true }),
        ...more,
        paragraphs("note", "field.note", said),
        {
          name: "names",
          label: "field.names",
          widget: {
            as: "rows",
            one: "form.addName",
            columns: [
              line("name", "field.name", { required: true }),
              line("language", "field.languages"),
              { name: "kind", label: "field.kind", widget: { as: "choice", of: "name", values: [NameKind.Alternative, NameKind.Preferred, NameKind.Former, NameKind.Transliteration, NameKind.Hidden] } },
              date("used", "field.date"),
            ],
          },
        },
        {
          name: "matches",
          label: "field.matches",
          widget: {
            as: "rows",
            one: "form.addMatch",
            columns: [
              { name: "iri", label: "field.address", required: true, widget: { as: "web" } },
              { name: "kind", label: "field.kind", widget: { as: "choice", of: "match", values: Object.values(MatchKind) } },
            ],
          },
        },
      ],
    },
  ];
}

const place: FormKind = {
  thing: "thing.place",
  by: "slug",
  level: false,
  ...forms(PlaceFormDocument, UpdatePlaceDocument, CreatePlaceDocument),
  groups: named(
    { name: "kind", label: "field.kind", widget: { as: "choice", of: "place", values: Object.values(PlaceKind) } },
    terms("parents", "field.parents", RecordKind.Place),
    { name: "latitude", at: "coordinates.latitude", label: "field.latitude", widget: { as: "number", unit: "°" } },
    { name: "longitude", at: "coordinates.longitude", label: "field.longitude", widget: { as: "number", unit: "°" } },
    line("countryCode", "field.countryCode"),
  ),
};

const instrument: FormKind = {
  thing: "thing.instrument",
  by: "slug",
  level: false,
  ...forms(InstrumentFormDocument, UpdateInstrumentDocument, CreateInstrumentDocument),
  groups: named(line("hornbostelSachs", "field.hornbostelSachs"), terms("parents", "field.parents", RecordKind.Instrument), {
    name: "vernacularNames",
    label: "field.vernacularNames",
    widget: { as: "rows", one: "form.addName", columns: [line("name", "field.name", { required: true }), line("language", "field.languages")] },
  }),
};

const population: FormKind = {
  thing: "thing.population",
  by: "slug",
  level: false,
  ...forms(PopulationFormDocument, UpdatePopulationDocument, CreatePopulationDocument),
  groups: named(terms("parents", "field.parents", RecordKind.Population)),
};

const language: FormKind = {
  thing: "thing.language",
  by: "slug",
  level: false,
  ...forms(LanguageFormDocument, UpdateLanguageDocument, CreateLanguageDocument),
  groups: named(
    line("slug", "field.iso3", { required: true, onlyNew: true }),
    line("part1", "field.part1"),
    line("part2b", "field.part2b"),
    line("part2t", "field.part2t"),
    { name: "scope", label: "field.scope", widget: { as: "choice", of: "scope", values: Object.values(LanguageScope), optional: true } },
    { name: "type", label: "field.type", widget: { as: "choice", of: "languageType", values: Object.values(LanguageType), optional: true } },
  ),
};

const agent: FormKind = {
  thing: "thing.agent",
  by: "slug",
  level: false,
  ...forms(AgentFormDocument, UpdateAgentDocument, CreateAgentDocument),
  groups: named(
    { name: "kind", label: "field.kind", widget: { as: "choice", of: "agent", values: Object.values(AgentKind) } },
    date("lived", "field.lived"),
    { name: "webPage", label: "field.webPage", widget: { as: "web" } },
    { name: "image", label: "field.image", widget: { as: "web" } },
    line("imageCredit", "field.imageCredit"),
  ),
};

/** Forms by the first step of the record's address. */
export const FORMS: Record<string, FormKind> = {
  items: item,
  collections: collection,
  corpora: corpus,
  fonds,
  places: place,
  instruments: instrument,
  groups: population,
  languages: language,
  agents: agent,
};
