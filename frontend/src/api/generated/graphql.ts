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

/** A label that you have read. */
export type AcknowledgeLabelInput = {
  /** The short name of the notice that you have read to its end. */
  label: string;
};

/** Something that is to go with a record: a file or an address. */
export type AddRelatedMediaInput = {
  /** For whom it is; for everybody unless you say otherwise. */
  audience?: Audience | null | undefined;
  /** How to name those to whom it is owed. */
  credit?: string | null | undefined;
  /** When it was made, as EDTF: 1931-11, 193X, 1931~. */
  date?: string | null | undefined;
  /** What it shows, in sentences. */
  description?: string | null | undefined;
  /** The file, in a multipart request; its bytes say what it is. */
  file?: unknown;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** The record's version that you saw: refused if it has changed. */
  ifVersion?: number | null | undefined;
  /** Under which licence: an SPDX identifier or a web address. */
  licence?: string | null | undefined;
  /** Its place among the others, from 1; else the last. */
  position?: number | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The id of the fonds, corpus, collection or item. */
  record: string | number;
  /** What it shows, in a few words. */
  title?: string | null | undefined;
  /** Title and description in other languages. */
  translations?: Array<TranslationInput> | null | undefined;
  /** Where it is elsewhere. Nothing is fetched from there. */
  url?: string | null | undefined;
};

/** What is to be put on a list of yours. */
export type AddToSelectionInput = {
  /** The line before which it is to stand; null: at the end. */
  before?: string | number | null | undefined;
  /** What is to be listed, in order, 100 at most. */
  entries: Array<SelectionLineInput>;
  /** The list, by its field `id`. */
  id: string | number;
  /** The version that you saw: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the list's history keeps. */
  reason?: string | null | undefined;
  /** Whether what is listed already is left out. */
  skipListed?: boolean;
};

