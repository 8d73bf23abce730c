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

/** What an agent did for an item. */
export enum AgentRole {
  /** Made the work that is performed. */
  Author = 'AUTHOR',
  /** Brought the recording together. */
  Collector = 'COLLECTOR',
  /** Gave the recording to the archive. */
  Depositor = 'DEPOSITOR',
  /** Told what the record says. */
  Informant = 'INFORMANT',
  /** Is heard: sings, plays, speaks. */
  Performer = 'PERFORMER',
  /** Brought the recording out. */
  Publisher = 'PUBLISHER',
  /** Held the microphone. */
  Recordist = 'RECORDIST'
}

/** Which run to stop. */
export type CancelRunInput = {
  /** The id of the run that is to stop. */
  run: string | number;
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
  /** Every one of these must hold. */
  allOf?: Array<ItemFilter> | null | undefined;
  /** At least one of these must hold. */
  anyOf?: Array<ItemFilter> | null | undefined;
  /** The code of the collection that holds the item. */
  collection?: string | null | undefined;
  /** Whether a sound has been deposited for the record. */
  hasSound?: boolean | null | undefined;
  /** The slug of an instrument that is heard, or of a class of them. */
  instrument?: string | null | undefined;
  /** The ISO 639-3 code of a language that is heard. */
  language?: string | null | undefined;
  /** This must not hold. */
  not?: ItemFilter | null | undefined;
  /** The slug of a place: recorded there or anywhere within. */
  place?: string | null | undefined;
  /** The slug of a group that the item concerns. */
  population?: string | null | undefined;
  /** Recorded on this day or later, as far as the date is known. */
  recordedFrom?: unknown;
  /** Recorded on this day or earlier, as far as the date is known. */
  recordedTo?: unknown;
  /** Words that title, original title or codes hold, whatever accents and case. */
  text?: string | null | undefined;
};

/** The orders of a list of items. */
export enum ItemOrder {
  /** By code from A to Z; those without last. */
  Code = 'CODE',
  /** By the moment of description, newest records first. */
  Newest = 'NEWEST',
  /** By recording date, earliest first; undated ones last. */
  Recorded = 'RECORDED',
  /** By recording date, latest first; undated ones last. */
  RecordedLatest = 'RECORDED_LATEST',
  /** By title from A to Z. */
  Title = 'TITLE'
}

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

/** What to analyse, and how. */
export type StartRunInput = {
  /** A key of your own: asking again under it gives the same run, not another. */
  idempotencyKey?: string | null | undefined;
  /** The ids of the items to analyse: 1 to 500 of them. */
  items: Array<string | number>;
  /** The slug of the preset that says which processors run. */
  preset?: string;
};

/** Why you cannot hear an item. */
export enum WithheldReason {
  /** The sound is closed until a date, then opens by itself. */
  Embargo = 'EMBARGO',
  /** The item or its collection opens its description only. */
  Level = 'LEVEL',
  /** No sound has been deposited for this record. */
  NoSound = 'NO_SOUND'
}

export type CollectionRowFragment = { id: string, iri: string, code: string, title: string, description: string | null, access: AccessLevel, items: { totalCount: number } };

export type ItemRowFragment = { id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> };

type LevelRow_Collection_Fragment = { id: string, iri: string, code: string, title: string, access: AccessLevel };

type LevelRow_Corpus_Fragment = { id: string, iri: string, code: string, title: string, access: AccessLevel };

type LevelRow_Fonds_Fragment = { id: string, iri: string, code: string, title: string, access: AccessLevel };

export type LevelRowFragment =
  | LevelRow_Collection_Fragment
  | LevelRow_Corpus_Fragment
  | LevelRow_Fonds_Fragment
;

export type PlaceOnMapFragment = { id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> };

export type AgentPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AgentPageQuery = { agent: { id: string, iri: string, slug: string, name: string, kind: AgentKind, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type AgentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type AgentListQuery = { agents: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, kind: AgentKind, itemCount: number }> } };

