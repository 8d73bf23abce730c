/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How far a record is open to the public. */
export enum AccessLevel {
  /** Both the description and the sound are open. */
  Full = 'FULL',
  /** The description is shown, the sound is not. */
  Metadata = 'METADATA',
  /** A collection's own: each of its items says for itself. */
  Mixed = 'MIXED',
  /** Nothing is shown: for staff only. */
  None = 'NONE'
}

/** What sort of agent somebody is. */
export enum AgentKind {
  /** An institution or company. */
  Body = 'BODY',
  /** An ensemble, family or team. */
  Group = 'GROUP',
  /** One human being. */
  Person = 'PERSON'
}

/** What an agent did for a record. */
export enum AgentRole {
  /** Made the words that are performed. */
  Author = 'AUTHOR',
  /** Brought the recording together. */
  Collector = 'COLLECTOR',
  /** Made the music that is performed. */
  Composer = 'COMPOSER',
  /** Took part in some other way. */
  Contributor = 'CONTRIBUTOR',
  /** Brought the whole into being. */
  Creator = 'CREATOR',
  /** Left the recording in our care. */
  Depositor = 'DEPOSITOR',
  /** Wrote the description. */
  Describer = 'DESCRIBER',
  /** Made the digital copy. */
  Digitiser = 'DIGITISER',
  /** Gave the recording to the archive. */
  Donor = 'DONOR',
  /** Paid for the work. */
  Funder = 'FUNDER',
  /** Told what the record says. */
  Informant = 'INFORMANT',
  /** Is heard: sings, plays, speaks. */
  Performer = 'PERFORMER',
  /** Brought the recording out. */
  Publisher = 'PUBLISHER',
  /** Held the microphone. */
  Recordist = 'RECORDIST',
  /** Holds rights in it. */
  RightsHolder = 'RIGHTS_HOLDER',
  /** Led the research it comes from. */
  Scientist = 'SCIENTIST',
  /** Is heard speaking. */
  Speaker = 'SPEAKER',
  /** Said it in another language. */
  Translator = 'TRANSLATOR'
}

/** An upload that becomes part of a record, here or made anew. */
export type AttachUploadInput = {
  /** Start the default analysis of the item. */
  analyse?: boolean;
  /** Where it ends in the file, in seconds; else at its end. */
  end?: number | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** The id of the item; or describe a new one. */
  item?: string | number | null | undefined;
  /** Leave the upload waiting, for another stretch of it is another item's. */
  keepWaiting?: boolean;
  /** What the part is, such as side A, voice or drums. */
  label?: string | null | undefined;
  /** A new item for it; or name one by its id. */
  newItem?: NewItemInput | null | undefined;
  /** Its place among the item's parts, from 1; those from there on move by one. */
  position?: number | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Where the item's sound begins in the file, in seconds. */
  start?: number | null | undefined;
  /** 0 for what is heard first; others run beside it on the same timeline. */
  stem?: number;
  /** The id of the upload. */
  upload: string | number;
};

/** Which run to stop. */
export type CancelRunInput = {
  /** The id of the run that is to stop. */
  run: string | number;
};

/** How well a carrier is preserved. */
export enum CarrierCondition {
  /** To be copied now or never. */
  Critical = 'CRITICAL',
  /** Worn, and plays without trouble. */
  Fair = 'FAIR',
  /** As it should be. */
  Good = 'GOOD',
  /** It is not there any more. */
  Lost = 'LOST',
  /** Damaged, and plays with care. */
  Poor = 'POOR'
}

/** What a concept says of a record. */
export type ConceptCondition = {
  /** That concept, or one below it in its vocabulary; null for any at all. */
  slug?: string | null | undefined;
  /** What it says, such as keyword; each use has its vocabulary. */
  use: string;
};

/** Conditions on concepts; all those that are given must hold. */
export type ConceptFilter = {
  /** Only those that are linked to another authority's list, or only the others. */
  hasMatches?: boolean | null | undefined;
  /** Only those that a record uses which you may see, or only the others. */
  inUse?: boolean | null | undefined;
  /** Only those that stand under no other, or only those that do. */
  isRoot?: boolean | null | undefined;
  /** Only those whose notation begins with this. */
  notation?: string | null | undefined;
  /** Only those that stand directly under the one of this slug. */
  parent?: string | null | undefined;
  /** Only those one of whose names holds this, whatever accents and case. */
  text?: string | null | undefined;
  /** Only those that stand anywhere under the one of this slug. */
  within?: string | null | undefined;
};

/** Whether a carrier waits for its digitisation. */
export enum DigitisationState {
  /** It has been digitised. */
  Done = 'DONE',
  /** It cannot be played any more. */
  Impossible = 'IMPOSSIBLE',
  /** A copy exists elsewhere. */
  NotNeeded = 'NOT_NEEDED',
  /** It is being digitised. */
  UnderWay = 'UNDER_WAY',
  /** It is to be digitised. */
  Waiting = 'WAITING'
}

/** An upload that is to be let go. */
export type DiscardUploadInput = {
  /** The id of the upload. */
  upload: string | number;
};

/** What could be read of a file. */
export enum Integrity {
  /** It was read to its end. */
  Ok = 'OK',
  /** It is damaged: what could be read is kept. */
  Partial = 'PARTIAL'
}

/** Conditions on items; all those that are given must hold. */
export type ItemFilter = {
  /** The effective level for the public: full, metadata or none. */
  access?: AccessLevel | null | undefined;
  /** The slug of somebody who had a part in it that is for your eyes. */
  agent?: string | null | undefined;
  /** Every one of these must hold. */
  allOf?: Array<ItemFilter> | null | undefined;
  /** At least one of these must hold. */
  anyOf?: Array<ItemFilter> | null | undefined;
  /** The code of the collection that holds the item. */
  collection?: string | null | undefined;
  /** A concept that describes it, or a wider one of its vocabulary. */
  concept?: ConceptCondition | null | undefined;
  /** Words that description, summary or context hold, whatever accents and case. */
  description?: string | null | undefined;
  /** Whether a sound has been deposited for the record. */
  hasSound?: boolean | null | undefined;
  /** The slug of the institution that keeps it, or its collection. */
  holder?: string | null | undefined;
  /** A number that it bears elsewhere, or an old code, to the letter. */
  identifier?: string | null | undefined;
  /** Only these, by their global ids, 500 at most. */
  ids?: Array<string | number> | null | undefined;
  /** The slug of an instrument that is heard, or of a class of them. */
  instrument?: string | null | undefined;
  /** The ISO 639-3 code of a language that is heard. */
  language?: string | null | undefined;
  /** This must not hold. */
  not?: ItemFilter | null | undefined;
  /** The slug of a place: recorded there or anywhere within. */
  place?: string | null | undefined;
  /** The slug of a group that it concerns, or of one that holds it. */
  population?: string | null | undefined;
  /** Recorded on this day or later, as far as the date is known. */
  recordedFrom?: unknown;
  /** Recorded on this day or earlier, as far as the date is known. */
  recordedTo?: unknown;
  /** Drafts, published or withdrawn ones; others see published ones. */
  state?: RecordState | null | undefined;
  /** Words that title, original title or codes hold, whatever accents and case. */
  text?: string | null | undefined;
};

/** The orders of a list of items. */
export enum ItemOrder {
  /** By code from A to Z; those without last. */
  Code = 'CODE',
  /** By the last change of the record, latest first. */
  Modified = 'MODIFIED',
  /** By the moment of description, newest records first. */
  Newest = 'NEWEST',
  /** By recording date, earliest first; undated ones last. */
  Recorded = 'RECORDED',
  /** By recording date, latest first; undated ones last. */
  RecordedLatest = 'RECORDED_LATEST',
  /** By title from A to Z. */
  Title = 'TITLE'
}

/** What a language's code stands for, by ISO 639-3. */
export enum LanguageScope {
  /** One language. */
  Individual = 'INDIVIDUAL',
  /** Several that are sometimes taken for one. */
  Macrolanguage = 'MACROLANGUAGE',
  /** None, several, or an unknown one. */
  Special = 'SPECIAL'
}

/** Whether a language is spoken, by ISO 639-3. */
export enum LanguageType {
  /** Died out more than a thousand years ago. */
  Ancient = 'ANCIENT',
  /** Made by somebody, such as Esperanto. */
  Constructed = 'CONSTRUCTED',
  /** Died out in recent times. */
  Extinct = 'EXTINCT',
  /** An earlier form of a living language. */
  Historical = 'HISTORICAL',
  /** Spoken today. */
  Living = 'LIVING',
  /** None of these: a code for special use. */
  Special = 'SPECIAL'
}