/** Whom a protocol admits. */
export enum Admits {
  /** Everybody: it closes nothing, and tells how to listen. */
  All = 'ALL',
  /** Those who belong to one of its communities. */
  Community = 'COMMUNITY',
  /** Those whom its stewards have named. */
  Named = 'NAMED'
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

/** An agent's part in a record. */
export type AgentPartInput = {
  /** The slug of the person, group or body. */
  agent: string;
  /** For whom the name is meant; staff unless given. */
  audience?: Audience;
  /** What the agent did for the record. */
  role: AgentRole;
};

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

/** What sort of agreement it is. */
export enum AgreementKind {
  /** A protocol was agreed with a community. */
  Community = 'COMMUNITY',
  /** Those who are heard said what may be done with it. */
  Consent = 'CONSENT',
  /** Something was left in our care. */
  Deposit = 'DEPOSIT',
  /** Something was given to the archive. */
  Donation = 'DONATION',
  /** A holder of rights allowed its use. */
  Licence = 'LICENCE'
}

/** One who agreed, and who may read the name. */
export type AgreementPartyInput = {
  /** The slug of who agreed. */
  agent: string;
  /** For whom the name is; for staff unless you say so. */
  audience?: Audience;
  /** As what: depositor, speaker, the council. */
  role: string;
};

/** What a track says of a moment, or of a stretch of time. */
export type AnnotationInput = {
  /** A term that fits it: vocabulary and concept, keywords/lullaby. */
  concept?: string | null | undefined;
  /** From 0 to 1, where a machine said it first. */
  confidence?: number | null | undefined;
  /** When it ends, in seconds; null if it is a moment. */
  end?: number | null | undefined;
  /** Who is heard there; the name stays with staff. */
  speaker?: string | null | undefined;
  /** When it begins, in seconds from the item's start. */
  start: number;
  /** What is said, sung or noted there. */
  text?: string | null | undefined;
};

/** What you ask of the archive, with an account or without. */
export type AskArchiveInput = {
  /** Where an answer may be sent. */
  email?: string;
  /** What access you ask for, where you ask for it. */
  gives?: Gives | null | undefined;
  /** How you want to be called. */
  name?: string;
  /** The record that it is about; for an account none. */
  record?: string | number | null | undefined;
  /** What you ask for. */
  wish: Wish;
  /** What you ask and why, 5000 characters at most. */
  words: string;
};

/** An upload that becomes part of a record, here or made anew. */
export type AttachUploadInput = {
  /** Start the default analysis of the item. */
  analyse?: boolean;
  /** Where it ends in the file, in seconds; else at its end. */
  end?: number | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** The id of the item; or its code, or describe a new one. */
  item?: string | number | null | undefined;
  /** The code by which the item is cited, in place of its id. */
  itemCode?: string | null | undefined;
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
  /** Which of your waiting files, by the id that `stageUpload` gave. */
  upload: string | number;
};

/** For whom something is meant that not everybody may read. */
export enum Audience {
  /** Those with an account here. */
  Member = 'MEMBER',
  /** Whoever finds the record. */
  Public = 'PUBLIC',
  /** The archive's own people. */
  Staff = 'STAFF'
}

/** Which run to stop. */
export type CancelRunInput = {
  /** The id of the run that is to stop. */
  run: string | number;
};

/** What a concept of a vocabulary says of a carrier. */
export type CarrierConceptInput = {
  /** The concept's slug in that use's vocabulary. */
  concept: string;
  /** What it says: physical_format, tape_speed, tape_width, channel_layout, … */
  use: string;
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

/** Something that is on a carrier: a collection's sound or an item. */
export type CarrierContentInput = {
  /** The code of a collection; or name an item. */
  collection?: string | null | undefined;
  /** The code of an item; or name a collection. */
  item?: string | null | undefined;
  /** On which side of the carrier. */
  side?: string | null | undefined;
  /** Where it begins on the side, as written: 03:20, groove 4. */
  start?: string | null | undefined;
};

/** How the protocols over one record combine. */
export enum Combine {
  /** It is open to whom all of them admit. */
  All = 'ALL',
  /** It is open to whom one of them admits. */
  Any = 'ANY'
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

/** A concept of a vocabulary, and what it says of the record. */
export type ConceptPartInput = {
  /** The concept's slug in the use's vocabulary. */
  concept: string;
  /** What it says of the record, such as keyword; each use has its vocabulary. */
  use: string;
};

/** An erasure that somebody else asked for and that you agree to. */
export type ConfirmErasureInput = {
  /** Which erasure. */
  id: string | number;
};

/** What may come along when a record is copied. */
export enum CopiedPart {
  /** Who did what for it. */
  Agents = 'AGENTS',
  /** All concepts that describe it. */
  Concepts = 'CONCEPTS',
  /** What it says in fields that the archive added. */
  ExtraValues = 'EXTRA_VALUES',
  /** Its keywords, of all its concepts. */
  Keywords = 'KEYWORDS',
  /** Of items: the languages heard. */
  Languages = 'LANGUAGES',
  /** Of corpora and collections: what they stand in. */
  Parents = 'PARENTS',
  /** Of items: the instruments, and who plays. */
  Performances = 'PERFORMANCES',
  /** Of items: the groups. */
  Populations = 'POPULATIONS'
}

/** A new arrival at the archive. */
export type CreateAccessionInput = {
  /** The code of what was agreed about it; null for none. */
  agreement?: string | null | undefined;
  /** In how many boxes it came; null if nobody counted. */
  boxes?: number | null | undefined;
  /** The number in the register of accessions. */
  code: string;
  /** What came and how, in prose; null removes it. */
  description?: string | null | undefined;
  /** The slug of the agent who gave it; null for none. */
  donor?: string | null | undefined;
  /** How much it is: 40 tapes, 2 notebooks; null removes it. */
  extent?: string | null | undefined;
  /** The slug of the institution that received it; null for none. */
  holder?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Notes among archivists; null removes them. */
  notes?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** When it arrived, as EDTF; null if that is not known. */
  received?: string | null | undefined;
  /** What the arrival is called; null removes it. */
  title?: string | null | undefined;
};

/** A new person, group or body. */
export type CreateAgentInput = {
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** The web address of a portrait or emblem; null removes it. */
  image?: string | null | undefined;
  /** Who made the picture, and its terms; null removes it. */
  imageCredit?: string | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** Whether it is a person, a group or a body. */
  kind?: AgentKind | null | undefined;
  /** From birth to death, as an EDTF interval; null if not known. */
  lived?: string | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes; two may share one. */
  name: string;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name for addresses; made of its name if left out. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** The agent's own page on the web; null removes it. */
  webPage?: string | null | undefined;
};

/** A new agreement that records can cite as a reason for their access. */
export type CreateAgreementInput = {
  /** What the archive files it under. */
  code: string;
  /** What was signed, as a file in a multipart request, for staff alone; null leaves none. The record's history keeps the one before. */
  document?: unknown;
  /** The last day on which it holds; null if it has no end. */
  expiresOn?: unknown;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether it is a deposit, a consent, … */
  kind: AgreementKind;
  /** Notes among archivists; null removes them. */
  notes?: string | null | undefined;
  /** All who agreed, in order, instead of those now. */
  parties?: Array<AgreementPartyInput> | null | undefined;
  /** What visitors may be told of it; null removes it. */
  publicSummary?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** What it covers and allows, for staff; null removes it. */
  scope?: string | null | undefined;
  /** When it was signed, as EDTF; null if that is not known. */
  signed?: string | null | undefined;
  /** What the archive calls it. */
  title: string;
  /** Title and summary in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** One annotation to be added to a track. */
export type CreateAnnotationInput = {
  /** A term that fits it: vocabulary and concept, keywords/lullaby. */
  concept?: string | null | undefined;
  /** From 0 to 1, where a machine said it first. */
  confidence?: number | null | undefined;
  /** When it ends, in seconds; null if it is a moment. */
  end?: number | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Who is heard there; the name stays with staff. */
  speaker?: string | null | undefined;
  /** When it begins, in seconds from the item's start. */
  start: number;
  /** What is said, sung or noted there. */
  text?: string | null | undefined;
  /** The id of the track that is to say it. */
  track: string | number;
};

/** A new carrier: a tape, a disc, a cylinder, a cassette. */
export type CreateCarrierInput = {
  /** The code of the arrival with which it came; null for none. */
  accession?: string | null | undefined;
  /** Its shelf mark. */
  code: string;
  /** Remarks on the carrier, for staff; null removes them. */
  comment?: string | null | undefined;
  /** Its format, speed, width and so on, instead of those now. */
  concepts?: Array<CarrierConceptInput> | null | undefined;
  /** How well it is preserved; null if nobody looked. */
  condition?: CarrierCondition | null | undefined;
  /** What its condition looks like, for staff; null removes it. */
  conditionComment?: string | null | undefined;
  /** All that is on it, in order, instead of what is there now. */
  contents?: Array<CarrierContentInput> | null | undefined;
  /** The code of the carrier of which it is a copy; null for none. */
  copyOf?: string | null | undefined;
  /** Whether it waits for its digitisation or has been digitised. */
  digitisation?: DigitisationState | null | undefined;
  /** All files that came from it, instead of those now. */
  digitisations?: Array<DigitisationInput> | null | undefined;
  /** How long it plays, in seconds; null if not known. */
  duration?: number | null | undefined;
  /** Whether it bears a sticker; null if nobody looked. */
  hasSticker?: boolean | null | undefined;
  /** The slug of the institution that keeps it; null for none. */
  holder?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** When it was recorded or pressed, as EDTF; null if not known. */
  made?: string | null | undefined;
  /** The code that it bore before; null removes it. */
  originalCode?: string | null | undefined;
  /** The number that its makers gave it; null removes it. */
  originalNumber?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The machine with which it was recorded; null removes it. */
  recordingSystem?: string | null | undefined;
  /** Where it stands, for staff; null removes it. */
  shelf?: string | null | undefined;
  /** What can be expected of the sound; null removes it. */
  soundQuality?: string | null | undefined;
  /** What its maker calls this sort of tape; null removes it. */
  tapeReference?: string | null | undefined;
  /** How thick the tape is, in micrometres; null if not known. */
  tapeThickness?: number | null | undefined;
  /** What is written on it; null removes it. */
  title?: string | null | undefined;
};

/** A new policy: what the codes of one level look like. */
export type CreateCodePolicyInput = {
  /** How the codes came about; null removes it. */
  description?: string | null | undefined;
  /** A real code that it allows, shown to curators; null for none. */
  example?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether other codes are refused, as they are unless you say no. */
  isStrict?: boolean | null | undefined;
  /** Of which records it judges the codes. */
  level: RecordLevel;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name, by which records will choose it. */
  slug: string;
  /** What a code looks like: {year}, {digits:3}, {letters:4}, {alnum:4}, {number:3} (the running number), {collection}; [ ] may be left out, | stands between alternatives. */
  template: string;
  /** Whose codes these are, for people. */
  title: string;
};

/** A new collection. It needs a code and a title. */
export type CreateCollectionInput = {
  /** How far it is open; null, of items alone, follows the collection. */
  access?: AccessLevel | null | undefined;
  /** Why it is as open, or as closed, as it is; null removes it. */
  accessReason?: string | null | undefined;
  /** The code of the accession with which it came; null removes it. */
  accession?: string | null | undefined;
  /** Who did what for it, in order, instead of those now. */
  agents?: Array<AgentPartInput> | null | undefined;
  /** The code of the agreement that its access follows; null removes it. */
  agreement?: string | null | undefined;
  /** Which copies of it are kept elsewhere; null removes it. */
  alternativeCopies?: string | null | undefined;
  /** Another title under which it is known; null removes it. */
  alternativeTitle?: string | null | undefined;
  /** Its length in seconds as described; null removes it. */
  approximateDuration?: number | null | undefined;
  /** Notes among archivists, read by staff alone; null removes it. */
  archivistNotes?: string | null | undefined;
  /** Who wrote the booklet; null removes it. */
  bookletAuthor?: string | null | undefined;
  /** What documentation goes with it; null removes it. */
  bookletDescription?: string | null | undefined;
  /** How many tapes, discs or cylinders it is; null removes it. */
  carrierCount?: number | null | undefined;
  /** What people are to cite it by; or let it be the next code. */
  code?: string | null | undefined;
  /** The slug of the policy that its items' codes follow; null removes it. */
  codePolicy?: string | null | undefined;
  /** Whether the one who collected it is also the one who made it. */
  collectorIsCreator?: boolean | null | undefined;
  /** Remarks, read by staff alone; null removes it. */
  comment?: string | null | undefined;
  /** All concepts that describe it, keywords included, instead of those now. */
  concepts?: Array<ConceptPartInput> | null | undefined;
  /** Where the objects themselves are kept; null removes it. */
  conservationSite?: string | null | undefined;
  /** The codes of all corpora in which it stands, instead of those now. */
  corpora?: Array<string> | null | undefined;
  /** What it is and how it came about, in prose; null removes it. */
  description?: string | null | undefined;
  /** Where it is written about; null removes it. */
  externalReferences?: string | null | undefined;
  /** All values of fields that the archive added, instead of those now. */
  extraValues?: Array<ExtraValueInput> | null | undefined;
  /** The slug of the institution that keeps it; null removes it. */
  holder?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** All that it is called in elsewhere, instead of those now. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** Whether it is a published record or disc. */
  isPublishedEdition?: boolean | null | undefined;
  /** How far its items are described, read by staff alone; null removes it. */
  itemsDone?: string | null | undefined;
  /** The language of title and description, as BCP 47; null removes it. */
  languageOfDescription?: string | null | undefined;
  /** The licence of the sound: an SPDX identifier or a web address; null removes it. */
  licence?: string | null | undefined;
  /** Let it bear the next code of its holder's policy; `nextCode` says which. */
  nextCode?: NextCodeInput | null | undefined;
  /** Whether its sound opens by itself at the age that the archive's rule says. */
  opensWithAge?: boolean | null | undefined;
  /** The code that it bore before; null removes it. */
  originalCode?: string | null | undefined;
  /** The slug of the rule of when its sound is old enough; null: as the archive's. */
  publicationRule?: string | null | undefined;
  /** When it was brought out, as EDTF; null removes it. */
  publishedIn?: string | null | undefined;
  /** The publisher's own number for it; null removes it. */
  publisherReference?: string | null | undefined;
  /** Its number in the publisher's series; null removes it. */
  publisherSerial?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The licence of the description: an SPDX identifier or a web address; null removes it. */
  recordLicence?: string | null | undefined;
  /** When its recordings were made, as EDTF; null removes it. */
  recorded?: string | null | undefined;
  /** A draft unless it is published at once. */
  state?: RecordState;
  /** The title, in the archive's language. */
  title: string;
  /** Texts in other languages; those that are not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A community whose protocols and labels are to stand over records. */
export type CreateCommunityInput = {
  /** Whom to ask before using what is theirs; null removes it. */
  contact?: string | null | undefined;
  /** Who they are, in words that they agreed to; null removes it. */
  description?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether everybody is shown it; it decides that itself. */
  isListed?: boolean | null | undefined;
  /** What it calls itself. */
  name: string;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name, for addresses. */
  slug: string;
  /** Name, description and contact in other languages. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A new concept of a vocabulary; its parents are of the same. */
export type CreateConceptInput = {
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes; two may share one. */
  name: string;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** Its number or sign in the vocabulary; null removes it. */
  notation?: string | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** The slugs of all under which it directly stands, instead of those now. */
  parents?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The slug of the vocabulary, such as keywords. */
  scheme: string;
  /** Its short name for addresses; made of its name if left out. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A new corpus. It needs a code and a title. */
export type CreateCorpusInput = {
  /** How far it is open; null, of items alone, follows the collection. */
  access?: AccessLevel | null | undefined;
  /** Why it is as open, or as closed, as it is; null removes it. */
  accessReason?: string | null | undefined;
  /** Who did what for it, in order, instead of those now. */
  agents?: Array<AgentPartInput> | null | undefined;
  /** The code of the agreement that its access follows; null removes it. */
  agreement?: string | null | undefined;
  /** Another title under which it is known; null removes it. */
  alternativeTitle?: string | null | undefined;
  /** Notes among archivists, read by staff alone; null removes it. */
  archivistNotes?: string | null | undefined;
  /** What people are to cite it by; or let it be the next code. */
  code?: string | null | undefined;
  /** Remarks, read by staff alone; null removes it. */
  comment?: string | null | undefined;
  /** All concepts that describe it, keywords included, instead of those now. */
  concepts?: Array<ConceptPartInput> | null | undefined;
  /** What it is and how it came about, in prose; null removes it. */
  description?: string | null | undefined;
  /** All values of fields that the archive added, instead of those now. */
  extraValues?: Array<ExtraValueInput> | null | undefined;
  /** The codes of all fonds in which it stands, instead of those now. */
  fonds?: Array<string> | null | undefined;
  /** The slug of the institution that keeps it; null removes it. */
  holder?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** All that it is called in elsewhere, instead of those now. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** The language of title and description, as BCP 47; null removes it. */
  languageOfDescription?: string | null | undefined;
  /** The licence of the sound: an SPDX identifier or a web address; null removes it. */
  licence?: string | null | undefined;
  /** Let it bear the next code of its holder's policy; `nextCode` says which. */
  nextCode?: NextCodeInput | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The licence of the description: an SPDX identifier or a web address; null removes it. */
  recordLicence?: string | null | undefined;
  /** When its recordings were made, as EDTF; null removes it. */
  recorded?: string | null | undefined;
  /** A draft unless it is published at once. */
  state?: RecordState;
  /** The title, in the archive's language. */
  title: string;
  /** Texts in other languages; those that are not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A new group of editors. */
export type CreateEditorGroupInput = {
  /** The codes of all collections that it edits itself. */
  collections?: Array<string> | null | undefined;
  /** What the group is for; null removes it. */
  description?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** What it is called, for people. */
  name: string;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name. */
  slug: string;
  /** The slugs of the groups it lies in: it edits what they edit. */
  within?: Array<string> | null | undefined;
};

/** A new field for the records of one level. */
export type CreateExtraFieldInput = {
  /** For whom what it says is meant. */
  audience?: Audience | null | undefined;
  /** The block of the page in which it stands; null for none. */
  group?: string | null | undefined;
  /** What forms say to whoever fills it in; null removes it. */
  help?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether a record may say several things in it. */
  isRepeatable?: boolean | null | undefined;
  /** Whether a record needs it to be published. */
  isRequired?: boolean | null | undefined;
  /** What it holds; this stays once records say something in it. */
  kind: ExtraFieldKind;
  /** What stands beside the value on pages and forms. */
  label: string;
  /** To the records of which level it is added. */
  level: RecordLevel;
  /** Its place among its level's fields, from 1. */
  position?: number | null | undefined;
  /** Its predicate in RDF, if a published one fits; null for our own. */
  propertyIri?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The slug of the vocabulary, for a field of concepts. */
  scheme?: string | null | undefined;
  /** A short name, unique among all such fields. */
  slug: string;
  /** Label, help and block in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** The unit of its numbers; null for none. */
  unit?: string | null | undefined;
};

/** A new fonds. It needs a code and a title. */
export type CreateFondsInput = {
  /** How far it is open; null, of items alone, follows the collection. */
  access?: AccessLevel | null | undefined;
  /** Why it is as open, or as closed, as it is; null removes it. */
  accessReason?: string | null | undefined;
  /** Who did what for it, in order, instead of those now. */
  agents?: Array<AgentPartInput> | null | undefined;
  /** The code of the agreement that its access follows; null removes it. */
  agreement?: string | null | undefined;
  /** Another title under which it is known; null removes it. */
  alternativeTitle?: string | null | undefined;
  /** Notes among archivists, read by staff alone; null removes it. */
  archivistNotes?: string | null | undefined;
  /** What people are to cite it by; or let it be the next code. */
  code?: string | null | undefined;
  /** Remarks, read by staff alone; null removes it. */
  comment?: string | null | undefined;
  /** All concepts that describe it, keywords included, instead of those now. */
  concepts?: Array<ConceptPartInput> | null | undefined;
  /** What it is and how it came about, in prose; null removes it. */
  description?: string | null | undefined;
  /** All values of fields that the archive added, instead of those now. */
  extraValues?: Array<ExtraValueInput> | null | undefined;
  /** The slug of the institution that keeps it; null removes it. */
  holder?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** All that it is called in elsewhere, instead of those now. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** The language of title and description, as BCP 47; null removes it. */
  languageOfDescription?: string | null | undefined;
  /** The licence of the sound: an SPDX identifier or a web address; null removes it. */
  licence?: string | null | undefined;
  /** Let it bear the next code of its holder's policy; `nextCode` says which. */
  nextCode?: NextCodeInput | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The licence of the description: an SPDX identifier or a web address; null removes it. */
  recordLicence?: string | null | undefined;
  /** A draft unless it is published at once. */
  state?: RecordState;
  /** The title, in the archive's language. */
  title: string;
  /** Texts in other languages; those that are not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A new institution whose holdings are described here. */
export type CreateHolderInput = {
  /** Where it is to be found, for letters; null removes it. */
  address?: string | null | undefined;
  /** The slug of the same institution as an agent; null for none. */
  agent?: string | null | undefined;
  /** The slug of the policy of its collections' codes; null for none. */
  codePolicy?: string | null | undefined;
  /** The slug of the country in which it is; null for none. */
  country?: string | null | undefined;
  /** The licence of its sounds where a record names none. */
  defaultLicence?: string | null | undefined;
  /** The licence of its descriptions where a record names none. */
  defaultRecordLicence?: string | null | undefined;
  /** What it is and what it keeps, in prose; null removes it. */
  description?: string | null | undefined;
  /** Whom to ask about access; null removes it. */
  email?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** What the institution calls itself. */
  name: string;
  /** Who delivers its records to aggregators; null removes it. */
  provider?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The short name for its web address. */
  slug: string;
  /** Name and description in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** Its own page on the web; null removes it. */
  webPage?: string | null | undefined;
};

/** A new instrument, or a class of them. */
export type CreateInstrumentInput = {
  /** Its Hornbostel-Sachs number, such as 321.322-71; or null. */
  hornbostelSachs?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes; two may share one. */
  name: string;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** The slugs of all under which it directly stands, instead of those now. */
  parents?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name for addresses; made of its name if left out. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** All names that players give it; one that a record uses cannot go. */
  vernacularNames?: Array<VernacularNameInput> | null | undefined;
};

/** A new item. It needs a title and a collection. */
export type CreateItemInput = {
  /** How far it is open; null, of items alone, follows the collection. */
  access?: AccessLevel | null | undefined;
  /** Why it is as open, or as closed, as it is; null removes it. */
  accessReason?: string | null | undefined;
  /** Who did what for it, in order, instead of those now. */
  agents?: Array<AgentPartInput> | null | undefined;
  /** The code of the agreement that its access follows; null removes it. */
  agreement?: string | null | undefined;
  /** Its length in seconds as described; null removes it. */
  approximateDuration?: number | null | undefined;
  /** Notes among archivists, read by staff alone; null removes it. */
  archivistNotes?: string | null | undefined;
  /** What people are to cite it by; one can be given later. */
  code?: string | null | undefined;
  /** The code of the collection that holds it. */
  collection: string;
  /** Whether its collector is the one that its collection names. */
  collectorFromCollection?: boolean | null | undefined;
  /** What the collector chose it for; null removes it. */
  collectorSelection?: string | null | undefined;
  /** Remarks, read by staff alone; null removes it. */
  comment?: string | null | undefined;
  /** All concepts that describe it, keywords included, instead of those now. */
  concepts?: Array<ConceptPartInput> | null | undefined;
  /** The ethnographic context; null removes it. */
  contextComment?: string | null | undefined;
  /** The number that those who made it gave it; null removes it. */
  creatorReference?: string | null | undefined;
  /** How to name those to whom it is owed; null removes it. */
  credit?: string | null | undefined;
  /** The cultural area it belongs to; null removes it. */
  culturalArea?: string | null | undefined;
  /** What it is and how it came about, in prose; null removes it. */
  description?: string | null | undefined;
  /** When the digital copy was made, as EDTF; null removes it. */
  digitised?: string | null | undefined;
  /** The moment at which the sound opens; null lifts the embargo. */
  embargoUntil?: string | null | undefined;
  /** Where it is written about; null removes it. */
  externalReferences?: string | null | undefined;
  /** The address of a sound that is kept elsewhere; null removes it. */
  externalSound?: string | null | undefined;
  /** All values of fields that the archive added, instead of those now. */
  extraValues?: Array<ExtraValueInput> | null | undefined;
  /** The slug of the institution that keeps it; null removes it. */
  holder?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** All that it is called in elsewhere, instead of those now. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** What language codes cannot say: dialects, registers; null removes it. */
  languageComment?: string | null | undefined;
  /** The language of title and description, as BCP 47; null removes it. */
  languageOfDescription?: string | null | undefined;
  /** The ISO 639-3 codes of all languages heard, instead of those now. */
  languages?: Array<string> | null | undefined;
  /** The licence of the sound: an SPDX identifier or a web address; null removes it. */
  licence?: string | null | undefined;
  /** Give it the next code of its collection, as its policy says. */
  mintCode?: boolean;
  /** Whether its sound opens by itself at the age that the archive's rule says. */
  opensWithAge?: boolean | null | undefined;
  /** The code that it bore before; null removes it. */
  originalCode?: string | null | undefined;
  /** The title in its own language; null removes it. */
  originalTitle?: string | null | undefined;
  /** How it is performed: solo, responsorial, in unison; null removes it. */
  performanceMode?: string | null | undefined;
  /** The instruments that sound, in order, instead of those now. */
  performances?: Array<PerformanceInput> | null | undefined;
  /** The slug of the place; null if that is not known. */
  place?: string | null | undefined;
  /** What to say of the place beyond its name; null removes it. */
  placeComment?: string | null | undefined;
  /** The slugs of all groups that it concerns, instead of those now. */
  populations?: Array<string> | null | undefined;
  /** When it was brought out, as EDTF; null removes it. */
  publishedIn?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The licence of the description: an SPDX identifier or a web address; null removes it. */
  recordLicence?: string | null | undefined;
  /** When it was recorded, as EDTF; null if that is not known. */
  recorded?: string | null | undefined;
  /** Where the record comes from; null removes it. */
  source?: string | null | undefined;
  /** A draft unless it is published at once. */
  state?: RecordState;
  /** What is said or sung, in brief; null removes it. */
  summary?: string | null | undefined;
  /** The title, in the archive's language. */
  title: string;
  /** Its number in the collection, as it is noted; null removes it. */
  track?: string | null | undefined;
  /** Texts in other languages; those that are not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A notice that records are to bear before they are played. */
export type CreateLabelInput = {
  /** Whether it must be read before any sound is played. */
  asksAcknowledgement?: boolean | null | undefined;
  /** The slug of whose words these are; null for nobody's. */
  community?: string | null | undefined;
  /** Whose label it is; Traditional Knowledge at first. */
  family?: LabelFamily | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** The web address that explains it; null removes it. */
  iri?: string | null | undefined;
  /** What it is called. */
  name: string;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name, by which records bear it. */
  slug: string;
  /** What is to be read, in full. */
  text: string;
  /** Name and text in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A language that the list of ISO 639-3 does not have here yet. */
export type CreateLanguageInput = {
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes, in English or its own. */
  name: string;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** Its code of two letters in ISO 639-1; null for none. */
  part1?: string | null | undefined;
  /** Its bibliographic code in ISO 639-2; null for none. */
  part2b?: string | null | undefined;
  /** Its terminological code in ISO 639-2; null for none. */
  part2t?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Whether the code is of one language or of several. */
  scope?: LanguageScope | null | undefined;
  /** Its ISO 639-3 code: three small letters. */
  slug: string;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** Whether it is living, extinct, constructed and so on. */
  type?: LanguageType | null | undefined;
};

/** A new place; two may share a name. */
export type CreatePlaceInput = {
  /** The country's ISO 3166-1 alpha-2 code; null removes it. */
  countryCode?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** What sort of place it is, from continent to site. */
  kind?: PlaceKind | null | undefined;
  /** Degrees north of the equator; null if that is not known. */
  latitude?: number | null | undefined;
  /** Degrees east of Greenwich; null if that is not known. */
  longitude?: number | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes; two may share one. */
  name: string;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** The slugs of all under which it directly stands, instead of those now. */
  parents?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name for addresses; made of its name if left out. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** The slug of its type in the vocabulary place-types; or null. */
  type?: string | null | undefined;
};

/** A new group of people, under the name that it uses. */
export type CreatePopulationInput = {
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes; two may share one. */
  name: string;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** The slugs of all under which it directly stands, instead of those now. */
  parents?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name for addresses; made of its name if left out. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A new protocol of one or several communities. */
export type CreateProtocolInput = {
  /** Whom it admits; the members of its communities at first. */
  admits?: Admits | null | undefined;
  /** The slugs of whose rule it is. */
  communities: Array<string>;
  /** What it is about, shown to all; null removes it. */
  description?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** How exactly others see where its records lie; exactly at first. */
  locates?: Locates | null | undefined;
  /** What it is called. */
  name: string;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name, by which records are put under it. */
  slug: string;
  /** Name and description in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** What it keeps from others; the record as a whole at first. */
  withholds?: Withholds | null | undefined;
};

/** A new rule of when sound is old enough to open. */
export type CreatePublicationRuleInput = {
  /** Where it comes from: a law, an agreement; null removes it. */
  description?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether it holds for collections that name no rule. */
  isDefault?: boolean | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name, by which collections choose it. */
  slug: string;
  /** What it is called, for people. */
  title: string;
  /** How many years after that of recording, 1 to 500. */
  years: number;
};

/** A room of an institution, to which grants can be given. */
export type CreateReadingRoomInput = {
  /** The slug of the institution whose room it is; null for none. */
  holder?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** What it is called, for people. */
  name: string;
  /** Its networks, such as 192.0.2.0/24. */
  networks: Array<string>;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name, by which grants cite it. */
  slug: string;
  /** Until when it counts as a reading room; null for good. */
  until?: string | null | undefined;
};

/** A new vocabulary of the archive's own. */
export type CreateSchemeInput = {
  /** Which question its concepts answer; null removes it. */
  description?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Whether it takes no more concepts but from published lists. */
  isClosed?: boolean | null | undefined;
  /** Whether visitors see it among the vocabularies. */
  isListed?: boolean | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Its short name for addresses; made of its title if left out. */
  slug?: string | null | undefined;
  /** The web address of the list it comes from; null removes it. */
  source?: string | null | undefined;
  /** What it is called, in the plural. */
  title: string;
  /** Title and description in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A new list of your own; private unless you say otherwise. */
export type CreateSelectionInput = {
  /** What you say of it. */
  description?: string;
  /** The slug of a group that you are in, where it is to see it. */
  group?: string | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** What a live list follows; null: a list of lines. */
  liveFilter?: ItemFilter | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Who is to see that there is such a list. */
  shared?: SharedWith;
  /** What you call the list, 500 characters at most. */
  title: string;
};

/** A new track of an item. */
export type CreateTrackInput = {
  /** What it says, in any order. */
  annotations?: Array<AnnotationInput> | null | undefined;
  /** For whom it is, beside its item's own rule. */
  audience?: Audience | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** The id of the item along whose time it is. */
  item: string | number;
  /** Whether it is lyrics, markers and so on. */
  kind: TrackKind;
  /** The language of its texts, as BCP 47; null if not known. */
  language?: string | null | undefined;
  /** Under which licence the text may be used; null removes it. */
  licence?: string | null | undefined;
  /** Its place among the item's tracks, from 1. */
  position?: number | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The file or person it came from, for staff; null removes it. */
  source?: string | null | undefined;
  /** What the track is called; null removes it. */
  title?: string | null | undefined;
};

/** What is decided of a request. */
export type DecideRequestInput = {
  /** What is said to who asked. */
  answer: string;
  /** Which request. */
  id: string | number;
  /** Whether it is done: access is given, an account is made. */
  isApproved: boolean;
  /** The moment at which the access ends; null: when taken back. */
  until?: string | null | undefined;
  /** The log-in name of the new account, where one is asked for. */
  username?: string;
};

/** An annotation that is to go; the item's history keeps it. */
export type DeleteAnnotationInput = {
  /** Which one: the value of its field `id`. */
  id: string | number;
  /** Why, in a sentence that the item's history keeps. */
  reason?: string | null | undefined;
};

/** A field that is to go. It goes only while no record uses it. */
export type DeleteExtraFieldInput = {
  /** The field by its global id; or name it by its slug. */
  id?: string | number | null | undefined;
  /** Why, in a sentence that the archive's history keeps. */
  reason?: string | null | undefined;
  /** The field by its slug; or name it by its id. */
  slug?: string | null | undefined;
};

/** A record that is to go; nothing of it is lost. */
export type DeleteRecordInput = {
  /** The record: the value of its field `id`. */
  id: string | number;
  /** The version that you saw: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
};

/** A track that is to go; the item's history keeps it. */
export type DeleteTrackInput = {
  /** Which one: the value of its field `id`. */
  id: string | number;
  /** The track's version that you edited: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the item's history keeps. */
  reason?: string | null | undefined;
};

/** What became of a record, or of one of its parts. */
export enum DifferenceKind {
  /** It was not there before. */
  Added = 'ADDED',
  /** It was there and says something else. */
  Changed = 'CHANGED',
  /** It is there no more. */
  Removed = 'REMOVED'
}

/** How a file came from a carrier. */
export type DigitisationInput = {
  /** The slug of the method in the vocabulary ad-conversions. */
  conversion?: string | null | undefined;
  /** The slug of the agent who did it. */
  digitiser?: string | null | undefined;
  /** When it was done, as EDTF. */
  done?: string | null | undefined;
  /** With which player and converter it was done. */
  equipment?: string | null | undefined;
  /** What the digitiser noted. */
  note?: string | null | undefined;
  /** The checksum by which the archive keeps the file. */
  sha256: string;
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
  /** Which of your waiting files, by the id that `stageUpload` gave. */
  upload: string | number;
};

/** Which item to copy, and what comes along. */
export type DuplicateItemInput = {
  /** The record by its code; give this or its id. */
  code?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** A key of your own: asked again with the same one, you get the same copy. */
  idempotencyKey?: string | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** What comes along beside the record's own words. */
  include?: Array<CopiedPart> | null | undefined;
  /** The code of the copy; only items can do without one. */
  newCode?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
};

/** A list that you may see, of which you want one of your own. */
export type DuplicateSelectionInput = {
  /** The list, by its field `id`. */
  id: string | number;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Of the copy; the same unless you say. */
  title?: string;
};

/** How far an erasure has come. */
export enum ErasureStage {
  /** It waits for a second person. */
  Asked = 'ASKED',
  /** Nothing is left of it but this. */
  Done = 'DONE',
  /** Nobody confirmed it within two weeks. */
  Expired = 'EXPIRED',
  /** It was refused, or taken back. */
  Refused = 'REFUSED'
}

/** What a field of one's own holds. */
export enum ExtraFieldKind {
  /** A person, a group or a body. */
  Agent = 'AGENT',
  /** Yes or no. */
  Boolean = 'BOOLEAN',
  /** A term of the field's vocabulary. */
  Concept = 'CONCEPT',
  /** A date as EDTF. */
  Date = 'DATE',
  /** A few words without a break, such as a number of a catalogue. */
  Line = 'LINE',
  /** A web address. */
  Link = 'LINK',
  /** A number, in the field's unit. */
  Number = 'NUMBER',
  /** A place of the archive's list. */
  Place = 'PLACE',
  /** Several paragraphs, which may be written in a language. */
  Text = 'TEXT'
}

/** A value of a field that the archive added: give what the field's kind asks for. */
export type ExtraValueInput = {
  /** The slug of a person, group or body. */
  agent?: string | null | undefined;
  /** Whether it is so. */
  boolean?: boolean | null | undefined;
  /** The slug of a concept of the field's vocabulary. */
  concept?: string | null | undefined;
  /** The slug of the field, of this level of record. */
  field: string;
  /** The language of a line or of paragraphs, as BCP 47. */
  language?: string | null | undefined;
  /** A number, in the field's own unit. */
  number?: number | null | undefined;
  /** The slug of a place, where it happened or is known. */
  place?: string | null | undefined;
  /** A line, paragraphs, an EDTF date or a web address. */
  text?: string | null | undefined;
};

/** An exception from the level, for one of three and of one of three. */
export type GiveAccessInput = {
  /** The code of the agreement that it rests on. */
  agreement?: string | null | undefined;
  /** The slug of the community that it is for. */
  community?: string | null | undefined;
  /** What they may do by it beyond the level. */
  gives: Gives;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** The log-in name of whom it is for. */
  person?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The item, the collection or the selection whose items it opens. */
  record: string | number;
  /** The slug of the reading room that it is for. */
  room?: string | null | undefined;
  /** The moment at which it ends; null: until it is taken back. */
  until?: string | null | undefined;
};

/** What a grant gives; each holds what stands before it. */
export enum Gives {
  /** To take a copy of the file away. */
  Download = 'DOWNLOAD',
  /** To hear the sound, and see what is drawn from it. */
  Listen = 'LISTEN',
  /** To find and read the description. */
  Read = 'READ'
}

/** A comment to hide from others, or to show again. */
export type HideCommentInput = {
  /** The comment, by its field `id`. */
  id: string | number;
  /** Whether it is hidden; false: it is shown again. */
  isHidden?: boolean;
  /** Why, in a sentence that its history keeps. */
  reason?: string | null | undefined;
};

/** What is to be hidden at once. */
export type HideRecordInput = {
  /** A published fonds, corpus, collection or item. */
  id: string | number;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The request that asked for it, which is thereby approved. */
  request?: string | number | null | undefined;
};

/** What else the record is called in. */
export type IdentifierInput = {
  /** A note about it; read by staff alone. */
  note?: string | null | undefined;
  /** The slug of a concept of the vocabulary identifier-types. */
  type?: string | null | undefined;
  /** When it was in use, as EDTF; null where that is not known. */
  valid?: string | null | undefined;
  /** The number or name itself, as it is written. */
  value: string;
};

/** Timed text to be taken in: as a new track, or in place of another's. */
export type ImportTrackInput = {
  /** For whom it is, beside its item's own rule. */
  audience?: Audience | null | undefined;
  /** The file, in a multipart request; or send its text. */
  file?: unknown;
  /** What the file is called, where only its text is sent. */
  fileName?: string | null | undefined;
  /** Which format it is; unless given, its first words tell. */
  format?: TimedTextFormat | null | undefined;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** The track's version that you edited: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** The id of the item that gets a new track; or name a track. */
  item?: string | number | null | undefined;
  /** Whether it is lyrics, a transcript, …; a new track needs it. */
  kind?: TrackKind | null | undefined;
  /** The language of its texts, as BCP 47; null if not known. */
  language?: string | null | undefined;
  /** Take the good cues where some are bad; else nothing is taken in. */
  leaveOutBad?: boolean;
  /** Under which licence the text may be used; null removes it. */
  licence?: string | null | undefined;
  /** Its place among the item's tracks, from 1. */
  position?: number | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The file or person it came from, for staff; null removes it. */
  source?: string | null | undefined;
  /** The file's text itself; or send the file. */
  text?: string | null | undefined;
  /** What the track is called; null removes it. */
  title?: string | null | undefined;
  /** The id of a track whose words it replaces; or name an item. */
  track?: string | number | null | undefined;
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
  /** On this list, or found by it if it is live; one you may see. */
  selection?: string | number | null | undefined;
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

/** Who is to be in a group of editors. */
export type JoinEditorGroupInput = {
  /** Whether they are to be in it, or no more. */
  isIn?: boolean;
  /** The log-in name of the account. */
  person: string;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The group by its slug. */
  slug: string;
  /** The moment at which it ends; null for good. */
  until?: string | null | undefined;
};

/** Whose label a notice is. */
export enum LabelFamily {
  /** Biocultural, of Local Contexts. */
  Bc = 'BC',
  /** The community's own words. */
  Own = 'OWN',
  /** Traditional Knowledge, of Local Contexts. */
  Tk = 'TK'
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

/** The orders of lists of people's own. */
export enum ListOrder {
  /** Of your own, the last changed first; of all, the newest: a change may be of a line that you do not see. */
  Changed = 'CHANGED',
  /** By title from A to Z, whatever case and accents. */
  Title = 'TITLE'
}

/** Which lists are asked for. */
export enum Lists {
  /** All that you may see. */
  All = 'ALL',
  /** Those that you have deleted. */
  Bin = 'BIN',
  /** Your own. */
  Mine = 'MINE'
}

/** How exactly those who do not belong to it are shown places. */
export enum Locates {
  /** By the middle of a cell of one degree, about 111 km wide. */
  Degree = 'DEGREE',
  /** As they were recorded. */
  Exactly = 'EXACTLY',
  /** By the middle of a cell of 0.01 degrees, about 1 km wide. */
  Hundredth = 'HUNDREDTH',
  /** By the middle of a cell of 0.1 degrees, about 11 km wide. */
  Tenth = 'TENTH'
}

/** The same or a like thing in another authority's list. */
export type MatchInput = {
  /** The entry's web address at Wikidata, GeoNames, VIAF, ISNI or elsewhere. */
  iri: string;
  /** How well the entry fits. */
  kind?: MatchKind;
};

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

/** Two terms of one kind that are one thing. */
export type MergeTermsInput = {
  /** The target's version in the preview: refused if it has changed since. */
  ifTargetVersion?: number | null | undefined;
  /** The source's version in the preview: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the history of both keeps. */
  reason?: string | null | undefined;
  /** The term that is to be no more: the value of its field `id`. */
  source: string | number;
  /** The term that is to stand for both: the value of its field `id`. */
  target: string | number;
};

/** Lines that are to stand elsewhere in a list of yours. */
export type MoveInSelectionInput = {
  /** The line before which they are to stand; null: at the end. */
  before?: string | number | null | undefined;
  /** The lines in the order in which they are to stand, 100 at most. */
  entries: Array<string | number>;
  /** The list, by its field `id`. */
  id: string | number;
  /** The version that you saw: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the list's history keeps. */
  reason?: string | null | undefined;
};

/** A name of a term, in a language or from a time. */
export type NameInput = {
  /** What sort of name it is. */
  kind?: NameKind;
  /** Its language as a BCP 47 tag, where that is known. */
  language?: string | null | undefined;
  /** The name as it is written, 250 characters at most. */
  name: string;
  /** When it was in use, as EDTF, where that is known. */
  used?: string | null | undefined;
};

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

/** The next code of a holder's policy, taken when the record is made. */
export type NextCodeInput = {
  /** What stands in the fields that only a person knows, in their order. */
  parts?: Array<string> | null | undefined;
  /** The year in it; this year's unless given. */
  year?: number | null | undefined;
};

/** What sort of thing an output is. */
export enum OutputKind {
  /** Moments, such as beats. */
  Events = 'EVENTS',
  /** A curve: values at regular times. */
  Frames = 'FRAMES',
  /** One word or short text. */
  Label = 'LABEL',
  /** A sound or picture file. */
  Media = 'MEDIA',
  /** Stretches, such as silence. */
  Segments = 'SEGMENTS',
  /** A picture in tiles, for the player. */
  Tiles = 'TILES',
  /** One number with its unit. */
  Value = 'VALUE',
  /** Several numbers for the whole sound: a histogram, a mean spectrum. */
  Vector = 'VECTOR'
}

/** One instrument's part in an item. */
export type PerformanceInput = {
  /** How many of it are heard; null where nobody counted. */
  count?: number | null | undefined;
  /** The slug of the instrument, or of a voice. */
  instrument: string;
  /** Who plays, as noted in the record; read by staff alone. */
  musicians?: string | null | undefined;
  /** Who plays, where that is known by name. */
  players?: Array<PlayerInput> | null | undefined;
  /** What those who play call it; one of the instrument's own names. */
  vernacularName?: string | null | undefined;
};

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

/** The protocols under which a record is to stand. */
export type PlaceUnderProtocolsInput = {
  /** Whether any of them or all must admit who asks. */
  combine?: Combine;
  /** The version that you saw: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** The slugs of all of them, instead of those now; none opens it again. */
  protocols: Array<string>;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The fonds, corpus, collection or item. */
  record: string | number;
};

/** Somebody who plays in a performance. */
export type PlayerInput = {
  /** The slug of the person or ensemble. */
  agent: string;
  /** For whom the name is meant; staff unless given. */
  audience?: Audience;
};

/** A draft that is to be shown, or what was withdrawn and may return. */
export type PublishRecordInput = {
  /** The record: the value of its field `id`. */
  id: string | number;
  /** The version that you saw: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
};

/** The labels that a collection or an item is to bear. */
export type PutLabelsInput = {
  /** The version that you saw: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** The slugs of all of them, in order, instead of those now. */
  labels: Array<string>;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The collection or item that bears them. */
  record: string | number;
};

/** The lines of your desk that you have read. */
export type ReadNoticesInput = {
  /** Which of your notices; null: all there are. */
  ids?: Array<string | number> | null | undefined;
};

/** A processor, and how it is set. */
export type RecipeNodeInput = {
  /** What the sound goes through first: a list of {effect, params}. */
  effects?: unknown;
  /** The parameters that differ from its defaults, as an object. */
  params?: unknown;
  /** The id of a processor that is installed. */
  processor: string;
};

/** Which stale results are to be made anew. */
export type RecomputeInput = {
  /** A key of your own: asking again under it gives the same run, not another. */
  idempotencyKey?: string | null | undefined;
  /** The ids of items, 500 at most; all, unless given. */
  items?: Array<string | number> | null | undefined;
  /** How urgently it is asked for. */
  priority?: RunPriority;
  /** The ids of processors; all, unless given. */
  processors?: Array<string> | null | undefined;
};

/** A kind of record that the archive describes. */
export enum RecordKind {
  /** One arrival of things. */
  Accession = 'ACCESSION',
  /** A person, a group or a body. */
  Agent = 'AGENT',
  /** What was agreed with somebody. */
  Agreement = 'AGREEMENT',
  /** A tape, a disc, a cylinder. */
  Carrier = 'CARRIER',
  /** What codes must look like. */
  CodePolicy = 'CODE_POLICY',
  /** Items that belong together. */
  Collection = 'COLLECTION',
  /** People whose knowledge is kept. */
  Community = 'COMMUNITY',
  /** One value of a vocabulary. */
  Concept = 'CONCEPT',
  /** Collections brought together. */
  Corpus = 'CORPUS',
  /** Who describes what. */
  EditorGroup = 'EDITOR_GROUP',
  /** A field that this archive added to its records. */
  ExtraField = 'EXTRA_FIELD',
  /** All that one person or body gathered. */
  Fonds = 'FONDS',
  /** An institution that keeps things. */
  Holder = 'HOLDER',
  /** What music is played on. */
  Instrument = 'INSTRUMENT',
  /** One recorded thing: a song, a rite, a call. */
  Item = 'ITEM',
  /** A community's notice beside recordings. */
  Label = 'LABEL',
  /** What is spoken or sung, one entry of ISO 639-3. */
  Language = 'LANGUAGE',
  /** Somewhere, from a continent to a well. */
  Place = 'PLACE',
  /** A group of people. */
  Population = 'POPULATION',
  /** A community's rule of access. */
  Protocol = 'PROTOCOL',
  /** When sound is old enough to open. */
  PublicationRule = 'PUBLICATION_RULE',
  /** An institution's rooms. */
  ReadingRoom = 'READING_ROOM',
  /** A vocabulary as a whole. */
  Scheme = 'SCHEME'
}

/** A level of description, or the records of that level. */
export enum RecordLevel {
  /** Items made or kept together. */
  Collection = 'COLLECTION',
  /** Collections brought together. */
  Corpus = 'CORPUS',
  /** All that one person or body gathered. */
  Fonds = 'FONDS',
  /** One recorded event. */
  Item = 'ITEM'
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

/** An erasure that is not to be, or that you take back. */
export type RefuseErasureInput = {
  /** Which erasure. */
  id: string | number;
  /** Why not, in at most 500 characters; kept for good. */
  reason?: string | null | undefined;
};

/** Lines that are to be taken out of a list of yours. */
export type RemoveFromSelectionInput = {
  /** The lines, 100 at most. */
  entries: Array<string | number>;
  /** The list, by its field `id`. */
  id: string | number;
  /** The version that you saw: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the list's history keeps. */
  reason?: string | null | undefined;
};

/** Which related medium is to leave its record. */
export type RemoveRelatedMediaInput = {
  /** The id of the related medium. */
  id: string | number;
  /** The record's version that you saw: refused if it has changed. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
};

/** A record, and all its related media in their new order. */
export type ReorderRelatedMediaInput = {
  /** The record's version that you saw: refused if it has changed. */
  ifVersion?: number | null | undefined;
  /** The ids of all its related media, each once, as they shall stand. */
  order: Array<string | number>;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The id of the fonds, corpus, collection or item. */
  record: string | number;
};

/** What is to be erased for good, once a second person agrees. */
export type RequestErasureInput = {
  /** A key of your own: asked again with the same one, you get the same erasure. */
  idempotencyKey?: string | null | undefined;
  /** Its address says that it was erased, when, and its code (410); otherwise it answers as if it had never been (404). Of items and collections only. */
  isAnnounced?: boolean;
  /** Of an item only this one of its sounds, by its position; the record stays. */
  part?: number | null | undefined;
  /** Why, in at most 500 characters. This is kept for good: quote nothing in it. */
  reason: string;
  /** An item, a collection with its items, an agent, a track, an annotation, a related medium or a comment: the value of its field `id`. */
  record: string | number;
};

/** A record that was deleted and is to come back. */
export type RestoreRecordInput = {
  /** The record: the `id` that it had. */
  id: string | number;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
};

/** A record that is to say again what it once said. */
export type RestoreVersionInput = {
  /** The record: the value of its field `id`. */
  id: string | number;
  /** The version that you saw: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The `moment` of an entry of its history: it says again what it said then. */
  to: string;
};

/** What of a run is to be tried again. */
export type RetryRunInput = {
  /** The ids of items of it, 500 at most; all that are wanting, unless given. */
  items?: Array<string | number> | null | undefined;
  /** Why, in a sentence that is kept with each item. */
  reason?: string | null | undefined;
  /** The id of the run that is wanting. */
  run: string | number;
};

/** What would be analysed, and how: to hear what it costs. */
export type RunEstimateInput = {
  /** The id of an experience, which goes before the preset. */
  experience?: string | number | null | undefined;
  /** The ids of the items to analyse: 1 to 500 of them. */
  items?: Array<string | number> | null | undefined;
  /** All items that this finds, such as those of a collection or a list; those that you may not work on are left out. */
  over?: ItemFilter | null | undefined;
  /** Processors of it that are set otherwise, this time alone: 50 at most. */
  parameters?: Array<RecipeNodeInput> | null | undefined;
  /** The slug of the preset that says which processors run. */
  preset?: string;
};

/** Who goes first. Among equals goes who has had least within the hour. */
export enum RunPriority {
  /** When nothing else is to be done: for whole collections. */
  Bulk = 'BULK',
  /** Somebody waits for it: five items at most. */
  Interactive = 'INTERACTIVE',
  /** Unless said otherwise. */
  Normal = 'NORMAL'
}

/** Where a run, or an item in it, stands. */
export enum RunStatus {
  /** Somebody stopped it. */
  Cancelled = 'CANCELLED',
  /** Everything that was asked is there. */
  Done = 'DONE',
  /** Some or all of it could not be made. */
  Failed = 'FAILED',
  /** Some of what was asked is there, and some could not be made. */
  Partial = 'PARTIAL',
  /** Given up: it brought down its worker three times. */
  Quarantined = 'QUARANTINED',
  /** Waits for a worker. */
  Queued = 'QUEUED',
  /** All of it was there before: nothing had to be done. */
  Reused = 'REUSED',
  /** A worker is at it. */
  Running = 'RUNNING'
}

/** Who is to belong to a community or be named under a protocol. */
export type SeatInput = {
  /** The log-in name of the account. */
  person: string;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The community or protocol by its slug. */
  slug: string;
  /** What they are to be there; null takes them out. */
  standing?: Standing | null | undefined;
  /** The moment at which it ends; null for good. */
  until?: string | null | undefined;
};

/** Which list of yours is meant, as you saw it. */
export type SelectionChangeInput = {
  /** The list, by its field `id`. */
  id: string | number;
  /** The version that you saw: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** Why, in a sentence that the list's history keeps. */
  reason?: string | null | undefined;
};

/** What is to be listed: an item or a stretch of it, all of a collection, or a list. */
export type SelectionLineInput = {
  /** A collection: all items of it that you may find, by code. */
  collection?: string | number | null | undefined;
  /** The second of the item at which the stretch ends. */
  end?: number | null | undefined;
  /** The item; name one thing alone. */
  item?: string | number | null | undefined;
  /** Another list, which must not hold this one. */
  selection?: string | number | null | undefined;
  /** The second of the item at which the stretch begins. */
  start?: number | null | undefined;
  /** What you say of it. */
  text?: string;
  /** Your own title for it. */
  title?: string;
};

/** Who sees a list. Of what it lists each sees what they may find. */
export enum SharedWith {
  /** You, and who is in a group of editors. */
  Group = 'GROUP',
  /** You alone. */
  Private = 'PRIVATE',
  /** Everybody who comes by, account or not. */
  Public = 'PUBLIC'
}

/** How far a request has come. */
export enum Stage {
  /** What was asked for was done. */
  Approved = 'APPROVED',
  /** Nobody has decided yet. */
  Open = 'OPEN',
  /** It was not done; the answer says why. */
  Refused = 'REFUSED',
  /** Who asked asks no more. */
  TakenBack = 'TAKEN_BACK'
}

/** A file to be taken in. */
export type StageUploadInput = {
  /** The file itself, in a multipart request; its bytes say what it is. */
  file: unknown;
};

/** What somebody is in a community or under a protocol. */
export enum Standing {
  /** One of those for whom its protocols open. */
  Member = 'MEMBER',
  /** Speaks for it, admits others, and is never excluded. */
  Steward = 'STEWARD'
}

/** What to analyse, and how. */
export type StartRunInput = {
  /** The id of an experience, which goes before the preset. */
  experience?: string | number | null | undefined;
  /** A key of your own: asking again under it gives the same run, not another. */
  idempotencyKey?: string | null | undefined;
  /** The ids of the items to analyse: 1 to 500 of them. */
  items?: Array<string | number> | null | undefined;
  /** All items that this finds, such as those of a collection or a list; those that you may not work on are left out. */
  over?: ItemFilter | null | undefined;
  /** Processors of it that are set otherwise, this time alone: 50 at most. */
  parameters?: Array<RecipeNodeInput> | null | undefined;
  /** The slug of the preset that says which processors run. */
  preset?: string;
  /** How urgently it is asked for. */
  priority?: RunPriority;
};

/** From one second of an item to another. */
export type StretchInput = {
  /** The second at which sound is heard again. */
  end: number;
  /** Why, in a sentence that everybody may read. */
  reason?: string;
  /** Its first second on the item's timeline. */
  start: number;
};

/** A grant that is to end. */
export type TakeBackAccessInput = {
  /** The grant by its global id. */
  id: string | number;
  /** Why, in a sentence that its history keeps. */
  reason?: string | null | undefined;
};

/** A request of yours that you ask no more: by its id or its secret. */
export type TakeBackRequestInput = {
  /** The request, where your account asked. */
  id?: string | number | null | undefined;
  /** As `askArchive` gave it, for who has no account. */
  secret?: string | null | undefined;
};

/** The files of timed text in which a track can be taken in and out. */
export enum TimedTextFormat {
  /** Lyrics: one time and one line of text each. */
  Lrc = 'LRC',
  /** The W3C's timed text in XML. */
  Ttml = 'TTML',
  /** What browsers show beside a sound. */
  Webvtt = 'WEBVTT'
}

/** What annotations hold and not every file of timed text can. */
export enum TrackDetail {
  /** A term of a vocabulary. */
  Concept = 'CONCEPT',
  /** How sure a machine was that said it first. */
  Confidence = 'CONFIDENCE',
  /** A break within a text, which becomes a space. */
  LineBreak = 'LINE_BREAK',
  /** An end after the next begins, where it is cut. */
  Overlap = 'OVERLAP',
  /** Who is heard. */
  Speaker = 'SPEAKER'
}

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

/** A text in another language; those that are not given stay. */
export type TranslationInput = {
  /** Which text it translates, such as title. */
  field: string;
  /** The language of the translation, as BCP 47. */
  language: string;
  /** The text in that language; null takes the translation away. */
  text?: string | null | undefined;
};

/** A change that is to be taken back as a whole, in all its records. */
export type UndoChangeInput = {
  /** What was done then: the `moment` of an entry of the journal or of a history. */
  moment: string;
  /** Why, in a sentence that the history keeps. */
  reason?: string | null | undefined;
};

/** A merge that is to be taken back. */
export type UndoMergeInput = {
  /** The merge: the value of its field `id`. */
  merge: string;
  /** Why, in a sentence that the history of both keeps. */
  reason?: string | null | undefined;
};

/** A change of an accession: what is left out stays as it is. */
export type UpdateAccessionInput = {
  /** The code of what was agreed about it; null for none. */
  agreement?: string | null | undefined;
  /** In how many boxes it came; null if nobody counted. */
  boxes?: number | null | undefined;
  /** The accession by its code; give this or its id. */
  code?: string | null | undefined;
  /** What came and how, in prose; null removes it. */
  description?: string | null | undefined;
  /** The slug of the agent who gave it; null for none. */
  donor?: string | null | undefined;
  /** How much it is: 40 tapes, 2 notebooks; null removes it. */
  extent?: string | null | undefined;
  /** The slug of the institution that received it; null for none. */
  holder?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Another code for it. */
  newCode?: string | null | undefined;
  /** Notes among archivists; null removes them. */
  notes?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** When it arrived, as EDTF; null if that is not known. */
  received?: string | null | undefined;
  /** What the arrival is called; null removes it. */
  title?: string | null | undefined;
};

/** A change of an agent: what is left out stays as it is. */
export type UpdateAgentInput = {
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** The web address of a portrait or emblem; null removes it. */
  image?: string | null | undefined;
  /** Who made the picture, and its terms; null removes it. */
  imageCredit?: string | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** Whether it is a person, a group or a body. */
  kind?: AgentKind | null | undefined;
  /** From birth to death, as an EDTF interval; null if not known. */
  lived?: string | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes. */
  name?: string | null | undefined;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** Another slug; the old one leads to it from now on. */
  newSlug?: string | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Which one is meant, by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** The agent's own page on the web; null removes it. */
  webPage?: string | null | undefined;
};

/** A change of an agreement: what is left out stays as it is. */
export type UpdateAgreementInput = {
  /** The agreement by its code; give this or its id. */
  code?: string | null | undefined;
  /** What was signed, as a file in a multipart request, for staff alone; null leaves none. The record's history keeps the one before. */
  document?: unknown;
  /** The last day on which it holds; null if it has no end. */
  expiresOn?: unknown;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether it is a deposit, a consent and so on. */
  kind?: AgreementKind | null | undefined;
  /** Another code for it. */
  newCode?: string | null | undefined;
  /** Notes among archivists; null removes them. */
  notes?: string | null | undefined;
  /** All who agreed, in order, instead of those now. */
  parties?: Array<AgreementPartyInput> | null | undefined;
  /** What visitors may be told of it; null removes it. */
  publicSummary?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** What it covers and allows, for staff; null removes it. */
  scope?: string | null | undefined;
  /** When it was signed, as EDTF; null if that is not known. */
  signed?: string | null | undefined;
  /** What the archive calls it. */
  title?: string | null | undefined;
  /** Title and summary in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of one annotation: what is left out stays as it is. */
export type UpdateAnnotationInput = {
  /** A term that fits it: keywords/lullaby; null removes it. */
  concept?: string | null | undefined;
  /** From 0 to 1, where a machine said it first; null removes it. */
  confidence?: number | null | undefined;
  /** When it ends, in seconds; null makes it a moment. */
  end?: number | null | undefined;
  /** Which one: the value of its field `id`. */
  id: string | number;
  /** Why, in a sentence that the item's history keeps. */
  reason?: string | null | undefined;
  /** Who is heard there, for staff; null removes it. */
  speaker?: string | null | undefined;
  /** When it begins, in seconds from the item's start. */
  start?: number | null | undefined;
  /** What is said, sung or noted there; null removes it. */
  text?: string | null | undefined;
};

/** A change of a carrier: what is left out stays as it is. */
export type UpdateCarrierInput = {
  /** The code of the arrival with which it came; null for none. */
  accession?: string | null | undefined;
  /** The carrier by its shelf mark; give this or its id. */
  code?: string | null | undefined;
  /** Remarks on the carrier, for staff; null removes them. */
  comment?: string | null | undefined;
  /** Its format, speed, width and so on, instead of those now. */
  concepts?: Array<CarrierConceptInput> | null | undefined;
  /** How well it is preserved; null if nobody looked. */
  condition?: CarrierCondition | null | undefined;
  /** What its condition looks like, for staff; null removes it. */
  conditionComment?: string | null | undefined;
  /** All that is on it, in order, instead of what is there now. */
  contents?: Array<CarrierContentInput> | null | undefined;
  /** The code of the carrier of which it is a copy; null for none. */
  copyOf?: string | null | undefined;
  /** Whether it waits for its digitisation or has been digitised. */
  digitisation?: DigitisationState | null | undefined;
  /** All files that came from it, instead of those now. */
  digitisations?: Array<DigitisationInput> | null | undefined;
  /** How long it plays, in seconds; null if not known. */
  duration?: number | null | undefined;
  /** Whether it bears a sticker; null if nobody looked. */
  hasSticker?: boolean | null | undefined;
  /** The slug of the institution that keeps it; null for none. */
  holder?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** When it was recorded or pressed, as EDTF; null if not known. */
  made?: string | null | undefined;
  /** Another shelf mark; the old one leads to it from now on. */
  newCode?: string | null | undefined;
  /** The code that it bore before; null removes it. */
  originalCode?: string | null | undefined;
  /** The number that its makers gave it; null removes it. */
  originalNumber?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The machine with which it was recorded; null removes it. */
  recordingSystem?: string | null | undefined;
  /** Where it stands, for staff; null removes it. */
  shelf?: string | null | undefined;
  /** What can be expected of the sound; null removes it. */
  soundQuality?: string | null | undefined;
  /** What its maker calls this sort of tape; null removes it. */
  tapeReference?: string | null | undefined;
  /** How thick the tape is, in micrometres; null if not known. */
  tapeThickness?: number | null | undefined;
  /** What is written on it; null removes it. */
  title?: string | null | undefined;
};

/** A change of a policy; codes that records bear already stay. */
export type UpdateCodePolicyInput = {
  /** How the codes came about; null removes it. */
  description?: string | null | undefined;
  /** A real code that it allows, shown to curators; null for none. */
  example?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether other codes are refused, as they are unless you say no. */
  isStrict?: boolean | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The policy by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** What codes are to look like from now on. */
  template?: string | null | undefined;
  /** The new title; it cannot be empty. */
  title?: string | null | undefined;
};

/** A change of a collection: what is left out stays as it is. */
export type UpdateCollectionInput = {
  /** How far it is open; null, of items alone, follows the collection. */
  access?: AccessLevel | null | undefined;
  /** Why it is as open, or as closed, as it is; null removes it. */
  accessReason?: string | null | undefined;
  /** The code of the accession with which it came; null removes it. */
  accession?: string | null | undefined;
  /** Who did what for it, in order, instead of those now. */
  agents?: Array<AgentPartInput> | null | undefined;
  /** The code of the agreement that its access follows; null removes it. */
  agreement?: string | null | undefined;
  /** Which copies of it are kept elsewhere; null removes it. */
  alternativeCopies?: string | null | undefined;
  /** Another title under which it is known; null removes it. */
  alternativeTitle?: string | null | undefined;
  /** Its length in seconds as described; null removes it. */
  approximateDuration?: number | null | undefined;
  /** Notes among archivists, read by staff alone; null removes it. */
  archivistNotes?: string | null | undefined;
  /** Who wrote the booklet; null removes it. */
  bookletAuthor?: string | null | undefined;
  /** What documentation goes with it; null removes it. */
  bookletDescription?: string | null | undefined;
  /** How many tapes, discs or cylinders it is; null removes it. */
  carrierCount?: number | null | undefined;
  /** The record by its code; give this or its id. */
  code?: string | null | undefined;
  /** The slug of the policy that its items' codes follow; null removes it. */
  codePolicy?: string | null | undefined;
  /** Whether the one who collected it is also the one who made it. */
  collectorIsCreator?: boolean | null | undefined;
  /** Remarks, read by staff alone; null removes it. */
  comment?: string | null | undefined;
  /** All concepts that describe it, keywords included, instead of those now. */
  concepts?: Array<ConceptPartInput> | null | undefined;
  /** Where the objects themselves are kept; null removes it. */
  conservationSite?: string | null | undefined;
  /** The codes of all corpora in which it stands, instead of those now. */
  corpora?: Array<string> | null | undefined;
  /** What it is and how it came about, in prose; null removes it. */
  description?: string | null | undefined;
  /** Where it is written about; null removes it. */
  externalReferences?: string | null | undefined;
  /** All values of fields that the archive added, instead of those now. */
  extraValues?: Array<ExtraValueInput> | null | undefined;
  /** The slug of the institution that keeps it; null removes it. */
  holder?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** All that it is called in elsewhere, instead of those now. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether it is a published record or disc. */
  isPublishedEdition?: boolean | null | undefined;
  /** How far its items are described, read by staff alone; null removes it. */
  itemsDone?: string | null | undefined;
  /** The language of title and description, as BCP 47; null removes it. */
  languageOfDescription?: string | null | undefined;
  /** The licence of the sound: an SPDX identifier or a web address; null removes it. */
  licence?: string | null | undefined;
  /** The code that it is to bear; its old address leads to it. */
  newCode?: string | null | undefined;
  /** Whether its sound opens by itself at the age that the archive's rule says. */
  opensWithAge?: boolean | null | undefined;
  /** The code that it bore before; null removes it. */
  originalCode?: string | null | undefined;
  /** The slug of the rule of when its sound is old enough; null: as the archive's. */
  publicationRule?: string | null | undefined;
  /** When it was brought out, as EDTF; null removes it. */
  publishedIn?: string | null | undefined;
  /** The publisher's own number for it; null removes it. */
  publisherReference?: string | null | undefined;
  /** Its number in the publisher's series; null removes it. */
  publisherSerial?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The licence of the description: an SPDX identifier or a web address; null removes it. */
  recordLicence?: string | null | undefined;
  /** When its recordings were made, as EDTF; null removes it. */
  recorded?: string | null | undefined;
  /** The new title; it cannot be empty. */
  title?: string | null | undefined;
  /** Texts in other languages; those that are not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of a community: what is left out stays as it is. */
export type UpdateCommunityInput = {
  /** Whom to ask before using what is theirs; null removes it. */
  contact?: string | null | undefined;
  /** Who they are, in words that they agreed to; null removes it. */
  description?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether everybody is shown it; it decides that itself. */
  isListed?: boolean | null | undefined;
  /** What it calls itself. */
  name?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The community by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** Name, description and contact in other languages. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of a concept: what is left out stays as it is. */
export type UpdateConceptInput = {
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes. */
  name?: string | null | undefined;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** Another slug; the old one leads to it from now on. */
  newSlug?: string | null | undefined;
  /** Its number or sign in the vocabulary; null removes it. */
  notation?: string | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** The slugs of all under which it directly stands, instead of those now. */
  parents?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The slug of its vocabulary, if it is named by its own slug. */
  scheme?: string | null | undefined;
  /** Which one is meant, by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of a corpus: what is left out stays as it is. */
export type UpdateCorpusInput = {
  /** How far it is open; null, of items alone, follows the collection. */
  access?: AccessLevel | null | undefined;
  /** Why it is as open, or as closed, as it is; null removes it. */
  accessReason?: string | null | undefined;
  /** Who did what for it, in order, instead of those now. */
  agents?: Array<AgentPartInput> | null | undefined;
  /** The code of the agreement that its access follows; null removes it. */
  agreement?: string | null | undefined;
  /** Another title under which it is known; null removes it. */
  alternativeTitle?: string | null | undefined;
  /** Notes among archivists, read by staff alone; null removes it. */
  archivistNotes?: string | null | undefined;
  /** The record by its code; give this or its id. */
  code?: string | null | undefined;
  /** Remarks, read by staff alone; null removes it. */
  comment?: string | null | undefined;
  /** All concepts that describe it, keywords included, instead of those now. */
  concepts?: Array<ConceptPartInput> | null | undefined;
  /** What it is and how it came about, in prose; null removes it. */
  description?: string | null | undefined;
  /** All values of fields that the archive added, instead of those now. */
  extraValues?: Array<ExtraValueInput> | null | undefined;
  /** The codes of all fonds in which it stands, instead of those now. */
  fonds?: Array<string> | null | undefined;
  /** The slug of the institution that keeps it; null removes it. */
  holder?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** All that it is called in elsewhere, instead of those now. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** The language of title and description, as BCP 47; null removes it. */
  languageOfDescription?: string | null | undefined;
  /** The licence of the sound: an SPDX identifier or a web address; null removes it. */
  licence?: string | null | undefined;
  /** The code that it is to bear; its old address leads to it. */
  newCode?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The licence of the description: an SPDX identifier or a web address; null removes it. */
  recordLicence?: string | null | undefined;
  /** When its recordings were made, as EDTF; null removes it. */
  recorded?: string | null | undefined;
  /** The new title; it cannot be empty. */
  title?: string | null | undefined;
  /** Texts in other languages; those that are not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of a group of editors. */
export type UpdateEditorGroupInput = {
  /** The codes of all collections that it edits itself. */
  collections?: Array<string> | null | undefined;
  /** What the group is for; null removes it. */
  description?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** What it is called. */
  name?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The group by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** The slugs of the groups it lies in: it edits what they edit. */
  within?: Array<string> | null | undefined;
};

/** A change of such a field: what is left out stays as it is. */
export type UpdateExtraFieldInput = {
  /** For whom what it says is meant. */
  audience?: Audience | null | undefined;
  /** The block of the page in which it stands; null for none. */
  group?: string | null | undefined;
  /** What forms say to whoever fills it in; null removes it. */
  help?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether a record may say several things in it. */
  isRepeatable?: boolean | null | undefined;
  /** Whether a record needs it to be published. */
  isRequired?: boolean | null | undefined;
  /** Another kind; refused once records say something in it. */
  kind?: ExtraFieldKind | null | undefined;
  /** What stands beside the value on pages and forms. */
  label?: string | null | undefined;
  /** Another level; refused once records say something in it. */
  level?: RecordLevel | null | undefined;
  /** Another slug for it. */
  newSlug?: string | null | undefined;
  /** Its place among its level's fields, from 1. */
  position?: number | null | undefined;
  /** Its predicate in RDF, if a published one fits; null for our own. */
  propertyIri?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The slug of the vocabulary, for a field of concepts. */
  scheme?: string | null | undefined;
  /** The field by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** Label, help and block in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** The unit of its numbers; null for none. */
  unit?: string | null | undefined;
};

/** A change of a fonds: what is left out stays as it is. */
export type UpdateFondsInput = {
  /** How far it is open; null, of items alone, follows the collection. */
  access?: AccessLevel | null | undefined;
  /** Why it is as open, or as closed, as it is; null removes it. */
  accessReason?: string | null | undefined;
  /** Who did what for it, in order, instead of those now. */
  agents?: Array<AgentPartInput> | null | undefined;
  /** The code of the agreement that its access follows; null removes it. */
  agreement?: string | null | undefined;
  /** Another title under which it is known; null removes it. */
  alternativeTitle?: string | null | undefined;
  /** Notes among archivists, read by staff alone; null removes it. */
  archivistNotes?: string | null | undefined;
  /** The record by its code; give this or its id. */
  code?: string | null | undefined;
  /** Remarks, read by staff alone; null removes it. */
  comment?: string | null | undefined;
  /** All concepts that describe it, keywords included, instead of those now. */
  concepts?: Array<ConceptPartInput> | null | undefined;
  /** What it is and how it came about, in prose; null removes it. */
  description?: string | null | undefined;
  /** All values of fields that the archive added, instead of those now. */
  extraValues?: Array<ExtraValueInput> | null | undefined;
  /** The slug of the institution that keeps it; null removes it. */
  holder?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** All that it is called in elsewhere, instead of those now. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** The language of title and description, as BCP 47; null removes it. */
  languageOfDescription?: string | null | undefined;
  /** The licence of the sound: an SPDX identifier or a web address; null removes it. */
  licence?: string | null | undefined;
  /** The code that it is to bear; its old address leads to it. */
  newCode?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The licence of the description: an SPDX identifier or a web address; null removes it. */
  recordLicence?: string | null | undefined;
  /** The new title; it cannot be empty. */
  title?: string | null | undefined;
  /** Texts in other languages; those that are not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of a holder: what is left out stays as it is. */
export type UpdateHolderInput = {
  /** Where it is to be found, for letters; null removes it. */
  address?: string | null | undefined;
  /** The slug of the same institution as an agent; null for none. */
  agent?: string | null | undefined;
  /** The slug of the policy of its collections' codes; null for none. */
  codePolicy?: string | null | undefined;
  /** The slug of the country in which it is; null for none. */
  country?: string | null | undefined;
  /** The licence of its sounds where a record names none. */
  defaultLicence?: string | null | undefined;
  /** The licence of its descriptions where a record names none. */
  defaultRecordLicence?: string | null | undefined;
  /** What it is and what it keeps, in prose; null removes it. */
  description?: string | null | undefined;
  /** Whom to ask about access; null removes it. */
  email?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** What the institution calls itself. */
  name?: string | null | undefined;
  /** Another slug; the old one leads to it from now on. */
  newSlug?: string | null | undefined;
  /** Who delivers its records to aggregators; null removes it. */
  provider?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The holder by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** Name and description in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** Its own page on the web; null removes it. */
  webPage?: string | null | undefined;
};

/** A change of an instrument: what is left out stays as it is. */
export type UpdateInstrumentInput = {
  /** Its Hornbostel-Sachs number, such as 321.322-71; or null. */
  hornbostelSachs?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes. */
  name?: string | null | undefined;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** Another slug; the old one leads to it from now on. */
  newSlug?: string | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** The slugs of all under which it directly stands, instead of those now. */
  parents?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Which one is meant, by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** All names that players give it; one that a record uses cannot go. */
  vernacularNames?: Array<VernacularNameInput> | null | undefined;
};

/** A change of an item's description: what is left out stays as it is. */
export type UpdateItemInput = {
  /** How far it is open; null, of items alone, follows the collection. */
  access?: AccessLevel | null | undefined;
  /** Why it is as open, or as closed, as it is; null removes it. */
  accessReason?: string | null | undefined;
  /** Who did what for it, in order, instead of those now. */
  agents?: Array<AgentPartInput> | null | undefined;
  /** The code of the agreement that its access follows; null removes it. */
  agreement?: string | null | undefined;
  /** Its length in seconds as described; null removes it. */
  approximateDuration?: number | null | undefined;
  /** Notes among archivists, read by staff alone; null removes it. */
  archivistNotes?: string | null | undefined;
  /** The item by its code; give this or its id. */
  code?: string | null | undefined;
  /** The code of the collection that is to hold it. */
  collection?: string | null | undefined;
  /** Whether its collector is the one that its collection names. */
  collectorFromCollection?: boolean | null | undefined;
  /** What the collector chose it for; null removes it. */
  collectorSelection?: string | null | undefined;
  /** Remarks, read by staff alone; null removes it. */
  comment?: string | null | undefined;
  /** All concepts that describe it, keywords included, instead of those now. */
  concepts?: Array<ConceptPartInput> | null | undefined;
  /** The ethnographic context; null removes it. */
  contextComment?: string | null | undefined;
  /** The number that those who made it gave it; null removes it. */
  creatorReference?: string | null | undefined;
  /** How to name those to whom it is owed; null removes it. */
  credit?: string | null | undefined;
  /** The cultural area it belongs to; null removes it. */
  culturalArea?: string | null | undefined;
  /** What it is and how it came about, in prose; null removes it. */
  description?: string | null | undefined;
  /** When the digital copy was made, as EDTF; null removes it. */
  digitised?: string | null | undefined;
  /** The moment at which the sound opens; null lifts the embargo. */
  embargoUntil?: string | null | undefined;
  /** Where it is written about; null removes it. */
  externalReferences?: string | null | undefined;
  /** The address of a sound that is kept elsewhere; null removes it. */
  externalSound?: string | null | undefined;
  /** All values of fields that the archive added, instead of those now. */
  extraValues?: Array<ExtraValueInput> | null | undefined;
  /** The slug of the institution that keeps it; null removes it. */
  holder?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** All that it is called in elsewhere, instead of those now. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** What language codes cannot say: dialects, registers; null removes it. */
  languageComment?: string | null | undefined;
  /** The language of title and description, as BCP 47; null removes it. */
  languageOfDescription?: string | null | undefined;
  /** The ISO 639-3 codes of all languages heard, instead of those now. */
  languages?: Array<string> | null | undefined;
  /** The licence of the sound: an SPDX identifier or a web address; null removes it. */
  licence?: string | null | undefined;
  /** The code that it is to bear; its old address leads to it. */
  newCode?: string | null | undefined;
  /** Whether its sound opens by itself at the age that the archive's rule says. */
  opensWithAge?: boolean | null | undefined;
  /** The code that it bore before; null removes it. */
  originalCode?: string | null | undefined;
  /** The title in its own language; null removes it. */
  originalTitle?: string | null | undefined;
  /** How it is performed: solo, responsorial, in unison; null removes it. */
  performanceMode?: string | null | undefined;
  /** The instruments that sound, in order, instead of those now. */
  performances?: Array<PerformanceInput> | null | undefined;
  /** The slug of the place; null if that is not known. */
  place?: string | null | undefined;
  /** What to say of the place beyond its name; null removes it. */
  placeComment?: string | null | undefined;
  /** The slugs of all groups that it concerns, instead of those now. */
  populations?: Array<string> | null | undefined;
  /** When it was brought out, as EDTF; null removes it. */
  publishedIn?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The licence of the description: an SPDX identifier or a web address; null removes it. */
  recordLicence?: string | null | undefined;
  /** When it was recorded, as EDTF; null if that is not known. */
  recorded?: string | null | undefined;
  /** Where the record comes from; null removes it. */
  source?: string | null | undefined;
  /** What is said or sung, in brief; null removes it. */
  summary?: string | null | undefined;
  /** The new title; it cannot be empty. */
  title?: string | null | undefined;
  /** Its number in the collection, as it is noted; null removes it. */
  track?: string | null | undefined;
  /** Texts in other languages; those that are not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of a label; whoever read it is asked to read it again. */
export type UpdateLabelInput = {
  /** Whether it must be read before any sound is played. */
  asksAcknowledgement?: boolean | null | undefined;
  /** The slug of whose words these are; null for nobody's. */
  community?: string | null | undefined;
  /** Whose label it is; Traditional Knowledge at first. */
  family?: LabelFamily | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** The web address that explains it; null removes it. */
  iri?: string | null | undefined;
  /** What it is called. */
  name?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The label by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** What is to be read, in full. */
  text?: string | null | undefined;
  /** Name and text in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of a language: what is left out stays as it is. */
export type UpdateLanguageInput = {
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes. */
  name?: string | null | undefined;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** Another slug; the old one leads to it from now on. */
  newSlug?: string | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** Its code of two letters in ISO 639-1; null for none. */
  part1?: string | null | undefined;
  /** Its bibliographic code in ISO 639-2; null for none. */
  part2b?: string | null | undefined;
  /** Its terminological code in ISO 639-2; null for none. */
  part2t?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Whether the code is of one language or of several. */
  scope?: LanguageScope | null | undefined;
  /** Which one is meant, by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** Whether it is living, extinct, constructed and so on. */
  type?: LanguageType | null | undefined;
};

/** A change of one part of an item: what is left out stays as it is. */
export type UpdatePartInput = {
  /** The item's version that you edited: refused if it has changed. */
  ifVersion?: number | null | undefined;
  /** The id of the item that it is part of. */
  item: string | number;
  /** What it is called: side A, voice, drums; null removes it. */
  label?: string | null | undefined;
  /** Under which licence this file may be used; null: as its item. */
  licence?: string | null | undefined;
  /** Its place among them from now on; those between make room. */
  newPosition?: number | null | undefined;
  /** Which part: its place among them, from 1. */
  position: number;
  /** Why, in a sentence that the item's history keeps. */
  reason?: string | null | undefined;
  /** At which second of the item it begins; null lets it follow the one before. */
  startsAt?: number | null | undefined;
  /** 0 for the item's own timeline; others run beside it. */
  stem?: number | null | undefined;
};

/** A change of a place: what is left out stays as it is. */
export type UpdatePlaceInput = {
  /** The country's ISO 3166-1 alpha-2 code; null removes it. */
  countryCode?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** What sort of place it is, from continent to site. */
  kind?: PlaceKind | null | undefined;
  /** Degrees north of the equator; null if that is not known. */
  latitude?: number | null | undefined;
  /** Degrees east of Greenwich; null if that is not known. */
  longitude?: number | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes. */
  name?: string | null | undefined;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** Another slug; the old one leads to it from now on. */
  newSlug?: string | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** The slugs of all under which it directly stands, instead of those now. */
  parents?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Which one is meant, by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** The slug of its type in the vocabulary place-types; or null. */
  type?: string | null | undefined;
};

/** A change of a group: what is left out stays as it is. */
export type UpdatePopulationInput = {
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether a published authority lists it. */
  isAuthoritative?: boolean | null | undefined;
  /** All entries in other authorities' lists, instead of those now. */
  matches?: Array<MatchInput> | null | undefined;
  /** The name by which it goes. */
  name?: string | null | undefined;
  /** All other names, instead of those now. */
  names?: Array<NameInput> | null | undefined;
  /** Another slug; the old one leads to it from now on. */
  newSlug?: string | null | undefined;
  /** What it covers, or who it is; null removes it. */
  note?: string | null | undefined;
  /** The slugs of all under which it directly stands, instead of those now. */
  parents?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Which one is meant, by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** The note in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of your own card: what is left out stays as it is. */
export type UpdateProfileInput = {
  /** Some words on you and your work; null takes them away. */
  about?: string | null | undefined;
  /** Where letters reach you; for staff, whatever you show. */
  address?: string | null | undefined;
  /** Your part of that institution; null takes it away. */
  department?: string | null | undefined;
  /** How others are to call you; null takes it away. */
  displayName?: string | null | undefined;
  /** What you do there; null takes it away. */
  function?: string | null | undefined;
  /** The body that you work for or study at; null takes it away. */
  institution?: string | null | undefined;
  /** Whether your display name stands beside what you make. */
  isListed?: boolean | null | undefined;
  /** Your number; for staff, whatever you show. */
  telephone?: string | null | undefined;
  /** Whether notices come by e-mail as well. */
  wantsMail?: boolean | null | undefined;
  /** A whole web address of yours; null takes it away. */
  webPage?: string | null | undefined;
};

/** A change of a protocol, which holds at once for all under it. */
export type UpdateProtocolInput = {
  /** Whom it admits; the members of its communities at first. */
  admits?: Admits | null | undefined;
  /** The slugs of all whose rule it is, instead of those now. */
  communities?: Array<string> | null | undefined;
  /** What it is about, shown to all; null removes it. */
  description?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** How exactly others see where its records lie; exactly at first. */
  locates?: Locates | null | undefined;
  /** What it is called. */
  name?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The protocol by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** Name and description in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
  /** What it keeps from others; the record as a whole at first. */
  withholds?: Withholds | null | undefined;
};

/** A change of a rule: what it covers opens or closes at once. */
export type UpdatePublicationRuleInput = {
  /** Where it comes from: a law, an agreement; null removes it. */
  description?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether it holds for collections that name no rule. */
  isDefault?: boolean | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The rule by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** What it is called. */
  title?: string | null | undefined;
  /** How many years after that of recording, 1 to 500. */
  years?: number | null | undefined;
};

/** A change of a room: what is left out stays as it is. */
export type UpdateReadingRoomInput = {
  /** The slug of the institution whose room it is; null for none. */
  holder?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** What it is called. */
  name?: string | null | undefined;
  /** All its networks, instead of those now. */
  networks?: Array<string> | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The room by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** Until when it counts as a reading room; null for good. */
  until?: string | null | undefined;
};

/** Which related medium, and what is to be said of it from now on. */
export type UpdateRelatedMediaInput = {
  /** For whom it is. */
  audience?: Audience | null | undefined;
  /** To whom it is owed. */
  credit?: string | null | undefined;
  /** When it was made, as EDTF. */
  date?: string | null | undefined;
  /** What it shows, in sentences. */
  description?: string | null | undefined;
  /** The id of the related medium. */
  id: string | number;
  /** The record's version that you saw: refused if it has changed. */
  ifVersion?: number | null | undefined;
  /** Under which licence it may be used. */
  licence?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** What it shows, in a few words. */
  title?: string | null | undefined;
  /** Title and description in other languages; those not given stay. */
  translations?: Array<TranslationInput> | null | undefined;
  /** Another address elsewhere. */
  url?: string | null | undefined;
};

/** A change of a vocabulary: what is left out stays as it is. */
export type UpdateSchemeInput = {
  /** Which question its concepts answer; null removes it. */
  description?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether it takes no more concepts but from published lists. */
  isClosed?: boolean | null | undefined;
  /** Whether visitors see it among the vocabularies. */
  isListed?: boolean | null | undefined;
  /** Another slug; the old one leads to it from now on. */
  newSlug?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The vocabulary by its slug; give this or its id. */
  slug?: string | null | undefined;
  /** The web address of the list it comes from; null removes it. */
  source?: string | null | undefined;
  /** What it is called, in the plural. */
  title?: string | null | undefined;
  /** Title and description in other languages; the rest stays. */
  translations?: Array<TranslationInput> | null | undefined;
};

/** A change of a list of yours: what is left out stays as it is. */
export type UpdateSelectionInput = {
  /** What you say of it; null takes it away. */
  description?: string | null | undefined;
  /** The slug of the group that is to see it. */
  group?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** What it is to follow; of a live list alone. */
  liveFilter?: ItemFilter | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** Who is to see that there is such a list. */
  shared?: SharedWith | null | undefined;
  /** What you call the list. */
  title?: string | null | undefined;
};

/** A change of a track: what is left out stays as it is. */
export type UpdateTrackInput = {
  /** All that it says, instead of what it says now. */
  annotations?: Array<AnnotationInput> | null | undefined;
  /** For whom it is, beside its item's own rule. */
  audience?: Audience | null | undefined;
  /** Which one: the value of its field `id`. */
  id: string | number;
  /** The track's version that you edited: refused if it has changed since. */
  ifVersion?: number | null | undefined;
  /** Whether it is lyrics, markers and so on. */
  kind?: TrackKind | null | undefined;
  /** The language of its texts, as BCP 47; null if not known. */
  language?: string | null | undefined;
  /** Under which licence the text may be used; null removes it. */
  licence?: string | null | undefined;
  /** Its place among the item's tracks, from 1. */
  position?: number | null | undefined;
  /** Why, in a sentence that the item's history keeps. */
  reason?: string | null | undefined;
  /** The file or person it came from, for staff; null removes it. */
  source?: string | null | undefined;
  /** What the track is called; null removes it. */
  title?: string | null | undefined;
};

/** What those who play an instrument call it. */
export type VernacularNameInput = {
  /** Its language as a BCP 47 tag, where that is known. */
  language?: string | null | undefined;
  /** The name as it is written, never translated. */
  name: string;
};

/** What is asked for. */
export enum Wish {
  /** To read, hear or take what is closed. */
  Access = 'ACCESS',
  /** To be able to sign in. */
  Account = 'ACCOUNT',
  /** That a description says something else. */
  Correction = 'CORRECTION',
  /** That somebody be named, or not. */
  Naming = 'NAMING',
  /** That it be shown no longer. */
  Withdrawal = 'WITHDRAWAL'
}

/** A comment of yours to take back, or to let be there again. */
export type WithdrawCommentInput = {
  /** The comment, by its field `id`. */
  id: string | number;
  /** Whether it is taken back; false: it is there again. */
  isWithdrawn?: boolean;
};

/** A published record that the public is to see no more. */
export type WithdrawRecordInput = {
  /** The record: the value of its field `id`. */
  id: string | number;
  /** The version that you saw: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** Its address says that it was withdrawn, with its title and your reason (410); otherwise it answers as if it had never been (404). */
  isAnnounced?: boolean;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
};

/** Why you cannot hear an item. */
export enum WithheldReason {
  /** The sound opens by itself when the recording is old enough. */
  Age = 'AGE',
  /** The sound is closed until a date, then opens by itself. */
  Embargo = 'EMBARGO',
  /** The item or its collection opens its description only. */
  Level = 'LEVEL',
  /** No sound has been deposited for this record. */
  NoSound = 'NO_SOUND',
  /** A community's protocol keeps the sound for those whom it admits. */
  Protocol = 'PROTOCOL'
}

/** What of an item's sound is to be withheld. */
export type WithholdRangesInput = {
  /** The item by its code; give this or its id. */
  code?: string | null | undefined;
  /** The record by its global id; name it in one way alone. */
  id?: string | number | null | undefined;
  /** The version that you edited: refused if the record has changed since. */
  ifVersion?: number | null | undefined;
  /** All stretches, instead of those now; none lets everything be heard again. */
  ranges: Array<StretchInput>;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
};

/** What a protocol keeps from those whom it does not admit. */
export enum Withholds {
  /** Everything: they find no such record anywhere. */
  Record = 'RECORD',
  /** The sound and what is drawn from it; they read the description. */
  Sound = 'SOUND'
}

/** Something to be said beside a record. */
export type WriteCommentInput = {
  /** The comment on the same record that you answer. */
  answers?: string | number | null | undefined;
  /** For whom it is; for everybody only if you edit the record. */
  audience?: Audience;
  /** A key of your own: asked again with the same one, you get the same record. */
  idempotencyKey?: string | null | undefined;
  /** Why, in a sentence that the record's history keeps. */
  reason?: string | null | undefined;
  /** The record, of any kind. */
  record: string | number;
  /** What you say, in 5000 characters at most. */
  text: string;
};

export type NoticeHereFragment = { slug: string, name: string, text: string, explainedAt: string | null };

export type ProtocolHereFragment = { slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> };

export type ItemNoticesFragment = { labels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, unreadLabels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, protocols: Array<{ slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> }>, collection: { labels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, protocols: Array<{ slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> }> } | null };

export type GrantHereFragment = { id: string, gives: Gives, reason: string, until: string | null, person: string | null, community: { name: string } | null, room: { name: string } | null };

export type WordsOfQueryVariables = Exact<{
  id: string | number;
  language: string;
}>;


export type WordsOfQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', labels: Array<{ slug: string, name: string, text: string }>, protocols: Array<{ slug: string, name: string, description: string | null }>, collection: { labels: Array<{ slug: string, name: string, text: string }>, protocols: Array<{ slug: string, name: string, description: string | null }> } | null }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type LabelWordsFragment = { slug: string, name: string, text: string };

export type ProtocolWordsFragment = { slug: string, name: string, description: string | null };

export type AccessOfQueryVariables = Exact<{
  id: string | number;
}>;


export type AccessOfQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection', version: number, opensWithAge: boolean, protocolsCombine: Combine | null, level: AccessLevel, publicationRule: { title: string } | null, protocols: Array<{ slug: string }>, labels: Array<{ slug: string }> }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', version: number, ownAccess: AccessLevel | null, opensWithAge: boolean, protocolsCombine: Combine | null, standing: { level: AccessLevel, embargoUntil: string | null, opensOn: unknown }, protocols: Array<{ slug: string }>, labels: Array<{ slug: string }>, withheld: Array<{ start: number, end: number, reason: string | null }> }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null, grants: { nodes: Array<{ id: string, gives: Gives, reason: string, until: string | null, person: string | null, community: { name: string } | null, room: { name: string } | null }> }, protocols: { nodes: Array<{ slug: string, name: string }> }, labels: { nodes: Array<{ slug: string, name: string }> } };

export type ReceiversOfAccessQueryVariables = Exact<{ [key: string]: never; }>;


export type ReceiversOfAccessQuery = { communities: { nodes: Array<{ slug: string, name: string }> }, readingRooms: { nodes: Array<{ slug: string, name: string }> } };

export type PlaceUnderProtocolsMutationVariables = Exact<{
  input: PlaceUnderProtocolsInput;
}>;


export type PlaceUnderProtocolsMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'RecordAccessPayload', isSoEverywhere: boolean }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type PutLabelsMutationVariables = Exact<{
  input: PutLabelsInput;
}>;


export type PutLabelsMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'RecordAccessPayload', isSoEverywhere: boolean }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type GiveAccessMutationVariables = Exact<{
  input: GiveAccessInput;
}>;


export type GiveAccessMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'GrantPayload', grant: { id: string } }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type TakeBackAccessMutationVariables = Exact<{
  input: TakeBackAccessInput;
}>;


export type TakeBackAccessMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'TakeBackAccessPayload', id: string }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type WithholdRangesMutationVariables = Exact<{
  input: WithholdRangesInput;
}>;


export type WithholdRangesMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
    | { __typename: 'WithholdRangesPayload', isSoEverywhere: boolean }
   };

export type AcknowledgeLabelMutationVariables = Exact<{
  input: AcknowledgeLabelInput;
}>;


export type AcknowledgeLabelMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'LabelPayload', label: { slug: string } }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type CollectionRowFragment = { id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } };

export type ItemRowFragment = { id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> };

export type LevelContentsFragment = { itemCount: number, itemsWithSound: number, duration: number, byteSize: unknown, earliest: unknown, latest: unknown, countries: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, places: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, populations: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, languages: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, instruments: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> };

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

type RecordFacts_Collection_Fragment = { id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, translations: Array<{ field: string, language: string, text: string }> };

type RecordFacts_Corpus_Fragment = { id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, translations: Array<{ field: string, language: string, text: string }> };

type RecordFacts_Fonds_Fragment = { id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, translations: Array<{ field: string, language: string, text: string }> };

type RecordFacts_Item_Fragment = { id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, translations: Array<{ field: string, language: string, text: string }> };

export type RecordFactsFragment =
  | RecordFacts_Collection_Fragment
  | RecordFacts_Corpus_Fragment
  | RecordFacts_Fonds_Fragment
  | RecordFacts_Item_Fragment
;

export type ConceptHereFragment = { use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } };

export type IdentifierHereFragment = { value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null };

export type ExtraHereFragment = { text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, group: string | null, unit: string | null, en: string, fr: string, es: string }, concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null };

export type CarrierHereFragment = { iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> };

type TermTexts_Agent_Fragment = { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type TermTexts_Concept_Fragment = { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type TermTexts_Instrument_Fragment = { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type TermTexts_Language_Fragment = { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type TermTexts_Place_Fragment = { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type TermTexts_Population_Fragment = { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

export type TermTextsFragment =
  | TermTexts_Agent_Fragment
  | TermTexts_Concept_Fragment
  | TermTexts_Instrument_Fragment
  | TermTexts_Language_Fragment
  | TermTexts_Place_Fragment
  | TermTexts_Population_Fragment
;

export type NextItemCodeQueryVariables = Exact<{
  collection: string;
}>;


export type NextItemCodeQuery = { next: { code: string | null, whyNot: string | null, template: string | null, policy: string | null } | null };

export type NextLevelCodeQueryVariables = Exact<{
  level: RecordLevel;
  holder: string;
  year?: number | null | undefined;
  parts?: Array<string> | string | null | undefined;
}>;


export type NextLevelCodeQuery = { next: { code: string | null, whyNot: string | null, template: string | null, policy: string | null } | null };

export type CodeRemarksQueryVariables = Exact<{
  level: RecordLevel;
  code: string;
  collection?: string | null | undefined;
  holder?: string | null | undefined;
}>;


export type CodeRemarksQuery = { remark: { policy: string, example: string, isRefused: boolean } | null };

export type ExtraFieldHereFragment = { id: string, slug: string, level: RecordLevel, kind: ExtraFieldKind, label: string, help: string | null, group: string | null, position: number, unit: string | null, isRepeatable: boolean, isRequired: boolean, audience: Audience, version: number, labelEn: string, labelFr: string, labelEs: string, helpEn: string | null, helpFr: string | null, helpEs: string | null, scheme: { slug: string, title: string } | null };

export type ExtraFieldsOfQueryVariables = Exact<{
  level: RecordLevel;
  after?: string | null | undefined;
}>;


export type ExtraFieldsOfQuery = { extraFields: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, slug: string, level: RecordLevel, kind: ExtraFieldKind, label: string, help: string | null, group: string | null, position: number, unit: string | null, isRepeatable: boolean, isRequired: boolean, audience: Audience, version: number, labelEn: string, labelFr: string, labelEs: string, helpEn: string | null, helpFr: string | null, helpEs: string | null, scheme: { slug: string, title: string } | null }> } };

export type ExtraInFormFragment = { text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { slug: string }, concept: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null };

export type SuggestQueryVariables = Exact<{
  kind: RecordKind;
  prefix: string;
  scheme?: string | null | undefined;
}>;


export type SuggestQuery = { suggest: Array<{ value: string, label: string, matched: string | null, node:
      | { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
      | { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
      | { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
      | { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
      | { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
      | { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
      | Record<PropertyKey, never>
     }> };

export type AccessionFormQueryVariables = Exact<{
  key: string;
}>;


export type AccessionFormQuery = { record: { id: string, iri: string, version: number | null, code: string | null, title: string | null, boxes: number | null, extent: string | null, description: string | null, notes: string | null, received: { edtf: string } | null, holder: { slug: string, name: string } | null, donor: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agreement: { code: string | null, title: string | null } | null } | null };

export type UpdateAccessionMutationVariables = Exact<{
  input: UpdateAccessionInput;
}>;


export type UpdateAccessionMutation = { saved:
    | { __typename: 'AccessionPayload', record: { id: string, iri: string, version: number | null } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateAccessionMutationVariables = Exact<{
  input: CreateAccessionInput;
}>;


export type CreateAccessionMutation = { saved:
    | { __typename: 'AccessionPayload', record: { id: string, iri: string, version: number | null } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type AgentFormQueryVariables = Exact<{
  key: string;
}>;


export type AgentFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, note: string | null, isAuthoritative: boolean, kind: AgentKind, image: string | null, imageCredit: string | null, webPage: string | null, translations: Array<{ field: string, language: string, text: string }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, matches: Array<{ iri: string, kind: MatchKind }>, lived: { edtf: string } | null } | null };

export type UpdateAgentMutationVariables = Exact<{
  input: UpdateAgentInput;
}>;


export type UpdateAgentMutation = { saved:
    | { __typename: 'AgentPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateAgentMutationVariables = Exact<{
  input: CreateAgentInput;
}>;


export type CreateAgentMutation = { saved:
    | { __typename: 'AgentPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type AgreementFormQueryVariables = Exact<{
  key: string;
}>;


export type AgreementFormQuery = { record: { id: string, iri: string, version: number | null, code: string | null, title: string | null, kind: AgreementKind, publicSummary: string | null, scope: string | null, expiresOn: unknown, documentName: string | null, documentUrl: string | null, notes: string | null, translations: Array<{ field: string, language: string, text: string }>, signed: { edtf: string } | null, parties: Array<{ role: string, audience: Audience | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> } | null };

export type UpdateAgreementMutationVariables = Exact<{
  input: UpdateAgreementInput;
}>;


export type UpdateAgreementMutation = { saved:
    | { __typename: 'AgreementPayload', record: { id: string, iri: string, version: number | null } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateAgreementMutationVariables = Exact<{
  input: CreateAgreementInput;
}>;


export type CreateAgreementMutation = { saved:
    | { __typename: 'AgreementPayload', record: { id: string, iri: string, version: number | null } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CarrierFormQueryVariables = Exact<{
  key: string;
}>;


export type CarrierFormQuery = { record: { id: string, iri: string, version: number, code: string, title: string | null, shelf: string | null, originalCode: string | null, originalNumber: string | null, duration: number | null, condition: CarrierCondition | null, conditionComment: string | null, soundQuality: string | null, comment: string | null, recordingSystem: string | null, tapeThickness: number | null, tapeReference: string | null, hasSticker: boolean | null, digitisation: DigitisationState, made: { edtf: string } | null, holder: { slug: string, name: string } | null, accession: { code: string | null, title: string | null } | null, copyOf: { code: string, title: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, contents: Array<{ side: string | null, start: string | null, collection: { code: string, title: string } | null, item: { code: string | null, title: string } | null }>, digitisations: Array<{ equipment: string | null, note: string | null, done: { edtf: string } | null, file: { sha256: string } | null, digitiser: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, conversion: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }> } | null };

export type UpdateCarrierMutationVariables = Exact<{
  input: UpdateCarrierInput;
}>;


export type UpdateCarrierMutation = { saved:
    | { __typename: 'CarrierPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateCarrierMutationVariables = Exact<{
  input: CreateCarrierInput;
}>;


export type CreateCarrierMutation = { saved:
    | { __typename: 'CarrierPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CodePolicyFormQueryVariables = Exact<{
  key: string;
}>;


export type CodePolicyFormQuery = { record: { id: string, iri: string, version: number, slug: string, title: string, level: RecordLevel, template: string, example: string, isStrict: boolean, description: string | null } | null };

export type UpdateCodePolicyMutationVariables = Exact<{
  input: UpdateCodePolicyInput;
}>;


export type UpdateCodePolicyMutation = { saved:
    | { __typename: 'CodePolicyPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateCodePolicyMutationVariables = Exact<{
  input: CreateCodePolicyInput;
}>;


export type CreateCodePolicyMutation = { saved:
    | { __typename: 'CodePolicyPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CollectionFormQueryVariables = Exact<{
  key: string;
}>;


export type CollectionFormQuery = { record: { id: string, iri: string, version: number, state: RecordState, code: string, title: string, description: string | null, languageOfDescription: string | null, access: AccessLevel, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, alternativeTitle: string | null, originalCode: string | null, isPublishedEdition: boolean, publisherSerial: string | null, publisherReference: string | null, bookletAuthor: string | null, bookletDescription: string | null, externalReferences: string | null, conservationSite: string | null, alternativeCopies: string | null, carrierCount: number | null, approximateDuration: number | null, itemsDone: string | null, collectorIsCreator: boolean, opensWithAge: boolean, translations: Array<{ field: string, language: string, text: string }>, holder: { slug: string, name: string } | null, agreement: { code: string | null, title: string | null } | null, agents: Array<{ role: AgentRole, audience: Audience | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { slug: string }, concept: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, recorded: { edtf: string } | null, publishedIn: { edtf: string } | null, accession: { code: string | null, title: string | null } | null, codePolicy: { slug: string, title: string } | null, corpora: Array<{ code: string, title: string }> } | null };

export type UpdateCollectionMutationVariables = Exact<{
  input: UpdateCollectionInput;
}>;


export type UpdateCollectionMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'UpdateCollectionPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateCollectionMutationVariables = Exact<{
  input: CreateCollectionInput;
}>;


export type CreateCollectionMutation = { saved:
    | { __typename: 'CreateCollectionPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
   };

export type CommunityFormQueryVariables = Exact<{
  key: string;
}>;


export type CommunityFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, description: string | null, contact: string | null, isListed: boolean, translations: Array<{ field: string, language: string, text: string }> } | null };

export type UpdateCommunityMutationVariables = Exact<{
  input: UpdateCommunityInput;
}>;


export type UpdateCommunityMutation = { saved:
    | { __typename: 'CommunityPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateCommunityMutationVariables = Exact<{
  input: CreateCommunityInput;
}>;


export type CreateCommunityMutation = { saved:
    | { __typename: 'CommunityPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type ConceptFormQueryVariables = Exact<{
  scheme: string;
  key: string;
}>;


export type ConceptFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, note: string | null, isAuthoritative: boolean, notation: string | null, translations: Array<{ field: string, language: string, text: string }>, scheme: { slug: string, title: string } | null, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, matches: Array<{ iri: string, kind: MatchKind }>, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> } | null };

export type UpdateConceptMutationVariables = Exact<{
  input: UpdateConceptInput;
}>;


export type UpdateConceptMutation = { saved:
    | { __typename: 'ConceptPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateConceptMutationVariables = Exact<{
  input: CreateConceptInput;
}>;


export type CreateConceptMutation = { saved:
    | { __typename: 'ConceptPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CorpusFormQueryVariables = Exact<{
  key: string;
}>;


export type CorpusFormQuery = { record: { id: string, iri: string, version: number, state: RecordState, code: string, title: string, description: string | null, languageOfDescription: string | null, access: AccessLevel, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, alternativeTitle: string | null, translations: Array<{ field: string, language: string, text: string }>, holder: { slug: string, name: string } | null, agreement: { code: string | null, title: string | null } | null, agents: Array<{ role: AgentRole, audience: Audience | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { slug: string }, concept: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, recorded: { edtf: string } | null, fonds: Array<{ code: string, title: string }> } | null };

export type UpdateCorpusMutationVariables = Exact<{
  input: UpdateCorpusInput;
}>;


export type UpdateCorpusMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'UpdateCorpusPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateCorpusMutationVariables = Exact<{
  input: CreateCorpusInput;
}>;


export type CreateCorpusMutation = { saved:
    | { __typename: 'CreateCorpusPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
   };

export type EditorGroupFormQueryVariables = Exact<{
  key: string;
}>;


export type EditorGroupFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, description: string | null, collections: Array<{ iri: string, code: string, title: string }>, within: Array<{ iri: string, slug: string, name: string }> } | null };

export type UpdateEditorGroupMutationVariables = Exact<{
  input: UpdateEditorGroupInput;
}>;


export type UpdateEditorGroupMutation = { saved:
    | { __typename: 'EditorGroupPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateEditorGroupMutationVariables = Exact<{
  input: CreateEditorGroupInput;
}>;


export type CreateEditorGroupMutation = { saved:
    | { __typename: 'EditorGroupPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type FondsFormQueryVariables = Exact<{
  key: string;
}>;


export type FondsFormQuery = { record: { id: string, iri: string, version: number, state: RecordState, code: string, title: string, description: string | null, languageOfDescription: string | null, access: AccessLevel, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, alternativeTitle: string | null, translations: Array<{ field: string, language: string, text: string }>, holder: { slug: string, name: string } | null, agreement: { code: string | null, title: string | null } | null, agents: Array<{ role: AgentRole, audience: Audience | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { slug: string }, concept: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }> } | null };

export type UpdateFondsMutationVariables = Exact<{
  input: UpdateFondsInput;
}>;


export type UpdateFondsMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'UpdateFondsPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateFondsMutationVariables = Exact<{
  input: CreateFondsInput;
}>;


export type CreateFondsMutation = { saved:
    | { __typename: 'CreateFondsPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
   };

export type HolderFormQueryVariables = Exact<{
  key: string;
}>;


export type HolderFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, description: string | null, address: string | null, email: string | null, webPage: string | null, provider: string | null, defaultLicence: string | null, defaultRecordLicence: string | null, translations: Array<{ field: string, language: string, text: string }>, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, country: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, codePolicy: { slug: string, title: string } | null } | null };

export type UpdateHolderMutationVariables = Exact<{
  input: UpdateHolderInput;
}>;


export type UpdateHolderMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'HolderPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateHolderMutationVariables = Exact<{
  input: CreateHolderInput;
}>;


export type CreateHolderMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'HolderPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type InstrumentFormQueryVariables = Exact<{
  key: string;
}>;


export type InstrumentFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, note: string | null, isAuthoritative: boolean, hornbostelSachs: string | null, translations: Array<{ field: string, language: string, text: string }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, matches: Array<{ iri: string, kind: MatchKind }>, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, vernacularNames: Array<{ name: string, language: string | null }> } | null };

export type UpdateInstrumentMutationVariables = Exact<{
  input: UpdateInstrumentInput;
}>;


export type UpdateInstrumentMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'InstrumentPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateInstrumentMutationVariables = Exact<{
  input: CreateInstrumentInput;
}>;


export type CreateInstrumentMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'InstrumentPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type ItemFormQueryVariables = Exact<{
  key: string;
}>;


export type ItemFormQuery = { record: { id: string, iri: string, version: number, state: RecordState, code: string | null, title: string, description: string | null, languageOfDescription: string | null, ownAccess: AccessLevel | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, originalTitle: string | null, originalCode: string | null, track: string | null, summary: string | null, placeComment: string | null, culturalArea: string | null, languageComment: string | null, contextComment: string | null, performanceMode: string | null, collectorSelection: string | null, collectorFromCollection: boolean, creatorReference: string | null, externalReferences: string | null, approximateDuration: number | null, externalSound: string | null, opensWithAge: boolean, credit: string | null, source: string | null, translations: Array<{ field: string, language: string, text: string }>, access: { level: AccessLevel, message: string | null, embargoUntil: string | null }, holder: { slug: string, name: string } | null, agreement: { code: string | null, title: string | null } | null, agents: Array<{ role: AgentRole, audience: Audience | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { slug: string }, concept: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, recorded: { edtf: string } | null, digitised: { edtf: string } | null, publishedIn: { edtf: string } | null, collection: { code: string, title: string } | null, place: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, languages: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, performances: Array<{ count: number | null, vernacularName: string | null, musicians: string | null, instrument: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, players: Array<{ audience: Audience | null, agent: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }> } | null };

export type UpdateItemMutationVariables = Exact<{
  input: UpdateItemInput;
}>;


export type UpdateItemMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'UpdateItemPayload', record: { id: string, iri: string, version: number } | null }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateItemMutationVariables = Exact<{
  input: CreateItemInput;
}>;


export type CreateItemMutation = { saved:
    | { __typename: 'CreateItemPayload', record: { id: string, iri: string, version: number } | null }
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
   };

export type LabelFormQueryVariables = Exact<{
  key: string;
}>;


export type LabelFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, text: string, family: LabelFamily, explainedAt: string | null, asksAcknowledgement: boolean, translations: Array<{ field: string, language: string, text: string }>, community: { iri: string, slug: string, name: string } | null } | null };

export type UpdateLabelMutationVariables = Exact<{
  input: UpdateLabelInput;
}>;


export type UpdateLabelMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'LabelPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateLabelMutationVariables = Exact<{
  input: CreateLabelInput;
}>;


export type CreateLabelMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'LabelPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type LanguageFormQueryVariables = Exact<{
  key: string;
}>;


export type LanguageFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, note: string | null, isAuthoritative: boolean, part1: string | null, part2b: string | null, part2t: string | null, scope: LanguageScope | null, type: LanguageType | null, translations: Array<{ field: string, language: string, text: string }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, matches: Array<{ iri: string, kind: MatchKind }> } | null };

export type UpdateLanguageMutationVariables = Exact<{
  input: UpdateLanguageInput;
}>;


export type UpdateLanguageMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'LanguagePayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateLanguageMutationVariables = Exact<{
  input: CreateLanguageInput;
}>;


export type CreateLanguageMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'LanguagePayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type PlaceFormQueryVariables = Exact<{
  key: string;
}>;


export type PlaceFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, note: string | null, isAuthoritative: boolean, kind: PlaceKind, countryCode: string | null, translations: Array<{ field: string, language: string, text: string }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, matches: Array<{ iri: string, kind: MatchKind }>, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, coordinates: { latitude: number, longitude: number } | null } | null };

export type UpdatePlaceMutationVariables = Exact<{
  input: UpdatePlaceInput;
}>;


export type UpdatePlaceMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'PlacePayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreatePlaceMutationVariables = Exact<{
  input: CreatePlaceInput;
}>;


export type CreatePlaceMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'PlacePayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type PopulationFormQueryVariables = Exact<{
  key: string;
}>;


export type PopulationFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, note: string | null, isAuthoritative: boolean, translations: Array<{ field: string, language: string, text: string }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, matches: Array<{ iri: string, kind: MatchKind }>, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> } | null };

export type UpdatePopulationMutationVariables = Exact<{
  input: UpdatePopulationInput;
}>;


export type UpdatePopulationMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'PopulationPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreatePopulationMutationVariables = Exact<{
  input: CreatePopulationInput;
}>;


export type CreatePopulationMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'PopulationPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type ProtocolFormQueryVariables = Exact<{
  key: string;
}>;


export type ProtocolFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, description: string | null, admits: Admits, withholds: Withholds, locates: Locates, translations: Array<{ field: string, language: string, text: string }>, communities: Array<{ iri: string, slug: string, name: string }> } | null };

export type UpdateProtocolMutationVariables = Exact<{
  input: UpdateProtocolInput;
}>;


export type UpdateProtocolMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ProtocolPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateProtocolMutationVariables = Exact<{
  input: CreateProtocolInput;
}>;


export type CreateProtocolMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ProtocolPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type PublicationRuleFormQueryVariables = Exact<{
  key: string;
}>;


export type PublicationRuleFormQuery = { record: { id: string, iri: string, version: number, slug: string, title: string, years: number, description: string | null, isDefault: boolean } | null };

export type UpdatePublicationRuleMutationVariables = Exact<{
  input: UpdatePublicationRuleInput;
}>;


export type UpdatePublicationRuleMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'PublicationRulePayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreatePublicationRuleMutationVariables = Exact<{
  input: CreatePublicationRuleInput;
}>;


export type CreatePublicationRuleMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'PublicationRulePayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type ReadingRoomFormQueryVariables = Exact<{
  key: string;
}>;


export type ReadingRoomFormQuery = { record: { id: string, iri: string, version: number, slug: string, name: string, networks: Array<string>, until: string | null, holder: { iri: string, slug: string, name: string } | null } | null };

export type UpdateReadingRoomMutationVariables = Exact<{
  input: UpdateReadingRoomInput;
}>;


export type UpdateReadingRoomMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ReadingRoomPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateReadingRoomMutationVariables = Exact<{
  input: CreateReadingRoomInput;
}>;


export type CreateReadingRoomMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'ReadingRoomPayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type SchemeFormQueryVariables = Exact<{
  key: string;
}>;


export type SchemeFormQuery = { record: { id: string, iri: string, version: number, slug: string, title: string, description: string | null, source: string | null, isListed: boolean, isClosed: boolean, translations: Array<{ field: string, language: string, text: string }> } | null };

export type UpdateSchemeMutationVariables = Exact<{
  input: UpdateSchemeInput;
}>;


export type UpdateSchemeMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'SchemePayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type CreateSchemeMutationVariables = Exact<{
  input: CreateSchemeInput;
}>;


export type CreateSchemeMutation = { saved:
    | { __typename: 'Forbidden', code: string, message: string, path: Array<string> }
    | { __typename: 'NotFound', code: string, message: string, path: Array<string> }
    | { __typename: 'SchemePayload', record: { id: string, iri: string, version: number } }
    | { __typename: 'ValidationError', code: string, message: string, path: Array<string> }
    | { __typename: 'VersionConflict', code: string, message: string, path: Array<string> }
   };

export type MakePlaceMutationVariables = Exact<{
  input: CreatePlaceInput;
}>;


export type MakePlaceMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'PlacePayload', record: { slug: string, name: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakePopulationMutationVariables = Exact<{
  input: CreatePopulationInput;
}>;


export type MakePopulationMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'PopulationPayload', record: { slug: string, name: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeInstrumentMutationVariables = Exact<{
  input: CreateInstrumentInput;
}>;


export type MakeInstrumentMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'InstrumentPayload', record: { slug: string, name: string } }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeLanguageMutationVariables = Exact<{
  input: CreateLanguageInput;
}>;


export type MakeLanguageMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'LanguagePayload', record: { slug: string, name: string } }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeAgentMutationVariables = Exact<{
  input: CreateAgentInput;
}>;


export type MakeAgentMutation = { done:
    | { __typename: 'AgentPayload', record: { slug: string, name: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeConceptMutationVariables = Exact<{
  input: CreateConceptInput;
}>;


export type MakeConceptMutation = { done:
    | { __typename: 'ConceptPayload', record: { slug: string, name: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeFondsMutationVariables = Exact<{
  input: CreateFondsInput;
}>;


export type MakeFondsMutation = { done:
    | { __typename: 'CreateFondsPayload', record: { code: string, title: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type MakeCorpusMutationVariables = Exact<{
  input: CreateCorpusInput;
}>;


export type MakeCorpusMutation = { done:
    | { __typename: 'CreateCorpusPayload', record: { code: string, title: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type MakeCollectionMutationVariables = Exact<{
  input: CreateCollectionInput;
}>;


export type MakeCollectionMutation = { done:
    | { __typename: 'CreateCollectionPayload', record: { code: string, title: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type MakeSchemeMutationVariables = Exact<{
  input: CreateSchemeInput;
}>;


export type MakeSchemeMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'SchemePayload', record: { slug: string, title: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeHolderMutationVariables = Exact<{
  input: CreateHolderInput;
}>;


export type MakeHolderMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'HolderPayload', record: { slug: string, name: string } }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeAgreementMutationVariables = Exact<{
  input: CreateAgreementInput;
}>;


export type MakeAgreementMutation = { done:
    | { __typename: 'AgreementPayload', record: { code: string | null, title: string | null } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeAccessionMutationVariables = Exact<{
  input: CreateAccessionInput;
}>;


export type MakeAccessionMutation = { done:
    | { __typename: 'AccessionPayload', record: { code: string | null, title: string | null } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeCarrierMutationVariables = Exact<{
  input: CreateCarrierInput;
}>;


export type MakeCarrierMutation = { done:
    | { __typename: 'CarrierPayload', record: { code: string, title: string | null } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeCodePolicyMutationVariables = Exact<{
  input: CreateCodePolicyInput;
}>;


export type MakeCodePolicyMutation = { done:
    | { __typename: 'CodePolicyPayload', record: { slug: string, title: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MakeCommunityMutationVariables = Exact<{
  input: CreateCommunityInput;
}>;


export type MakeCommunityMutation = { done:
    | { __typename: 'CommunityPayload', record: { slug: string, name: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type DifferenceFragment = { part: string, row: string, operation: DifferenceKind, field: string, language: string | null, before: { text: string, record: string | null, iri: string | null, isHidden: boolean } | null, after: { text: string, record: string | null, iri: string | null, isHidden: boolean } | null };

export type RecordHistoryQueryVariables = Exact<{
  record: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type RecordHistoryQuery = { history: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ moment: string, at: string, author: string | null, reason: string | null, undoes: string | null, undoneBy: string | null, rowCount: number, differences: Array<{ part: string, row: string, operation: DifferenceKind, field: string, language: string | null, before: { text: string, record: string | null, iri: string | null, isHidden: boolean } | null, after: { text: string, record: string | null, iri: string | null, isHidden: boolean } | null }> }> } };

export type RecordDiffQueryVariables = Exact<{
  record: string | number;
  since: string;
}>;


export type RecordDiffQuery = { diff: Array<{ part: string, row: string, operation: DifferenceKind, field: string, language: string | null, before: { text: string, record: string | null, iri: string | null, isHidden: boolean } | null, after: { text: string, record: string | null, iri: string | null, isHidden: boolean } | null }> };

export type RestoreVersionMutationVariables = Exact<{
  input: RestoreVersionInput;
}>;


export type RestoreVersionMutation = { restoreVersion:
    | { __typename: 'ChangedSince', message: string }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'RestoreVersionPayload' }
    | { __typename: 'ValidationError', message: string }
    | { __typename: 'VersionConflict', message: string }
   };

export type UndoChangeMutationVariables = Exact<{
  input: UndoChangeInput;
}>;


export type UndoChangeMutation = { undoChange:
    | { __typename: 'ChangedSince', message: string }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'UndoChangePayload', rowCount: number }
    | { __typename: 'ValidationError', message: string }
   };

export type PublishRecordMutationVariables = Exact<{
  input: PublishRecordInput;
}>;


export type PublishRecordMutation = { publishRecord:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PublishRecordPayload' }
    | { __typename: 'ValidationError', message: string }
    | { __typename: 'VersionConflict', message: string }
   };

export type WithdrawRecordMutationVariables = Exact<{
  input: WithdrawRecordInput;
}>;


export type WithdrawRecordMutation = { withdrawRecord:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
    | { __typename: 'VersionConflict', message: string }
    | { __typename: 'WithdrawRecordPayload', isGoneEverywhere: boolean }
   };

export type DeleteRecordMutationVariables = Exact<{
  input: DeleteRecordInput;
}>;


export type DeleteRecordMutation = { deleteRecord:
    | { __typename: 'DeleteRecordPayload', id: string, isGoneEverywhere: boolean }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'InUse', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
    | { __typename: 'VersionConflict', message: string }
   };

export type RestoreRecordMutationVariables = Exact<{
  input: RestoreRecordInput;
}>;


export type RestoreRecordMutation = { restoreRecord:
    | { __typename: 'ChangedSince', message: string }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'RestoreRecordPayload' }
    | { __typename: 'ValidationError', message: string }
   };

export type HideRecordMutationVariables = Exact<{
  input: HideRecordInput;
}>;


export type HideRecordMutation = { hideRecord:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'HideRecordPayload', isGoneEverywhere: boolean }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
   };

export type PlaceOnMapFragment = { id: string, iri: string, slug: string, kind: PlaceKind, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, coordinates: { latitude: number, longitude: number, uncertainty: number | null, grid: Locates | null } | null, ancestors: Array<{ slug: string }> };

export type MediaHereFragment = { id: string, position: number, title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, isKeptHere: boolean, byteSize: unknown, credit: string | null, licence: string | null, audience: Audience | null, titleEn: string | null, titleFr: string | null, titleEs: string | null, descriptionEn: string | null, descriptionFr: string | null, descriptionEs: string | null };

export type MediaOfQueryVariables = Exact<{
  id: string | number;
}>;


export type MediaOfQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection', relatedMedia: Array<{ id: string, translations: Array<{ field: string, language: string, text: string }> }> }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus', relatedMedia: Array<{ id: string, translations: Array<{ field: string, language: string, text: string }> }> }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds', relatedMedia: Array<{ id: string, translations: Array<{ field: string, language: string, text: string }> }> }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', relatedMedia: Array<{ id: string, translations: Array<{ field: string, language: string, text: string }> }> }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type AddMediaMutationVariables = Exact<{
  input: AddRelatedMediaInput;
}>;


export type AddMediaMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'RelatedMediaPayload', relatedMedia: { id: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type UpdateMediaMutationVariables = Exact<{
  input: UpdateRelatedMediaInput;
}>;


export type UpdateMediaMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'RelatedMediaPayload', relatedMedia: { id: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type RemoveMediaMutationVariables = Exact<{
  input: RemoveRelatedMediaInput;
}>;


export type RemoveMediaMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'RelatedMediaRecordPayload', record:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type ReorderMediaMutationVariables = Exact<{
  input: ReorderRelatedMediaInput;
}>;


export type ReorderMediaMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'RelatedMediaRecordPayload', record:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
       }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MergesIntoQueryVariables = Exact<{
  target: string | number;
}>;


export type MergesIntoQuery = { merges: { nodes: Array<{ id: string, sourceName: string, at: string, undoneAt: string | null }> } };

export type UndoMergeMutationVariables = Exact<{
  input: UndoMergeInput;
}>;


export type UndoMergeMutation = { undoMerge:
    | { __typename: 'ChangedSince', message: string }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'UndoMergePayload' }
    | { __typename: 'ValidationError', message: string }
   };

export type OwnListsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnListsQuery = { viewer: { selections: Array<{ id: string, title: string, liveFilter: string | null, frozenAt: string | null }> } };

export type AddToSelectionMutationVariables = Exact<{
  input: AddToSelectionInput;
}>;


export type AddToSelectionMutation = { done:
    | { __typename: 'AddToSelectionPayload', listedBefore: number, selection: { iri: string, title: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type CommentsOfQueryVariables = Exact<{
  record: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type CommentsOfQuery = { comments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, text: string, author: string | null, person: string | null, isMine: boolean, isHidden: boolean, isWithdrawn: boolean, createdAt: string, answers: { id: string, text: string } | null }> } };

export type WriteCommentMutationVariables = Exact<{
  input: WriteCommentInput;
}>;


export type WriteCommentMutation = { done:
    | { __typename: 'CommentPayload' }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type WithdrawCommentMutationVariables = Exact<{
  input: WithdrawCommentInput;
}>;


export type WithdrawCommentMutation = { done:
    | { __typename: 'CommentPayload' }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type HideCommentMutationVariables = Exact<{
  input: HideCommentInput;
}>;


export type HideCommentMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'HideCommentPayload' }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type AccessionPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AccessionPageQuery = { accession: { id: string, iri: string, code: string | null, title: string | null, version: number | null, boxes: number | null, extent: string | null, description: string | null, notes: string | null, received: { edtf: string } | null, holder: { iri: string, name: string, translations: Array<{ field: string, language: string, text: string }> } | null, donor: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agreement: { iri: string, title: string | null, code: string | null } | null, collections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> } } | null };

export type AccessionListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type AccessionListQuery = { accessions: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string | null, received: { edtf: string } | null }> } };

export type AgentPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type AgentPageQuery = { agent: { id: string, version: number, iri: string, slug: string, note: string | null, image: string | null, imageCredit: string | null, webPage: string | null, kind: AgentKind, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, lived: { edtf: string } | null, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type AgentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
  used?: boolean | null | undefined;
}>;


export type AgentListQuery = { agents: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, kind: AgentKind, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> } };

export type AgreementPageQueryVariables = Exact<{
  code: string;
}>;


export type AgreementPageQuery = { agreement: { id: string, iri: string, code: string | null, title: string | null, version: number | null, kind: AgreementKind, publicSummary: string | null, scope: string | null, expiresOn: unknown, documentName: string | null, documentUrl: string | null, notes: string | null, translations: Array<{ field: string, language: string, text: string }>, signed: { edtf: string } | null, parties: Array<{ role: string, audience: Audience | null, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> } | null };

export type AgreementListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type AgreementListQuery = { agreements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, title: string | null, kind: AgreementKind }> } };

export type ArchiveTreeQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ArchiveTreeQuery = { allFonds: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, corpora: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }> } }> } }> }, corpora: { totalCount: number }, collections: { totalCount: number } };

export type BinPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BinPageQuery = { bin: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: RecordKind, code: string | null, title: string, deletedAt: string }> } };

export type CarrierPageQueryVariables = Exact<{
  code: string;
}>;


export type CarrierPageQuery = { carrier: { id: string, iri: string, code: string, title: string | null, version: number, shelf: string | null, originalCode: string | null, originalNumber: string | null, duration: number | null, condition: CarrierCondition | null, conditionComment: string | null, soundQuality: string | null, comment: string | null, recordingSystem: string | null, tapeThickness: number | null, tapeReference: string | null, hasSticker: boolean | null, digitisation: DigitisationState, made: { edtf: string } | null, holder: { iri: string, name: string, translations: Array<{ field: string, language: string, text: string }> } | null, accession: { iri: string, code: string | null, title: string | null } | null, copyOf: { iri: string, code: string, title: string | null } | null, copies: Array<{ iri: string, code: string, title: string | null }>, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, contents: Array<{ side: string | null, start: string | null, collection: { iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null, item: { iri: string, code: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null }>, digitisations: Array<{ equipment: string | null, note: string | null, done: { edtf: string } | null, file: { sha256: string } | null, digitiser: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, conversion: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }> } | null };

export type CarrierListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
  digitisation?: DigitisationState | null | undefined;
}>;


export type CarrierListQuery = { carriers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, title: string | null, digitisation: DigitisationState, concepts: Array<{ concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }> }, waitingForDigitisation: { carriers: number, hours: number } };

export type CodePolicyListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CodePolicyListQuery = { codePolicies: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, title: string, template: string }> } };

export type CodePolicyPageQueryVariables = Exact<{
  slug: string;
}>;


export type CodePolicyPageQuery = { codePolicy: { id: string, iri: string, slug: string, title: string, version: number, level: RecordLevel, template: string, inWords: string, example: string, isStrict: boolean, description: string | null } | null };

export type CollectionPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CollectionPageQuery = { collection: { code: string, access: AccessLevel, alternativeTitle: string | null, originalCode: string | null, isPublishedEdition: boolean, publisherSerial: string | null, publisherReference: string | null, bookletAuthor: string | null, bookletDescription: string | null, externalReferences: string | null, conservationSite: string | null, alternativeCopies: string | null, carrierCount: number | null, approximateDuration: number | null, itemsDone: string | null, collectorIsCreator: boolean, opensWithAge: boolean, id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, contents: { itemCount: number, itemsWithSound: number, duration: number, byteSize: unknown, earliest: unknown, latest: unknown, countries: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, places: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, populations: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, languages: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, instruments: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }, holder: { iri: string, name: string, translations: Array<{ field: string, language: string, text: string }> } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, group: string | null, unit: string | null, en: string, fr: string, es: string }, concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, relatedMedia: Array<{ id: string, position: number, title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, isKeptHere: boolean, byteSize: unknown, credit: string | null, licence: string | null, audience: Audience | null, titleEn: string | null, titleFr: string | null, titleEs: string | null, descriptionEn: string | null, descriptionFr: string | null, descriptionEs: string | null }>, carriers: Array<{ iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }>, accession: { iri: string, code: string | null, title: string | null } | null, agents: Array<{ role: AgentRole, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, recorded: { edtf: string } | null, publishedIn: { edtf: string } | null, corpora: Array<{ id: string, iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }>, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, translations: Array<{ field: string, language: string, text: string }> } | null };

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


export type ConceptPageQuery = { concept: { id: string, version: number, iri: string, slug: string, note: string | null, notation: string | null, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, translations: Array<{ field: string, language: string, text: string }>, scheme: { iri: string, title: string, translations: Array<{ field: string, language: string, text: string }> } | null, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, parents: Array<{ id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number, nodes: Array<{ id: string, iri: string, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> }, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

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


export type CorpusPageQuery = { corpus: { code: string, access: AccessLevel, alternativeTitle: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, contents: { itemCount: number, itemsWithSound: number, duration: number, byteSize: unknown, earliest: unknown, latest: unknown, countries: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, places: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, populations: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, languages: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, instruments: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }, holder: { iri: string, name: string, translations: Array<{ field: string, language: string, text: string }> } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, group: string | null, unit: string | null, en: string, fr: string, es: string }, concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, relatedMedia: Array<{ id: string, position: number, title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, isKeptHere: boolean, byteSize: unknown, credit: string | null, licence: string | null, audience: Audience | null, titleEn: string | null, titleFr: string | null, titleEs: string | null, descriptionEn: string | null, descriptionFr: string | null, descriptionEs: string | null }>, agents: Array<{ role: AgentRole, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, recorded: { edtf: string } | null, fonds: Array<{ id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }>, collections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, translations: Array<{ field: string, language: string, text: string }> } | null };

export type UploadFactsFragment = { id: string, name: string | null, format: string, codec: string | null, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, problem: string | null, heldBy: Array<{ code: string | null, iri: string, title: string }> };

export type DepositQueryVariables = Exact<{
  first: number;
}>;


export type DepositQuery = { stagedUploads: { nodes: Array<{ id: string, name: string | null, format: string, codec: string | null, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, problem: string | null, heldBy: Array<{ code: string | null, iri: string, title: string }> }> } };

export type SuggestItemsQueryVariables = Exact<{
  text: string;
}>;


export type SuggestItemsQuery = { items: { nodes: Array<{ id: string, code: string | null, title: string }> } };

export type StemsOfQueryVariables = Exact<{
  code: string;
}>;


export type StemsOfQuery = { item: { parts: Array<{ stem: number }> } | null };

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

export type DeskPageQueryVariables = Exact<{
  first: number;
}>;


export type DeskPageQuery = { viewer: { desk: { notices: Array<{ id: string, about: string, at: string }>, waiting: Array<{ id: string, wish: Wish, words: string, askedAt: string }>, requests: Array<{ id: string, wish: Wish, stage: Stage, words: string, askedAt: string }>, selections: Array<{ id: string, iri: string, title: string }>, runs: Array<{ id: string, status: RunStatus, createdAt: string, items: { totalCount: number, nodes: Array<{ item: { iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null }> } }>, comments: Array<{ id: string, text: string, createdAt: string, record:
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
          | { iri: string }
         | null }>, changes: Array<{ moment: string, at: string, reason: string | null, records: Array<{ id: string, kind: string, name: string | null, iri: string | null }> }> } | null } };

export type ErasuresPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ErasuresPageQuery = { erasures: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, kind: string, called: string | null, code: string | null, reason: string, isAnnounced: boolean, stage: ErasureStage, askedBy: string | null, askedAt: string, expiresAt: string, decidedBy: string | null, decidedAt: string | null, refusal: string | null, mayConfirm: boolean, catchingUp: Array<string>, keptFor: Array<string>, mentions: Array<string>, takes: Array<{ name: string, count: number }>, departures: Array<{ what: string, times: number, first: string | null, last: string | null, act: string | null, door: string | null, person: string | null }>, record:
        | { iri: string }
        | { name: string, iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { title: string, iri: string }
        | { iri: string }
        | { iri: string }
        | { name: string, iri: string }
        | { title: string, iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { title: string, iri: string }
        | { iri: string }
        | { iri: string }
        | { name: string, iri: string }
        | { title: string, iri: string }
        | { iri: string }
        | { name: string, iri: string }
        | { name: string, iri: string }
        | { name: string, iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
       | null }> } };

export type ConfirmErasureMutationVariables = Exact<{
  input: ConfirmErasureInput;
}>;


export type ConfirmErasureMutation = { confirmErasure:
    | { __typename: 'ConfirmErasurePayload', isGoneEverywhere: boolean }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
   };

export type RefuseErasureMutationVariables = Exact<{
  input: RefuseErasureInput;
}>;


export type RefuseErasureMutation = { refuseErasure:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'RefuseErasurePayload' }
    | { __typename: 'ValidationError', message: string }
   };

export type ErasablePartsQueryVariables = Exact<{
  record: string | number;
}>;


export type ErasablePartsQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection', relatedMedia: Array<{ id: string, title: string | null, url: string }> }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', parts: Array<{ position: number, label: string | null }>, tracks: Array<{ id: string, kind: TrackKind, title: string | null }>, relatedMedia: Array<{ id: string, title: string | null, url: string }> }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null, comments: { nodes: Array<{ id: string, text: string }> } };

export type RequestErasureMutationVariables = Exact<{
  input: RequestErasureInput;
}>;


export type RequestErasureMutation = { requestErasure:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'RequestErasurePayload', erasure: { id: string } }
    | { __typename: 'ValidationError', message: string }
   };

export type ExtraFieldListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ExtraFieldListQuery = { extraFields: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ propertyIri: string | null, valueCount: number | null, id: string, slug: string, level: RecordLevel, kind: ExtraFieldKind, label: string, help: string | null, group: string | null, position: number, unit: string | null, isRepeatable: boolean, isRequired: boolean, audience: Audience, version: number, labelEn: string, labelFr: string, labelEs: string, helpEn: string | null, helpFr: string | null, helpEs: string | null, translations: Array<{ field: string, language: string, text: string }>, scheme: { slug: string, title: string } | null }> } };

export type AddExtraFieldMutationVariables = Exact<{
  input: CreateExtraFieldInput;
}>;


export type AddExtraFieldMutation = { done:
    | { __typename: 'ExtraFieldPayload', extraField: { id: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type ChangeExtraFieldMutationVariables = Exact<{
  input: UpdateExtraFieldInput;
}>;


export type ChangeExtraFieldMutation = { done:
    | { __typename: 'ExtraFieldPayload', extraField: { id: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type RemoveExtraFieldMutationVariables = Exact<{
  input: DeleteExtraFieldInput;
}>;


export type RemoveExtraFieldMutation = { done:
    | { __typename: 'DeleteExtraFieldPayload', id: string }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type FondsPageQueryVariables = Exact<{
  code: string;
  first: number;
  after?: string | null | undefined;
}>;


export type FondsPageQuery = { fonds: { code: string, access: AccessLevel, alternativeTitle: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, contents: { itemCount: number, itemsWithSound: number, duration: number, byteSize: unknown, earliest: unknown, latest: unknown, countries: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, places: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, populations: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, languages: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, instruments: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }, holder: { iri: string, name: string, translations: Array<{ field: string, language: string, text: string }> } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, group: string | null, unit: string | null, en: string, fr: string, es: string }, concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, relatedMedia: Array<{ id: string, position: number, title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, isKeptHere: boolean, byteSize: unknown, credit: string | null, licence: string | null, audience: Audience | null, titleEn: string | null, titleFr: string | null, titleEs: string | null, descriptionEn: string | null, descriptionFr: string | null, descriptionEs: string | null }>, agents: Array<{ role: AgentRole, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, corpora: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, collections: { totalCount: number } }> }, translations: Array<{ field: string, language: string, text: string }> } | null };

export type HistoryPageQueryVariables = Exact<{
  record: string | number;
}>;


export type HistoryPageQuery = { node:
    | { __typename: 'Accession', iri: string, id: string }
    | { __typename: 'Agent', iri: string, name: string, version: number, id: string }
    | { __typename: 'Agreement', iri: string, id: string }
    | { __typename: 'Annotation', id: string }
    | { __typename: 'Carrier', iri: string, id: string }
    | { __typename: 'CodePolicy', iri: string, id: string }
    | { __typename: 'Collection', iri: string, title: string, version: number, state: RecordState, id: string }
    | { __typename: 'Comment', iri: string, id: string }
    | { __typename: 'Community', iri: string, id: string }
    | { __typename: 'Concept', iri: string, name: string, version: number, id: string }
    | { __typename: 'Corpus', iri: string, title: string, version: number, state: RecordState, id: string }
    | { __typename: 'EditorGroup', iri: string, id: string }
    | { __typename: 'Erasure', iri: string, id: string }
    | { __typename: 'ExtraField', iri: string, id: string }
    | { __typename: 'Fonds', iri: string, title: string, version: number, state: RecordState, id: string }
    | { __typename: 'Grant', iri: string, id: string }
    | { __typename: 'Holder', iri: string, id: string }
    | { __typename: 'Instrument', iri: string, name: string, version: number, id: string }
    | { __typename: 'Item', iri: string, title: string, version: number, state: RecordState, id: string }
    | { __typename: 'Label', iri: string, id: string }
    | { __typename: 'Language', iri: string, name: string, version: number, id: string }
    | { __typename: 'Place', iri: string, name: string, version: number, id: string }
    | { __typename: 'Population', iri: string, name: string, version: number, id: string }
    | { __typename: 'Protocol', iri: string, id: string }
    | { __typename: 'PublicationRule', iri: string, id: string }
    | { __typename: 'ReadingRoom', iri: string, id: string }
    | { __typename: 'Request', iri: string, id: string }
    | { __typename: 'Result', id: string }
    | { __typename: 'Run', iri: string, id: string }
    | { __typename: 'Scheme', iri: string, id: string }
    | { __typename: 'Selection', iri: string, id: string }
    | { __typename: 'Track', iri: string, id: string }
   | null };

export type HolderPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type HolderPageQuery = { holder: { id: string, version: number, iri: string, slug: string, name: string, description: string | null, address: string | null, email: string | null, webPage: string | null, provider: string | null, defaultLicence: string | null, defaultRecordLicence: string | null, translations: Array<{ field: string, language: string, text: string }>, contents: { itemCount: number, itemsWithSound: number, duration: number, byteSize: unknown, earliest: unknown, latest: unknown, countries: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, places: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, populations: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, languages: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, instruments: Array<{ itemCount: number, node: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, country: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, collections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> } } | null, items: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } };

export type HolderListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type HolderListQuery = { holders: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, name: string, description: string | null, webPage: string | null, translations: Array<{ field: string, language: string, text: string }>, country: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, contents: { itemCount: number, itemsWithSound: number, duration: number }, collections: { totalCount: number } }> } };

export type HoldingsQueryVariables = Exact<{ [key: string]: never; }>;


export type HoldingsQuery = { carriers: { totalCount: number }, accessions: { totalCount: number }, agreements: { totalCount: number }, holders: { totalCount: number }, codePolicies: { totalCount: number } };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { items: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, places: { totalCount: number, nodes: Array<{ id: string, iri: string, slug: string, kind: PlaceKind, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, coordinates: { latitude: number, longitude: number, uncertainty: number | null, grid: Locates | null } | null, ancestors: Array<{ slug: string }> }> } };

export type InstrumentPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type InstrumentPageQuery = { instrument: { id: string, version: number, iri: string, slug: string, note: string | null, hornbostelSachs: string | null, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, vernacularNames: Array<{ name: string, language: string | null }>, parents: Array<{ id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number, nodes: Array<{ id: string, iri: string, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> }, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type InstrumentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
  used?: boolean | null | undefined;
}>;


export type InstrumentListQuery = { instruments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, hornbostelSachs: string | null, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> }, roots: { totalCount: number, nodes: Array<{ id: string, iri: string, slug: string, hornbostelSachs: string | null, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number } }> } };

export type InstrumentBranchFragment = { id: string, iri: string, slug: string, hornbostelSachs: string | null, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number } };

export type InstrumentsBelowQueryVariables = Exact<{
  slug: string;
}>;


export type InstrumentsBelowQuery = { instrument: { children: { nodes: Array<{ id: string, iri: string, slug: string, hornbostelSachs: string | null, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number } }> } } | null };

export type DuplicateItemMutationVariables = Exact<{
  input: DuplicateItemInput;
}>;


export type DuplicateItemMutation = { duplicateItem:
    | { __typename: 'DuplicateItemPayload', item: { iri: string } | null }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
    | { __typename: 'VersionConflict', message: string }
   };

export type ExportFieldsFragment = { format: string, title: string, url: string };

export type ItemExportsQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemExportsQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', exports: Array<{ format: string, title: string, url: string }>, downloads: Array<{ title: string, url: string }> }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type ResultExportsQueryVariables = Exact<{
  id: string | number;
}>;


export type ResultExportsQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item' }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result', exports: Array<{ format: string, title: string, url: string }> }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type ItemPageQueryVariables = Exact<{
  code: string;
}>;


export type ItemPageQuery = { item: { code: string | null, originalTitle: string | null, originalCode: string | null, track: string | null, collectorFromCollection: boolean, externalSound: string | null, summary: string | null, placeComment: string | null, culturalArea: string | null, languageComment: string | null, contextComment: string | null, performanceMode: string | null, collectorSelection: string | null, creatorReference: string | null, externalReferences: string | null, approximateDuration: number | null, opensWithAge: boolean, credit: string | null, source: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string, email: string | null, translations: Array<{ field: string, language: string, text: string }> } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, group: string | null, unit: string | null, en: string, fr: string, es: string }, concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, relatedMedia: Array<{ id: string, position: number, title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, isKeptHere: boolean, byteSize: unknown, credit: string | null, licence: string | null, audience: Audience | null, titleEn: string | null, titleFr: string | null, titleEs: string | null, descriptionEn: string | null, descriptionFr: string | null, descriptionEs: string | null }>, carriers: Array<{ iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }>, tracks: Array<{ id: string, kind: TrackKind, title: string | null, language: string | null, licence: string | null, audience: Audience | null, version: number, annotations: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, start: number, end: number | null, text: string | null, speaker: string | null }> } }>, digitised: { edtf: string } | null, publishedIn: { edtf: string } | null, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, canEdit: boolean, withheld: WithheldReason | null, embargoUntil: string | null, opensOn: unknown }, collection: { id: string, iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, holder: { iri: string, name: string, email: string | null, translations: Array<{ field: string, language: string, text: string }> } | null, corpora: Array<{ id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }>, labels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, protocols: Array<{ slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> }> } | null, place: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, ancestors: Array<{ id: string, iri: string, kind: PlaceKind, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> } | null, populations: Array<{ id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, languages: Array<{ id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, vernacularLanguage: string | null, musicians: string | null, players: Array<{ agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, instrument: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, previous: { id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null, next: { id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null, parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }>, translations: Array<{ field: string, language: string, text: string }>, labels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, unreadLabels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, protocols: Array<{ slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> }> } | null };

export type ItemPageByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemPageByIdQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', code: string | null, originalTitle: string | null, originalCode: string | null, track: string | null, collectorFromCollection: boolean, externalSound: string | null, summary: string | null, placeComment: string | null, culturalArea: string | null, languageComment: string | null, contextComment: string | null, performanceMode: string | null, collectorSelection: string | null, creatorReference: string | null, externalReferences: string | null, approximateDuration: number | null, opensWithAge: boolean, credit: string | null, source: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string, email: string | null, translations: Array<{ field: string, language: string, text: string }> } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, group: string | null, unit: string | null, en: string, fr: string, es: string }, concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, relatedMedia: Array<{ id: string, position: number, title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, isKeptHere: boolean, byteSize: unknown, credit: string | null, licence: string | null, audience: Audience | null, titleEn: string | null, titleFr: string | null, titleEs: string | null, descriptionEn: string | null, descriptionFr: string | null, descriptionEs: string | null }>, carriers: Array<{ iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }>, tracks: Array<{ id: string, kind: TrackKind, title: string | null, language: string | null, licence: string | null, audience: Audience | null, version: number, annotations: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, start: number, end: number | null, text: string | null, speaker: string | null }> } }>, digitised: { edtf: string } | null, publishedIn: { edtf: string } | null, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, canEdit: boolean, withheld: WithheldReason | null, embargoUntil: string | null, opensOn: unknown }, collection: { id: string, iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, holder: { iri: string, name: string, email: string | null, translations: Array<{ field: string, language: string, text: string }> } | null, corpora: Array<{ id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }>, labels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, protocols: Array<{ slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> }> } | null, place: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, ancestors: Array<{ id: string, iri: string, kind: PlaceKind, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> } | null, populations: Array<{ id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, languages: Array<{ id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, vernacularLanguage: string | null, musicians: string | null, players: Array<{ agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, instrument: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, previous: { id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null, next: { id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null, parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }>, translations: Array<{ field: string, language: string, text: string }>, labels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, unreadLabels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, protocols: Array<{ slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> }> }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type LaneMarksQueryVariables = Exact<{
  id: string | number;
  start: number;
  end: number;
  maxMarks: number;
}>;


export type LaneMarksQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item' }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result', marks: { total: number, count: number, starts: unknown, ends: unknown, values: unknown, confidences: unknown, labels: unknown, labelNumbers: unknown } | null }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
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
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item' }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result', frames: { width: number, framesPerPoint: number, t0: number, period: number, count: number, values: unknown, minima: unknown, maxima: unknown } | null }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type ItemFactsFragment = { code: string | null, originalTitle: string | null, originalCode: string | null, track: string | null, collectorFromCollection: boolean, externalSound: string | null, summary: string | null, placeComment: string | null, culturalArea: string | null, languageComment: string | null, contextComment: string | null, performanceMode: string | null, collectorSelection: string | null, creatorReference: string | null, externalReferences: string | null, approximateDuration: number | null, opensWithAge: boolean, credit: string | null, source: string | null, id: string, iri: string, state: RecordState, version: number, publishedAt: string | null, title: string, description: string | null, languageOfDescription: string | null, accessReason: string | null, licence: string | null, recordLicence: string | null, comment: string | null, archivistNotes: string | null, holder: { iri: string, name: string, email: string | null, translations: Array<{ field: string, language: string, text: string }> } | null, agreement: { iri: string, publicSummary: string | null } | null, concepts: Array<{ use: string, concept: { iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, identifiers: Array<{ value: string, note: string | null, type: { slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, valid: { edtf: string } | null }>, extraValues: Array<{ text: string | null, language: string | null, number: number | null, boolean: boolean | null, field: { label: string, group: string | null, unit: string | null, en: string, fr: string, es: string }, concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, relatedMedia: Array<{ id: string, position: number, title: string | null, description: string | null, date: string | null, mimeType: string | null, url: string, isKeptHere: boolean, byteSize: unknown, credit: string | null, licence: string | null, audience: Audience | null, titleEn: string | null, titleFr: string | null, titleEs: string | null, descriptionEn: string | null, descriptionFr: string | null, descriptionEs: string | null }>, carriers: Array<{ iri: string, code: string, title: string | null, condition: CarrierCondition | null, digitisation: DigitisationState, copyOf: { iri: string, code: string } | null, concepts: Array<{ concept: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }> }>, tracks: Array<{ id: string, kind: TrackKind, title: string | null, language: string | null, licence: string | null, audience: Audience | null, version: number, annotations: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, start: number, end: number | null, text: string | null, speaker: string | null }> } }>, digitised: { edtf: string } | null, publishedIn: { edtf: string } | null, recorded: { edtf: string } | null, access: { level: AccessLevel, canListen: boolean, canEdit: boolean, withheld: WithheldReason | null, embargoUntil: string | null, opensOn: unknown }, collection: { id: string, iri: string, code: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, holder: { iri: string, name: string, email: string | null, translations: Array<{ field: string, language: string, text: string }> } | null, corpora: Array<{ id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string }>, labels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, protocols: Array<{ slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> }> } | null, place: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, ancestors: Array<{ id: string, iri: string, kind: PlaceKind, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> } | null, populations: Array<{ id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, languages: Array<{ id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, agents: Array<{ role: AgentRole, agent: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, performances: Array<{ count: number | null, vernacularName: string | null, vernacularLanguage: string | null, musicians: string | null, players: Array<{ agent: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } }>, instrument: { id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null }>, previous: { id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null, next: { id: string, iri: string, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null, translations: Array<{ field: string, language: string, text: string }>, labels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, unreadLabels: Array<{ slug: string, name: string, text: string, explainedAt: string | null }>, protocols: Array<{ slug: string, name: string, description: string | null, communities: Array<{ name: string, contact: string | null }> }> };

export type LaneFieldsFragment = { id: string, processor: string, name: string, kind: OutputKind, unit: string | null, axis: { unit: string | null, places: unknown } | null };

export type VectorFieldsFragment = { id: string, iri: string, processor: string, version: string, name: string, unit: string | null, vector: { values: unknown, axis: { unit: string | null, places: unknown } } | null };

export type ItemLanesQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemLanesQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', lanes: Array<{ id: string, processor: string, name: string, kind: OutputKind, unit: string | null, axis: { unit: string | null, places: unknown } | null }>, vectors: Array<{ id: string, iri: string, processor: string, version: string, name: string, unit: string | null, vector: { values: unknown, axis: { unit: string | null, places: unknown } } | null }> }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type TileSetFieldsFragment = { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string };

export type ItemSoundFragment = { parts: Array<{ duration: number | null, file: { format: string, codec: string | null, mimeType: string, sampleRate: number | null, channels: number | null, bitDepth: number | null, duration: number | null, byteSize: unknown, sha256: string, integrity: Integrity, integrityNote: string | null } }>, audio: { url: string, mimeType: string, duration: number, timeFactor: number } | null, waveform: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, spectrogram: { kind: string, base: number, factor: number, tile: number, levels: Array<number>, channels: number, sampleRate: number, hop: number | null, bands: number | null, minDb: number | null, duration: number, urlTemplate: string } | null, results: Array<{ id: string, iri: string, processor: string, version: string, name: string, kind: OutputKind, value: number | null, label: string | null, unit: string | null }> };

export type PartHereFragment = { position: number, stem: number, label: string | null, startsAt: number | null, start: number | null, end: number | null, duration: number | null, licence: string | null, audio: { url: string, mimeType: string } | null, file: { format: string, codec: string | null } };

export type ItemPartsQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemPartsQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', version: number, parts: Array<{ position: number, stem: number, label: string | null, startsAt: number | null, start: number | null, end: number | null, duration: number | null, licence: string | null, audio: { url: string, mimeType: string } | null, file: { format: string, codec: string | null } }> }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type UpdatePartMutationVariables = Exact<{
  input: UpdatePartInput;
}>;


export type UpdatePartMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'PartPayload', item: { id: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type ItemRunsQueryVariables = Exact<{
  id: string | number;
}>;


export type ItemRunsQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', runs: { totalCount: number, nodes: Array<{ id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, presetVersion: number, priority: RunPriority, createdAt: string, finishedAt: string | null, requestedBy: string | null, speed: number | null, eta: number | null, standing: Array<{ status: RunStatus, items: number }> }> } }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type RunProgressSubscriptionVariables = Exact<{
  runId: string | number;
  after?: string | null | undefined;
}>;


export type RunProgressSubscription = { runProgress: { cursor: string, status: RunStatus, progress: number, stage: string | null } };

export type SoundsLikeQueryVariables = Exact<{
  id: string | number;
}>;


export type SoundsLikeQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item', soundsLike: Array<{ similarity: number, item: { id: string, iri: string, code: string | null, title: string, translations: Array<{ field: string, language: string, text: string }> } }> }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type ItemListQueryVariables = Exact<{
  filter?: ItemFilter | null | undefined;
  order: ItemOrder;
  first: number;
  after?: string | null | undefined;
  place: string;
  inPlace: boolean;
  holder: string;
  atHolder: boolean;
}>;


export type ItemListQuery = { items: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, place?: { name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, holder?: { name: string, translations: Array<{ field: string, language: string, text: string }> } | null, collections: { nodes: Array<{ id: string, code: string, title: string }> } };

export type ArchiveChangesSubscriptionVariables = Exact<{
  kinds?: Array<RecordKind> | RecordKind | null | undefined;
  after?: string | null | undefined;
}>;


export type ArchiveChangesSubscription = { archiveChanges: { cursor: string } };

export type JournalPageQueryVariables = Exact<{
  kind?: RecordKind | null | undefined;
  author?: string | null | undefined;
  since?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type JournalPageQuery = { changesCursor: string, journal: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ moment: string, at: string, author: string | null, reason: string | null, undoes: string | null, undoneBy: string | null, rowCount: number, recordCount: number, kinds: Array<RecordKind>, records: Array<{ id: string, kind: string, name: string | null, iri: string | null }> }> } };

export type LanguagePageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type LanguagePageQuery = { language: { id: string, version: number, iri: string, slug: string, note: string | null, part1: string | null, part2b: string | null, part2t: string | null, scope: LanguageScope | null, type: LanguageType | null, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type LanguageListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
  used?: boolean | null | undefined;
}>;


export type LanguageListQuery = { languages: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> } };

type MergeSide_Agent_Fragment = { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type MergeSide_Concept_Fragment = { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type MergeSide_Instrument_Fragment = { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type MergeSide_Language_Fragment = { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type MergeSide_Place_Fragment = { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

type MergeSide_Population_Fragment = { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string };

export type MergeSideFragment =
  | MergeSide_Agent_Fragment
  | MergeSide_Concept_Fragment
  | MergeSide_Instrument_Fragment
  | MergeSide_Language_Fragment
  | MergeSide_Place_Fragment
  | MergeSide_Population_Fragment
;

export type MergePageQueryVariables = Exact<{
  source: string | number;
}>;


export type MergePageQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent', id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept', id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, scheme: { slug: string } | null }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument', id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
    | { __typename: 'Item' }
    | { __typename: 'Label' }
    | { __typename: 'Language', id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
    | { __typename: 'Place', id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
    | { __typename: 'Population', id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track' }
   | null };

export type SuggestTargetQueryVariables = Exact<{
  kind: RecordKind;
  prefix: string;
  scheme?: string | null | undefined;
}>;


export type SuggestTargetQuery = { suggest: Array<{ value: string, label: string, matched: string | null, node:
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     }> };

export type MergePreviewQueryVariables = Exact<{
  input: MergeTermsInput;
}>;


export type MergePreviewQuery = { mergePreview:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'MergePreview', sourceVersion: number, targetVersion: number, parentCount: number, childCount: number, source:
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | Record<PropertyKey, never>
      , target:
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
        | Record<PropertyKey, never>
      , records: Array<{ kind: RecordKind, count: number }>, names: Array<{ name: string, language: string | null, isKnown: boolean, isAdded: boolean }>, fields: Array<{ field: string, source: string, target: string | null, result: string, isConflict: boolean }>, parents: Array<{ isKnown: boolean, term:
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | Record<PropertyKey, never>
         }>, children: Array<{ isKnown: boolean, term:
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | { id: string, iri: string, slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }
          | Record<PropertyKey, never>
         }> }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
   };

export type MergeTermsMutationVariables = Exact<{
  input: MergeTermsInput;
}>;


export type MergeTermsMutation = { mergeTerms:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'MergeTermsPayload', target:
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
        | { iri: string }
      , merge: { id: string } }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
    | { __typename: 'VersionConflict', message: string }
   };

export type PermitsQueryVariables = Exact<{ [key: string]: never; }>;


export type PermitsQuery = { communities: { totalCount: number }, protocols: { totalCount: number }, labels: { totalCount: number }, readingRooms: { totalCount: number }, publicationRules: { totalCount: number } };

export type PermitGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type PermitGroupsQuery = { editorGroups: { totalCount: number } };

export type CommunityListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CommunityListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, name: string, note: string | null, translations: Array<{ field: string, language: string, text: string }> }> } };

export type ProtocolListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ProtocolListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, name: string, note: string, translations: Array<{ field: string, language: string, text: string }> }> } };

export type LabelListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type LabelListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, name: string, note: string, translations: Array<{ field: string, language: string, text: string }> }> } };

export type ReadingRoomListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReadingRoomListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, name: string, note: string }> } };

export type EditorGroupListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type EditorGroupListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, name: string, note: string }> } };

export type PublicationRuleListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PublicationRuleListQuery = { list: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, name: string, note: string }> } };

export type CommunityPageQueryVariables = Exact<{
  slug: string;
}>;


export type CommunityPageQuery = { record: { id: string, iri: string, slug: string, version: number, name: string, description: string | null, contact: string | null, isListed: boolean, translations: Array<{ field: string, language: string, text: string }>, members: Array<{ person: string, standing: Standing, until: string | null }> } | null };

export type ProtocolPageQueryVariables = Exact<{
  slug: string;
}>;


export type ProtocolPageQuery = { record: { id: string, iri: string, slug: string, version: number, name: string, description: string | null, admits: Admits, withholds: Withholds, locates: Locates, translations: Array<{ field: string, language: string, text: string }>, communities: Array<{ iri: string, slug: string, name: string }>, members: Array<{ person: string, standing: Standing, until: string | null }> } | null };

export type LabelPageQueryVariables = Exact<{
  slug: string;
}>;


export type LabelPageQuery = { record: { id: string, iri: string, slug: string, version: number, name: string, text: string, family: LabelFamily, explainedAt: string | null, asksAcknowledgement: boolean, translations: Array<{ field: string, language: string, text: string }>, community: { iri: string, slug: string, name: string } | null } | null };

export type ReadingRoomPageQueryVariables = Exact<{
  slug: string;
}>;


export type ReadingRoomPageQuery = { record: { id: string, iri: string, slug: string, version: number, name: string, networks: Array<string>, until: string | null, holder: { iri: string, slug: string, name: string } | null } | null };

export type EditorGroupPageQueryVariables = Exact<{
  slug: string;
}>;


export type EditorGroupPageQuery = { record: { id: string, iri: string, slug: string, version: number, name: string, description: string | null, collections: Array<{ iri: string, code: string, title: string }>, within: Array<{ iri: string, slug: string, name: string }>, members: Array<{ person: string, standing: Standing, until: string | null }> } | null };

export type PublicationRulePageQueryVariables = Exact<{
  slug: string;
}>;


export type PublicationRulePageQuery = { record: { id: string, iri: string, slug: string, version: number, title: string, years: number, description: string | null, isDefault: boolean } | null };

export type JoinCommunityMutationVariables = Exact<{
  input: SeatInput;
}>;


export type JoinCommunityMutation = { done:
    | { __typename: 'CommunityPayload', community: { version: number } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type AdmitToProtocolMutationVariables = Exact<{
  input: SeatInput;
}>;


export type AdmitToProtocolMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ProtocolPayload', protocol: { version: number } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type JoinEditorGroupMutationVariables = Exact<{
  input: JoinEditorGroupInput;
}>;


export type JoinEditorGroupMutation = { done:
    | { __typename: 'EditorGroupPayload', editorGroup: { version: number } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type OpeningPageQueryVariables = Exact<{
  by: unknown;
  first: number;
  after?: string | null | undefined;
}>;


export type OpeningPageQuery = { opening: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } };

export type PlacePageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PlacePageQuery = { place: { version: number, countryCode: string | null, note: string | null, id: string, iri: string, slug: string, kind: PlaceKind, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, type: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, parents: Array<{ id: string, iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { nodes: Array<{ id: string, iri: string, slug: string, kind: PlaceKind, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, coordinates: { latitude: number, longitude: number, uncertainty: number | null, grid: Locates | null } | null, ancestors: Array<{ slug: string }> }> }, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> }, coordinates: { latitude: number, longitude: number, uncertainty: number | null, grid: Locates | null } | null, ancestors: Array<{ slug: string }> } | null };

export type PlaceListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PlaceListQuery = { places: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, kind: PlaceKind, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, parents: Array<{ slug: string }>, coordinates: { latitude: number, longitude: number, uncertainty: number | null, grid: Locates | null } | null, ancestors: Array<{ slug: string }> }> } };

export type PopulationPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PopulationPageQuery = { population: { id: string, version: number, iri: string, slug: string, note: string | null, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, translations: Array<{ field: string, language: string, text: string }>, matches: Array<{ iri: string, kind: MatchKind }>, names: Array<{ name: string, language: string | null, kind: NameKind | null, used: { edtf: string } | null }>, parents: Array<{ iri: string, id: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number, nodes: Array<{ id: string, iri: string, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> }, collections: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string, access: AccessLevel, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, items: { totalCount: number } }> }, items: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } } | null };

export type PopulationListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  text?: string | null | undefined;
  used?: boolean | null | undefined;
}>;


export type PopulationListQuery = { populations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }> } };

export type OwnProfileFragment = { displayName: string | null, institution: string | null, department: string | null, function: string | null, address: string | null, telephone: string | null, about: string | null, webPage: string | null, isListed: boolean, wantsMail: boolean };

export type ProfilePageQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfilePageQuery = { viewer: { username: string | null, profile: { displayName: string | null, institution: string | null, department: string | null, function: string | null, address: string | null, telephone: string | null, about: string | null, webPage: string | null, isListed: boolean, wantsMail: boolean } | null } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'UpdateProfilePayload', profile: { displayName: string | null, institution: string | null, department: string | null, function: string | null, address: string | null, telephone: string | null, about: string | null, webPage: string | null, isListed: boolean, wantsMail: boolean } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type AskPageQueryVariables = Exact<{
  id: string | number;
}>;


export type AskPageQuery = { node:
    | { __typename: 'Accession', iri: string }
    | { __typename: 'Agent', iri: string, name: string }
    | { __typename: 'Agreement', iri: string }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier', iri: string }
    | { __typename: 'CodePolicy', iri: string }
    | { __typename: 'Collection', iri: string, title: string }
    | { __typename: 'Comment', iri: string }
    | { __typename: 'Community', iri: string }
    | { __typename: 'Concept', iri: string, name: string }
    | { __typename: 'Corpus', iri: string, title: string }
    | { __typename: 'EditorGroup', iri: string }
    | { __typename: 'Erasure', iri: string }
    | { __typename: 'ExtraField', iri: string }
    | { __typename: 'Fonds', iri: string, title: string }
    | { __typename: 'Grant', iri: string }
    | { __typename: 'Holder', iri: string }
    | { __typename: 'Instrument', iri: string, name: string }
    | { __typename: 'Item', iri: string, title: string }
    | { __typename: 'Label', iri: string }
    | { __typename: 'Language', iri: string, name: string }
    | { __typename: 'Place', iri: string, name: string }
    | { __typename: 'Population', iri: string, name: string }
    | { __typename: 'Protocol', iri: string }
    | { __typename: 'PublicationRule', iri: string }
    | { __typename: 'ReadingRoom', iri: string }
    | { __typename: 'Request', iri: string }
    | { __typename: 'Result' }
    | { __typename: 'Run', iri: string }
    | { __typename: 'Scheme', iri: string }
    | { __typename: 'Selection', iri: string }
    | { __typename: 'Track', iri: string }
   | null };

export type AskArchiveMutationVariables = Exact<{
  input: AskArchiveInput;
}>;


export type AskArchiveMutation = { done:
    | { __typename: 'AskArchivePayload', secret: string }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type AnswerPageQueryVariables = Exact<{
  secret: string;
}>;


export type AnswerPageQuery = { requestAnswer: { wish: Wish, stage: Stage, answer: string | null, askedAt: string, decidedAt: string | null } | null };

export type TakeBackRequestMutationVariables = Exact<{
  input: TakeBackRequestInput;
}>;


export type TakeBackRequestMutation = { done:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'TakeBackRequestPayload', request: { stage: Stage } }
    | { __typename: 'ValidationError', message: string }
   };

export type ReadNoticesMutationVariables = Exact<{
  input: ReadNoticesInput;
}>;


export type ReadNoticesMutation = { done:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ReadNoticesPayload', unread: number }
    | { __typename: 'ValidationError', message: string }
   };

export type RequestsPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RequestsPageQuery = { viewer: { notices: Array<{ id: string, about: string, at: string, readAt: string | null }> }, requests: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, wish: Wish, stage: Stage, words: string, name: string | null, email: string | null, person: string | null, gives: Gives | null, answer: string | null, askedAt: string, decidedAt: string | null, record:
        | { id: string, iri: string }
        | { name: string, id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { title: string, state: RecordState, id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { name: string, id: string, iri: string }
        | { title: string, state: RecordState, id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { title: string, state: RecordState, id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { name: string, id: string, iri: string }
        | { title: string, state: RecordState, id: string, iri: string }
        | { id: string, iri: string }
        | { name: string, id: string, iri: string }
        | { name: string, id: string, iri: string }
        | { name: string, id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
        | { id: string, iri: string }
       | null }> } };

export type DecideRequestMutationVariables = Exact<{
  input: DecideRequestInput;
}>;


export type DecideRequestMutation = { decideRequest:
    | { __typename: 'DecideRequestPayload' }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'ValidationError', message: string }
   };

export type ConceptBranchFragment = { id: string, iri: string, slug: string, notation: string | null, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number } };

export type SchemePageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
  filter?: ConceptFilter | null | undefined;
}>;


export type SchemePageQuery = { scheme: { id: string, version: number, iri: string, slug: string, title: string, description: string | null, source: string | null, isClosed: boolean, translations: Array<{ field: string, language: string, text: string }>, concepts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, slug: string, notation: string | null, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number } }> } } | null };

export type ConceptsBelowQueryVariables = Exact<{
  scheme: string;
  slug: string;
}>;


export type ConceptsBelowQuery = { concept: { children: { nodes: Array<{ id: string, iri: string, slug: string, notation: string | null, itemCount: number, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string, parents: Array<{ slug: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, children: { totalCount: number } }> } } | null };

export type SelectionPageQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type SelectionPageQuery = { selection: { id: string, iri: string, title: string, description: string | null, shared: SharedWith, isMine: boolean, owner: string | null, liveFilter: string | null, frozenAt: string | null, version: number | null, entries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string | null, text: string | null, start: number | null, end: number | null, item: { id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> } | null, selection: { iri: string, title: string } | null }> } } | null, items: { totalCount: number, nodes: Array<{ id: string, iri: string, code: string | null, originalTitle: string | null, picture: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string, recorded: { edtf: string } | null, place: { iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string } | null, populations: Array<{ iri: string, name: string, nameLanguages: Array<string>, en: string, fr: string, es: string }>, collection: { iri: string, code: string, title: string } | null, access: { level: AccessLevel, canListen: boolean }, parts: Array<{ duration: number | null }> }> } };

export type UpdateSelectionMutationVariables = Exact<{
  input: UpdateSelectionInput;
}>;


export type UpdateSelectionMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'SelectionPayload' }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type DeleteSelectionMutationVariables = Exact<{
  input: SelectionChangeInput;
}>;