export type TreeCollectionFragment = { id: string, iri: string, code: string, title: string, access: AccessLevel };

export type ArchiveTreeQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ArchiveTreeQuery = { allFonds: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, title: string, access: AccessLevel, corpora: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, title: string, access: AccessLevel, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, title: string, access: AccessLevel }> } }> } }> }, corpora: { totalCount: number }, collections: { totalCount: number } };

export type CollectionPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionPageQuery = { collection: { id: string, iri: string, code: string, title: string, alternativeTitle: string | null, description: string | null, access: AccessLevel, corpora: Array<{ id: string, iri: string, code: string, title: string }>, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type CollectionListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionListQuery = { collections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, title: string, description: string | null, access: AccessLevel, items: { totalCount: number } }> } };

export type CorpusListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CorpusListQuery = { corpora: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, title: string, access: AccessLevel, collections: { totalCount: number } }> } };

export type CorpusPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CorpusPageQuery = { corpus: { id: string, iri: string, code: string, title: string, description: string | null, access: AccessLevel, fonds: Array<{ id: string, iri: string, title: string }>, collections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, title: string, description: string | null, access: AccessLevel, items: { totalCount: number } }> } } | null };

export type FondsPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type FondsPageQuery = { fonds: { id: string, iri: string, code: string, title: string, description: string | null, access: AccessLevel, corpora: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, title: string, access: AccessLevel, collections: { totalCount: number } }> } } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { items: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, title: string, description: string | null, access: AccessLevel, items: { totalCount: number } }> }, places: { totalCount: number, nodes: Array<{ id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> }> } };

export type InstrumentPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type InstrumentPageQuery = { instrument: { id: string, iri: string, slug: string, name: string, hornbostelSachs: string | null, vernacularNames: Array<{ name: string, language: string | null }>, parents: Array<{ id: string, iri: string, name: string }>, children: { totalCount: number, nodes: Array<{ id: string, iri: string, name: string, itemCount: number }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type InstrumentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type InstrumentListQuery = { instruments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, hornbostelSachs: string | null, itemCount: number }> } };

export type ItemPageQueryVariables = Exact<{
  code: string;
}>;


export type ItemPageQuery = { item: { id: string, iri: string, code: string | null, title: string, originalTitle: string | null, originalCode: string | null, description: string | null, placeComment: string | null, licence: string | null, credit: string | null, source: string | null, archivistNotes: string | null, version: number, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, withheld: WithheldReason | null, message: string | null }, collection: { id: string, iri: string, code: string, title: string, corpora: Array<{ id: string, iri: string, title: string }> } | null, place: { id: string, iri: string, name: string, ancestors: Array<{ id: string, iri: string, name: string, kind: PlaceKind }> } | null, populations: Array<{ id: string, iri: string, name: string }>, languages: Array<{ id: string, iri: string, name: string, slug: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, musicians: string | null, instrument: { id: string, iri: string, name: string } | null }>, previous: { id: string, iri: string, title: string } | null, next: { id: string, iri: string, title: string } | null, parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }> } | null };