/** How well another authority's entry fits, in SKOS's own terms. */
export enum MatchKind {
  /** The other is wider. */
  Broad = 'BROAD',
  /** It is the same for most purposes. */
  Close = 'CLOSE',
  /** It is the same thing. */
  Exact = 'EXACT',
  /** The other is narrower. */
  Narrow = 'NARROW',
  /** The other has to do with it. */
  Related = 'RELATED'
}

/** What sort of name it is, beside the one that a term goes by. */
export enum NameKind {
  /** Another name that is in use. */
  Alternative = 'ALTERNATIVE',
  /** A name from another time. */
  Former = 'FORMER',
  /** A misspelling, by which searches find it. Seen by staff alone. */
  Hidden = 'HIDDEN',
  /** The one to show in its language. */
  Preferred = 'PREFERRED',
  /** The name written in another script. */
  Transliteration = 'TRANSLITERATION'
}

/** A record to be made for an uploaded sound. */
export type NewItemInput = {
  /** Its code, as the archive's policy has it; none is possible. */
  code?: string | null | undefined;
  /** The code of the collection that it joins. */
  collection: string;
  /** Give it the next free code of its collection instead. */
  mintCode?: boolean;
  /** Its title; all else can be described later. */
  title: string;
};

/** What sort of thing an output is. */
export enum OutputKind {
  /** A curve: values at regular times. */
  Frames = 'FRAMES',
  /** One word or short text. */
  Label = 'LABEL',
  /** A sound or picture file. */
  Media = 'MEDIA',
  /** A picture in tiles, for the player. */
  Tiles = 'TILES',
  /** One number with its unit. */
  Value = 'VALUE'
}

/** What sort of place it is. */
export enum PlaceKind {
  /** One of the large land masses. */
  Continent = 'CONTINENT',
  /** A state, with its ISO 3166-1 code. */
  Country = 'COUNTRY',
  /** An administrative part of a state. */
  Division = 'DIVISION',
  /** Several countries, or a part of one. */
  Region = 'REGION',
  /** A town, village or camp. */
  Settlement = 'SETTLEMENT',
  /** A spot: a well, a forest, a building. */
  Site = 'SITE',
  /** A sea, a lake or a river. */
  Water = 'WATER'
}

/** Where a record stands between its first words and its end. */
export enum RecordState {
  /** It lies in the bin, to be restored. */
  Deleted = 'DELETED',
  /** It is being written: for staff. */
  Draft = 'DRAFT',
  /** It is shown as its level allows. */
  Published = 'PUBLISHED',
  /** It was public and is so no more: for staff. */
  Withdrawn = 'WITHDRAWN'
}

/** Where a run, or an item in it, stands. */
export enum RunStatus {
  /** Somebody stopped it. */
  Cancelled = 'CANCELLED',
  /** Everything that was asked is there. */
  Done = 'DONE',
  /** Some or all of it could not be made. */
  Failed = 'FAILED',
  /** Given up: it brought down its worker three times. */
  Quarantined = 'QUARANTINED',
  /** Waits for a worker. */
  Queued = 'QUEUED',
  /** A worker is at it. */
  Running = 'RUNNING'
}

/** A file to be taken in. */
export type StageUploadInput = {
  /** The file itself, in a multipart request; its bytes say what it is. */
  file: unknown;
};

/** What to analyse, and how. */
export type StartRunInput = {
  /** A key of your own: asking again under it gives the same run, not another. */
  idempotencyKey?: string | null | undefined;
  /** The ids of the items to analyse: 1 to 500 of them. */
  items: Array<string | number>;
  /** The slug of the preset that says which processors run. */
  preset?: string;
};

/** What a track says about the sound. */
export enum TrackKind {
  /** Terms of a vocabulary for what sounds when. */
  Labels = 'LABELS',
  /** The words that are sung. */
  Lyrics = 'LYRICS',
  /** Moments and stretches that somebody marked and named. */
  Markers = 'MARKERS',
  /** The words that are spoken. */
  Transcript = 'TRANSCRIPT',
  /** The words that are heard, in another language. */
  Translation = 'TRANSLATION'
}

/** Why you cannot hear an item. */
export enum WithheldReason {
  /** The sound is closed until a date, then opens by itself. */
  Embargo = 'EMBARGO',
  /** The item or its collection opens its description only. */
  Level = 'LEVEL',
  /** No sound has been deposited for this record. */
  NoSound = 'NO_SOUND'
}

export type CollectionRowFragment = { id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } };

export type ItemRowFragment = { id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> };

type LevelRow_Collection_Fragment = { id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string };

type LevelRow_Corpus_Fragment = { id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string };

type LevelRow_Fonds_Fragment = { id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string };

export type LevelRowFragment =
  | LevelRow_Collection_Fragment
  | LevelRow_Corpus_Fragment
  | LevelRow_Fonds_Fragment
;

type TitleTexts_Collection_Fragment = { title: string, languageOfDescription: string | null, en: string, fr: string, es: string };

type TitleTexts_Corpus_Fragment = { title: string, languageOfDescription: string | null, en: string, fr: string, es: string };

type TitleTexts_Fonds_Fragment = { title: string, languageOfDescription: string | null, en: string, fr: string, es: string };

type TitleTexts_Item_Fragment = { title: string, languageOfDescription: string | null, en: string, fr: string, es: string };

export type TitleTextsFragment =
  | TitleTexts_Collection_Fragment
  | TitleTexts_Corpus_Fragment
  | TitleTexts_Fonds_Fragment
  | TitleTexts_Item_Fragment
;

type RecordFacts_Collection_Fragment = { id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, translations: Array<{ field: string, language: string, text: string }> };

type RecordFacts_Corpus_Fragment = { id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, translations: Array<{ field: string, language: string, text: string }> };

type RecordFacts_Fonds_Fragment = { id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, translations: Array<{ field: string, language: string, text: string }> };

type RecordFacts_Item_Fragment = { id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, translations: Array<{ field: string, language: string, text: string }> };

export type RecordFactsFragment =
  | RecordFacts_Collection_Fragment
  | RecordFacts_Corpus_Fragment
  | RecordFacts_Fonds_Fragment
  | RecordFacts_Item_Fragment
;

export type ConceptHereFragment = { use: string, concept: { iri: string, slug: string, name: string } };

export type IdentifierHereFragment = { value: string, note: string | null, type: { name: string, slug: string } | null, valid: { edtf: string } | null };

export type ExtraHereFragment = { text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, unit: string | null }, concept: { iri: string, name: string } | null, agent: { iri: string, name: string } | null, place: { iri: string, name: string } | null };

export type MediaHereFragment = { title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, credit: string | null };

export type CarrierHereFragment = { iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string } }> };

export type SuggestPlacesQueryVariables = Exact<{
  text: string;
}>;


export type SuggestPlacesQuery = { places: { nodes: Array<{ slug: string, name: string, parents: Array<{ name: string }> }> } };

export type SuggestInstrumentsQueryVariables = Exact<{
  text: string;
}>;


export type SuggestInstrumentsQuery = { instruments: { nodes: Array<{ slug: string, name: string, hornbostelSachs: string | null }> } };

export type SuggestPopulationsQueryVariables = Exact<{
  text: string;
}>;


export type SuggestPopulationsQuery = { populations: { nodes: Array<{ slug: string, name: string }> } };

export type SuggestLanguagesQueryVariables = Exact<{
  text: string;
}>;


export type SuggestLanguagesQuery = { languages: { nodes: Array<{ slug: string, name: string }> } };

export type SuggestAgentsQueryVariables = Exact<{
  text: string;
}>;


export type SuggestAgentsQuery = { agents: { nodes: Array<{ slug: string, name: string, kind: AgentKind }> } };

export type SuggestCollectionsQueryVariables = Exact<{
  text: string;
}>;


export type SuggestCollectionsQuery = { search: { nodes: Array<{ node:
        | { __typename: 'Collection', code: string, title: string }
        | { __typename: 'Item' }
       }> } };

export type SuggestCorporaQueryVariables = Exact<{ [key: string]: never; }>;


export type SuggestCorporaQuery = { corpora: { nodes: Array<{ code: string, title: string }> } };

export type SuggestFondsQueryVariables = Exact<{ [key: string]: never; }>;


export type SuggestFondsQuery = { allFonds: { nodes: Array<{ code: string, title: string }> } };

export type PlaceOnMapFragment = { id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> };

export type AgentPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AgentPageQuery = { agent: { id: string, iri: string, slug: string, name: string, note: string | null, image: string | null, imageCredit: string | null, webPage: string | null, kind: AgentKind, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, lived: { edtf: string } | null, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type AgentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type AgentListQuery = { agents: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, kind: AgentKind, itemCount: number }> } };

