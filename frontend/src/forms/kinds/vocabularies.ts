import { ConceptFormDocument, CreateConceptDocument, CreateSchemeDocument, RecordKind, SchemeFormDocument, UpdateConceptDocument, UpdateSchemeDocument } from "../../api/generated/graphql";
import { line, paragraphs, said, shortName, term, yes } from "../building";
import { type FormKind, forms } from "../kind";
import { named } from "./terms";

export const scheme: FormKind = {
  thing: "thing.scheme",
  level: false,
  ...forms(SchemeFormDocument, UpdateSchemeDocument, CreateSchemeDocument),
  groups: [
    {
      id: "general",
      title: "block.general",
      fields: [
        line("title", "field.title", { required: true, ...said }),
        shortName(),
        paragraphs("description", "field.description", said),
        line("source", "field.schemeSource"),
        yes("isListed", "field.isListed", { help: "form.isListedHelp" }),
        yes("isClosed", "field.isClosed", { help: "form.isClosedHelp" }),
      ],
    },
  ],
};

export const concept: FormKind = {
  thing: "thing.concept",
  level: false,
  ...forms(ConceptFormDocument, UpdateConceptDocument, CreateConceptDocument),
  groups: named(
    term("scheme", "field.scheme", RecordKind.Scheme, { required: true, fixed: true }),
    line("notation", "field.notation"),
    { name: "parents", label: "field.parents", widget: { as: "terms", kind: RecordKind.Concept, schemeBy: "scheme" } },
  ),
  begins: { scheme: (key) => ({ scheme: { slug: key, title: key } }) },
};