export type ItemPageByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemPageByIdQuery = { node:
    | { __typename: 'Agent' }
    | { __typename: 'Collection' }
    | { __typename: 'Corpus' }
    | { __typename: 'Fonds' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', id: string, iri: string, code: string | null, title: string, originalTitle: string | null, originalCode: string | null, description: string | null, placeComment: string | null, licence: string | null, credit: string | null, source: string | null, archivistNotes: string | null, version: number, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, withheld: WithheldReason | null, message: string | null }, collection: { id: string, iri: string, code: string, title: string, corpora: Array<{ id: string, iri: string, title: string }> } | null, place: { id: string, iri: string, name: string, ancestors: Array<{ id: string, iri: string, name: string, kind: PlaceKind }> } | null, populations: Array<{ id: string, iri: string, name: string }>, languages: Array<{ id: string, iri: string, name: string, slug: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, musicians: string | null, instrument: { id: string, iri: string, name: string } | null }>, previous: { id: string, iri: string, title: string } | null, next: { id: string, iri: string, title: string } | null, parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }> }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
   | null };

export type CurveFramesQueryVariables = Exact<{
  id: string | number;
  start: number;
  end: number;
  maxPoints: number;
}>;


export type CurveFramesQuery = { node:
    | { __typename: 'Agent' }
    | { __typename: 'Collection' }
    | { __typename: 'Corpus' }
    | { __typename: 'Fonds' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Result', frames: { t0: number, period: number, count: number, values: unknown, minima: unknown, maxima: unknown } | null }
    | { __typename: 'Run' }
   | null };

export type ItemFactsFragment = { id: string, iri: string, code: string | null, title: string, originalTitle: string | null, originalCode: string | null, description: string | null, placeComment: string | null, licence: string | null, credit: string | null, source: string | null, archivistNotes: string | null, version: number, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, withheld: WithheldReason | null, message: string | null }, collection: { id: string, iri: string, code: string, title: string, corpora: Array<{ id: string, iri: string, title: string }> } | null, place: { id: string, iri: string, name: string, ancestors: Array<{ id: string, iri: string, name: string, kind: PlaceKind }> } | null, populations: Array<{ id: string, iri: string, name: string }>, languages: Array<{ id: string, iri: string, name: string, slug: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, musicians: string | null, instrument: { id: string, iri: string, name: string } | null }>, previous: { id: string, iri: string, title: string } | null, next: { id: string, iri: string, title: string } | null };

export type TileSetFieldsFragment = { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string };

export type ItemSoundFragment = { parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }> };

export type RunLineFragment = { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, createdAt: unknown, finishedAt: unknown, speed: number | null, eta: number | null };