export type ArchiveTreeQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ArchiveTreeQuery = { allFonds: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, corpora: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }> } }> } }> }, corpora: { totalCount: number }, collections: { totalCount: number } };

export type CollectionPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionPageQuery = { collection: { code: string, access: AccessLevel, alternativeTitle: string | null, originalCode: string | null, isPublishedEdition: boolean, publisherSerial: string | null, publisherReference: string | null, bookletAuthor: string | null, bookletDescription: string | null, externalReferences: string | null, conservationSite: string | null, alternativeCopies: string | null, carrierCount: number | null, approximateDuration: number | null, itemsDone: string | null, collectorIsCreator: boolean, opensWithAge: boolean, id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string } }>, identifiers: Array<{ value: string, note: string | null, type: { name: string, slug: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, unit: string | null }, concept: { iri: string, name: string } | null, agent: { iri: string, name: string } | null, place: { iri: string, name: string } | null }>, relatedMedia: Array<{ title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, credit: string | null }>, carriers: Array<{ iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string } }> }>, accession: { iri: string, code: string | null, title: string | null } | null, agents: Array<{ role: AgentRole, agent: { iri: string, name: string } }>, recorded: { edtf: string } | null, publishedIn: { edtf: string } | null, corpora: Array<{ id: string, iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }>, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, translations: Array<{ field: string, language: string, text: string }> } | null };

export type CollectionListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionListQuery = { collections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> } };

export type ConceptPageQueryVariables = Exact<{
  scheme: string;
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ConceptPageQuery = { concept: { id: string, iri: string, slug: string, name: string, note: string | null, notation: string | null, translations: Array<{ field: string, language: string, text: string }>, scheme: { iri: string, title: string } | null, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, parents: Array<{ id: string, iri: string, name: string }>, children: { totalCount: number, nodes: Array<{ id: string, iri: string, name: string, itemCount: number }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type CorpusListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CorpusListQuery = { corpora: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, collections: { totalCount: number } }> } };

export type CorpusPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CorpusPageQuery = { corpus: { code: string, access: AccessLevel, alternativeTitle: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string } }>, identifiers: Array<{ value: string, note: string | null, type: { name: string, slug: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, unit: string | null }, concept: { iri: string, name: string } | null, agent: { iri: string, name: string } | null, place: { iri: string, name: string } | null }>, relatedMedia: Array<{ title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, credit: string | null }>, agents: Array<{ role: AgentRole, agent: { iri: string, name: string } }>, recorded: { edtf: string } | null, fonds: Array<{ id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }>, collections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, translations: Array<{ field: string, language: string, text: string }> } | null };

export type UploadFactsFragment = { id: string, name: string | null, format: string, codec: string | null, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, problem: string | null, heldBy: Array<{ code: string | null, iri: string, title: string }> };

export type DepositQueryVariables = Exact<{
  first: number;
}>;


export type DepositQuery = { stagedUploads: { nodes: Array<{ id: string, name: string | null, format: string, codec: string | null, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, problem: string | null, heldBy: Array<{ code: string | null, iri: string, title: string }> }> } };

export type SuggestItemsQueryVariables = Exact<{
  text: string;
}>;


export type SuggestItemsQuery = { items: { nodes: Array<{ id: string, code: string | null, title: string }> } };

export type StageUploadMutationVariables = Exact<{
  input: StageUploadInput;
}>;


export type StageUploadMutation = { stageUpload:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'StageUploadPayload', upload: { id: string, name: string | null, format: string, codec: string | null, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, problem: string | null, heldBy: Array<{ code: string | null, iri: string, title: string }> } }
    | { __typename: 'ValidationError', message: string }
   };

export type AttachUploadMutationVariables = Exact<{
  input: AttachUploadInput;
}>;


export type AttachUploadMutation = { attachUpload:
    | { __typename: 'AttachUploadPayload', position: number, item: { id: string, code: string | null, title: string }, run: { id: string } | null }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type DiscardUploadMutationVariables = Exact<{
  input: DiscardUploadInput;
}>;


export type DiscardUploadMutation = { discardUpload:
    | { __typename: 'DiscardUploadPayload' }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
   };

export type FondsPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type FondsPageQuery = { fonds: { code: string, access: AccessLevel, alternativeTitle: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string } }>, identifiers: Array<{ value: string, note: string | null, type: { name: string, slug: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, unit: string | null }, concept: { iri: string, name: string } | null, agent: { iri: string, name: string } | null, place: { iri: string, name: string } | null }>, relatedMedia: Array<{ title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, credit: string | null }>, agents: Array<{ role: AgentRole, agent: { iri: string, name: string } }>, corpora: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, collections: { totalCount: number } }> }, translations: Array<{ field: string, language: string, text: string }> } | null };

export type HolderPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type HolderPageQuery = { holder: { id: string, iri: string, slug: string, name: string, description: string | null, address: string | null, email: string | null, webPage: string | null, provider: string | null, defaultLicence: string | null, defaultRecordLicence: string | null, translations: Array<{ field: string, language: string, text: string }>, agent: { iri: string, name: string } | null, country: { iri: string, name: string } | null, collections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> } } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { items: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, places: { totalCount: number, nodes: Array<{ id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> }> } };

export type InstrumentPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type InstrumentPageQuery = { instrument: { id: string, iri: string, slug: string, name: string, note: string | null, hornbostelSachs: string | null, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, vernacularNames: Array<{ name: string, language: string | null }>, parents: Array<{ id: string, iri: string, name: string }>, children: { totalCount: number, nodes: Array<{ id: string, iri: string, name: string, itemCount: number }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type InstrumentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type InstrumentListQuery = { instruments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, hornbostelSachs: string | null, itemCount: number }> } };

export type ItemPageQueryVariables = Exact<{
  code: string;
}>;


export type ItemPageQuery = { item: { code: string | null, originalTitle: string | null, originalCode: string | null, track: string | null, summary: string | null, placeComment: string | null, culturalArea: string | null, languageComment: string | null, contextComment: string | null, performanceMode: string | null, collectorSelection: string | null, creatorReference: string | null, externalReferences: string | null, approximateDuration: number | null, opensWithAge: boolean, credit: string | null, source: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string } }>, identifiers: Array<{ value: string, note: string | null, type: { name: string, slug: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, unit: string | null }, concept: { iri: string, name: string } | null, agent: { iri: string, name: string } | null, place: { iri: string, name: string } | null }>, relatedMedia: Array<{ title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, credit: string | null }>, carriers: Array<{ iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string } }> }>, tracks: Array<{ id: string, kind: TrackKind, title: string | null, language: string | null, annotations: { totalCount: number, nodes: Array<{ id: string, start: number, end: number | null, text: string | null }> } }>, digitised: { edtf: string } | null, publishedIn: { edtf: string } | null, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, withheld: WithheldReason | null, message: string | null }, collection: { id: string, iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, corpora: Array<{ id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }> } | null, place: { id: string, iri: string, name: string, ancestors: Array<{ id: string, iri: string, name: string, kind: PlaceKind }> } | null, populations: Array<{ id: string, iri: string, name: string }>, languages: Array<{ id: string, iri: string, name: string, slug: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, musicians: string | null, players: Array<{ agent: { iri: string, name: string } }>, instrument: { id: string, iri: string, name: string } | null }>, previous: { id: string, iri: string, title: string } | null, next: { id: string, iri: string, title: string } | null, parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }>, translations: Array<{ field: string, language: string, text: string }> } | null };

export type ItemPageByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemPageByIdQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'Collection' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', code: string | null, originalTitle: string | null, originalCode: string | null, track: string | null, summary: string | null, placeComment: string | null, culturalArea: string | null, languageComment: string | null, contextComment: string | null, performanceMode: string | null, collectorSelection: string | null, creatorReference: string | null, externalReferences: string | null, approximateDuration: number | null, opensWithAge: boolean, credit: string | null, source: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string } }>, identifiers: Array<{ value: string, note: string | null, type: { name: string, slug: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, unit: string | null }, concept: { iri: string, name: string } | null, agent: { iri: string, name: string } | null, place: { iri: string, name: string } | null }>, relatedMedia: Array<{ title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, credit: string | null }>, carriers: Array<{ iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string } }> }>, tracks: Array<{ id: string, kind: TrackKind, title: string | null, language: string | null, annotations: { totalCount: number, nodes: Array<{ id: string, start: number, end: number | null, text: string | null }> } }>, digitised: { edtf: string } | null, publishedIn: { edtf: string } | null, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, withheld: WithheldReason | null, message: string | null }, collection: { id: string, iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, corpora: Array<{ id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }> } | null, place: { id: string, iri: string, name: string, ancestors: Array<{ id: string, iri: string, name: string, kind: PlaceKind }> } | null, populations: Array<{ id: string, iri: string, name: string }>, languages: Array<{ id: string, iri: string, name: string, slug: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, musicians: string | null, players: Array<{ agent: { iri: string, name: string } }>, instrument: { id: string, iri: string, name: string } | null }>, previous: { id: string, iri: string, title: string } | null, next: { id: string, iri: string, title: string } | null, parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }>, translations: Array<{ field: string, language: string, text: string }> }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Track' }
   | null };