export type DeleteSelectionMutation = { done:
    | { __typename: 'DeleteSelectionPayload' }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type FreezeSelectionMutationVariables = Exact<{
  input: SelectionChangeInput;
}>;


export type FreezeSelectionMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'SelectionPayload' }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type DuplicateSelectionMutationVariables = Exact<{
  input: DuplicateSelectionInput;
}>;


export type DuplicateSelectionMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'SelectionPayload', selection: { iri: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type MoveInSelectionMutationVariables = Exact<{
  input: MoveInSelectionInput;
}>;


export type MoveInSelectionMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'SelectionPayload' }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type RemoveFromSelectionMutationVariables = Exact<{
  input: RemoveFromSelectionInput;
}>;


export type RemoveFromSelectionMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'SelectionPayload' }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type SelectionsPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  which: Lists;
  order: ListOrder;
}>;


export type SelectionsPageQuery = { selections: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, iri: string, title: string, description: string | null, shared: SharedWith, isMine: boolean, owner: string | null, liveFilter: string | null, frozenAt: string | null, entries: { totalCount: number } }> } };

export type CreateSelectionMutationVariables = Exact<{
  input: CreateSelectionInput;
}>;


export type CreateSelectionMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'SelectionPayload', selection: { id: string, iri: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type RestoreSelectionMutationVariables = Exact<{
  input: SelectionChangeInput;
}>;


export type RestoreSelectionMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'SelectionPayload', selection: { id: string, iri: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type VocabulariesQueryVariables = Exact<{ [key: string]: never; }>;


export type VocabulariesQuery = { instruments: { totalCount: number }, populations: { totalCount: number }, languages: { totalCount: number }, agents: { totalCount: number }, schemes: { nodes: Array<{ id: string, iri: string, title: string, conceptCount: number, translations: Array<{ field: string, language: string, text: string }> }> } };

export type RunRowFragment = { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, presetVersion: number, priority: RunPriority, createdAt: string, finishedAt: string | null, requestedBy: string | null, speed: number | null, eta: number | null, standing: Array<{ status: RunStatus, items: number }> };

export type RunsPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type RunsPageQuery = { runs: { totalCount: number, nodes: Array<{ id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, presetVersion: number, priority: RunPriority, createdAt: string, finishedAt: string | null, requestedBy: string | null, speed: number | null, eta: number | null, standing: Array<{ status: RunStatus, items: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RunPageQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
  status?: Array<RunStatus> | RunStatus | null | undefined;
}>;


export type RunPageQuery = { run: { recipeHash: string | null, soundSeconds: number, doneSeconds: number, id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, presetVersion: number, priority: RunPriority, createdAt: string, finishedAt: string | null, requestedBy: string | null, speed: number | null, eta: number | null, nodes: Array<{ processor: string, version: string | null, params: unknown }>, items: { totalCount: number, nodes: Array<{ status: RunStatus, progress: number, stage: string | null, error: string | null, tries: number, earlier: Array<{ status: RunStatus, error: string | null, reason: string | null, at: string }>, item: { id: string, iri: string, code: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, standing: Array<{ status: RunStatus, items: number }> } | null };

export type RunChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type RunChoicesQuery = { presets: Array<{ id: string, slug: string, name: string, description: string | null, nodes: Array<{ processor: string, params: unknown }> }>, experiences: Array<{ id: string, slug: string, name: string, description: string | null, version: number, contentHash: string, nodes: Array<{ processor: string, params: unknown }> }>, processors: Array<{ id: string, title: string, parameters: unknown }> };

export type EstimateRunQueryVariables = Exact<{
  input: RunEstimateInput;
}>;


export type EstimateRunQuery = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'RunEstimate', items: number, itemsWithoutSound: number, itemsReused: number, computed: number, reused: number, awaited: number, soundSeconds: number, cpuSeconds: number, storedBytes: number, quota: { hasRoom: boolean, leftSeconds: number | null, roomAt: string | null } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type AskRunMutationVariables = Exact<{
  input: StartRunInput;
}>;


export type AskRunMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'StartRunPayload', run: { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, presetVersion: number, priority: RunPriority, createdAt: string, finishedAt: string | null, requestedBy: string | null, speed: number | null, eta: number | null, standing: Array<{ status: RunStatus, items: number }> } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type StopRunMutationVariables = Exact<{
  input: CancelRunInput;
}>;


export type StopRunMutation = { done:
    | { __typename: 'CancelRunPayload', run: { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, presetVersion: number, priority: RunPriority, createdAt: string, finishedAt: string | null, requestedBy: string | null, speed: number | null, eta: number | null, standing: Array<{ status: RunStatus, items: number }> } }
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
   };

export type RetryRunMutationVariables = Exact<{
  input: RetryRunInput;
}>;


export type RetryRunMutation = { done:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'RetryRunPayload', run: { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, presetVersion: number, priority: RunPriority, createdAt: string, finishedAt: string | null, requestedBy: string | null, speed: number | null, eta: number | null, standing: Array<{ status: RunStatus, items: number }> } }
    | { __typename: 'ValidationError', message: string }
   };

export type StaleWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type StaleWorkQuery = { staleProcessors: Array<{ processor: string, installedVersion: string, results: number, items: number }> };

export type MakeAnewMutationVariables = Exact<{
  input: RecomputeInput;
}>;


export type MakeAnewMutation = { done:
    | { __typename: 'Forbidden', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'RecomputePayload', run: { id: string, iri: string, status: RunStatus, progress: number, stage: string | null, error: string | null, preset: string, presetVersion: number, priority: RunPriority, createdAt: string, finishedAt: string | null, requestedBy: string | null, speed: number | null, eta: number | null, standing: Array<{ status: RunStatus, items: number }> } }
    | { __typename: 'ValidationError', message: string }
   };

export type RunChangesQueryVariables = Exact<{
  run: string | number;
  first: number;
}>;


export type RunChangesQuery = { runChanges: { totalCount: number, nodes: Array<{ processor: string, oldVersion: string, newVersion: string, item: { iri: string, code: string | null, title: string, languageOfDescription: string | null, en: string, fr: string, es: string } | null, outputs: Array<{ name: string, unit: string | null, isEqual: boolean, oldValue: number | null, newValue: number | null, oldLabel: string | null, newLabel: string | null, difference: number | null, said: string | null }> | null }> } };

export type CueHereFragment = { id: string, start: number, end: number | null, text: string | null, speaker: string | null, concept: { slug: string, scheme: { slug: string } | null } | null };

export type TrackHereFragment = { id: string, kind: TrackKind, title: string | null, language: string | null, licence: string | null, audience: Audience | null, version: number, annotations: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, start: number, end: number | null, text: string | null, speaker: string | null }> } };

export type TrackFilesQueryVariables = Exact<{
  id: string | number;
}>;


export type TrackFilesQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item' }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track', lrc: string, webvtt: string, ttml: string, lrcLeavesOut: Array<{ what: TrackDetail, count: number }>, webvttLeavesOut: Array<{ what: TrackDetail, count: number }>, ttmlLeavesOut: Array<{ what: TrackDetail, count: number }> }
   | null };

export type TrackCuesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type TrackCuesQuery = { node:
    | { __typename: 'Accession' }
    | { __typename: 'Agent' }
    | { __typename: 'Agreement' }
    | { __typename: 'Annotation' }
    | { __typename: 'Carrier' }
    | { __typename: 'CodePolicy' }
    | { __typename: 'Collection' }
    | { __typename: 'Comment' }
    | { __typename: 'Community' }
    | { __typename: 'Concept' }
    | { __typename: 'Corpus' }
    | { __typename: 'EditorGroup' }
    | { __typename: 'Erasure' }
    | { __typename: 'ExtraField' }
    | { __typename: 'Fonds' }
    | { __typename: 'Grant' }
    | { __typename: 'Holder' }
    | { __typename: 'Instrument' }
    | { __typename: 'Item' }
    | { __typename: 'Label' }
    | { __typename: 'Language' }
    | { __typename: 'Place' }
    | { __typename: 'Population' }
    | { __typename: 'Protocol' }
    | { __typename: 'PublicationRule' }
    | { __typename: 'ReadingRoom' }
    | { __typename: 'Request' }
    | { __typename: 'Result' }
    | { __typename: 'Run' }
    | { __typename: 'Scheme' }
    | { __typename: 'Selection' }
    | { __typename: 'Track', annotations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, start: number, end: number | null, text: string | null, speaker: string | null, concept: { slug: string, scheme: { slug: string } | null } | null }> } }
   | null };

export type CreateTrackMutationVariables = Exact<{
  input: CreateTrackInput;
}>;


export type CreateTrackMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'TrackPayload', track: { id: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type UpdateTrackMutationVariables = Exact<{
  input: UpdateTrackInput;
}>;


export type UpdateTrackMutation = { done:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'TrackPayload', track: { id: string } }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type DeleteTrackMutationVariables = Exact<{
  input: DeleteTrackInput;
}>;


export type DeleteTrackMutation = { done:
    | { __typename: 'DeleteTrackPayload', id: string }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type ImportTrackMutationVariables = Exact<{
  input: ImportTrackInput;
}>;


export type ImportTrackMutation = { done:
    | { __typename: 'BadCues', goodCount: number, problemCount: number, message: string, path: Array<string>, problems: Array<{ line: number, message: string }> }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'ImportTrackPayload', cueCount: number, problemCount: number, problems: Array<{ line: number, message: string }>, track: { id: string } }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
    | { __typename: 'VersionConflict', message: string, path: Array<string> }
   };

export type CreateCueMutationVariables = Exact<{
  input: CreateAnnotationInput;
}>;


export type CreateCueMutation = { done:
    | { __typename: 'AnnotationPayload', annotation: { id: string, start: number, end: number | null, text: string | null, speaker: string | null, concept: { slug: string, scheme: { slug: string } | null } | null } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type UpdateCueMutationVariables = Exact<{
  input: UpdateAnnotationInput;
}>;


export type UpdateCueMutation = { done:
    | { __typename: 'AnnotationPayload', annotation: { id: string, start: number, end: number | null, text: string | null, speaker: string | null, concept: { slug: string, scheme: { slug: string } | null } | null } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

export type DeleteCueMutationVariables = Exact<{
  input: DeleteAnnotationInput;
}>;


export type DeleteCueMutation = { done:
    | { __typename: 'DeleteAnnotationPayload', id: string }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ValidationError', message: string, path: Array<string> }
   };

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
export const GrantHereFragmentDoc = new TypedDocumentString(`
    fragment GrantHere on Grant {
  id
  gives
  reason
  until
  person
  community {
    name
  }
  room {
    name
  }
}
    `, {"fragmentName":"GrantHere"}) as unknown as TypedDocumentString<GrantHereFragment, unknown>;
export const LabelWordsFragmentDoc = new TypedDocumentString(`
    fragment LabelWords on Label {
  slug
  name(language: $language)
  text(language: $language)
}
    `, {"fragmentName":"LabelWords"}) as unknown as TypedDocumentString<LabelWordsFragment, unknown>;
export const ProtocolWordsFragmentDoc = new TypedDocumentString(`
    fragment ProtocolWords on Protocol {
  slug
  name(language: $language)
  description(language: $language)
}
    `, {"fragmentName":"ProtocolWords"}) as unknown as TypedDocumentString<ProtocolWordsFragment, unknown>;
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
export const TermTextsFragmentDoc = new TypedDocumentString(`
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
    `, {"fragmentName":"TermTexts"}) as unknown as TypedDocumentString<TermTextsFragment, unknown>;
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"ItemRow"}) as unknown as TypedDocumentString<ItemRowFragment, unknown>;
export const LevelContentsFragmentDoc = new TypedDocumentString(`
    fragment LevelContents on Contents {
  itemCount
  itemsWithSound
  duration
  byteSize
  earliest
  latest
  countries(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  places(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  populations(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  languages(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  instruments(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"LevelContents"}) as unknown as TypedDocumentString<LevelContentsFragment, unknown>;
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
export const ExtraFieldHereFragmentDoc = new TypedDocumentString(`
    fragment ExtraFieldHere on ExtraField {
  id
  slug
  level
  kind
  label
  help
  group
  labelEn: label(language: "en")
  labelFr: label(language: "fr")
  labelEs: label(language: "es")
  helpEn: help(language: "en")
  helpFr: help(language: "fr")
  helpEs: help(language: "es")
  position
  unit
  isRepeatable
  isRequired
  audience
  version
  scheme {
    slug
    title
  }
}
    `, {"fragmentName":"ExtraFieldHere"}) as unknown as TypedDocumentString<ExtraFieldHereFragment, unknown>;
export const ExtraInFormFragmentDoc = new TypedDocumentString(`
    fragment ExtraInForm on ExtraValue {
  field {
    slug
  }
  text
  language
  number
  boolean
  concept {
    slug
    ...TermTexts
  }
  agent {
    slug
    ...TermTexts
  }
  place {
    slug
    ...TermTexts
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"ExtraInForm"}) as unknown as TypedDocumentString<ExtraInFormFragment, unknown>;
export const DifferenceFragmentDoc = new TypedDocumentString(`
    fragment Difference on Difference {
  part
  row
  operation
  field
  language
  before {
    text
    record
    iri
    isHidden
  }
  after {
    text
    record
    iri
    isHidden
  }
}
    `, {"fragmentName":"Difference"}) as unknown as TypedDocumentString<DifferenceFragment, unknown>;
export const PlaceOnMapFragmentDoc = new TypedDocumentString(`
    fragment PlaceOnMap on Place {
  id
  iri
  slug
  ...TermTexts
  kind
  itemCount
  coordinates {
    latitude
    longitude
    uncertainty
    grid
  }
  ancestors(first: 30) {
    slug
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"PlaceOnMap"}) as unknown as TypedDocumentString<PlaceOnMapFragment, unknown>;
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
export const InstrumentBranchFragmentDoc = new TypedDocumentString(`
    fragment InstrumentBranch on Instrument {
  id
  iri
  slug
  ...TermTexts
  hornbostelSachs
  itemCount
  parents(first: 5) {
    slug
    ...TermTexts
  }
  children(first: 0) {
    totalCount
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"InstrumentBranch"}) as unknown as TypedDocumentString<InstrumentBranchFragment, unknown>;
export const ExportFieldsFragmentDoc = new TypedDocumentString(`
    fragment ExportFields on ExportedFile {
  format
  title
  url
}
    `, {"fragmentName":"ExportFields"}) as unknown as TypedDocumentString<ExportFieldsFragment, unknown>;
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
export const NoticeHereFragmentDoc = new TypedDocumentString(`
    fragment NoticeHere on Label {
  slug
  name
  text
  explainedAt
}
    `, {"fragmentName":"NoticeHere"}) as unknown as TypedDocumentString<NoticeHereFragment, unknown>;
export const ProtocolHereFragmentDoc = new TypedDocumentString(`
    fragment ProtocolHere on Protocol {
  slug
  name
  description
  communities(first: 3) {
    name
    contact
  }
}
    `, {"fragmentName":"ProtocolHere"}) as unknown as TypedDocumentString<ProtocolHereFragment, unknown>;
export const ItemNoticesFragmentDoc = new TypedDocumentString(`
    fragment ItemNotices on Item {
  labels(first: 10) {
    ...NoticeHere
  }
  unreadLabels(first: 10) {
    ...NoticeHere
  }
  protocols(first: 10) {
    ...ProtocolHere
  }
  collection {
    labels(first: 10) {
      ...NoticeHere
    }
    protocols(first: 10) {
      ...ProtocolHere
    }
  }
}
    fragment NoticeHere on Label {
  slug
  name
  text
  explainedAt
}
fragment ProtocolHere on Protocol {
  slug
  name
  description
  communities(first: 3) {
    name
    contact
  }
}`, {"fragmentName":"ItemNotices"}) as unknown as TypedDocumentString<ItemNoticesFragment, unknown>;
export const ConceptHereFragmentDoc = new TypedDocumentString(`
    fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    ...TermTexts
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"ConceptHere"}) as unknown as TypedDocumentString<ConceptHereFragment, unknown>;
export const IdentifierHereFragmentDoc = new TypedDocumentString(`
    fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"IdentifierHere"}) as unknown as TypedDocumentString<IdentifierHereFragment, unknown>;
export const ExtraHereFragmentDoc = new TypedDocumentString(`
    fragment ExtraHere on ExtraValue {
  field {
    label
    en: label(language: "en")
    fr: label(language: "fr")
    es: label(language: "es")
    group
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    ...TermTexts
  }
  agent {
    iri
    ...TermTexts
  }
  place {
    iri
    ...TermTexts
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"ExtraHere"}) as unknown as TypedDocumentString<ExtraHereFragment, unknown>;
export const MediaHereFragmentDoc = new TypedDocumentString(`
    fragment MediaHere on RelatedMedia {
  id
  position
  title
  description
  titleEn: title(language: "en")
  titleFr: title(language: "fr")
  titleEs: title(language: "es")
  descriptionEn: description(language: "en")
  descriptionFr: description(language: "fr")
  descriptionEs: description(language: "es")
  date
  mimeType
  url
  isKeptHere
  byteSize
  credit
  licence
  audience
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
      ...TermTexts
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"CarrierHere"}) as unknown as TypedDocumentString<CarrierHereFragment, unknown>;
export const TrackHereFragmentDoc = new TypedDocumentString(`
    fragment TrackHere on Track {
  id
  kind
  title
  language
  licence
  audience
  version
  annotations(first: 100) {
    pageInfo {
      hasNextPage
    }
    nodes {
      id
      start
      end
      text
      speaker
    }
  }
}
    `, {"fragmentName":"TrackHere"}) as unknown as TypedDocumentString<TrackHereFragment, unknown>;
export const ItemFactsFragmentDoc = new TypedDocumentString(`
    fragment ItemFacts on Item {
  ...RecordFacts
  ...ItemNotices
  code
  originalTitle
  originalCode
  track
  holder {
    iri
    name
    email
    translations(field: "name", first: 10) {
      field
      language
      text
    }
  }
  collectorFromCollection
  externalSound
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
  relatedMedia(first: 100) {
    ...MediaHere
  }
  carriers(first: 20) {
    ...CarrierHere
  }
  tracks(first: 10) {
    ...TrackHere
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
    canEdit
    withheld
    embargoUntil
    opensOn
  }
  collection {
    id
    iri
    code
    ...TitleTexts
    holder {
      iri
      name
      email
      translations(field: "name", first: 10) {
        field
        language
        text
      }
    }
    corpora(first: 5) {
      id
      iri
      ...TitleTexts
    }
  }
  place {
    id
    iri
    ...TermTexts
    ancestors(first: 20) {
      id
      iri
      ...TermTexts
      kind
    }
  }
  populations(first: 20) {
    id
    iri
    ...TermTexts
  }
  languages(first: 20) {
    id
    iri
    ...TermTexts
    slug
  }
  agents(first: 50) {
    role
    agent {
      id
      iri
      ...TermTexts
    }
  }
  performances(first: 50) {
    count
    vernacularName
    vernacularLanguage
    musicians
    players(first: 20) {
      agent {
        iri
        ...TermTexts
      }
    }
    instrument {
      id
      iri
      ...TermTexts
    }
  }
  previous {
    id
    iri
    ...TitleTexts
  }
  next {
    id
    iri
    ...TitleTexts
  }
}
    fragment NoticeHere on Label {
  slug
  name
  text
  explainedAt
}
fragment ProtocolHere on Protocol {
  slug
  name
  description
  communities(first: 3) {
    name
    contact
  }
}
fragment ItemNotices on Item {
  labels(first: 10) {
    ...NoticeHere
  }
  unreadLabels(first: 10) {
    ...NoticeHere
  }
  protocols(first: 10) {
    ...ProtocolHere
  }
  collection {
    labels(first: 10) {
      ...NoticeHere
    }
    protocols(first: 10) {
      ...ProtocolHere
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
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    en: label(language: "en")
    fr: label(language: "fr")
    es: label(language: "es")
    group
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    ...TermTexts
  }
  agent {
    iri
    ...TermTexts
  }
  place {
    iri
    ...TermTexts
  }
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
      ...TermTexts
    }
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment MediaHere on RelatedMedia {
  id
  position
  title
  description
  titleEn: title(language: "en")
  titleFr: title(language: "fr")
  titleEs: title(language: "es")
  descriptionEn: description(language: "en")
  descriptionFr: description(language: "fr")
  descriptionEs: description(language: "es")
  date
  mimeType
  url
  isKeptHere
  byteSize
  credit
  licence
  audience
}
fragment TrackHere on Track {
  id
  kind
  title
  language
  licence
  audience
  version
  annotations(first: 100) {
    pageInfo {
      hasNextPage
    }
    nodes {
      id
      start
      end
      text
      speaker
    }
  }
}`, {"fragmentName":"ItemFacts"}) as unknown as TypedDocumentString<ItemFactsFragment, unknown>;
export const LaneFieldsFragmentDoc = new TypedDocumentString(`
    fragment LaneFields on Result {
  id
  processor
  name
  kind
  unit
  axis {
    unit
    places
  }
}
    `, {"fragmentName":"LaneFields"}) as unknown as TypedDocumentString<LaneFieldsFragment, unknown>;
export const VectorFieldsFragmentDoc = new TypedDocumentString(`
    fragment VectorFields on Result {
  id
  iri
  processor
  version
  name
  unit
  vector {
    axis {
      unit
      places
    }
    values
  }
}
    `, {"fragmentName":"VectorFields"}) as unknown as TypedDocumentString<VectorFieldsFragment, unknown>;
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
  parts(first: 20) {
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
  results(first: 100, kinds: [VALUE, LABEL]) {
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
export const PartHereFragmentDoc = new TypedDocumentString(`
    fragment PartHere on Part {
  position
  stem
  label
  startsAt
  start
  end
  duration
  licence
  audio {
    url
    mimeType
  }
  file {
    format
    codec
  }
}
    `, {"fragmentName":"PartHere"}) as unknown as TypedDocumentString<PartHereFragment, unknown>;
export const MergeSideFragmentDoc = new TypedDocumentString(`
    fragment MergeSide on Term {
  id
  iri
  slug
  ...TermTexts
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"MergeSide"}) as unknown as TypedDocumentString<MergeSideFragment, unknown>;
export const OwnProfileFragmentDoc = new TypedDocumentString(`
    fragment OwnProfile on Profile {
  displayName
  institution
  department
  function
  address
  telephone
  about
  webPage
  isListed
  wantsMail
}
    `, {"fragmentName":"OwnProfile"}) as unknown as TypedDocumentString<OwnProfileFragment, unknown>;
export const ConceptBranchFragmentDoc = new TypedDocumentString(`
    fragment ConceptBranch on Concept {
  id
  iri
  slug
  ...TermTexts
  notation
  itemCount
  parents(first: 5) {
    slug
    ...TermTexts
  }
  children(first: 0) {
    totalCount
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`, {"fragmentName":"ConceptBranch"}) as unknown as TypedDocumentString<ConceptBranchFragment, unknown>;
export const RunRowFragmentDoc = new TypedDocumentString(`
    fragment RunRow on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  presetVersion
  priority
  createdAt
  finishedAt
  requestedBy
  speed
  eta
  standing {
    status
    items
  }
}
    `, {"fragmentName":"RunRow"}) as unknown as TypedDocumentString<RunRowFragment, unknown>;
export const CueHereFragmentDoc = new TypedDocumentString(`
    fragment CueHere on Annotation {
  id
  start
  end
  text
  speaker
  concept {
    slug
    scheme {
      slug
    }
  }
}
    `, {"fragmentName":"CueHere"}) as unknown as TypedDocumentString<CueHereFragment, unknown>;
export const WordsOfDocument = new TypedDocumentString(`
    query WordsOf($id: ID!, $language: String!) {
  node(id: $id) {
    __typename
    ... on Item {
      labels(first: 10) {
        ...LabelWords
      }
      protocols(first: 10) {
        ...ProtocolWords
      }
      collection {
        labels(first: 10) {
          ...LabelWords
        }
        protocols(first: 10) {
          ...ProtocolWords
        }
      }
    }
  }
}
    fragment LabelWords on Label {
  slug
  name(language: $language)
  text(language: $language)
}
fragment ProtocolWords on Protocol {
  slug
  name(language: $language)
  description(language: $language)
}`) as unknown as TypedDocumentString<WordsOfQuery, WordsOfQueryVariables>;
export const AccessOfDocument = new TypedDocumentString(`
    query AccessOf($id: ID!) {
  node(id: $id) {
    __typename
    ... on Item {
      version
      ownAccess
      opensWithAge
      standing: access {
        level
        embargoUntil
        opensOn
      }
      protocolsCombine
      protocols(first: 20) {
        slug
      }
      labels(first: 20) {
        slug
      }
      withheld(first: 100) {
        start
        end
        reason
      }
    }
    ... on Collection {
      version
      level: access
      opensWithAge
      publicationRule {
        title
      }
      protocolsCombine
      protocols(first: 20) {
        slug
      }
      labels(first: 20) {
        slug
      }
    }
  }
  grants(first: 50, record: $id) {
    nodes {
      ...GrantHere
    }
  }
  protocols(first: 100) {
    nodes {
      slug
      name
    }
  }
  labels(first: 100) {
    nodes {
      slug
      name
    }
  }
}
    fragment GrantHere on Grant {
  id
  gives
  reason
  until
  person
  community {
    name
  }
  room {
    name
  }
}`) as unknown as TypedDocumentString<AccessOfQuery, AccessOfQueryVariables>;
export const ReceiversOfAccessDocument = new TypedDocumentString(`
    query ReceiversOfAccess {
  communities(first: 100) {
    nodes {
      slug
      name
    }
  }
  readingRooms(first: 100) {
    nodes {
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiversOfAccessQuery, ReceiversOfAccessQueryVariables>;
export const PlaceUnderProtocolsDocument = new TypedDocumentString(`
    mutation PlaceUnderProtocols($input: PlaceUnderProtocolsInput!) {
  done: placeUnderProtocols(input: $input) {
    __typename
    ... on RecordAccessPayload {
      isSoEverywhere
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PlaceUnderProtocolsMutation, PlaceUnderProtocolsMutationVariables>;
export const PutLabelsDocument = new TypedDocumentString(`
    mutation PutLabels($input: PutLabelsInput!) {
  done: putLabels(input: $input) {
    __typename
    ... on RecordAccessPayload {
      isSoEverywhere
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PutLabelsMutation, PutLabelsMutationVariables>;
export const GiveAccessDocument = new TypedDocumentString(`
    mutation GiveAccess($input: GiveAccessInput!) {
  done: giveAccess(input: $input) {
    __typename
    ... on GrantPayload {
      grant {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<GiveAccessMutation, GiveAccessMutationVariables>;
export const TakeBackAccessDocument = new TypedDocumentString(`
    mutation TakeBackAccess($input: TakeBackAccessInput!) {
  done: takeBackAccess(input: $input) {
    __typename
    ... on TakeBackAccessPayload {
      id
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<TakeBackAccessMutation, TakeBackAccessMutationVariables>;
export const WithholdRangesDocument = new TypedDocumentString(`
    mutation WithholdRanges($input: WithholdRangesInput!) {
  done: withholdRanges(input: $input) {
    __typename
    ... on WithholdRangesPayload {
      isSoEverywhere
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<WithholdRangesMutation, WithholdRangesMutationVariables>;
export const AcknowledgeLabelDocument = new TypedDocumentString(`
    mutation AcknowledgeLabel($input: AcknowledgeLabelInput!) {
  done: acknowledgeLabel(input: $input) {
    __typename
    ... on LabelPayload {
      label {
        slug
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AcknowledgeLabelMutation, AcknowledgeLabelMutationVariables>;
export const NextItemCodeDocument = new TypedDocumentString(`
    query NextItemCode($collection: String!) {
  next: nextItemCode(collection: $collection) {
    code
    whyNot
    template
    policy
  }
}
    `) as unknown as TypedDocumentString<NextItemCodeQuery, NextItemCodeQueryVariables>;
export const NextLevelCodeDocument = new TypedDocumentString(`
    query NextLevelCode($level: RecordLevel!, $holder: String!, $year: Int, $parts: [String!]) {
  next: nextCode(level: $level, holder: $holder, year: $year, parts: $parts) {
    code
    whyNot
    template
    policy
  }
}
    `) as unknown as TypedDocumentString<NextLevelCodeQuery, NextLevelCodeQueryVariables>;
export const CodeRemarksDocument = new TypedDocumentString(`
    query CodeRemarks($level: RecordLevel!, $code: String!, $collection: String, $holder: String) {
  remark: codeRemark(
    level: $level
    code: $code
    collection: $collection
    holder: $holder
  ) {
    policy
    example
    isRefused
  }
}
    `) as unknown as TypedDocumentString<CodeRemarksQuery, CodeRemarksQueryVariables>;
export const ExtraFieldsOfDocument = new TypedDocumentString(`
    query ExtraFieldsOf($level: RecordLevel!, $after: String) {
  extraFields(first: 100, level: $level, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ExtraFieldHere
    }
  }
}
    fragment ExtraFieldHere on ExtraField {
  id
  slug
  level
  kind
  label
  help
  group
  labelEn: label(language: "en")
  labelFr: label(language: "fr")
  labelEs: label(language: "es")
  helpEn: help(language: "en")
  helpFr: help(language: "fr")
  helpEs: help(language: "es")
  position
  unit
  isRepeatable
  isRequired
  audience
  version
  scheme {
    slug
    title
  }
}`) as unknown as TypedDocumentString<ExtraFieldsOfQuery, ExtraFieldsOfQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($kind: RecordKind!, $prefix: String!, $scheme: String) {
  suggest(kind: $kind, prefix: $prefix, scheme: $scheme, first: 10) {
    value
    label
    matched
    node {
      ...TermTexts
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;
export const AccessionFormDocument = new TypedDocumentString(`
    query AccessionForm($key: String!) {
  record: accession(code: $key) {
    id
    iri
    version
    code
    title
    received {
      edtf
    }
    boxes
    extent
    description
    notes
    holder {
      slug
      name
    }
    donor {
      slug
      ...TermTexts
    }
    agreement {
      code
      title
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<AccessionFormQuery, AccessionFormQueryVariables>;
export const UpdateAccessionDocument = new TypedDocumentString(`
    mutation UpdateAccession($input: UpdateAccessionInput!) {
  saved: updateAccession(input: $input) {
    __typename
    ... on AccessionPayload {
      record: accession {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateAccessionMutation, UpdateAccessionMutationVariables>;
export const CreateAccessionDocument = new TypedDocumentString(`
    mutation CreateAccession($input: CreateAccessionInput!) {
  saved: createAccession(input: $input) {
    __typename
    ... on AccessionPayload {
      record: accession {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateAccessionMutation, CreateAccessionMutationVariables>;
export const AgentFormDocument = new TypedDocumentString(`
    query AgentForm($key: String!) {
  record: agent(slug: $key) {
    id
    iri
    version
    slug
    name
    note
    isAuthoritative
    translations {
      field
      language
      text
    }
    names(first: 100) {
      name
      language
      kind
      used {
        edtf
      }
    }
    matches(first: 50) {
      iri
      kind
    }
    kind
    lived {
      edtf
    }
    image
    imageCredit
    webPage
  }
}
    `) as unknown as TypedDocumentString<AgentFormQuery, AgentFormQueryVariables>;
export const UpdateAgentDocument = new TypedDocumentString(`
    mutation UpdateAgent($input: UpdateAgentInput!) {
  saved: updateAgent(input: $input) {
    __typename
    ... on AgentPayload {
      record: agent {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateAgentMutation, UpdateAgentMutationVariables>;
export const CreateAgentDocument = new TypedDocumentString(`
    mutation CreateAgent($input: CreateAgentInput!) {
  saved: createAgent(input: $input) {
    __typename
    ... on AgentPayload {
      record: agent {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateAgentMutation, CreateAgentMutationVariables>;
export const AgreementFormDocument = new TypedDocumentString(`
    query AgreementForm($key: String!) {
  record: agreement(code: $key) {
    id
    iri
    version
    code
    title
    kind
    publicSummary
    scope
    translations {
      field
      language
      text
    }
    signed {
      edtf
    }
    expiresOn
    documentName
    documentUrl
    notes
    parties(first: 50) {
      role
      audience
      agent {
        slug
        ...TermTexts
      }
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<AgreementFormQuery, AgreementFormQueryVariables>;
export const UpdateAgreementDocument = new TypedDocumentString(`
    mutation UpdateAgreement($input: UpdateAgreementInput!) {
  saved: updateAgreement(input: $input) {
    __typename
    ... on AgreementPayload {
      record: agreement {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateAgreementMutation, UpdateAgreementMutationVariables>;
export const CreateAgreementDocument = new TypedDocumentString(`
    mutation CreateAgreement($input: CreateAgreementInput!) {
  saved: createAgreement(input: $input) {
    __typename
    ... on AgreementPayload {
      record: agreement {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateAgreementMutation, CreateAgreementMutationVariables>;
export const CarrierFormDocument = new TypedDocumentString(`
    query CarrierForm($key: String!) {
  record: carrier(code: $key) {
    id
    iri
    version
    code
    title
    shelf
    originalCode
    originalNumber
    made {
      edtf
    }
    duration
    condition
    conditionComment
    soundQuality
    comment
    recordingSystem
    tapeThickness
    tapeReference
    hasSticker
    digitisation
    holder {
      slug
      name
    }
    accession {
      code
      title
    }
    copyOf {
      code
      title
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    contents(first: 100) {
      side
      start
      collection {
        code
        title
      }
      item {
        code
        title
      }
    }
    digitisations(first: 100) {
      done {
        edtf
      }
      equipment
      note
      file {
        sha256
      }
      digitiser {
        slug
        ...TermTexts
      }
      conversion {
        slug
        ...TermTexts
      }
    }
  }
}
    fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    ...TermTexts
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<CarrierFormQuery, CarrierFormQueryVariables>;
export const UpdateCarrierDocument = new TypedDocumentString(`
    mutation UpdateCarrier($input: UpdateCarrierInput!) {
  saved: updateCarrier(input: $input) {
    __typename
    ... on CarrierPayload {
      record: carrier {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCarrierMutation, UpdateCarrierMutationVariables>;
export const CreateCarrierDocument = new TypedDocumentString(`
    mutation CreateCarrier($input: CreateCarrierInput!) {
  saved: createCarrier(input: $input) {
    __typename
    ... on CarrierPayload {
      record: carrier {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCarrierMutation, CreateCarrierMutationVariables>;
export const CodePolicyFormDocument = new TypedDocumentString(`
    query CodePolicyForm($key: String!) {
  record: codePolicy(slug: $key) {
    id
    iri
    version
    slug
    title
    level
    template
    example
    isStrict
    description
  }
}
    `) as unknown as TypedDocumentString<CodePolicyFormQuery, CodePolicyFormQueryVariables>;
export const UpdateCodePolicyDocument = new TypedDocumentString(`
    mutation UpdateCodePolicy($input: UpdateCodePolicyInput!) {
  saved: updateCodePolicy(input: $input) {
    __typename
    ... on CodePolicyPayload {
      record: codePolicy {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCodePolicyMutation, UpdateCodePolicyMutationVariables>;
export const CreateCodePolicyDocument = new TypedDocumentString(`
    mutation CreateCodePolicy($input: CreateCodePolicyInput!) {
  saved: createCodePolicy(input: $input) {
    __typename
    ... on CodePolicyPayload {
      record: codePolicy {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCodePolicyMutation, CreateCodePolicyMutationVariables>;
export const CollectionFormDocument = new TypedDocumentString(`
    query CollectionForm($key: String!) {
  record: collection(code: $key) {
    id
    iri
    version
    state
    code
    title
    description
    languageOfDescription
    translations {
      field
      language
      text
    }
    access
    accessReason
    licence
    recordLicence
    comment
    archivistNotes
    holder {
      slug
      name
    }
    agreement {
      code
      title
    }
    agents(first: 50) {
      role
      audience
      agent {
        slug
        ...TermTexts
      }
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    extraValues(first: 100) {
      ...ExtraInForm
    }
    identifiers(first: 50) {
      ...IdentifierHere
    }
    alternativeTitle
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
    accession {
      code
      title
    }
    codePolicy {
      slug
      title
    }
    corpora(first: 50) {
      code
      title
    }
  }
}
    fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment ExtraInForm on ExtraValue {
  field {
    slug
  }
  text
  language
  number
  boolean
  concept {
    slug
    ...TermTexts
  }
  agent {
    slug
    ...TermTexts
  }
  place {
    slug
    ...TermTexts
  }
}`) as unknown as TypedDocumentString<CollectionFormQuery, CollectionFormQueryVariables>;
export const UpdateCollectionDocument = new TypedDocumentString(`
    mutation UpdateCollection($input: UpdateCollectionInput!) {
  saved: updateCollection(input: $input) {
    __typename
    ... on UpdateCollectionPayload {
      record: collection {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCollectionMutation, UpdateCollectionMutationVariables>;
export const CreateCollectionDocument = new TypedDocumentString(`
    mutation CreateCollection($input: CreateCollectionInput!) {
  saved: createCollection(input: $input) {
    __typename
    ... on CreateCollectionPayload {
      record: collection {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCollectionMutation, CreateCollectionMutationVariables>;
export const CommunityFormDocument = new TypedDocumentString(`
    query CommunityForm($key: String!) {
  record: community(slug: $key) {
    id
    iri
    version
    slug
    name
    description
    contact
    isListed
    translations(first: 30) {
      field
      language
      text
    }
  }
}
    `) as unknown as TypedDocumentString<CommunityFormQuery, CommunityFormQueryVariables>;
export const UpdateCommunityDocument = new TypedDocumentString(`
    mutation UpdateCommunity($input: UpdateCommunityInput!) {
  saved: updateCommunity(input: $input) {
    __typename
    ... on CommunityPayload {
      record: community {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCommunityMutation, UpdateCommunityMutationVariables>;
export const CreateCommunityDocument = new TypedDocumentString(`
    mutation CreateCommunity($input: CreateCommunityInput!) {
  saved: createCommunity(input: $input) {
    __typename
    ... on CommunityPayload {
      record: community {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCommunityMutation, CreateCommunityMutationVariables>;
export const ConceptFormDocument = new TypedDocumentString(`
    query ConceptForm($scheme: String!, $key: String!) {
  record: concept(scheme: $scheme, slug: $key) {
    id
    iri
    version
    slug
    name
    note
    isAuthoritative
    translations {
      field
      language
      text
    }
    notation
    scheme {
      slug
      title
    }
    names(first: 100) {
      name
      language
      kind
      used {
        edtf
      }
    }
    matches(first: 50) {
      iri
      kind
    }
    parents(first: 20) {
      slug
      ...TermTexts
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<ConceptFormQuery, ConceptFormQueryVariables>;
export const UpdateConceptDocument = new TypedDocumentString(`
    mutation UpdateConcept($input: UpdateConceptInput!) {
  saved: updateConcept(input: $input) {
    __typename
    ... on ConceptPayload {
      record: concept {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateConceptMutation, UpdateConceptMutationVariables>;
export const CreateConceptDocument = new TypedDocumentString(`
    mutation CreateConcept($input: CreateConceptInput!) {
  saved: createConcept(input: $input) {
    __typename
    ... on ConceptPayload {
      record: concept {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateConceptMutation, CreateConceptMutationVariables>;
export const CorpusFormDocument = new TypedDocumentString(`
    query CorpusForm($key: String!) {
  record: corpus(code: $key) {
    id
    iri
    version
    state
    code
    title
    description
    languageOfDescription
    translations {
      field
      language
      text
    }
    access
    accessReason
    licence
    recordLicence
    comment
    archivistNotes
    holder {
      slug
      name
    }
    agreement {
      code
      title
    }
    agents(first: 50) {
      role
      audience
      agent {
        slug
        ...TermTexts
      }
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    extraValues(first: 100) {
      ...ExtraInForm
    }
    identifiers(first: 50) {
      ...IdentifierHere
    }
    alternativeTitle
    recorded {
      edtf
    }
    fonds(first: 50) {
      code
      title
    }
  }
}
    fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment ExtraInForm on ExtraValue {
  field {
    slug
  }
  text
  language
  number
  boolean
  concept {
    slug
    ...TermTexts
  }
  agent {
    slug
    ...TermTexts
  }
  place {
    slug
    ...TermTexts
  }
}`) as unknown as TypedDocumentString<CorpusFormQuery, CorpusFormQueryVariables>;
export const UpdateCorpusDocument = new TypedDocumentString(`
    mutation UpdateCorpus($input: UpdateCorpusInput!) {
  saved: updateCorpus(input: $input) {
    __typename
    ... on UpdateCorpusPayload {
      record: corpus {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCorpusMutation, UpdateCorpusMutationVariables>;
export const CreateCorpusDocument = new TypedDocumentString(`
    mutation CreateCorpus($input: CreateCorpusInput!) {
  saved: createCorpus(input: $input) {
    __typename
    ... on CreateCorpusPayload {
      record: corpus {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCorpusMutation, CreateCorpusMutationVariables>;
export const EditorGroupFormDocument = new TypedDocumentString(`
    query EditorGroupForm($key: String!) {
  record: editorGroup(slug: $key) {
    id
    iri
    version
    slug
    name
    description
    collections(first: 100) {
      iri
      code
      title
    }
    within(first: 100) {
      iri
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<EditorGroupFormQuery, EditorGroupFormQueryVariables>;
export const UpdateEditorGroupDocument = new TypedDocumentString(`
    mutation UpdateEditorGroup($input: UpdateEditorGroupInput!) {
  saved: updateEditorGroup(input: $input) {
    __typename
    ... on EditorGroupPayload {
      record: editorGroup {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateEditorGroupMutation, UpdateEditorGroupMutationVariables>;
export const CreateEditorGroupDocument = new TypedDocumentString(`
    mutation CreateEditorGroup($input: CreateEditorGroupInput!) {
  saved: createEditorGroup(input: $input) {
    __typename
    ... on EditorGroupPayload {
      record: editorGroup {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateEditorGroupMutation, CreateEditorGroupMutationVariables>;
export const FondsFormDocument = new TypedDocumentString(`
    query FondsForm($key: String!) {
  record: fonds(code: $key) {
    id
    iri
    version
    state
    code
    title
    description
    languageOfDescription
    translations {
      field
      language
      text
    }
    access
    accessReason
    licence
    recordLicence
    comment
    archivistNotes
    holder {
      slug
      name
    }
    agreement {
      code
      title
    }
    agents(first: 50) {
      role
      audience
      agent {
        slug
        ...TermTexts
      }
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    extraValues(first: 100) {
      ...ExtraInForm
    }
    identifiers(first: 50) {
      ...IdentifierHere
    }
    alternativeTitle
  }
}
    fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment ExtraInForm on ExtraValue {
  field {
    slug
  }
  text
  language
  number
  boolean
  concept {
    slug
    ...TermTexts
  }
  agent {
    slug
    ...TermTexts
  }
  place {
    slug
    ...TermTexts
  }
}`) as unknown as TypedDocumentString<FondsFormQuery, FondsFormQueryVariables>;
export const UpdateFondsDocument = new TypedDocumentString(`
    mutation UpdateFonds($input: UpdateFondsInput!) {
  saved: updateFonds(input: $input) {
    __typename
    ... on UpdateFondsPayload {
      record: fonds {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateFondsMutation, UpdateFondsMutationVariables>;
export const CreateFondsDocument = new TypedDocumentString(`
    mutation CreateFonds($input: CreateFondsInput!) {
  saved: createFonds(input: $input) {
    __typename
    ... on CreateFondsPayload {
      record: fonds {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateFondsMutation, CreateFondsMutationVariables>;
export const HolderFormDocument = new TypedDocumentString(`
    query HolderForm($key: String!) {
  record: holder(slug: $key) {
    id
    iri
    version
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
      slug
      ...TermTexts
    }
    country {
      slug
      ...TermTexts
    }
    codePolicy {
      slug
      title
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<HolderFormQuery, HolderFormQueryVariables>;
export const UpdateHolderDocument = new TypedDocumentString(`
    mutation UpdateHolder($input: UpdateHolderInput!) {
  saved: updateHolder(input: $input) {
    __typename
    ... on HolderPayload {
      record: holder {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateHolderMutation, UpdateHolderMutationVariables>;
export const CreateHolderDocument = new TypedDocumentString(`
    mutation CreateHolder($input: CreateHolderInput!) {
  saved: createHolder(input: $input) {
    __typename
    ... on HolderPayload {
      record: holder {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateHolderMutation, CreateHolderMutationVariables>;
export const InstrumentFormDocument = new TypedDocumentString(`
    query InstrumentForm($key: String!) {
  record: instrument(slug: $key) {
    id
    iri
    version
    slug
    name
    note
    isAuthoritative
    translations {
      field
      language
      text
    }
    names(first: 100) {
      name
      language
      kind
      used {
        edtf
      }
    }
    matches(first: 50) {
      iri
      kind
    }
    parents(first: 20) {
      slug
      ...TermTexts
    }
    hornbostelSachs
    vernacularNames(first: 100) {
      name
      language
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<InstrumentFormQuery, InstrumentFormQueryVariables>;
export const UpdateInstrumentDocument = new TypedDocumentString(`
    mutation UpdateInstrument($input: UpdateInstrumentInput!) {
  saved: updateInstrument(input: $input) {
    __typename
    ... on InstrumentPayload {
      record: instrument {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateInstrumentMutation, UpdateInstrumentMutationVariables>;
export const CreateInstrumentDocument = new TypedDocumentString(`
    mutation CreateInstrument($input: CreateInstrumentInput!) {
  saved: createInstrument(input: $input) {
    __typename
    ... on InstrumentPayload {
      record: instrument {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateInstrumentMutation, CreateInstrumentMutationVariables>;
export const ItemFormDocument = new TypedDocumentString(`
    query ItemForm($key: String!) {
  record: item(code: $key) {
    id
    iri
    version
    state
    code
    title
    description
    languageOfDescription
    translations {
      field
      language
      text
    }
    ownAccess
    access {
      level
      message
      embargoUntil
    }
    accessReason
    licence
    recordLicence
    comment
    archivistNotes
    holder {
      slug
      name
    }
    agreement {
      code
      title
    }
    agents(first: 50) {
      role
      audience
      agent {
        slug
        ...TermTexts
      }
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    extraValues(first: 100) {
      ...ExtraInForm
    }
    identifiers(first: 50) {
      ...IdentifierHere
    }
    originalTitle
    originalCode
    track
    summary
    recorded {
      edtf
    }
    digitised {
      edtf
    }
    publishedIn {
      edtf
    }
    collection {
      code
      title
    }
    place {
      slug
      ...TermTexts
    }
    placeComment
    culturalArea
    languageComment
    contextComment
    performanceMode
    collectorSelection
    collectorFromCollection
    creatorReference
    externalReferences
    approximateDuration
    externalSound
    opensWithAge
    credit
    source
    populations(first: 50) {
      slug
      ...TermTexts
    }
    languages(first: 50) {
      slug
      ...TermTexts
    }
    performances(first: 50) {
      count
      vernacularName
      musicians
      instrument {
        slug
        ...TermTexts
      }
      players(first: 20) {
        audience
        agent {
          slug
          ...TermTexts
        }
      }
    }
  }
}
    fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment ExtraInForm on ExtraValue {
  field {
    slug
  }
  text
  language
  number
  boolean
  concept {
    slug
    ...TermTexts
  }
  agent {
    slug
    ...TermTexts
  }
  place {
    slug
    ...TermTexts
  }
}`) as unknown as TypedDocumentString<ItemFormQuery, ItemFormQueryVariables>;
export const UpdateItemDocument = new TypedDocumentString(`
    mutation UpdateItem($input: UpdateItemInput!) {
  saved: updateItem(input: $input) {
    __typename
    ... on UpdateItemPayload {
      record: item {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateItemMutation, UpdateItemMutationVariables>;
export const CreateItemDocument = new TypedDocumentString(`
    mutation CreateItem($input: CreateItemInput!) {
  saved: createItem(input: $input) {
    __typename
    ... on CreateItemPayload {
      record: item {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateItemMutation, CreateItemMutationVariables>;
export const LabelFormDocument = new TypedDocumentString(`
    query LabelForm($key: String!) {
  record: label(slug: $key) {
    id
    iri
    version
    slug
    name
    text
    family
    explainedAt
    asksAcknowledgement
    translations(first: 30) {
      field
      language
      text
    }
    community {
      iri
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<LabelFormQuery, LabelFormQueryVariables>;
export const UpdateLabelDocument = new TypedDocumentString(`
    mutation UpdateLabel($input: UpdateLabelInput!) {
  saved: updateLabel(input: $input) {
    __typename
    ... on LabelPayload {
      record: label {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateLabelMutation, UpdateLabelMutationVariables>;
export const CreateLabelDocument = new TypedDocumentString(`
    mutation CreateLabel($input: CreateLabelInput!) {
  saved: createLabel(input: $input) {
    __typename
    ... on LabelPayload {
      record: label {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateLabelMutation, CreateLabelMutationVariables>;
export const LanguageFormDocument = new TypedDocumentString(`
    query LanguageForm($key: String!) {
  record: language(slug: $key) {
    id
    iri
    version
    slug
    name
    note
    isAuthoritative
    translations {
      field
      language
      text
    }
    names(first: 100) {
      name
      language
      kind
      used {
        edtf
      }
    }
    matches(first: 50) {
      iri
      kind
    }
    part1
    part2b
    part2t
    scope
    type
  }
}
    `) as unknown as TypedDocumentString<LanguageFormQuery, LanguageFormQueryVariables>;
export const UpdateLanguageDocument = new TypedDocumentString(`
    mutation UpdateLanguage($input: UpdateLanguageInput!) {
  saved: updateLanguage(input: $input) {
    __typename
    ... on LanguagePayload {
      record: language {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateLanguageMutation, UpdateLanguageMutationVariables>;
export const CreateLanguageDocument = new TypedDocumentString(`
    mutation CreateLanguage($input: CreateLanguageInput!) {
  saved: createLanguage(input: $input) {
    __typename
    ... on LanguagePayload {
      record: language {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateLanguageMutation, CreateLanguageMutationVariables>;
export const PlaceFormDocument = new TypedDocumentString(`
    query PlaceForm($key: String!) {
  record: place(slug: $key) {
    id
    iri
    version
    slug
    name
    note
    isAuthoritative
    translations {
      field
      language
      text
    }
    names(first: 100) {
      name
      language
      kind
      used {
        edtf
      }
    }
    matches(first: 50) {
      iri
      kind
    }
    parents(first: 20) {
      slug
      ...TermTexts
    }
    kind
    type {
      slug
      ...TermTexts
    }
    countryCode
    coordinates {
      latitude
      longitude
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<PlaceFormQuery, PlaceFormQueryVariables>;
export const UpdatePlaceDocument = new TypedDocumentString(`
    mutation UpdatePlace($input: UpdatePlaceInput!) {
  saved: updatePlace(input: $input) {
    __typename
    ... on PlacePayload {
      record: place {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePlaceMutation, UpdatePlaceMutationVariables>;
export const CreatePlaceDocument = new TypedDocumentString(`
    mutation CreatePlace($input: CreatePlaceInput!) {
  saved: createPlace(input: $input) {
    __typename
    ... on PlacePayload {
      record: place {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePlaceMutation, CreatePlaceMutationVariables>;
export const PopulationFormDocument = new TypedDocumentString(`
    query PopulationForm($key: String!) {
  record: population(slug: $key) {
    id
    iri
    version
    slug
    name
    note
    isAuthoritative
    translations {
      field
      language
      text
    }
    names(first: 100) {
      name
      language
      kind
      used {
        edtf
      }
    }
    matches(first: 50) {
      iri
      kind
    }
    parents(first: 20) {
      slug
      ...TermTexts
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<PopulationFormQuery, PopulationFormQueryVariables>;
export const UpdatePopulationDocument = new TypedDocumentString(`
    mutation UpdatePopulation($input: UpdatePopulationInput!) {
  saved: updatePopulation(input: $input) {
    __typename
    ... on PopulationPayload {
      record: population {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePopulationMutation, UpdatePopulationMutationVariables>;
export const CreatePopulationDocument = new TypedDocumentString(`
    mutation CreatePopulation($input: CreatePopulationInput!) {
  saved: createPopulation(input: $input) {
    __typename
    ... on PopulationPayload {
      record: population {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePopulationMutation, CreatePopulationMutationVariables>;
export const ProtocolFormDocument = new TypedDocumentString(`
    query ProtocolForm($key: String!) {
  record: protocol(slug: $key) {
    id
    iri
    version
    slug
    name
    description
    admits
    withholds
    locates
    translations(first: 30) {
      field
      language
      text
    }
    communities(first: 20) {
      iri
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ProtocolFormQuery, ProtocolFormQueryVariables>;
export const UpdateProtocolDocument = new TypedDocumentString(`
    mutation UpdateProtocol($input: UpdateProtocolInput!) {
  saved: updateProtocol(input: $input) {
    __typename
    ... on ProtocolPayload {
      record: protocol {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateProtocolMutation, UpdateProtocolMutationVariables>;
export const CreateProtocolDocument = new TypedDocumentString(`
    mutation CreateProtocol($input: CreateProtocolInput!) {
  saved: createProtocol(input: $input) {
    __typename
    ... on ProtocolPayload {
      record: protocol {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateProtocolMutation, CreateProtocolMutationVariables>;
export const PublicationRuleFormDocument = new TypedDocumentString(`
    query PublicationRuleForm($key: String!) {
  record: publicationRule(slug: $key) {
    id
    iri
    version
    slug
    title
    years
    description
    isDefault
  }
}
    `) as unknown as TypedDocumentString<PublicationRuleFormQuery, PublicationRuleFormQueryVariables>;
export const UpdatePublicationRuleDocument = new TypedDocumentString(`
    mutation UpdatePublicationRule($input: UpdatePublicationRuleInput!) {
  saved: updatePublicationRule(input: $input) {
    __typename
    ... on PublicationRulePayload {
      record: publicationRule {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePublicationRuleMutation, UpdatePublicationRuleMutationVariables>;
export const CreatePublicationRuleDocument = new TypedDocumentString(`
    mutation CreatePublicationRule($input: CreatePublicationRuleInput!) {
  saved: createPublicationRule(input: $input) {
    __typename
    ... on PublicationRulePayload {
      record: publicationRule {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePublicationRuleMutation, CreatePublicationRuleMutationVariables>;
export const ReadingRoomFormDocument = new TypedDocumentString(`
    query ReadingRoomForm($key: String!) {
  record: readingRoom(slug: $key) {
    id
    iri
    version
    slug
    name
    networks(first: 100)
    until
    holder {
      iri
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ReadingRoomFormQuery, ReadingRoomFormQueryVariables>;
export const UpdateReadingRoomDocument = new TypedDocumentString(`
    mutation UpdateReadingRoom($input: UpdateReadingRoomInput!) {
  saved: updateReadingRoom(input: $input) {
    __typename
    ... on ReadingRoomPayload {
      record: readingRoom {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateReadingRoomMutation, UpdateReadingRoomMutationVariables>;
export const CreateReadingRoomDocument = new TypedDocumentString(`
    mutation CreateReadingRoom($input: CreateReadingRoomInput!) {
  saved: createReadingRoom(input: $input) {
    __typename
    ... on ReadingRoomPayload {
      record: readingRoom {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateReadingRoomMutation, CreateReadingRoomMutationVariables>;
export const SchemeFormDocument = new TypedDocumentString(`
    query SchemeForm($key: String!) {
  record: scheme(slug: $key) {
    id
    iri
    version
    slug
    title
    description
    translations {
      field
      language
      text
    }
    source
    isListed
    isClosed
  }
}
    `) as unknown as TypedDocumentString<SchemeFormQuery, SchemeFormQueryVariables>;
export const UpdateSchemeDocument = new TypedDocumentString(`
    mutation UpdateScheme($input: UpdateSchemeInput!) {
  saved: updateScheme(input: $input) {
    __typename
    ... on SchemePayload {
      record: scheme {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateSchemeMutation, UpdateSchemeMutationVariables>;
export const CreateSchemeDocument = new TypedDocumentString(`
    mutation CreateScheme($input: CreateSchemeInput!) {
  saved: createScheme(input: $input) {
    __typename
    ... on SchemePayload {
      record: scheme {
        id
        iri
        version
      }
    }
    ... on Error {
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateSchemeMutation, CreateSchemeMutationVariables>;
export const MakePlaceDocument = new TypedDocumentString(`
    mutation MakePlace($input: CreatePlaceInput!) {
  done: createPlace(input: $input) {
    __typename
    ... on PlacePayload {
      record: place {
        slug
        name
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakePlaceMutation, MakePlaceMutationVariables>;
export const MakePopulationDocument = new TypedDocumentString(`
    mutation MakePopulation($input: CreatePopulationInput!) {
  done: createPopulation(input: $input) {
    __typename
    ... on PopulationPayload {
      record: population {
        slug
        name
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakePopulationMutation, MakePopulationMutationVariables>;
export const MakeInstrumentDocument = new TypedDocumentString(`
    mutation MakeInstrument($input: CreateInstrumentInput!) {
  done: createInstrument(input: $input) {
    __typename
    ... on InstrumentPayload {
      record: instrument {
        slug
        name
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeInstrumentMutation, MakeInstrumentMutationVariables>;
export const MakeLanguageDocument = new TypedDocumentString(`
    mutation MakeLanguage($input: CreateLanguageInput!) {
  done: createLanguage(input: $input) {
    __typename
    ... on LanguagePayload {
      record: language {
        slug
        name
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeLanguageMutation, MakeLanguageMutationVariables>;
export const MakeAgentDocument = new TypedDocumentString(`
    mutation MakeAgent($input: CreateAgentInput!) {
  done: createAgent(input: $input) {
    __typename
    ... on AgentPayload {
      record: agent {
        slug
        name
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeAgentMutation, MakeAgentMutationVariables>;
export const MakeConceptDocument = new TypedDocumentString(`
    mutation MakeConcept($input: CreateConceptInput!) {
  done: createConcept(input: $input) {
    __typename
    ... on ConceptPayload {
      record: concept {
        slug
        name
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeConceptMutation, MakeConceptMutationVariables>;
export const MakeFondsDocument = new TypedDocumentString(`
    mutation MakeFonds($input: CreateFondsInput!) {
  done: createFonds(input: $input) {
    __typename
    ... on CreateFondsPayload {
      record: fonds {
        code
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeFondsMutation, MakeFondsMutationVariables>;
export const MakeCorpusDocument = new TypedDocumentString(`
    mutation MakeCorpus($input: CreateCorpusInput!) {
  done: createCorpus(input: $input) {
    __typename
    ... on CreateCorpusPayload {
      record: corpus {
        code
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeCorpusMutation, MakeCorpusMutationVariables>;
export const MakeCollectionDocument = new TypedDocumentString(`
    mutation MakeCollection($input: CreateCollectionInput!) {
  done: createCollection(input: $input) {
    __typename
    ... on CreateCollectionPayload {
      record: collection {
        code
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeCollectionMutation, MakeCollectionMutationVariables>;
export const MakeSchemeDocument = new TypedDocumentString(`
    mutation MakeScheme($input: CreateSchemeInput!) {
  done: createScheme(input: $input) {
    __typename
    ... on SchemePayload {
      record: scheme {
        slug
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeSchemeMutation, MakeSchemeMutationVariables>;
export const MakeHolderDocument = new TypedDocumentString(`
    mutation MakeHolder($input: CreateHolderInput!) {
  done: createHolder(input: $input) {
    __typename
    ... on HolderPayload {
      record: holder {
        slug
        name
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeHolderMutation, MakeHolderMutationVariables>;
export const MakeAgreementDocument = new TypedDocumentString(`
    mutation MakeAgreement($input: CreateAgreementInput!) {
  done: createAgreement(input: $input) {
    __typename
    ... on AgreementPayload {
      record: agreement {
        code
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeAgreementMutation, MakeAgreementMutationVariables>;
export const MakeAccessionDocument = new TypedDocumentString(`
    mutation MakeAccession($input: CreateAccessionInput!) {
  done: createAccession(input: $input) {
    __typename
    ... on AccessionPayload {
      record: accession {
        code
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeAccessionMutation, MakeAccessionMutationVariables>;
export const MakeCarrierDocument = new TypedDocumentString(`
    mutation MakeCarrier($input: CreateCarrierInput!) {
  done: createCarrier(input: $input) {
    __typename
    ... on CarrierPayload {
      record: carrier {
        code
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeCarrierMutation, MakeCarrierMutationVariables>;
export const MakeCodePolicyDocument = new TypedDocumentString(`
    mutation MakeCodePolicy($input: CreateCodePolicyInput!) {
  done: createCodePolicy(input: $input) {
    __typename
    ... on CodePolicyPayload {
      record: codePolicy {
        slug
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeCodePolicyMutation, MakeCodePolicyMutationVariables>;
export const MakeCommunityDocument = new TypedDocumentString(`
    mutation MakeCommunity($input: CreateCommunityInput!) {
  done: createCommunity(input: $input) {
    __typename
    ... on CommunityPayload {
      record: community {
        slug
        name
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MakeCommunityMutation, MakeCommunityMutationVariables>;
export const RecordHistoryDocument = new TypedDocumentString(`
    query RecordHistory($record: ID!, $first: Int!, $after: String) {
  history(record: $record, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      moment
      at
      author
      reason
      undoes
      undoneBy
      rowCount
      differences(first: 100) {
        ...Difference
      }
    }
  }
}
    fragment Difference on Difference {
  part
  row
  operation
  field
  language
  before {
    text
    record
    iri
    isHidden
  }
  after {
    text
    record
    iri
    isHidden
  }
}`) as unknown as TypedDocumentString<RecordHistoryQuery, RecordHistoryQueryVariables>;
export const RecordDiffDocument = new TypedDocumentString(`
    query RecordDiff($record: ID!, $since: String!) {
  diff(record: $record, since: $since) {
    ...Difference
  }
}
    fragment Difference on Difference {
  part
  row
  operation
  field
  language
  before {
    text
    record
    iri
    isHidden
  }
  after {
    text
    record
    iri
    isHidden
  }
}`) as unknown as TypedDocumentString<RecordDiffQuery, RecordDiffQueryVariables>;
export const RestoreVersionDocument = new TypedDocumentString(`
    mutation RestoreVersion($input: RestoreVersionInput!) {
  restoreVersion(input: $input) {
    __typename
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreVersionMutation, RestoreVersionMutationVariables>;
export const UndoChangeDocument = new TypedDocumentString(`
    mutation UndoChange($input: UndoChangeInput!) {
  undoChange(input: $input) {
    __typename
    ... on UndoChangePayload {
      rowCount
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UndoChangeMutation, UndoChangeMutationVariables>;
export const PublishRecordDocument = new TypedDocumentString(`
    mutation PublishRecord($input: PublishRecordInput!) {
  publishRecord(input: $input) {
    __typename
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PublishRecordMutation, PublishRecordMutationVariables>;
export const WithdrawRecordDocument = new TypedDocumentString(`
    mutation WithdrawRecord($input: WithdrawRecordInput!) {
  withdrawRecord(input: $input) {
    __typename
    ... on WithdrawRecordPayload {
      isGoneEverywhere
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawRecordMutation, WithdrawRecordMutationVariables>;
export const DeleteRecordDocument = new TypedDocumentString(`
    mutation DeleteRecord($input: DeleteRecordInput!) {
  deleteRecord(input: $input) {
    __typename
    ... on DeleteRecordPayload {
      id
      isGoneEverywhere
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteRecordMutation, DeleteRecordMutationVariables>;
export const RestoreRecordDocument = new TypedDocumentString(`
    mutation RestoreRecord($input: RestoreRecordInput!) {
  restoreRecord(input: $input) {
    __typename
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreRecordMutation, RestoreRecordMutationVariables>;
export const HideRecordDocument = new TypedDocumentString(`
    mutation HideRecord($input: HideRecordInput!) {
  hideRecord(input: $input) {
    __typename
    ... on HideRecordPayload {
      isGoneEverywhere
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<HideRecordMutation, HideRecordMutationVariables>;
export const MediaOfDocument = new TypedDocumentString(`
    query MediaOf($id: ID!) {
  node(id: $id) {
    __typename
    ... on Fonds {
      relatedMedia(first: 100) {
        id
        translations(first: 10) {
          field
          language
          text
        }
      }
    }
    ... on Corpus {
      relatedMedia(first: 100) {
        id
        translations(first: 10) {
          field
          language
          text
        }
      }
    }
    ... on Collection {
      relatedMedia(first: 100) {
        id
        translations(first: 10) {
          field
          language
          text
        }
      }
    }
    ... on Item {
      relatedMedia(first: 100) {
        id
        translations(first: 10) {
          field
          language
          text
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MediaOfQuery, MediaOfQueryVariables>;
export const AddMediaDocument = new TypedDocumentString(`
    mutation AddMedia($input: AddRelatedMediaInput!) {
  done: addRelatedMedia(input: $input) {
    __typename
    ... on RelatedMediaPayload {
      relatedMedia {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AddMediaMutation, AddMediaMutationVariables>;
export const UpdateMediaDocument = new TypedDocumentString(`
    mutation UpdateMedia($input: UpdateRelatedMediaInput!) {
  done: updateRelatedMedia(input: $input) {
    __typename
    ... on RelatedMediaPayload {
      relatedMedia {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateMediaMutation, UpdateMediaMutationVariables>;
export const RemoveMediaDocument = new TypedDocumentString(`
    mutation RemoveMedia($input: RemoveRelatedMediaInput!) {
  done: removeRelatedMedia(input: $input) {
    __typename
    ... on RelatedMediaRecordPayload {
      record {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMediaMutation, RemoveMediaMutationVariables>;
export const ReorderMediaDocument = new TypedDocumentString(`
    mutation ReorderMedia($input: ReorderRelatedMediaInput!) {
  done: reorderRelatedMedia(input: $input) {
    __typename
    ... on RelatedMediaRecordPayload {
      record {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ReorderMediaMutation, ReorderMediaMutationVariables>;
export const MergesIntoDocument = new TypedDocumentString(`
    query MergesInto($target: ID!) {
  merges(target: $target, first: 50) {
    nodes {
      id
      sourceName
      at
      undoneAt
    }
  }
}
    `) as unknown as TypedDocumentString<MergesIntoQuery, MergesIntoQueryVariables>;
export const UndoMergeDocument = new TypedDocumentString(`
    mutation UndoMerge($input: UndoMergeInput!) {
  undoMerge(input: $input) {
    __typename
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UndoMergeMutation, UndoMergeMutationVariables>;
export const OwnListsDocument = new TypedDocumentString(`
    query OwnLists {
  viewer {
    selections(first: 100) {
      id
      title
      liveFilter
      frozenAt
    }
  }
}
    `) as unknown as TypedDocumentString<OwnListsQuery, OwnListsQueryVariables>;
export const AddToSelectionDocument = new TypedDocumentString(`
    mutation AddToSelection($input: AddToSelectionInput!) {
  done: addToSelection(input: $input) {
    __typename
    ... on AddToSelectionPayload {
      listedBefore
      selection {
        iri
        title
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AddToSelectionMutation, AddToSelectionMutationVariables>;
export const CommentsOfDocument = new TypedDocumentString(`
    query CommentsOf($record: ID!, $first: Int!, $after: String) {
  comments(record: $record, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      text
      author
      person
      isMine
      isHidden
      isWithdrawn
      createdAt
      answers {
        id
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CommentsOfQuery, CommentsOfQueryVariables>;
export const WriteCommentDocument = new TypedDocumentString(`
    mutation WriteComment($input: WriteCommentInput!) {
  done: writeComment(input: $input) {
    __typename
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<WriteCommentMutation, WriteCommentMutationVariables>;
export const WithdrawCommentDocument = new TypedDocumentString(`
    mutation WithdrawComment($input: WithdrawCommentInput!) {
  done: withdrawComment(input: $input) {
    __typename
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawCommentMutation, WithdrawCommentMutationVariables>;
export const HideCommentDocument = new TypedDocumentString(`
    mutation HideComment($input: HideCommentInput!) {
  done: hideComment(input: $input) {
    __typename
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<HideCommentMutation, HideCommentMutationVariables>;
export const AccessionPageDocument = new TypedDocumentString(`
    query AccessionPage($code: String!, $first: Int!, $after: String) {
  accession(code: $code) {
    id
    iri
    code
    title
    version
    received {
      edtf
    }
    boxes
    extent
    description
    notes
    holder {
      iri
      name
      translations(field: "name", first: 10) {
        field
        language
        text
      }
    }
    donor {
      iri
      ...TermTexts
    }
    agreement {
      iri
      title
      code
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<AccessionPageQuery, AccessionPageQueryVariables>;
export const AccessionListDocument = new TypedDocumentString(`
    query AccessionList($first: Int!, $after: String, $text: String) {
  accessions(first: $first, after: $after, filter: {text: $text}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      code
      title
      received {
        edtf
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccessionListQuery, AccessionListQueryVariables>;
export const AgentPageDocument = new TypedDocumentString(`
    query AgentPage($slug: String!, $first: Int!, $after: String) {
  agent(slug: $slug) {
    id
    version
    iri
    slug
    ...TermTexts
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
    collections(first: 20) {
      totalCount
      nodes {
        ...CollectionRow
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<AgentPageQuery, AgentPageQueryVariables>;
export const AgentListDocument = new TypedDocumentString(`
    query AgentList($first: Int!, $after: String, $text: String, $used: Boolean) {
  agents(first: $first, after: $after, text: $text, filter: {inUse: $used}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      ...TermTexts
      kind
      itemCount
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<AgentListQuery, AgentListQueryVariables>;
export const AgreementPageDocument = new TypedDocumentString(`
    query AgreementPage($code: String!) {
  agreement(code: $code) {
    id
    iri
    code
    title
    version
    kind
    publicSummary
    scope
    translations {
      field
      language
      text
    }
    signed {
      edtf
    }
    expiresOn
    documentName
    documentUrl
    notes
    parties(first: 50) {
      role
      audience
      agent {
        iri
        ...TermTexts
      }
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<AgreementPageQuery, AgreementPageQueryVariables>;
export const AgreementListDocument = new TypedDocumentString(`
    query AgreementList($first: Int!, $after: String, $text: String) {
  agreements(first: $first, after: $after, filter: {text: $text}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      code
      title
      kind
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementListQuery, AgreementListQueryVariables>;
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
          collections(first: 10) {
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
export const BinPageDocument = new TypedDocumentString(`
    query BinPage($first: Int!, $after: String) {
  bin(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      kind
      code
      title
      deletedAt
    }
  }
}
    `) as unknown as TypedDocumentString<BinPageQuery, BinPageQueryVariables>;
export const CarrierPageDocument = new TypedDocumentString(`
    query CarrierPage($code: String!) {
  carrier(code: $code) {
    id
    iri
    code
    title
    version
    shelf
    originalCode
    originalNumber
    made {
      edtf
    }
    duration
    condition
    conditionComment
    soundQuality
    comment
    recordingSystem
    tapeThickness
    tapeReference
    hasSticker
    digitisation
    holder {
      iri
      name
      translations(field: "name", first: 10) {
        field
        language
        text
      }
    }
    accession {
      iri
      code
      title
    }
    copyOf {
      iri
      code
      title
    }
    copies(first: 50) {
      iri
      code
      title
    }
    concepts(first: 100) {
      ...ConceptHere
    }
    contents(first: 100) {
      side
      start
      collection {
        iri
        ...TitleTexts
        code
      }
      item {
        iri
        ...TitleTexts
        code
      }
    }
    digitisations(first: 50) {
      done {
        edtf
      }
      equipment
      note
      file {
        sha256
      }
      digitiser {
        iri
        ...TermTexts
      }
      conversion {
        iri
        ...TermTexts
      }
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
fragment ConceptHere on ConceptLink {
  use
  concept {
    iri
    slug
    ...TermTexts
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<CarrierPageQuery, CarrierPageQueryVariables>;
export const CarrierListDocument = new TypedDocumentString(`
    query CarrierList($first: Int!, $after: String, $text: String, $digitisation: DigitisationState) {
  carriers(
    first: $first
    after: $after
    filter: {text: $text, digitisation: $digitisation}
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      code
      title
      digitisation
      concepts(use: "physical_format", first: 3) {
        concept {
          iri
          ...TermTexts
        }
      }
    }
  }
  waitingForDigitisation {
    carriers
    hours
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<CarrierListQuery, CarrierListQueryVariables>;
export const CodePolicyListDocument = new TypedDocumentString(`
    query CodePolicyList($first: Int!, $after: String) {
  codePolicies(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      slug
      title
      template
    }
  }
}
    `) as unknown as TypedDocumentString<CodePolicyListQuery, CodePolicyListQueryVariables>;
export const CodePolicyPageDocument = new TypedDocumentString(`
    query CodePolicyPage($slug: String!) {
  codePolicy(slug: $slug) {
    id
    iri
    slug
    title
    version
    level
    template
    inWords
    example
    isStrict
    description
  }
}
    `) as unknown as TypedDocumentString<CodePolicyPageQuery, CodePolicyPageQueryVariables>;
export const CollectionPageDocument = new TypedDocumentString(`
    query CollectionPage($code: String!, $first: Int!, $after: String) {
  collection(code: $code) {
    ...RecordFacts
    code
    access
    contents {
      ...LevelContents
    }
    alternativeTitle
    holder {
      iri
      name
      translations(field: "name", first: 10) {
        field
        language
        text
      }
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
    relatedMedia(first: 100) {
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
        ...TermTexts
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
  parts(first: 1) {
    duration
  }
}
fragment LevelContents on Contents {
  itemCount
  itemsWithSound
  duration
  byteSize
  earliest
  latest
  countries(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  places(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  populations(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  languages(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  instruments(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
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
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    en: label(language: "en")
    fr: label(language: "fr")
    es: label(language: "es")
    group
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    ...TermTexts
  }
  agent {
    iri
    ...TermTexts
  }
  place {
    iri
    ...TermTexts
  }
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
      ...TermTexts
    }
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment MediaHere on RelatedMedia {
  id
  position
  title
  description
  titleEn: title(language: "en")
  titleFr: title(language: "fr")
  titleEs: title(language: "es")
  descriptionEn: description(language: "en")
  descriptionFr: description(language: "fr")
  descriptionEs: description(language: "es")
  date
  mimeType
  url
  isKeptHere
  byteSize
  credit
  licence
  audience
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
    version
    iri
    slug
    ...TermTexts
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
      translations(field: "title", first: 10) {
        field
        language
        text
      }
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
      ...TermTexts
    }
    children(first: 100) {
      totalCount
      nodes {
        id
        iri
        ...TermTexts
        itemCount
      }
    }
    collections(first: 20) {
      totalCount
      nodes {
        ...CollectionRow
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
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
    contents {
      ...LevelContents
    }
    alternativeTitle
    holder {
      iri
      name
      translations(field: "name", first: 10) {
        field
        language
        text
      }
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
    relatedMedia(first: 100) {
      ...MediaHere
    }
    agents(first: 50) {
      role
      agent {
        iri
        ...TermTexts
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
fragment LevelContents on Contents {
  itemCount
  itemsWithSound
  duration
  byteSize
  earliest
  latest
  countries(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  places(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  populations(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  languages(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  instruments(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
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
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    en: label(language: "en")
    fr: label(language: "fr")
    es: label(language: "es")
    group
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    ...TermTexts
  }
  agent {
    iri
    ...TermTexts
  }
  place {
    iri
    ...TermTexts
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment MediaHere on RelatedMedia {
  id
  position
  title
  description
  titleEn: title(language: "en")
  titleFr: title(language: "fr")
  titleEs: title(language: "es")
  descriptionEn: description(language: "en")
  descriptionFr: description(language: "fr")
  descriptionEs: description(language: "es")
  date
  mimeType
  url
  isKeptHere
  byteSize
  credit
  licence
  audience
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
export const StemsOfDocument = new TypedDocumentString(`
    query StemsOf($code: String!) {
  item(code: $code) {
    parts(first: 100) {
      stem
    }
  }
}
    `) as unknown as TypedDocumentString<StemsOfQuery, StemsOfQueryVariables>;
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
export const DeskPageDocument = new TypedDocumentString(`
    query DeskPage($first: Int!) {
  viewer {
    desk {
      notices(first: $first) {
        id
        about
        at
      }
      waiting(first: $first) {
        id
        wish
        words
        askedAt
      }
      requests(first: $first) {
        id
        wish
        stage
        words
        askedAt
      }
      selections(first: $first) {
        id
        iri
        title
      }
      runs(first: $first) {
        id
        status
        createdAt
        items(first: 1) {
          totalCount
          nodes {
            item {
              iri
              ...TitleTexts
            }
          }
        }
      }
      comments(first: $first) {
        id
        text
        createdAt
        record {
          iri
        }
      }
      changes(first: $first) {
        moment
        at
        reason
        records(first: 3) {
          id
          kind
          name
          iri
        }
      }
    }
  }
}
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<DeskPageQuery, DeskPageQueryVariables>;
export const ErasuresPageDocument = new TypedDocumentString(`
    query ErasuresPage($first: Int!, $after: String) {
  erasures(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      kind
      called
      code
      reason
      isAnnounced
      stage
      askedBy
      askedAt
      expiresAt
      decidedBy
      decidedAt
      refusal
      mayConfirm
      catchingUp(first: 10)
      takes(first: 20) {
        name
        count
      }
      departures(first: 20) {
        what
        times
        first
        last
        act
        door
        person
      }
      keptFor(first: 20)
      mentions(first: 20)
      record {
        iri
        ... on Record {
          title
        }
        ... on Term {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ErasuresPageQuery, ErasuresPageQueryVariables>;
export const ConfirmErasureDocument = new TypedDocumentString(`
    mutation ConfirmErasure($input: ConfirmErasureInput!) {
  confirmErasure(input: $input) {
    __typename
    ... on ConfirmErasurePayload {
      isGoneEverywhere
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmErasureMutation, ConfirmErasureMutationVariables>;
export const RefuseErasureDocument = new TypedDocumentString(`
    mutation RefuseErasure($input: RefuseErasureInput!) {
  refuseErasure(input: $input) {
    __typename
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RefuseErasureMutation, RefuseErasureMutationVariables>;
export const ErasablePartsDocument = new TypedDocumentString(`
    query ErasableParts($record: ID!) {
  node(id: $record) {
    __typename
    ... on Item {
      parts(first: 100) {
        position
        label
      }
      tracks(first: 100) {
        id
        kind
        title
      }
      relatedMedia(first: 100) {
        id
        title
        url
      }
    }
    ... on Collection {
      relatedMedia(first: 100) {
        id
        title
        url
      }
    }
  }
  comments(record: $record, first: 100) {
    nodes {
      id
      text
    }
  }
}
    `) as unknown as TypedDocumentString<ErasablePartsQuery, ErasablePartsQueryVariables>;
export const RequestErasureDocument = new TypedDocumentString(`
    mutation RequestErasure($input: RequestErasureInput!) {
  requestErasure(input: $input) {
    __typename
    ... on RequestErasurePayload {
      erasure {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestErasureMutation, RequestErasureMutationVariables>;
export const ExtraFieldListDocument = new TypedDocumentString(`
    query ExtraFieldList($after: String) {
  extraFields(first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ExtraFieldHere
      propertyIri
      valueCount
      translations(first: 30) {
        field
        language
        text
      }
    }
  }
}
    fragment ExtraFieldHere on ExtraField {
  id
  slug
  level
  kind
  label
  help
  group
  labelEn: label(language: "en")
  labelFr: label(language: "fr")
  labelEs: label(language: "es")
  helpEn: help(language: "en")
  helpFr: help(language: "fr")
  helpEs: help(language: "es")
  position
  unit
  isRepeatable
  isRequired
  audience
  version
  scheme {
    slug
    title
  }
}`) as unknown as TypedDocumentString<ExtraFieldListQuery, ExtraFieldListQueryVariables>;
export const AddExtraFieldDocument = new TypedDocumentString(`
    mutation AddExtraField($input: CreateExtraFieldInput!) {
  done: createExtraField(input: $input) {
    __typename
    ... on ExtraFieldPayload {
      extraField {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AddExtraFieldMutation, AddExtraFieldMutationVariables>;
export const ChangeExtraFieldDocument = new TypedDocumentString(`
    mutation ChangeExtraField($input: UpdateExtraFieldInput!) {
  done: updateExtraField(input: $input) {
    __typename
    ... on ExtraFieldPayload {
      extraField {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeExtraFieldMutation, ChangeExtraFieldMutationVariables>;
export const RemoveExtraFieldDocument = new TypedDocumentString(`
    mutation RemoveExtraField($input: DeleteExtraFieldInput!) {
  done: deleteExtraField(input: $input) {
    __typename
    ... on DeleteExtraFieldPayload {
      id
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveExtraFieldMutation, RemoveExtraFieldMutationVariables>;
export const FondsPageDocument = new TypedDocumentString(`
    query FondsPage($code: String!, $first: Int!, $after: String) {
  fonds(code: $code) {
    ...RecordFacts
    code
    access
    contents {
      ...LevelContents
    }
    alternativeTitle
    holder {
      iri
      name
      translations(field: "name", first: 10) {
        field
        language
        text
      }
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
    relatedMedia(first: 100) {
      ...MediaHere
    }
    agents(first: 50) {
      role
      agent {
        iri
        ...TermTexts
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
    fragment LevelContents on Contents {
  itemCount
  itemsWithSound
  duration
  byteSize
  earliest
  latest
  countries(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  places(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  populations(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  languages(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  instruments(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
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
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    en: label(language: "en")
    fr: label(language: "fr")
    es: label(language: "es")
    group
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    ...TermTexts
  }
  agent {
    iri
    ...TermTexts
  }
  place {
    iri
    ...TermTexts
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment MediaHere on RelatedMedia {
  id
  position
  title
  description
  titleEn: title(language: "en")
  titleFr: title(language: "fr")
  titleEs: title(language: "es")
  descriptionEn: description(language: "en")
  descriptionFr: description(language: "fr")
  descriptionEs: description(language: "es")
  date
  mimeType
  url
  isKeptHere
  byteSize
  credit
  licence
  audience
}`) as unknown as TypedDocumentString<FondsPageQuery, FondsPageQueryVariables>;
export const HistoryPageDocument = new TypedDocumentString(`
    query HistoryPage($record: ID!) {
  node(id: $record) {
    __typename
    id
    ... on Resource {
      iri
    }
    ... on Record {
      title
      version
      state
    }
    ... on Term {
      name
      version
    }
  }
}
    `) as unknown as TypedDocumentString<HistoryPageQuery, HistoryPageQueryVariables>;
export const HolderPageDocument = new TypedDocumentString(`
    query HolderPage($slug: String!, $first: Int!, $after: String) {
  holder(slug: $slug) {
    id
    version
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
    contents {
      ...LevelContents
    }
    defaultLicence
    defaultRecordLicence
    agent {
      iri
      ...TermTexts
    }
    country {
      iri
      ...TermTexts
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
  items(filter: {holder: $slug}, first: 10) {
    totalCount
    nodes {
      ...ItemRow
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
  parts(first: 1) {
    duration
  }
}
fragment LevelContents on Contents {
  itemCount
  itemsWithSound
  duration
  byteSize
  earliest
  latest
  countries(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  places(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  populations(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  languages(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
    }
  }
  instruments(first: 20) {
    itemCount
    node {
      iri
      ...TermTexts
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<HolderPageQuery, HolderPageQueryVariables>;
export const HolderListDocument = new TypedDocumentString(`
    query HolderList($first: Int!, $after: String) {
  holders(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      name
      description
      translations {
        field
        language
        text
      }
      webPage
      country {
        iri
        ...TermTexts
      }
      contents {
        itemCount
        itemsWithSound
        duration
      }
      collections(first: 0) {
        totalCount
      }
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<HolderListQuery, HolderListQueryVariables>;
export const HoldingsDocument = new TypedDocumentString(`
    query Holdings {
  carriers(first: 1) {
    totalCount
  }
  accessions(first: 1) {
    totalCount
  }
  agreements(first: 1) {
    totalCount
  }
  holders(first: 1) {
    totalCount
  }
  codePolicies(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<HoldingsQuery, HoldingsQueryVariables>;
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment PlaceOnMap on Place {
  id
  iri
  slug
  ...TermTexts
  kind
  itemCount
  coordinates {
    latitude
    longitude
    uncertainty
    grid
  }
  ancestors(first: 30) {
    slug
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const InstrumentPageDocument = new TypedDocumentString(`
    query InstrumentPage($slug: String!, $first: Int!, $after: String) {
  instrument(slug: $slug) {
    id
    version
    iri
    slug
    ...TermTexts
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
      ...TermTexts
    }
    children(first: 100) {
      totalCount
      nodes {
        id
        iri
        ...TermTexts
        itemCount
      }
    }
    collections(first: 20) {
      totalCount
      nodes {
        ...CollectionRow
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<InstrumentPageQuery, InstrumentPageQueryVariables>;
export const InstrumentListDocument = new TypedDocumentString(`
    query InstrumentList($first: Int!, $after: String, $text: String, $used: Boolean) {
  instruments(first: $first, after: $after, text: $text, filter: {inUse: $used}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      ...TermTexts
      hornbostelSachs
      itemCount
    }
  }
  roots: instruments(first: 100, filter: {isRoot: true, inUse: $used}) {
    totalCount
    nodes {
      ...InstrumentBranch
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment InstrumentBranch on Instrument {
  id
  iri
  slug
  ...TermTexts
  hornbostelSachs
  itemCount
  parents(first: 5) {
    slug
    ...TermTexts
  }
  children(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<InstrumentListQuery, InstrumentListQueryVariables>;
export const InstrumentsBelowDocument = new TypedDocumentString(`
    query InstrumentsBelow($slug: String!) {
  instrument(slug: $slug) {
    children(first: 100) {
      nodes {
        ...InstrumentBranch
      }
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment InstrumentBranch on Instrument {
  id
  iri
  slug
  ...TermTexts
  hornbostelSachs
  itemCount
  parents(first: 5) {
    slug
    ...TermTexts
  }
  children(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<InstrumentsBelowQuery, InstrumentsBelowQueryVariables>;
export const DuplicateItemDocument = new TypedDocumentString(`
    mutation DuplicateItem($input: DuplicateItemInput!) {
  duplicateItem(input: $input) {
    __typename
    ... on DuplicateItemPayload {
      item {
        iri
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DuplicateItemMutation, DuplicateItemMutationVariables>;
export const ItemExportsDocument = new TypedDocumentString(`
    query ItemExports($id: ID!) {
  node(id: $id) {
    __typename
    ... on Item {
      exports {
        ...ExportFields
      }
      downloads {
        title
        url
      }
    }
  }
}
    fragment ExportFields on ExportedFile {
  format
  title
  url
}`) as unknown as TypedDocumentString<ItemExportsQuery, ItemExportsQueryVariables>;
export const ResultExportsDocument = new TypedDocumentString(`
    query ResultExports($id: ID!) {
  node(id: $id) {
    __typename
    ... on Result {
      exports {
        ...ExportFields
      }
    }
  }
}
    fragment ExportFields on ExportedFile {
  format
  title
  url
}`) as unknown as TypedDocumentString<ResultExportsQuery, ResultExportsQueryVariables>;
export const ItemPageDocument = new TypedDocumentString(`
    query ItemPage($code: String!) {
  item(code: $code) {
    ...ItemFacts
    ...ItemSound
  }
}
    fragment NoticeHere on Label {
  slug
  name
  text
  explainedAt
}
fragment ProtocolHere on Protocol {
  slug
  name
  description
  communities(first: 3) {
    name
    contact
  }
}
fragment ItemNotices on Item {
  labels(first: 10) {
    ...NoticeHere
  }
  unreadLabels(first: 10) {
    ...NoticeHere
  }
  protocols(first: 10) {
    ...ProtocolHere
  }
  collection {
    labels(first: 10) {
      ...NoticeHere
    }
    protocols(first: 10) {
      ...ProtocolHere
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
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    en: label(language: "en")
    fr: label(language: "fr")
    es: label(language: "es")
    group
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    ...TermTexts
  }
  agent {
    iri
    ...TermTexts
  }
  place {
    iri
    ...TermTexts
  }
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
      ...TermTexts
    }
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment MediaHere on RelatedMedia {
  id
  position
  title
  description
  titleEn: title(language: "en")
  titleFr: title(language: "fr")
  titleEs: title(language: "es")
  descriptionEn: description(language: "en")
  descriptionFr: description(language: "fr")
  descriptionEs: description(language: "es")
  date
  mimeType
  url
  isKeptHere
  byteSize
  credit
  licence
  audience
}
fragment ItemFacts on Item {
  ...RecordFacts
  ...ItemNotices
  code
  originalTitle
  originalCode
  track
  holder {
    iri
    name
    email
    translations(field: "name", first: 10) {
      field
      language
      text
    }
  }
  collectorFromCollection
  externalSound
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
  relatedMedia(first: 100) {
    ...MediaHere
  }
  carriers(first: 20) {
    ...CarrierHere
  }
  tracks(first: 10) {
    ...TrackHere
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
    canEdit
    withheld
    embargoUntil
    opensOn
  }
  collection {
    id
    iri
    code
    ...TitleTexts
    holder {
      iri
      name
      email
      translations(field: "name", first: 10) {
        field
        language
        text
      }
    }
    corpora(first: 5) {
      id
      iri
      ...TitleTexts
    }
  }
  place {
    id
    iri
    ...TermTexts
    ancestors(first: 20) {
      id
      iri
      ...TermTexts
      kind
    }
  }
  populations(first: 20) {
    id
    iri
    ...TermTexts
  }
  languages(first: 20) {
    id
    iri
    ...TermTexts
    slug
  }
  agents(first: 50) {
    role
    agent {
      id
      iri
      ...TermTexts
    }
  }
  performances(first: 50) {
    count
    vernacularName
    vernacularLanguage
    musicians
    players(first: 20) {
      agent {
        iri
        ...TermTexts
      }
    }
    instrument {
      id
      iri
      ...TermTexts
    }
  }
  previous {
    id
    iri
    ...TitleTexts
  }
  next {
    id
    iri
    ...TitleTexts
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
  parts(first: 20) {
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
  results(first: 100, kinds: [VALUE, LABEL]) {
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
fragment TrackHere on Track {
  id
  kind
  title
  language
  licence
  audience
  version
  annotations(first: 100) {
    pageInfo {
      hasNextPage
    }
    nodes {
      id
      start
      end
      text
      speaker
    }
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
    fragment NoticeHere on Label {
  slug
  name
  text
  explainedAt
}
fragment ProtocolHere on Protocol {
  slug
  name
  description
  communities(first: 3) {
    name
    contact
  }
}
fragment ItemNotices on Item {
  labels(first: 10) {
    ...NoticeHere
  }
  unreadLabels(first: 10) {
    ...NoticeHere
  }
  protocols(first: 10) {
    ...ProtocolHere
  }
  collection {
    labels(first: 10) {
      ...NoticeHere
    }
    protocols(first: 10) {
      ...ProtocolHere
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
    ...TermTexts
  }
}
fragment IdentifierHere on Identifier {
  value
  note
  type {
    ...TermTexts
    slug
  }
  valid {
    edtf
  }
}
fragment ExtraHere on ExtraValue {
  field {
    label
    en: label(language: "en")
    fr: label(language: "fr")
    es: label(language: "es")
    group
    unit
  }
  text
  language
  number
  boolean
  concept {
    iri
    ...TermTexts
  }
  agent {
    iri
    ...TermTexts
  }
  place {
    iri
    ...TermTexts
  }
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
      ...TermTexts
    }
  }
}
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment MediaHere on RelatedMedia {
  id
  position
  title
  description
  titleEn: title(language: "en")
  titleFr: title(language: "fr")
  titleEs: title(language: "es")
  descriptionEn: description(language: "en")
  descriptionFr: description(language: "fr")
  descriptionEs: description(language: "es")
  date
  mimeType
  url
  isKeptHere
  byteSize
  credit
  licence
  audience
}
fragment ItemFacts on Item {
  ...RecordFacts
  ...ItemNotices
  code
  originalTitle
  originalCode
  track
  holder {
    iri
    name
    email
    translations(field: "name", first: 10) {
      field
      language
      text
    }
  }
  collectorFromCollection
  externalSound
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
  relatedMedia(first: 100) {
    ...MediaHere
  }
  carriers(first: 20) {
    ...CarrierHere
  }
  tracks(first: 10) {
    ...TrackHere
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
    canEdit
    withheld
    embargoUntil
    opensOn
  }
  collection {
    id
    iri
    code
    ...TitleTexts
    holder {
      iri
      name
      email
      translations(field: "name", first: 10) {
        field
        language
        text
      }
    }
    corpora(first: 5) {
      id
      iri
      ...TitleTexts
    }
  }
  place {
    id
    iri
    ...TermTexts
    ancestors(first: 20) {
      id
      iri
      ...TermTexts
      kind
    }
  }
  populations(first: 20) {
    id
    iri
    ...TermTexts
  }
  languages(first: 20) {
    id
    iri
    ...TermTexts
    slug
  }
  agents(first: 50) {
    role
    agent {
      id
      iri
      ...TermTexts
    }
  }
  performances(first: 50) {
    count
    vernacularName
    vernacularLanguage
    musicians
    players(first: 20) {
      agent {
        iri
        ...TermTexts
      }
    }
    instrument {
      id
      iri
      ...TermTexts
    }
  }
  previous {
    id
    iri
    ...TitleTexts
  }
  next {
    id
    iri
    ...TitleTexts
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
  parts(first: 20) {
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
  results(first: 100, kinds: [VALUE, LABEL]) {
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
fragment TrackHere on Track {
  id
  kind
  title
  language
  licence
  audience
  version
  annotations(first: 100) {
    pageInfo {
      hasNextPage
    }
    nodes {
      id
      start
      end
      text
      speaker
    }
  }
}`) as unknown as TypedDocumentString<ItemPageByIdQuery, ItemPageByIdQueryVariables>;
export const LaneMarksDocument = new TypedDocumentString(`
    query LaneMarks($id: ID!, $start: Float!, $end: Float!, $maxMarks: Int!) {
  node(id: $id) {
    __typename
    ... on Result {
      marks(start: $start, end: $end, maxMarks: $maxMarks) {
        total
        count
        starts
        ends
        values
        confidences
        labels
        labelNumbers
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LaneMarksQuery, LaneMarksQueryVariables>;
export const CurveFramesDocument = new TypedDocumentString(`
    query CurveFrames($id: ID!, $start: Float!, $end: Float!, $maxPoints: Int!) {
  node(id: $id) {
    __typename
    ... on Result {
      frames(start: $start, end: $end, maxPoints: $maxPoints) {
        width
        framesPerPoint
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
export const ItemLanesDocument = new TypedDocumentString(`
    query ItemLanes($id: ID!) {
  node(id: $id) {
    __typename
    ... on Item {
      lanes: results(first: 100, kinds: [FRAMES, EVENTS, SEGMENTS]) {
        ...LaneFields
      }
      vectors: results(first: 100, kinds: [VECTOR]) {
        ...VectorFields
      }
    }
  }
}
    fragment LaneFields on Result {
  id
  processor
  name
  kind
  unit
  axis {
    unit
    places
  }
}
fragment VectorFields on Result {
  id
  iri
  processor
  version
  name
  unit
  vector {
    axis {
      unit
      places
    }
    values
  }
}`) as unknown as TypedDocumentString<ItemLanesQuery, ItemLanesQueryVariables>;
export const ItemPartsDocument = new TypedDocumentString(`
    query ItemParts($id: ID!) {
  node(id: $id) {
    __typename
    ... on Item {
      version
      parts(first: 100) {
        ...PartHere
      }
    }
  }
}
    fragment PartHere on Part {
  position
  stem
  label
  startsAt
  start
  end
  duration
  licence
  audio {
    url
    mimeType
  }
  file {
    format
    codec
  }
}`) as unknown as TypedDocumentString<ItemPartsQuery, ItemPartsQueryVariables>;
export const UpdatePartDocument = new TypedDocumentString(`
    mutation UpdatePart($input: UpdatePartInput!) {
  done: updatePart(input: $input) {
    __typename
    ... on PartPayload {
      item {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePartMutation, UpdatePartMutationVariables>;
export const ItemRunsDocument = new TypedDocumentString(`
    query ItemRuns($id: ID!) {
  node(id: $id) {
    __typename
    ... on Item {
      runs(first: 5) {
        totalCount
        nodes {
          ...RunRow
        }
      }
    }
  }
}
    fragment RunRow on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  presetVersion
  priority
  createdAt
  finishedAt
  requestedBy
  speed
  eta
  standing {
    status
    items
  }
}`) as unknown as TypedDocumentString<ItemRunsQuery, ItemRunsQueryVariables>;
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
export const SoundsLikeDocument = new TypedDocumentString(`
    query SoundsLike($id: ID!) {
  node(id: $id) {
    __typename
    ... on Item {
      soundsLike(first: 6) {
        similarity
        item {
          id
          iri
          code
          title
          translations(field: "title", first: 10) {
            field
            language
            text
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SoundsLikeQuery, SoundsLikeQueryVariables>;
export const ItemListDocument = new TypedDocumentString(`
    query ItemList($filter: ItemFilter, $order: ItemOrder!, $first: Int!, $after: String, $place: String!, $inPlace: Boolean!, $holder: String!, $atHolder: Boolean!) {
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
  place(slug: $place) @include(if: $inPlace) {
    ...TermTexts
  }
  holder(slug: $holder) @include(if: $atHolder) {
    name
    translations(field: "name", first: 10) {
      field
      language
      text
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<ItemListQuery, ItemListQueryVariables>;
export const ArchiveChangesDocument = new TypedDocumentString(`
    subscription ArchiveChanges($kinds: [RecordKind!], $after: String) {
  archiveChanges(kinds: $kinds, after: $after) {
    cursor
  }
}
    `) as unknown as TypedDocumentString<ArchiveChangesSubscription, ArchiveChangesSubscriptionVariables>;
export const JournalPageDocument = new TypedDocumentString(`
    query JournalPage($kind: RecordKind, $author: String, $since: DateTime, $first: Int!, $after: String) {
  changesCursor
  journal(
    kind: $kind
    author: $author
    since: $since
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      moment
      at
      author
      reason
      undoes
      undoneBy
      rowCount
      recordCount
      kinds
      records {
        id
        kind
        name
        iri
      }
    }
  }
}
    `) as unknown as TypedDocumentString<JournalPageQuery, JournalPageQueryVariables>;
export const LanguagePageDocument = new TypedDocumentString(`
    query LanguagePage($slug: String!, $first: Int!, $after: String) {
  language(slug: $slug) {
    id
    version
    iri
    slug
    ...TermTexts
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
    collections(first: 20) {
      totalCount
      nodes {
        ...CollectionRow
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<LanguagePageQuery, LanguagePageQueryVariables>;
export const LanguageListDocument = new TypedDocumentString(`
    query LanguageList($first: Int!, $after: String, $text: String, $used: Boolean) {
  languages(first: $first, after: $after, text: $text, filter: {inUse: $used}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      ...TermTexts
      slug
      itemCount
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<LanguageListQuery, LanguageListQueryVariables>;
export const MergePageDocument = new TypedDocumentString(`
    query MergePage($source: ID!) {
  node(id: $source) {
    __typename
    ...MergeSide
    ... on Concept {
      scheme {
        slug
      }
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment MergeSide on Term {
  id
  iri
  slug
  ...TermTexts
}`) as unknown as TypedDocumentString<MergePageQuery, MergePageQueryVariables>;
export const SuggestTargetDocument = new TypedDocumentString(`
    query SuggestTarget($kind: RecordKind!, $prefix: String!, $scheme: String) {
  suggest(kind: $kind, prefix: $prefix, scheme: $scheme, first: 10) {
    value
    label
    matched
    node {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestTargetQuery, SuggestTargetQueryVariables>;
export const MergePreviewDocument = new TypedDocumentString(`
    query MergePreview($input: MergeTermsInput!) {
  mergePreview(input: $input) {
    __typename
    ... on Error {
      message
    }
    ... on MergePreview {
      source {
        ...MergeSide
      }
      target {
        ...MergeSide
      }
      sourceVersion
      targetVersion
      parentCount
      childCount
      records {
        kind
        count
      }
      names {
        name
        language
        isKnown
        isAdded
      }
      fields {
        field
        source
        target
        result
        isConflict
      }
      parents(first: 20) {
        isKnown
        term {
          ...MergeSide
        }
      }
      children(first: 20) {
        isKnown
        term {
          ...MergeSide
        }
      }
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment MergeSide on Term {
  id
  iri
  slug
  ...TermTexts
}`) as unknown as TypedDocumentString<MergePreviewQuery, MergePreviewQueryVariables>;
export const MergeTermsDocument = new TypedDocumentString(`
    mutation MergeTerms($input: MergeTermsInput!) {
  mergeTerms(input: $input) {
    __typename
    ... on MergeTermsPayload {
      target {
        iri
      }
      merge {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MergeTermsMutation, MergeTermsMutationVariables>;
export const PermitsDocument = new TypedDocumentString(`
    query Permits {
  communities(first: 1) {
    totalCount
  }
  protocols(first: 1) {
    totalCount
  }
  labels(first: 1) {
    totalCount
  }
  readingRooms(first: 1) {
    totalCount
  }
  publicationRules(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<PermitsQuery, PermitsQueryVariables>;
export const PermitGroupsDocument = new TypedDocumentString(`
    query PermitGroups {
  editorGroups(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<PermitGroupsQuery, PermitGroupsQueryVariables>;
export const CommunityListDocument = new TypedDocumentString(`
    query CommunityList($first: Int!, $after: String) {
  list: communities(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      slug
      name
      note: contact
      translations(field: "name", first: 10) {
        field
        language
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CommunityListQuery, CommunityListQueryVariables>;
export const ProtocolListDocument = new TypedDocumentString(`
    query ProtocolList($first: Int!, $after: String) {
  list: protocols(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      slug
      name
      note: slug
      translations(field: "name", first: 10) {
        field
        language
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProtocolListQuery, ProtocolListQueryVariables>;
export const LabelListDocument = new TypedDocumentString(`
    query LabelList($first: Int!, $after: String) {
  list: labels(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      slug
      name
      note: slug
      translations(field: "name", first: 10) {
        field
        language
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LabelListQuery, LabelListQueryVariables>;
export const ReadingRoomListDocument = new TypedDocumentString(`
    query ReadingRoomList($first: Int!, $after: String) {
  list: readingRooms(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      slug
      name
      note: slug
    }
  }
}
    `) as unknown as TypedDocumentString<ReadingRoomListQuery, ReadingRoomListQueryVariables>;
export const EditorGroupListDocument = new TypedDocumentString(`
    query EditorGroupList($first: Int!, $after: String) {
  list: editorGroups(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      slug
      name
      note: slug
    }
  }
}
    `) as unknown as TypedDocumentString<EditorGroupListQuery, EditorGroupListQueryVariables>;
export const PublicationRuleListDocument = new TypedDocumentString(`
    query PublicationRuleList($first: Int!, $after: String) {
  list: publicationRules(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      slug
      name: title
      note: slug
    }
  }
}
    `) as unknown as TypedDocumentString<PublicationRuleListQuery, PublicationRuleListQueryVariables>;
export const CommunityPageDocument = new TypedDocumentString(`
    query CommunityPage($slug: String!) {
  record: community(slug: $slug) {
    id
    iri
    slug
    version
    name
    description
    contact
    isListed
    translations(first: 30) {
      field
      language
      text
    }
    members(first: 100) {
      person
      standing
      until
    }
  }
}
    `) as unknown as TypedDocumentString<CommunityPageQuery, CommunityPageQueryVariables>;
export const ProtocolPageDocument = new TypedDocumentString(`
    query ProtocolPage($slug: String!) {
  record: protocol(slug: $slug) {
    id
    iri
    slug
    version
    name
    description
    admits
    withholds
    locates
    translations(first: 30) {
      field
      language
      text
    }
    communities(first: 20) {
      iri
      slug
      name
    }
    members(first: 100) {
      person
      standing
      until
    }
  }
}
    `) as unknown as TypedDocumentString<ProtocolPageQuery, ProtocolPageQueryVariables>;
export const LabelPageDocument = new TypedDocumentString(`
    query LabelPage($slug: String!) {
  record: label(slug: $slug) {
    id
    iri
    slug
    version
    name
    text
    family
    explainedAt
    asksAcknowledgement
    translations(first: 30) {
      field
      language
      text
    }
    community {
      iri
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<LabelPageQuery, LabelPageQueryVariables>;
export const ReadingRoomPageDocument = new TypedDocumentString(`
    query ReadingRoomPage($slug: String!) {
  record: readingRoom(slug: $slug) {
    id
    iri
    slug
    version
    name
    networks(first: 100)
    until
    holder {
      iri
      slug
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ReadingRoomPageQuery, ReadingRoomPageQueryVariables>;
export const EditorGroupPageDocument = new TypedDocumentString(`
    query EditorGroupPage($slug: String!) {
  record: editorGroup(slug: $slug) {
    id
    iri
    slug
    version
    name
    description
    collections(first: 100) {
      iri
      code
      title
    }
    within(first: 100) {
      iri
      slug
      name
    }
    members(first: 100) {
      person
      standing
      until
    }
  }
}
    `) as unknown as TypedDocumentString<EditorGroupPageQuery, EditorGroupPageQueryVariables>;
export const PublicationRulePageDocument = new TypedDocumentString(`
    query PublicationRulePage($slug: String!) {
  record: publicationRule(slug: $slug) {
    id
    iri
    slug
    version
    title
    years
    description
    isDefault
  }
}
    `) as unknown as TypedDocumentString<PublicationRulePageQuery, PublicationRulePageQueryVariables>;
export const JoinCommunityDocument = new TypedDocumentString(`
    mutation JoinCommunity($input: SeatInput!) {
  done: joinCommunity(input: $input) {
    __typename
    ... on CommunityPayload {
      community {
        version
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<JoinCommunityMutation, JoinCommunityMutationVariables>;
export const AdmitToProtocolDocument = new TypedDocumentString(`
    mutation AdmitToProtocol($input: SeatInput!) {
  done: admitToProtocol(input: $input) {
    __typename
    ... on ProtocolPayload {
      protocol {
        version
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AdmitToProtocolMutation, AdmitToProtocolMutationVariables>;
export const JoinEditorGroupDocument = new TypedDocumentString(`
    mutation JoinEditorGroup($input: JoinEditorGroupInput!) {
  done: joinEditorGroup(input: $input) {
    __typename
    ... on EditorGroupPayload {
      editorGroup {
        version
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<JoinEditorGroupMutation, JoinEditorGroupMutationVariables>;
export const OpeningPageDocument = new TypedDocumentString(`
    query OpeningPage($by: Date!, $first: Int!, $after: String) {
  opening(by: $by, first: $first, after: $after) {
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<OpeningPageQuery, OpeningPageQueryVariables>;
export const PlacePageDocument = new TypedDocumentString(`
    query PlacePage($slug: String!, $first: Int!, $after: String) {
  place(slug: $slug) {
    ...PlaceOnMap
    version
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
      ...TermTexts
    }
    parents(first: 10) {
      id
      iri
      ...TermTexts
    }
    children(first: 100) {
      nodes {
        ...PlaceOnMap
      }
    }
    collections(first: 20) {
      totalCount
      nodes {
        ...CollectionRow
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment PlaceOnMap on Place {
  id
  iri
  slug
  ...TermTexts
  kind
  itemCount
  coordinates {
    latitude
    longitude
    uncertainty
    grid
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
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment PlaceOnMap on Place {
  id
  iri
  slug
  ...TermTexts
  kind
  itemCount
  coordinates {
    latitude
    longitude
    uncertainty
    grid
  }
  ancestors(first: 30) {
    slug
  }
}`) as unknown as TypedDocumentString<PlaceListQuery, PlaceListQueryVariables>;
export const PopulationPageDocument = new TypedDocumentString(`
    query PopulationPage($slug: String!, $first: Int!, $after: String) {
  population(slug: $slug) {
    id
    version
    iri
    slug
    ...TermTexts
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
      ...TermTexts
    }
    children(first: 100) {
      totalCount
      nodes {
        id
        iri
        ...TermTexts
        itemCount
      }
    }
    collections(first: 20) {
      totalCount
      nodes {
        ...CollectionRow
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<PopulationPageQuery, PopulationPageQueryVariables>;
export const PopulationListDocument = new TypedDocumentString(`
    query PopulationList($first: Int!, $after: String, $text: String, $used: Boolean) {
  populations(first: $first, after: $after, text: $text, filter: {inUse: $used}) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      ...TermTexts
      itemCount
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<PopulationListQuery, PopulationListQueryVariables>;
export const ProfilePageDocument = new TypedDocumentString(`
    query ProfilePage {
  viewer {
    username
    profile {
      ...OwnProfile
    }
  }
}
    fragment OwnProfile on Profile {
  displayName
  institution
  department
  function
  address
  telephone
  about
  webPage
  isListed
  wantsMail
}`) as unknown as TypedDocumentString<ProfilePageQuery, ProfilePageQueryVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  done: updateProfile(input: $input) {
    __typename
    ... on UpdateProfilePayload {
      profile {
        ...OwnProfile
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    fragment OwnProfile on Profile {
  displayName
  institution
  department
  function
  address
  telephone
  about
  webPage
  isListed
  wantsMail
}`) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const AskPageDocument = new TypedDocumentString(`
    query AskPage($id: ID!) {
  node(id: $id) {
    __typename
    ... on Resource {
      iri
    }
    ... on Record {
      title
    }
    ... on Term {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<AskPageQuery, AskPageQueryVariables>;
export const AskArchiveDocument = new TypedDocumentString(`
    mutation AskArchive($input: AskArchiveInput!) {
  done: askArchive(input: $input) {
    __typename
    ... on AskArchivePayload {
      secret
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AskArchiveMutation, AskArchiveMutationVariables>;
export const AnswerPageDocument = new TypedDocumentString(`
    query AnswerPage($secret: String!) {
  requestAnswer(secret: $secret) {
    wish
    stage
    answer
    askedAt
    decidedAt
  }
}
    `) as unknown as TypedDocumentString<AnswerPageQuery, AnswerPageQueryVariables>;
export const TakeBackRequestDocument = new TypedDocumentString(`
    mutation TakeBackRequest($input: TakeBackRequestInput!) {
  done: takeBackRequest(input: $input) {
    __typename
    ... on TakeBackRequestPayload {
      request {
        stage
      }
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TakeBackRequestMutation, TakeBackRequestMutationVariables>;
export const ReadNoticesDocument = new TypedDocumentString(`
    mutation ReadNotices($input: ReadNoticesInput!) {
  done: readNotices(input: $input) {
    __typename
    ... on ReadNoticesPayload {
      unread
    }
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReadNoticesMutation, ReadNoticesMutationVariables>;
export const RequestsPageDocument = new TypedDocumentString(`
    query RequestsPage($first: Int!, $after: String) {
  viewer {
    notices(first: 20) {
      id
      about
      at
      readAt
    }
  }
  requests(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      wish
      stage
      words
      name
      email
      person
      gives
      answer
      askedAt
      decidedAt
      record {
        id
        iri
        ... on Record {
          title
          state
        }
        ... on Term {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RequestsPageQuery, RequestsPageQueryVariables>;
export const DecideRequestDocument = new TypedDocumentString(`
    mutation DecideRequest($input: DecideRequestInput!) {
  decideRequest(input: $input) {
    __typename
    ... on Error {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideRequestMutation, DecideRequestMutationVariables>;
export const SchemePageDocument = new TypedDocumentString(`
    query SchemePage($slug: String!, $first: Int!, $after: String, $filter: ConceptFilter) {
  scheme(slug: $slug) {
    id
    version
    iri
    slug
    title
    description
    source
    isClosed
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
        ...ConceptBranch
      }
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment ConceptBranch on Concept {
  id
  iri
  slug
  ...TermTexts
  notation
  itemCount
  parents(first: 5) {
    slug
    ...TermTexts
  }
  children(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<SchemePageQuery, SchemePageQueryVariables>;
export const ConceptsBelowDocument = new TypedDocumentString(`
    query ConceptsBelow($scheme: String!, $slug: String!) {
  concept(scheme: $scheme, slug: $slug) {
    children(first: 100) {
      nodes {
        ...ConceptBranch
      }
    }
  }
}
    fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}
fragment ConceptBranch on Concept {
  id
  iri
  slug
  ...TermTexts
  notation
  itemCount
  parents(first: 5) {
    slug
    ...TermTexts
  }
  children(first: 0) {
    totalCount
  }
}`) as unknown as TypedDocumentString<ConceptsBelowQuery, ConceptsBelowQueryVariables>;
export const SelectionPageDocument = new TypedDocumentString(`
    query SelectionPage($id: ID!, $first: Int!, $after: String) {
  selection(id: $id) {
    id
    iri
    title
    description
    shared
    isMine
    owner
    liveFilter
    frozenAt
    version
    entries(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        text
        start
        end
        item {
          ...ItemRow
        }
        selection {
          iri
          title
        }
      }
    }
  }
  items(filter: {selection: $id}, first: $first) {
    totalCount
    nodes {
      ...ItemRow
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
    ...TermTexts
  }
  populations(first: 3) {
    iri
    ...TermTexts
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
  picture
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
fragment TermTexts on Term {
  name
  nameLanguages
  en: label(language: "en")
  fr: label(language: "fr")
  es: label(language: "es")
}`) as unknown as TypedDocumentString<SelectionPageQuery, SelectionPageQueryVariables>;
export const UpdateSelectionDocument = new TypedDocumentString(`
    mutation UpdateSelection($input: UpdateSelectionInput!) {
  done: updateSelection(input: $input) {
    __typename
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateSelectionMutation, UpdateSelectionMutationVariables>;
export const DeleteSelectionDocument = new TypedDocumentString(`
    mutation DeleteSelection($input: SelectionChangeInput!) {
  done: deleteSelection(input: $input) {
    __typename
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteSelectionMutation, DeleteSelectionMutationVariables>;
export const FreezeSelectionDocument = new TypedDocumentString(`
    mutation FreezeSelection($input: SelectionChangeInput!) {
  done: freezeSelection(input: $input) {
    __typename
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<FreezeSelectionMutation, FreezeSelectionMutationVariables>;
export const DuplicateSelectionDocument = new TypedDocumentString(`
    mutation DuplicateSelection($input: DuplicateSelectionInput!) {
  done: duplicateSelection(input: $input) {
    __typename
    ... on SelectionPayload {
      selection {
        iri
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<DuplicateSelectionMutation, DuplicateSelectionMutationVariables>;
export const MoveInSelectionDocument = new TypedDocumentString(`
    mutation MoveInSelection($input: MoveInSelectionInput!) {
  done: moveInSelection(input: $input) {
    __typename
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<MoveInSelectionMutation, MoveInSelectionMutationVariables>;
export const RemoveFromSelectionDocument = new TypedDocumentString(`
    mutation RemoveFromSelection($input: RemoveFromSelectionInput!) {
  done: removeFromSelection(input: $input) {
    __typename
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveFromSelectionMutation, RemoveFromSelectionMutationVariables>;
export const SelectionsPageDocument = new TypedDocumentString(`
    query SelectionsPage($first: Int!, $after: String, $which: Lists!, $order: ListOrder!) {
  selections(first: $first, after: $after, which: $which, order: $order) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      iri
      title
      description
      shared
      isMine
      owner
      liveFilter
      frozenAt
      entries(first: 0) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SelectionsPageQuery, SelectionsPageQueryVariables>;
export const CreateSelectionDocument = new TypedDocumentString(`
    mutation CreateSelection($input: CreateSelectionInput!) {
  done: createSelection(input: $input) {
    __typename
    ... on SelectionPayload {
      selection {
        id
        iri
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateSelectionMutation, CreateSelectionMutationVariables>;
export const RestoreSelectionDocument = new TypedDocumentString(`
    mutation RestoreSelection($input: SelectionChangeInput!) {
  done: restoreSelection(input: $input) {
    __typename
    ... on SelectionPayload {
      selection {
        id
        iri
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreSelectionMutation, RestoreSelectionMutationVariables>;
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
export const RunsPageDocument = new TypedDocumentString(`
    query RunsPage($first: Int!, $after: String) {
  runs(first: $first, after: $after) {
    totalCount
    nodes {
      ...RunRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RunRow on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  presetVersion
  priority
  createdAt
  finishedAt
  requestedBy
  speed
  eta
  standing {
    status
    items
  }
}`) as unknown as TypedDocumentString<RunsPageQuery, RunsPageQueryVariables>;
export const RunPageDocument = new TypedDocumentString(`
    query RunPage($id: ID!, $first: Int!, $after: String, $status: [RunStatus!]) {
  run(id: $id) {
    ...RunRow
    recipeHash
    soundSeconds
    doneSeconds
    nodes {
      processor
      version
      params
    }
    items(first: $first, after: $after, status: $status) {
      totalCount
      nodes {
        status
        progress
        stage
        error
        tries
        earlier {
          status
          error
          reason
          at
        }
        item {
          id
          iri
          code
          ...TitleTexts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
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
fragment RunRow on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  presetVersion
  priority
  createdAt
  finishedAt
  requestedBy
  speed
  eta
  standing {
    status
    items
  }
}`) as unknown as TypedDocumentString<RunPageQuery, RunPageQueryVariables>;
export const RunChoicesDocument = new TypedDocumentString(`
    query RunChoices {
  presets {
    id
    slug
    name
    description
    nodes {
      processor
      params
    }
  }
  experiences {
    id
    slug
    name
    description
    version
    contentHash
    nodes {
      processor
      params
    }
  }
  processors {
    id
    title
    parameters
  }
}
    `) as unknown as TypedDocumentString<RunChoicesQuery, RunChoicesQueryVariables>;
export const EstimateRunDocument = new TypedDocumentString(`
    query EstimateRun($input: RunEstimateInput!) {
  done: runEstimate(input: $input) {
    __typename
    ... on RunEstimate {
      items
      itemsWithoutSound
      itemsReused
      computed
      reused
      awaited
      soundSeconds
      cpuSeconds
      storedBytes
      quota {
        hasRoom
        leftSeconds
        roomAt
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<EstimateRunQuery, EstimateRunQueryVariables>;
export const AskRunDocument = new TypedDocumentString(`
    mutation AskRun($input: StartRunInput!) {
  done: startRun(input: $input) {
    __typename
    ... on StartRunPayload {
      run {
        ...RunRow
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    fragment RunRow on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  presetVersion
  priority
  createdAt
  finishedAt
  requestedBy
  speed
  eta
  standing {
    status
    items
  }
}`) as unknown as TypedDocumentString<AskRunMutation, AskRunMutationVariables>;
export const StopRunDocument = new TypedDocumentString(`
    mutation StopRun($input: CancelRunInput!) {
  done: cancelRun(input: $input) {
    __typename
    ... on CancelRunPayload {
      run {
        ...RunRow
      }
    }
    ... on Error {
      message
    }
  }
}
    fragment RunRow on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  presetVersion
  priority
  createdAt
  finishedAt
  requestedBy
  speed
  eta
  standing {
    status
    items
  }
}`) as unknown as TypedDocumentString<StopRunMutation, StopRunMutationVariables>;
export const RetryRunDocument = new TypedDocumentString(`
    mutation RetryRun($input: RetryRunInput!) {
  done: retryRun(input: $input) {
    __typename
    ... on RetryRunPayload {
      run {
        ...RunRow
      }
    }
    ... on Error {
      message
    }
  }
}
    fragment RunRow on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  presetVersion
  priority
  createdAt
  finishedAt
  requestedBy
  speed
  eta
  standing {
    status
    items
  }
}`) as unknown as TypedDocumentString<RetryRunMutation, RetryRunMutationVariables>;
export const StaleWorkDocument = new TypedDocumentString(`
    query StaleWork {
  staleProcessors {
    processor
    installedVersion
    results
    items
  }
}
    `) as unknown as TypedDocumentString<StaleWorkQuery, StaleWorkQueryVariables>;
export const MakeAnewDocument = new TypedDocumentString(`
    mutation MakeAnew($input: RecomputeInput!) {
  done: recompute(input: $input) {
    __typename
    ... on RecomputePayload {
      run {
        ...RunRow
      }
    }
    ... on Error {
      message
    }
  }
}
    fragment RunRow on Run {
  id
  iri
  status
  progress
  stage
  error
  preset
  presetVersion
  priority
  createdAt
  finishedAt
  requestedBy
  speed
  eta
  standing {
    status
    items
  }
}`) as unknown as TypedDocumentString<MakeAnewMutation, MakeAnewMutationVariables>;
export const RunChangesDocument = new TypedDocumentString(`
    query RunChanges($run: ID!, $first: Int!) {
  runChanges(run: $run, first: $first) {
    totalCount
    nodes {
      processor
      oldVersion
      newVersion
      item {
        iri
        code
        ...TitleTexts
      }
      outputs {
        name
        unit
        isEqual
        oldValue
        newValue
        oldLabel
        newLabel
        difference
        said
      }
    }
  }
}
    fragment TitleTexts on Record {
  title
  languageOfDescription
  en: title(language: "en")
  fr: title(language: "fr")
  es: title(language: "es")
}`) as unknown as TypedDocumentString<RunChangesQuery, RunChangesQueryVariables>;
export const TrackFilesDocument = new TypedDocumentString(`
    query TrackFiles($id: ID!) {
  node(id: $id) {
    __typename
    ... on Track {
      lrc: url(format: LRC)
      webvtt: url(format: WEBVTT)
      ttml: url(format: TTML)
      lrcLeavesOut: leftOut(format: LRC) {
        what
        count
      }
      webvttLeavesOut: leftOut(format: WEBVTT) {
        what
        count
      }
      ttmlLeavesOut: leftOut(format: TTML) {
        what
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TrackFilesQuery, TrackFilesQueryVariables>;
export const TrackCuesDocument = new TypedDocumentString(`
    query TrackCues($id: ID!, $after: String) {
  node(id: $id) {
    __typename
    ... on Track {
      annotations(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...CueHere
        }
      }
    }
  }
}
    fragment CueHere on Annotation {
  id
  start
  end
  text
  speaker
  concept {
    slug
    scheme {
      slug
    }
  }
}`) as unknown as TypedDocumentString<TrackCuesQuery, TrackCuesQueryVariables>;
export const CreateTrackDocument = new TypedDocumentString(`
    mutation CreateTrack($input: CreateTrackInput!) {
  done: createTrack(input: $input) {
    __typename
    ... on TrackPayload {
      track {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateTrackMutation, CreateTrackMutationVariables>;
export const UpdateTrackDocument = new TypedDocumentString(`
    mutation UpdateTrack($input: UpdateTrackInput!) {
  done: updateTrack(input: $input) {
    __typename
    ... on TrackPayload {
      track {
        id
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateTrackMutation, UpdateTrackMutationVariables>;
export const DeleteTrackDocument = new TypedDocumentString(`
    mutation DeleteTrack($input: DeleteTrackInput!) {
  done: deleteTrack(input: $input) {
    __typename
    ... on DeleteTrackPayload {
      id
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteTrackMutation, DeleteTrackMutationVariables>;
export const ImportTrackDocument = new TypedDocumentString(`
    mutation ImportTrack($input: ImportTrackInput!) {
  done: importTrack(input: $input) {
    __typename
    ... on ImportTrackPayload {
      cueCount
      problemCount
      problems {
        line
        message
      }
      track {
        id
      }
    }
    ... on BadCues {
      goodCount
      problemCount
      problems {
        line
        message
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<ImportTrackMutation, ImportTrackMutationVariables>;
export const CreateCueDocument = new TypedDocumentString(`
    mutation CreateCue($input: CreateAnnotationInput!) {
  done: createAnnotation(input: $input) {
    __typename
    ... on AnnotationPayload {
      annotation {
        ...CueHere
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    fragment CueHere on Annotation {
  id
  start
  end
  text
  speaker
  concept {
    slug
    scheme {
      slug
    }
  }
}`) as unknown as TypedDocumentString<CreateCueMutation, CreateCueMutationVariables>;
export const UpdateCueDocument = new TypedDocumentString(`
    mutation UpdateCue($input: UpdateAnnotationInput!) {
  done: updateAnnotation(input: $input) {
    __typename
    ... on AnnotationPayload {
      annotation {
        ...CueHere
      }
    }
    ... on Error {
      message
      path
    }
  }
}
    fragment CueHere on Annotation {
  id
  start
  end
  text
  speaker
  concept {
    slug
    scheme {
      slug
    }
  }
}`) as unknown as TypedDocumentString<UpdateCueMutation, UpdateCueMutationVariables>;
export const DeleteCueDocument = new TypedDocumentString(`
    mutation DeleteCue($input: DeleteAnnotationInput!) {
  done: deleteAnnotation(input: $input) {
    __typename
    ... on DeleteAnnotationPayload {
      id
    }
    ... on Error {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteCueMutation, DeleteCueMutationVariables>;