export type ItemRunsQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemRunsQuery = { presets: Array<{ slug: string, name: string, description: string | null }>, node:
    | { __typename: 'Agent' }
    | { __typename: 'Collection' }
    | { __typename: 'Corpus' }
    | { __typename: 'Fonds' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', runs: { totalCount: number, nodes: Array<{ id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, createdAt: unknown, finishedAt: unknown, speed: number | null, eta: number | null }> } }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
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


export type ItemListQuery = { items: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, collections: { nodes: Array<{ id: string, code: string, title: string }> } };

export type LanguagePageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type LanguagePageQuery = { language: { id: string, iri: string, slug: string, name: string, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

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


export type PlacePageQuery = { place: { countryCode: string | null, id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, names: Array<{ name: string, language: string | null }>, parents: Array<{ id: string, iri: string, name: string }>, children: { nodes: Array<{ id: string, iri: string, slug: string, name: string, kind: PlaceKind, itemCount: number, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, coordinates: { latitude: number, longitude: number } | null, ancestors: Array<{ slug: string }> } | null };

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


export type PopulationPageQuery = { population: { id: string, iri: string, slug: string, name: string, names: Array<{ name: string, language: string | null }>, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string, originalTitle: string | null, recorded: { edtf: string } | null, place: { iri: string, name: string } | null, populations: Array<{ iri: string, name: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type PopulationListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type PopulationListQuery = { populations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, itemCount: number }> } };

export type VocabulariesQueryVariables = Exact<{ [key: string]: never; }>;


export type VocabulariesQuery = { instruments: { totalCount: number }, populations: { totalCount: number }, languages: { totalCount: number }, agents: { totalCount: number }, places: { totalCount: number } };

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
export const CollectionRowFragmentDoc = new TypedDocumentString(`
    fragment CollectionRow on Collection {
  id
  iri
  code
  title
  description
  access
  items(first: 0) {
    totalCount
  }
}
    `, {"fragmentName":"CollectionRow"}) as unknown as TypedDocumentString<CollectionRowFragment, unknown>;
export const ItemRowFragmentDoc = new TypedDocumentString(`
    fragment ItemRow on Item {
  id
  iri
  code
  title
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
    `, {"fragmentName":"ItemRow"}) as unknown as TypedDocumentString<ItemRowFragment, unknown>;
export const LevelRowFragmentDoc = new TypedDocumentString(`
    fragment LevelRow on Level {
  id
  iri
  code
  title
  access
}
    `, {"fragmentName":"LevelRow"}) as unknown as TypedDocumentString<LevelRowFragment, unknown>;
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
export const TreeCollectionFragmentDoc = new TypedDocumentString(`
    fragment TreeCollection on Collection {
  id
  iri
  code
  title
  access
}
    `, {"fragmentName":"TreeCollection"}) as unknown as TypedDocumentString<TreeCollectionFragment, unknown>;
export const ItemFactsFragmentDoc = new TypedDocumentString(`
    fragment ItemFacts on Item {
  id
  iri
  code
  title
  originalTitle
  originalCode
  description
  placeComment
  licence
  credit
  source
  archivistNotes
  version
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
    title
    corpora(first: 5) {
      id
      iri
      title
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
    `, {"fragmentName":"ItemFacts"}) as unknown as TypedDocumentString<ItemFactsFragment, unknown>;
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
export const AgentPageDocument = new TypedDocumentString(`
    query AgentPage($slug: String!, $first: Int!, $after: String) {
  agent(slug: $slug) {
    id
    iri
    slug
    name
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
  title
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
              ...TreeCollection
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
  title
  access
}
fragment TreeCollection on Collection {
  id
  iri
  code
  title
  access
}`) as unknown as TypedDocumentString<ArchiveTreeQuery, ArchiveTreeQueryVariables>;
export const CollectionPageDocument = new TypedDocumentString(`
    query CollectionPage($code: String!, $first: Int!, $after: String) {
  collection(code: $code) {
    id
    iri
    code
    title
    alternativeTitle
    description
    access
    corpora(first: 20) {
      id
      iri
      code
      title
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
  title
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
  title
  description
  access
  items(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<CollectionListQuery, CollectionListQueryVariables>;
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
  title
  access
}`) as unknown as TypedDocumentString<CorpusListQuery, CorpusListQueryVariables>;
export const CorpusPageDocument = new TypedDocumentString(`
    query CorpusPage($code: String!, $first: Int!, $after: String) {
  corpus(code: $code) {
    id
    iri
    code
    title
    description
    access
    fonds(first: 20) {
      id
      iri
      title
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
  title
  description
  access
  items(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<CorpusPageQuery, CorpusPageQueryVariables>;
export const FondsPageDocument = new TypedDocumentString(`
    query FondsPage($code: String!, $first: Int!, $after: String) {
  fonds(code: $code) {
    id
    iri
    code
    title
    description
    access
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
  title
  access
}`) as unknown as TypedDocumentString<FondsPageQuery, FondsPageQueryVariables>;
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
  title
  description
  access
  items(first: 0) {
    totalCount
  }
}
fragment ItemRow on Item {
  id
  iri
  code
  title
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
  title
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
    fragment ItemFacts on Item {
  id
  iri
  code
  title
  originalTitle
  originalCode
  description
  placeComment
  licence
  credit
  source
  archivistNotes
  version
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
    title
    corpora(first: 5) {
      id
      iri
      title
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
    fragment ItemFacts on Item {
  id
  iri
  code
  title
  originalTitle
  originalCode
  description
  placeComment
  licence
  credit
  source
  archivistNotes
  version
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
    title
    corpora(first: 5) {
      id
      iri
      title
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
  title
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
}`) as unknown as TypedDocumentString<ItemListQuery, ItemListQueryVariables>;
export const LanguagePageDocument = new TypedDocumentString(`
    query LanguagePage($slug: String!, $first: Int!, $after: String) {
  language(slug: $slug) {
    id
    iri
    slug
    name
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
  title
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
    names(first: 30) {
      name
      language
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
  title
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
    names(first: 50) {
      name
      language
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
  title
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
}
    `) as unknown as TypedDocumentString<VocabulariesQuery, VocabulariesQueryVariables>;