export type CurveFramesQueryVariables = Exact<{
  id: string | number;
  start: number;
  end: number;
  maxPoints: number;
}>;


export type CurveFramesQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'Collection' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Result', frames: { t0: number, period: number, count: number, values: unknown, minima: unknown, maxima: unknown } | null }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Track' }
   | null };

export type ItemFactsFragment = { code: string | null, originalTitle: string | null, originalCode: string | null, track: string | null, summary: string | null, placeComment: string | null, culturalArea: string | null, languageComment: string | null, contextComment: string | null, performanceMode: string | null, collectorSelection: string | null, creatorReference: string | null, externalReferences: string | null, approximateDuration: number | null, opensWithAge: boolean, credit: string | null, source: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: unknown, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string } }>, identifiers: Array<{ value: string, note: string | null, type: { name: string, slug: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, unit: string | null }, concept: { iri: string, name: string } | null, agent: { iri: string, name: string } | null, place: { iri: string, name: string } | null }>, relatedMedia: Array<{ title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, credit: string | null }>, carriers: Array<{ iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string } }> }>, tracks: Array<{ id: string, kind: TrackKind, title: string | null, language: string | null, annotations: { totalCount: number, nodes: Array<{ id: string, start: number, end: number | null, text: string | null }> } }>, digitised: { edtf: string } | null, publishedIn: { edtf: string } | null, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, withheld: WithheldReason | null, message: string | null }, collection: { id: string, iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, corpora: Array<{ id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }> } | null, place: { id: string, iri: string, name: string, ancestors: Array<{ id: string, iri: string, name: string, kind: PlaceKind }> } | null, populations: Array<{ id: string, iri: string, name: string }>, languages: Array<{ id: string, iri: string, name: string, slug: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, musicians: string | null, players: Array<{ agent: { iri: string, name: string } }>, instrument: { id: string, iri: string, name: string } | null }>, previous: { id: string, iri: string, title: string } | null, next: { id: string, iri: string, title: string } | null, translations: Array<{ field: string, language: string, text: string }> };

export type TileSetFieldsFragment = { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string };

export type ItemSoundFragment = { parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }> };

export type RunLineFragment = { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, createdAt: unknown, finishedAt: unknown, speed: number | null, eta: number | null };

export type ItemRunsQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemRunsQuery = { presets: Array<{ slug: string, name: string, description: string | null }>, node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'Collection' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', runs: { totalCount: number, nodes: Array<{ id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, createdAt: unknown, finishedAt: unknown, speed: number | null, eta: number | null }> } }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Track' }
   | null };

export type StartRunMutationVariables = Exact<{
  input: StartRunInput;
}>;


export type StartRunMutation = { startRun:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'StartRunPayload', run: { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, createdAt: unknown, finishedAt: unknown, speed: number | null, eta: number | null } }
    | { __typename: 'ValidationError', message: string }
   };

export type CancelRunMutationVariables = Exact<{
  input: CancelRunInput;
}>;


export type CancelRunMutation = { cancelRun:
    | { __typename: 'CancelRunPayload', run: { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, createdAt: unknown, finishedAt: unknown, speed: number | null, eta: number | null } }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
   };

export type RunProgressSubscriptionVariables = Exact<{
  runId: string | number;
  after?: string | null | undefined;
}>;


export type RunProgressSubscription = { runProgress: { cursor: string, status: RunStatus, progress: number, stage: string | null } };

export type ItemListQueryVariables = Exact<{
  filter?: ItemFilter | null | undefined;
  order: ItemOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type ItemListQuery = { items: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, collections: { nodes: Array<{ id: string, code: string, title: string }> } };

export type LanguagePageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type LanguagePageQuery = { language: { id: string, iri: string, slug: string, name: string, note: string | null, part1: string | null, part2b: string | null, part2t: string | null, scope: LanguageScope | null, type: LanguageType | null, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type LanguageListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type LanguageListQuery = { languages: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, slug: string, itemCount: number }> } };

export type PlacePageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PlacePageQuery = { place: { countryCode: string | null, note: string | null, id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, type: { iri: string, name: string } | null, parents: Array<{ id: string, iri: string, name: string }>, children: { nodes: Array<{ id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> } | null };

export type PlaceListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PlaceListQuery = { places: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, parents: Array<{ slug: string }>, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> }> } };

export type PopulationPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PopulationPageQuery = { population: { id: string, iri: string, slug: string, name: string, note: string | null, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, parents: Array<{ iri: string, id: string, name: string }>, children: { totalCount: number, nodes: Array<{ id: string, iri: string, name: string, itemCount: number }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type PopulationListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type PopulationListQuery = { populations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, itemCount: number }> } };

export type SchemePageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
  filter?: ConceptFilter | null | undefined;
}>;


export type SchemePageQuery = { scheme: { id: string, iri: string, slug: string, title: string, description: string | null, source: string | null, translations: Array<{ field: string, language: string, text: string }>, concepts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, notation: string | null, itemCount: number, children: { totalCount: number, nodes: Array<{ id: string, iri: string, name: string, notation: string | null, itemCount: number }> } }> } } | null };

export type VocabulariesQueryVariables = Exact<{ [key: string]: never; }>;


