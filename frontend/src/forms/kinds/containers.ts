import {
  CollectionFormDocument,
  CorpusFormDocument,
  CreateCollectionDocument,
  CreateCorpusDocument,
  CreateFondsDocument,
  FondsFormDocument,
  RecordKind,
  UpdateCollectionDocument,
  UpdateCorpusDocument,
  UpdateFondsDocument,
} from "../../api/generated/graphql";
import { date, line, paragraphs, said, SECONDS, terms, yes } from "../building";
import { type FormKind, forms } from "../kind";
import { agents, archiving, CODE, concepts, general, legal, LEVEL_ACCESS } from "./levels";

export const collection: FormKind = {
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

export const corpus: FormKind = {
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

export const fonds: FormKind = {
  thing: "thing.fonds",
  by: "code",
  level: true,
  ...forms(FondsFormDocument, UpdateFondsDocument, CreateFondsDocument),
  groups: [general(CODE, line("alternativeTitle", "field.alternativeTitle", said), agents(), concepts("fonds")), legal(LEVEL_ACCESS), archiving()],
};
