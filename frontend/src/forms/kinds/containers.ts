import {
  CollectionFormDocument,
  CorpusFormDocument,
  CreateCollectionDocument,
  CreateCorpusDocument,
  CreateFondsDocument,
  FondsFormDocument,
  RecordKind,
  RecordLevel,
  UpdateCollectionDocument,
  UpdateCorpusDocument,
  UpdateFondsDocument,
} from "../../api/generated/graphql";
import { code, date, line, paragraphs, said, SECONDS, term, terms, yes } from "../building";
import { type FormKind, forms } from "../kind";
import { agents, archiving, concepts, general, legal, LEVEL_ACCESS } from "./levels";

export const collection: FormKind = {
  thing: "thing.collection",
  level: true,
  ...forms(CollectionFormDocument, UpdateCollectionDocument, CreateCollectionDocument),
  groups: [
    general(
      code(RecordLevel.Collection, "holder"),
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
      term("accession", "field.accession", RecordKind.Accession),
      term("codePolicy", "field.itemPolicy", RecordKind.CodePolicy),
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
  level: true,
  ...forms(CorpusFormDocument, UpdateCorpusDocument, CreateCorpusDocument),
  groups: [
    general(
      code(RecordLevel.Corpus, "holder"),
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
  level: true,
  ...forms(FondsFormDocument, UpdateFondsDocument, CreateFondsDocument),
  groups: [general(code(RecordLevel.Fonds, "holder"), line("alternativeTitle", "field.alternativeTitle", said), agents(), concepts("fonds")), legal(LEVEL_ACCESS), archiving()],
};