export type VocabulariesQuery = { instruments: { totalCount: number }, populations: { totalCount: number }, languages: { totalCount: number }, agents: { totalCount: number }, places: { totalCount: number }, schemes: { nodes: Array<{ id: string, iri: string, title: string, conceptCount: number, translations: Array<{ field: string, language: string, text: string }> }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const TitleTextsFragmentDoc = new TypedDocumentString(`
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
    `, {"fragmentName":"TitleTexts"}) as unknown as TypedDocumentString<TitleTextsFragment, unknown>;
export const CollectionRowFragmentDoc = new TypedDocumentString(`
    fragment CollectionRow on Collection {
  id
  iri
  code
  ...TitleTexts
  access
  items(first: 0) {
    totalCount
  }
}
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`, {"fragmentName":"CollectionRow"}) as unknown as TypedDocumentString<CollectionRowFragment, unknown>;
export const ItemRowFragmentDoc = new TypedDocumentString(`
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`, {"fragmentName":"ItemRow"}) as unknown as TypedDocumentString<ItemRowFragment, unknown>;
export const LevelRowFragmentDoc = new TypedDocumentString(`
    fragment LevelRow on Level {
  id
  iri
  code
  ...TitleTexts
  access
}
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`, {"fragmentName":"LevelRow"}) as unknown as TypedDocumentString<LevelRowFragment, unknown>;
export const PlaceOnMapFragmentDoc = new TypedDocumentString(`
    fragment PlaceOnMap on Place {
  id
  iri
  slug
  name
  kind
  itemCount
  coordinates {
    latitude
    longitude
  }
  ancestors(first: 30) {
    slug
  }
}
    `, {"fragmentName":"PlaceOnMap"}) as unknown as TypedDocumentString<PlaceOnMapFragment, unknown>;
export const UploadFactsFragmentDoc = new TypedDocumentString(`
    fragment UploadFacts on StagedUpload {
  id
  name
  format
  codec
  sampleRate
  channels
  bitDepth
  duration
  byteSize
  problem
  heldBy(first: 5) {
    code
    iri
    title
  }
}
    `, {"fragmentName":"UploadFacts"}) as unknown as TypedDocumentString<UploadFactsFragment, unknown>;
export const RecordFactsFragmentDoc = new TypedDocumentString(`
    fragment RecordFacts on Record {
  id
  iri
  state
  version
  publishedAt
  title
  description
  languageOfDescription
  translations {
    field
    language
    text
  }
  accessReason
  licence
  recordLicence
  comment
  archivistNotes
}
    `, {"fragmentName":"RecordFacts"}) as unknown as TypedDocumentString<RecordFactsFragment, unknown>;
export const ConceptHereFragmentDoc = new TypedDocumentString(`
    fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    name
  }
}
    `, {"fragmentName":"ConceptHere"}) as unknown as TypedDocumentString<ConceptHereFragment, unknown>;
export const IdentifierHereFragmentDoc = new TypedDocumentString(`
    fragment IdentifierHere on Identifier {
  value
  note
  type {
    name
    slug
  }
  valid {
    edtf
  }
}
    `, {"fragmentName":"IdentifierHere"}) as unknown as TypedDocumentString<IdentifierHereFragment, unknown>;
export const ExtraHereFragmentDoc = new TypedDocumentString(`
    fragment ExtraHere on ExtraValue {
  field {
    label
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    name
  }
  agent {
    iri
    name
  }
  place {
    iri
    name
  }
}
    `, {"fragmentName":"ExtraHere"}) as unknown as TypedDocumentString<ExtraHereFragment, unknown>;
export const MediaHereFragmentDoc = new TypedDocumentString(`
    fragment MediaHere on RelatedMedia {
  title
  description
  date
  mimeType
  url
  credit
}
    `, {"fragmentName":"MediaHere"}) as unknown as TypedDocumentString<MediaHereFragment, unknown>;
export const CarrierHereFragmentDoc = new TypedDocumentString(`
    fragment CarrierHere on Carrier {
  iri
  code
  title
  condition
  digitisation
  copyOf {
    iri
    code
  }
  concepts(use: "physical_format", first: 5) {
    concept {
      iri
      name
    }
  }
}
    `, {"fragmentName":"CarrierHere"}) as unknown as TypedDocumentString<CarrierHereFragment, unknown>;
export const ItemFactsFragmentDoc = new TypedDocumentString(`
    fragment ItemFacts on Item {
  ...RecordFacts
  code
  originalTitle
  originalCode
  track
  holder {
    iri
    name
  }
  agreement {
    iri
    publicSummary
  }
  concepts(first: 100) {
    ...ConceptHere
  }
  identifiers(first: 20) {
    ...IdentifierHere
  }
  extraValues(first: 50) {
    ...ExtraHere
  }
  relatedMedia(first: 20) {
    ...MediaHere
  }
  carriers(first: 20) {
    ...CarrierHere
  }
  tracks(first: 10) {
    id
    kind
    title
    language
    annotations(first: 100) {
      totalCount
      nodes {
        id
        start
        end
        text
      }
    }
  }
  summary
  placeComment
  culturalArea
  languageComment
  contextComment
  performanceMode
  collectorSelection
  creatorReference
  externalReferences
  approximateDuration
  opensWithAge
  digitised {
    edtf
  }
  publishedIn {
    edtf
  }
  credit
  source
  recorded {
    edtf
  }
  access {
    level
    canListen
    withheld
    message
  }
  collection {
    id
    iri
    code
    ...TitleTexts
    corpora(first: 5) {
      id
      iri
      ...TitleTexts
    }
  }
  place {
    id
    iri
    name
    ancestors(first: 20) {
      id
      iri
      name
      kind
    }
  }
  populations(first: 20) {
    id
    iri
    name
  }
  languages(first: 20) {
    id
    iri
    name
    slug
  }
  agents(first: 50) {
    role
    agent {
      id
      iri
      name
    }
  }
  performances(first: 50) {
    count
    vernacularName
    musicians
    players(first: 20) {
      agent {
        iri
        name
      }
    }
    instrument {
      id
      iri
      name
    }
  }
  previous {
    id
    iri
    title
  }
  next {
    id
    iri
    title
  }
}
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
fragment RecordFacts on Record {
  id
  iri
  state
  version
  publishedAt
  title
  description
  languageOfDescription
  translations {
    field
    language
    text
  }
  accessReason
  licence
  recordLicence
  comment
  archivistNotes
}
fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    name
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    name
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    name
  }
  agent {
    iri
    name
  }
  place {
    iri
    name
  }
}
fragment MediaHere on RelatedMedia {
  title
  description
  date
  mimeType
  url
  credit
}
fragment CarrierHere on Carrier {
  iri
  code
  title
  condition
  digitisation
  copyOf {
    iri
    code
  }
  concepts(use: "physical_format", first: 5) {
    concept {
      iri
      name
    }
  }
}`, {"fragmentName":"ItemFacts"}) as unknown as TypedDocumentString<ItemFactsFragment, unknown>;
export const TileSetFieldsFragmentDoc = new TypedDocumentString(`
    fragment TileSetFields on TileSet {
  kind
  base
  factor
  tile
  levels
  channels
  sampleRate
  hop
  bands
  minDb
  duration
  urlTemplate
}
    `, {"fragmentName":"TileSetFields"}) as unknown as TypedDocumentString<TileSetFieldsFragment, unknown>;
export const ItemSoundFragmentDoc = new TypedDocumentString(`
    fragment ItemSound on Item {
  parts(first: 1) {
    duration
    file {
      format
      codec
      mimeType
      sampleRate
      channels
      bitDepth
      duration
      byteSize
      sha256
      integrity
      integrityNote
    }
  }
  audio {
    url
    mimeType
    duration
    timeFactor
  }
  waveform {
    ...TileSetFields
  }
  spectrogram {
    ...TileSetFields
  }
  results(first: 100) {
    id
    iri
    processor
    version
    name
    kind
    value
    label
    unit
  }
}
    fragment TileSetFields on TileSet {
  kind
  base
  factor
  tile
  levels
  channels
  sampleRate
  hop
  bands
  minDb
  duration
  urlTemplate
}`, {"fragmentName":"ItemSound"}) as unknown as TypedDocumentString<ItemSoundFragment, unknown>;
export const RunLineFragmentDoc = new TypedDocumentString(`
    fragment RunLine on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  createdAt
  finishedAt
  speed
  eta
}
    `, {"fragmentName":"RunLine"}) as unknown as TypedDocumentString<RunLineFragment, unknown>;
export const SuggestPlacesDocument = new TypedDocumentString(`
    query SuggestPlaces($text: String!) {
  places(first: 10, filter: {text: $text}) {
    nodes {
      slug
      name
      parents(first: 2) {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestPlacesQuery, SuggestPlacesQueryVariables>;
export const SuggestInstrumentsDocument = new TypedDocumentString(`
    query SuggestInstruments($text: String!) {
  instruments(first: 10, text: $text) {
    nodes {
      slug
      name
      hornbostelSachs
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestInstrumentsQuery, SuggestInstrumentsQueryVariables>;
export const SuggestPopulationsDocument = new TypedDocumentString(`
    query SuggestPopulations($text: String!) {
  populations(first: 10, text: $text) {
    nodes {
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestPopulationsQuery, SuggestPopulationsQueryVariables>;
export const SuggestLanguagesDocument = new TypedDocumentString(`
    query SuggestLanguages($text: String!) {
  languages(first: 10, text: $text) {
    nodes {
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestLanguagesQuery, SuggestLanguagesQueryVariables>;
export const SuggestAgentsDocument = new TypedDocumentString(`
    query SuggestAgents($text: String!) {
  agents(first: 10, text: $text) {
    nodes {
      slug
      name
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestAgentsQuery, SuggestAgentsQueryVariables>;
export const SuggestCollectionsDocument = new TypedDocumentString(`
    query SuggestCollections($text: String!) {
  search(query: $text, first: 20) {
    nodes {
      node {
        __typename
        ... on Collection {
          code
          title
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestCollectionsQuery, SuggestCollectionsQueryVariables>;
export const SuggestCorporaDocument = new TypedDocumentString(`
    query SuggestCorpora {
  corpora(first: 100, order: TITLE) {
    nodes {
      code
      title
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestCorporaQuery, SuggestCorporaQueryVariables>;
export const SuggestFondsDocument = new TypedDocumentString(`
    query SuggestFonds {
  allFonds(first: 100, order: TITLE) {
    nodes {
      code
      title
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestFondsQuery, SuggestFondsQueryVariables>;
export const AgentPageDocument = new TypedDocumentString(`
    query AgentPage($slug: String!, $first: Int!, $after: String) {
  agent(slug: $slug) {
    id
    iri
    slug
    name
    note
    translations {
      field
      language
      text
    }
    matches(first: 50) {
      iri
      kind
    }
    names(first: 50) {
      name
      language
      kind
      used {
        edtf
      }
    }
    lived {
      edtf
    }
    image
    imageCredit
    webPage
    kind
    items(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ItemRow
      }
    }
  }
}
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<AgentPageQuery, AgentPageQueryVariables>;
export const AgentListDocument = new TypedDocumentString(`
    query AgentList($first: Int!, $after: String, $text: String) {
  agents(first: $first, after: $after, text: $text) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      name
      kind
      itemCount
    }
  }
}
    `) as unknown as TypedDocumentString<AgentListQuery, AgentListQueryVariables>;
export const ArchiveTreeDocument = new TypedDocumentString(`
    query ArchiveTree($first: Int!, $after: String) {
  allFonds(first: $first, after: $after, order: TITLE) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...LevelRow
      corpora(first: 20) {
        totalCount
        nodes {
          ...LevelRow
          collections(first: 20) {
            totalCount
            nodes {
              ...LevelRow
            }
          }
        }
      }
    }
  }
  corpora(first: 0) {
    totalCount
  }
  collections(first: 0) {
    totalCount
  }
}
    fragment LevelRow on Level {
  id
  iri
  code
  ...TitleTexts
  access
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<ArchiveTreeQuery, ArchiveTreeQueryVariables>;
export const CollectionPageDocument = new TypedDocumentString(`
    query CollectionPage($code: String!, $first: Int!, $after: String) {
  collection(code: $code) {
    ...RecordFacts
    code
    access
    alternativeTitle
    holder {
      iri
      name
    }
    agreement {
      iri
      publicSummary
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    identifiers(first: 20) {
      ...IdentifierHere
    }
    extraValues(first: 50) {
      ...ExtraHere
    }
    relatedMedia(first: 20) {
      ...MediaHere
    }
    carriers(first: 20) {
      ...CarrierHere
    }
    accession {
      iri
      code
      title
    }
    agents(first: 50) {
      role
      agent {
        iri
        name
      }
    }
    originalCode
    recorded {
      edtf
    }
    publishedIn {
      edtf
    }
    isPublishedEdition
    publisherSerial
    publisherReference
    bookletAuthor
    bookletDescription
    externalReferences
    conservationSite
    alternativeCopies
    carrierCount
    approximateDuration
    itemsDone
    collectorIsCreator
    opensWithAge
    corpora(first: 20) {
      id
      iri
      code
      ...TitleTexts
    }
    items(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ItemRow
      }
    }
  }
}
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
fragment RecordFacts on Record {
  id
  iri
  state
  version
  publishedAt
  title
  description
  languageOfDescription
  translations {
    field
    language
    text
  }
  accessReason
  licence
  recordLicence
  comment
  archivistNotes
}
fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    name
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    name
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    name
  }
  agent {
    iri
    name
  }
  place {
    iri
    name
  }
}
fragment MediaHere on RelatedMedia {
  title
  description
  date
  mimeType
  url
  credit
}
fragment CarrierHere on Carrier {
  iri
  code
  title
  condition
  digitisation
  copyOf {
    iri
    code
  }
  concepts(use: "physical_format", first: 5) {
    concept {
      iri
      name
    }
  }
}`) as unknown as TypedDocumentString<CollectionPageQuery, CollectionPageQueryVariables>;
export const CollectionListDocument = new TypedDocumentString(`
    query CollectionList($first: Int!, $after: String) {
  collections(first: $first, after: $after, order: TITLE) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...CollectionRow
    }
  }
}
    fragment CollectionRow on Collection {
  id
  iri
  code
  ...TitleTexts
  access
  items(first: 0) {
    totalCount
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<CollectionListQuery, CollectionListQueryVariables>;
export const ConceptPageDocument = new TypedDocumentString(`
    query ConceptPage($scheme: String!, $slug: String!, $first: Int!, $after: String) {
  concept(scheme: $scheme, slug: $slug) {
    id
    iri
    slug
    name
    note
    translations {
      field
      language
      text
    }
    notation
    scheme {
      iri
      title
    }
    matches(first: 50) {
      iri
      kind
    }
    names(first: 50) {
      name
      language
      kind
      used {
        edtf
      }
    }
    parents(first: 10) {
      id
      iri
      name
    }
    children(first: 100) {
      totalCount
      nodes {
        id
        iri
        name
        itemCount
      }
    }
    items(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ItemRow
      }
    }
  }
}
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<ConceptPageQuery, ConceptPageQueryVariables>;
export const CorpusListDocument = new TypedDocumentString(`
    query CorpusList($first: Int!, $after: String) {
  corpora(first: $first, after: $after, order: TITLE) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...LevelRow
      collections(first: 0) {
        totalCount
      }
    }
  }
}
    fragment LevelRow on Level {
  id
  iri
  code
  ...TitleTexts
  access
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<CorpusListQuery, CorpusListQueryVariables>;
export const CorpusPageDocument = new TypedDocumentString(`
    query CorpusPage($code: String!, $first: Int!, $after: String) {
  corpus(code: $code) {
    ...RecordFacts
    code
    access
    alternativeTitle
    holder {
      iri
      name
    }
    agreement {
      iri
      publicSummary
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    identifiers(first: 20) {
      ...IdentifierHere
    }
    extraValues(first: 50) {
      ...ExtraHere
    }
    relatedMedia(first: 20) {
      ...MediaHere
    }
    agents(first: 50) {
      role
      agent {
        iri
        name
      }
    }
    recorded {
      edtf
    }
    fonds(first: 20) {
      id
      iri
      ...TitleTexts
    }
    collections(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CollectionRow
      }
    }
  }
}
    fragment CollectionRow on Collection {
  id
  iri
  code
  ...TitleTexts
  access
  items(first: 0) {
    totalCount
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
fragment RecordFacts on Record {
  id
  iri
  state
  version
  publishedAt
  title
  description
  languageOfDescription
  translations {
    field
    language
    text
  }
  accessReason
  licence
  recordLicence
  comment
  archivistNotes
}
fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    name
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    name
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    name
  }
  agent {
    iri
    name
  }
  place {
    iri
    name
  }
}
fragment MediaHere on RelatedMedia {
  title
  description
  date
  mimeType
  url
  credit
}`) as unknown as TypedDocumentString<CorpusPageQuery, CorpusPageQueryVariables>;
export const DepositDocument = new TypedDocumentString(`
    query Deposit($first: Int!) {
  stagedUploads(first: $first) {
    nodes {
      ...UploadFacts
    }
  }
}
    fragment UploadFacts on StagedUpload {
  id
  name
  format
  codec
  sampleRate
  channels
  bitDepth
  duration
  byteSize
  problem
  heldBy(first: 5) {
    code
    iri
    title
  }
}`) as unknown as TypedDocumentString<DepositQuery, DepositQueryVariables>;
export const SuggestItemsDocument = new TypedDocumentString(`
    query SuggestItems($text: String!) {
  items(first: 10, filter: {text: $text}) {
    nodes {
      id
      code
      title
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestItemsQuery, SuggestItemsQueryVariables>;
export const StageUploadDocument = new TypedDocumentString(`
    mutation StageUpload($input: StageUploadInput!) {
  stageUpload(input: $input) {
    __typename
    ... on StageUploadPayload {
      upload {
        ...UploadFacts
      }
    }
    ... on Error {
      message
    }
  }
}
    fragment UploadFacts on StagedUpload {
  id
  name
  format
  codec
  sampleRate
  channels
  bitDepth
  duration
  byteSize
  problem
  heldBy(first: 5) {
    code
    iri
    title
  }
}`) as unknown as TypedDocumentString<StageUploadMutation, StageUploadMutationVariables>;
export const AttachUploadDocument = new TypedDocumentString(`
    mutation AttachUpload($input: AttachUploadInput!) {
  attachUpload(input: $input) {
    __typename
    ... on AttachUploadPayload {
      position
      item {
        id
        code
        title
      }
      run {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AttachUploadMutation, AttachUploadMutationVariables>;
export const DiscardUploadDocument = new TypedDocumentString(`
    mutation DiscardUpload($input: DiscardUploadInput!) {
  discardUpload(input: $input) {
    __typename
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DiscardUploadMutation, DiscardUploadMutationVariables>;
export const FondsPageDocument = new TypedDocumentString(`
    query FondsPage($code: String!, $first: Int!, $after: String) {
  fonds(code: $code) {
    ...RecordFacts
    code
    access
    alternativeTitle
    holder {
      iri
      name
    }
    agreement {
      iri
      publicSummary
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    identifiers(first: 20) {
      ...IdentifierHere
    }
    extraValues(first: 50) {
      ...ExtraHere
    }
    relatedMedia(first: 20) {
      ...MediaHere
    }
    agents(first: 50) {
      role
      agent {
        iri
        name
      }
    }
    corpora(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...LevelRow
        collections(first: 0) {
          totalCount
        }
      }
    }
  }
}
    fragment LevelRow on Level {
  id
  iri
  code
  ...TitleTexts
  access
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
fragment RecordFacts on Record {
  id
  iri
  state
  version
  publishedAt
  title
  description
  languageOfDescription
  translations {
    field
    language
    text
  }
  accessReason
  licence
  recordLicence
  comment
  archivistNotes
}
fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    name
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    name
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    name
  }
  agent {
    iri
    name
  }
  place {
    iri
    name
  }
}
fragment MediaHere on RelatedMedia {
  title
  description
  date
  mimeType
  url
  credit
}`) as unknown as TypedDocumentString<FondsPageQuery, FondsPageQueryVariables>;
export const HolderPageDocument = new TypedDocumentString(`
    query HolderPage($slug: String!, $first: Int!, $after: String) {
  holder(slug: $slug) {
    id
    iri
    slug
    name
    description
    translations {
      field
      language
      text
    }
    address
    email
    webPage
    provider
    defaultLicence
    defaultRecordLicence
    agent {
      iri
      name
    }
    country {
      iri
      name
    }
    collections(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...CollectionRow
      }
    }
  }
}
    fragment CollectionRow on Collection {
  id
  iri
  code
  ...TitleTexts
  access
  items(first: 0) {
    totalCount
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<HolderPageQuery, HolderPageQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home {
  items(first: 6, order: NEWEST, filter: {hasSound: true}) {
    totalCount
    nodes {
      ...ItemRow
    }
  }
  collections(first: 6, order: TITLE) {
    totalCount
    nodes {
      ...CollectionRow
    }
  }
  places(first: 100, filter: {hasCoordinates: true}) {
    totalCount
    nodes {
      ...PlaceOnMap
    }
  }
}
    fragment CollectionRow on Collection {
  id
  iri
  code
  ...TitleTexts
  access
  items(first: 0) {
    totalCount
  }
}
fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
fragment PlaceOnMap on Place {
  id
  iri
  slug
  name
  kind
  itemCount
  coordinates {
    latitude
    longitude
  }
  ancestors(first: 30) {
    slug
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const InstrumentPageDocument = new TypedDocumentString(`
    query InstrumentPage($slug: String!, $first: Int!, $after: String) {
  instrument(slug: $slug) {
    id
    iri
    slug
    name
    note
    translations {
      field
      language
      text
    }
    matches(first: 50) {
      iri
      kind
    }
    names(first: 50) {
      name
      language
      kind
      used {
        edtf
      }
    }
    hornbostelSachs
    vernacularNames(first: 50) {
      name
      language
    }
    parents(first: 10) {
      id
      iri
      name
    }
    children(first: 100) {
      totalCount
      nodes {
        id
        iri
        name
        itemCount
      }
    }
    items(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ItemRow
      }
    }
  }
}
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<InstrumentPageQuery, InstrumentPageQueryVariables>;
export const InstrumentListDocument = new TypedDocumentString(`
    query InstrumentList($first: Int!, $after: String, $text: String) {
  instruments(first: $first, after: $after, text: $text) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      name
      hornbostelSachs
      itemCount
    }
  }
}
    `) as unknown as TypedDocumentString<InstrumentListQuery, InstrumentListQueryVariables>;
export const ItemPageDocument = new TypedDocumentString(`
    query ItemPage($code: String!) {
  item(code: $code) {
    ...ItemFacts
    ...ItemSound
  }
}
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
fragment RecordFacts on Record {
  id
  iri
  state
  version
  publishedAt
  title
  description
  languageOfDescription
  translations {
    field
    language
    text
  }
  accessReason
  licence
  recordLicence
  comment
  archivistNotes
}
fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    name
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    name
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    name
  }
  agent {
    iri
    name
  }
  place {
    iri
    name
  }
}
fragment MediaHere on RelatedMedia {
  title
  description
  date
  mimeType
  url
  credit
}
fragment CarrierHere on Carrier {
  iri
  code
  title
  condition
  digitisation
  copyOf {
    iri
    code
  }
  concepts(use: "physical_format", first: 5) {
    concept {
      iri
      name
    }
  }
}
fragment ItemFacts on Item {
  ...RecordFacts
  code
  originalTitle
  originalCode
  track
  holder {
    iri
    name
  }
  agreement {
    iri
    publicSummary
  }
  concepts(first: 100) {
    ...ConceptHere
  }
  identifiers(first: 20) {
    ...IdentifierHere
  }
  extraValues(first: 50) {
    ...ExtraHere
  }
  relatedMedia(first: 20) {
    ...MediaHere
  }
  carriers(first: 20) {
    ...CarrierHere
  }
  tracks(first: 10) {
    id
    kind
    title
    language
    annotations(first: 100) {
      totalCount
      nodes {
        id
        start
        end
        text
      }
    }
  }
  summary
  placeComment
  culturalArea
  languageComment
  contextComment
  performanceMode
  collectorSelection
  creatorReference
  externalReferences
  approximateDuration
  opensWithAge
  digitised {
    edtf
  }
  publishedIn {
    edtf
  }
  credit
  source
  recorded {
    edtf
  }
  access {
    level
    canListen
    withheld
    message
  }
  collection {
    id
    iri
    code
    ...TitleTexts
    corpora(first: 5) {
      id
      iri
      ...TitleTexts
    }
  }
  place {
    id
    iri
    name
    ancestors(first: 20) {
      id
      iri
      name
      kind
    }
  }
  populations(first: 20) {
    id
    iri
    name
  }
  languages(first: 20) {
    id
    iri
    name
    slug
  }
  agents(first: 50) {
    role
    agent {
      id
      iri
      name
    }
  }
  performances(first: 50) {
    count
    vernacularName
    musicians
    players(first: 20) {
      agent {
        iri
        name
      }
    }
    instrument {
      id
      iri
      name
    }
  }
  previous {
    id
    iri
    title
  }
  next {
    id
    iri
    title
  }
}
fragment TileSetFields on TileSet {
  kind
  base
  factor
  tile
  levels
  channels
  sampleRate
  hop
  bands
  minDb
  duration
  urlTemplate
}
fragment ItemSound on Item {
  parts(first: 1) {
    duration
    file {
      format
      codec
      mimeType
      sampleRate
      channels
      bitDepth
      duration
      byteSize
      sha256
      integrity
      integrityNote
    }
  }
  audio {
    url
    mimeType
    duration
    timeFactor
  }
  waveform {
    ...TileSetFields
  }
  spectrogram {
    ...TileSetFields
  }
  results(first: 100) {
    id
    iri
    processor
    version
    name
    kind
    value
    label
    unit
  }
}`) as unknown as TypedDocumentString<ItemPageQuery, ItemPageQueryVariables>;
export const ItemPageByIdDocument = new TypedDocumentString(`
    query ItemPageById($id: ID!) {
  node(id: $id) {
    __typename
    ... on Item {
      ...ItemFacts
      ...ItemSound
    }
  }
}
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
fragment RecordFacts on Record {
  id
  iri
  state
  version
  publishedAt
  title
  description
  languageOfDescription
  translations {
    field
    language
    text
  }
  accessReason
  licence
  recordLicence
  comment
  archivistNotes
}
fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    name
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    name
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    name
  }
  agent {
    iri
    name
  }
  place {
    iri
    name
  }
}
fragment MediaHere on RelatedMedia {
  title
  description
  date
  mimeType
  url
  credit
}
fragment CarrierHere on Carrier {
  iri
  code
  title
  condition
  digitisation
  copyOf {
    iri
    code
  }
  concepts(use: "physical_format", first: 5) {
    concept {
      iri
      name
    }
  }
}
fragment ItemFacts on Item {
  ...RecordFacts
  code
  originalTitle
  originalCode
  track
  holder {
    iri
    name
  }
  agreement {
    iri
    publicSummary
  }
  concepts(first: 100) {
    ...ConceptHere
  }
  identifiers(first: 20) {
    ...IdentifierHere
  }
  extraValues(first: 50) {
    ...ExtraHere
  }
  relatedMedia(first: 20) {
    ...MediaHere
  }
  carriers(first: 20) {
    ...CarrierHere
  }
  tracks(first: 10) {
    id
    kind
    title
    language
    annotations(first: 100) {
      totalCount
      nodes {
        id
        start
        end
        text
      }
    }
  }
  summary
  placeComment
  culturalArea
  languageComment
  contextComment
  performanceMode
  collectorSelection
  creatorReference
  externalReferences
  approximateDuration
  opensWithAge
  digitised {
    edtf
  }
  publishedIn {
    edtf
  }
  credit
  source
  recorded {
    edtf
  }
  access {
    level
    canListen
    withheld
    message
  }
  collection {
    id
    iri
    code
    ...TitleTexts
    corpora(first: 5) {
      id
      iri
      ...TitleTexts
    }
  }
  place {
    id
    iri
    name
    ancestors(first: 20) {
      id
      iri
      name
      kind
    }
  }
  populations(first: 20) {
    id
    iri
    name
  }
  languages(first: 20) {
    id
    iri
    name
    slug
  }
  agents(first: 50) {
    role
    agent {
      id
      iri
      name
    }
  }
  performances(first: 50) {
    count
    vernacularName
    musicians
    players(first: 20) {
      agent {
        iri
        name
      }
    }
    instrument {
      id
      iri
      name
    }
  }
  previous {
    id
    iri
    title
  }
  next {
    id
    iri
    title
  }
}
fragment TileSetFields on TileSet {
  kind
  base
  factor
  tile
  levels
  channels
  sampleRate
  hop
  bands
  minDb
  duration
  urlTemplate
}
fragment ItemSound on Item {
  parts(first: 1) {
    duration
    file {
      format
      codec
      mimeType
      sampleRate
      channels
      bitDepth
      duration
      byteSize
      sha256
      integrity
      integrityNote
    }
  }
  audio {
    url
    mimeType
    duration
    timeFactor
  }
  waveform {
    ...TileSetFields
  }
  spectrogram {
    ...TileSetFields
  }
  results(first: 100) {
    id
    iri
    processor
    version
    name
    kind
    value
    label
    unit
  }
}`) as unknown as TypedDocumentString<ItemPageByIdQuery, ItemPageByIdQueryVariables>;
export const CurveFramesDocument = new TypedDocumentString(`
    query CurveFrames($id: ID!, $start: Float!, $end: Float!, $maxPoints: Int!) {
  node(id: $id) {
    __typename
    ... on Result {
      frames(start: $start, end: $end, maxPoints: $maxPoints) {
        t0
        period
        count
        values
        minima
        maxima
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CurveFramesQuery, CurveFramesQueryVariables>;
export const ItemRunsDocument = new TypedDocumentString(`
    query ItemRuns($id: ID!) {
  presets {
    slug
    name
    description
  }
  node(id: $id) {
    __typename
    ... on Item {
      runs(first: 5) {
        totalCount
        nodes {
          ...RunLine
        }
      }
    }
  }
}
    fragment RunLine on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  createdAt
  finishedAt
  speed
  eta
}`) as unknown as TypedDocumentString<ItemRunsQuery, ItemRunsQueryVariables>;
export const StartRunDocument = new TypedDocumentString(`
    mutation StartRun($input: StartRunInput!) {
  startRun(input: $input) {
    __typename
    ... on StartRunPayload {
      run {
        ...RunLine
      }
    }
    ... on Error {
      message
    }
  }
}
    fragment RunLine on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  createdAt
  finishedAt
  speed
  eta
}`) as unknown as TypedDocumentString<StartRunMutation, StartRunMutationVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($input: CancelRunInput!) {
  cancelRun(input: $input) {
    __typename
    ... on CancelRunPayload {
      run {
        ...RunLine
      }
    }
    ... on Error {
      message
    }
  }
}
    fragment RunLine on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  createdAt
  finishedAt
  speed
  eta
}`) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const RunProgressDocument = new TypedDocumentString(`
    subscription RunProgress($runId: ID!, $after: String) {
  runProgress(runId: $runId, after: $after) {
    cursor
    status
    progress
    stage
  }
}
    `) as unknown as TypedDocumentString<RunProgressSubscription, RunProgressSubscriptionVariables>;
export const ItemListDocument = new TypedDocumentString(`
    query ItemList($filter: ItemFilter, $order: ItemOrder!, $first: Int!, $after: String) {
  items(filter: $filter, order: $order, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
    nodes {
      ...ItemRow
    }
  }
  collections(first: 100, order: TITLE) {
    nodes {
      id
      code
      title
    }
  }
}
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<ItemListQuery, ItemListQueryVariables>;
export const LanguagePageDocument = new TypedDocumentString(`
    query LanguagePage($slug: String!, $first: Int!, $after: String) {
  language(slug: $slug) {
    id
    iri
    slug
    name
    note
    translations {
      field
      language
      text
    }
    matches(first: 50) {
      iri
      kind
    }
    names(first: 50) {
      name
      language
      kind
      used {
        edtf
      }
    }
    part1
    part2b
    part2t
    scope
    type
    items(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ItemRow
      }
    }
  }
}
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<LanguagePageQuery, LanguagePageQueryVariables>;
export const LanguageListDocument = new TypedDocumentString(`
    query LanguageList($first: Int!, $after: String, $text: String) {
  languages(first: $first, after: $after, text: $text) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      name
      slug
      itemCount
    }
  }
}
    `) as unknown as TypedDocumentString<LanguageListQuery, LanguageListQueryVariables>;
export const PlacePageDocument = new TypedDocumentString(`
    query PlacePage($slug: String!, $first: Int!, $after: String) {
  place(slug: $slug) {
    ...PlaceOnMap
    countryCode
    note
    translations {
      field
      language
      text
    }
    matches(first: 50) {
      iri
      kind
    }
    names(first: 50) {
      name
      language
      kind
      used {
        edtf
      }
    }
    type {
      iri
      name
    }
    parents(first: 10) {
      id
      iri
      name
    }
    children(first: 100) {
      nodes {
        ...PlaceOnMap
      }
    }
    items(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ItemRow
      }
    }
  }
}
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}
fragment PlaceOnMap on Place {
  id
  iri
  slug
  name
  kind
  itemCount
  coordinates {
    latitude
    longitude
  }
  ancestors(first: 30) {
    slug
  }
}`) as unknown as TypedDocumentString<PlacePageQuery, PlacePageQueryVariables>;
export const PlaceListDocument = new TypedDocumentString(`
    query PlaceList($first: Int!, $after: String) {
  places(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...PlaceOnMap
      parents(first: 5) {
        slug
      }
    }
  }
}
    fragment PlaceOnMap on Place {
  id
  iri
  slug
  name
  kind
  itemCount
  coordinates {
    latitude
    longitude
  }
  ancestors(first: 30) {
    slug
  }
}`) as unknown as TypedDocumentString<PlaceListQuery, PlaceListQueryVariables>;
export const PopulationPageDocument = new TypedDocumentString(`
    query PopulationPage($slug: String!, $first: Int!, $after: String) {
  population(slug: $slug) {
    id
    iri
    slug
    name
    note
    translations {
      field
      language
      text
    }
    matches(first: 50) {
      iri
      kind
    }
    names(first: 50) {
      name
      language
      kind
      used {
        edtf
      }
    }
    parents(first: 10) {
      iri
      id
      name
    }
    children(first: 100) {
      totalCount
      nodes {
        id
        iri
        name
        itemCount
      }
    }
    items(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ItemRow
      }
    }
  }
}
    fragment ItemRow on Item {
  id
  iri
  code
  ...TitleTexts
  originalTitle
  recorded {
    edtf
  }
  place {
    iri
    name
  }
  populations(first: 3) {
    iri
    name
  }
  collection {
    iri
    code
    title
  }
  access {
    level
    canListen
  }
  parts(first: 1) {
    duration
  }
}
fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<PopulationPageQuery, PopulationPageQueryVariables>;
export const PopulationListDocument = new TypedDocumentString(`
    query PopulationList($first: Int!, $after: String, $text: String) {
  populations(first: $first, after: $after, text: $text) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      name
      itemCount
    }
  }
}
    `) as unknown as TypedDocumentString<PopulationListQuery, PopulationListQueryVariables>;
export const SchemePageDocument = new TypedDocumentString(`
    query SchemePage($slug: String!, $first: Int!, $after: String, $filter: ConceptFilter) {
  scheme(slug: $slug) {
    id
    iri
    slug
    title
    description
    source
    translations {
      field
      language
      text
    }
    concepts(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        iri
        name
        notation
        itemCount
        children(first: 20) {
          totalCount
          nodes {
            id
            iri
            name
            notation
            itemCount
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SchemePageQuery, SchemePageQueryVariables>;
export const VocabulariesDocument = new TypedDocumentString(`
    query Vocabularies {
  instruments(first: 0) {
    totalCount
  }
  populations(first: 0) {
    totalCount
  }
  languages(first: 0) {
    totalCount
  }
  agents(first: 0) {
    totalCount
  }
  places(first: 0) {
    totalCount
  }
  schemes(first: 100) {
    nodes {
      id
      iri
      title
      conceptCount
      translations(field: "title", first: 10) {
        field
        language
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VocabulariesQuery, VocabulariesQueryVariables>;