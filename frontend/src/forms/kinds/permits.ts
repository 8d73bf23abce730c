import {
  Admits,
  CommunityFormDocument,
  CreateCommunityDocument,
  CreateEditorGroupDocument,
  CreateLabelDocument,
  CreateProtocolDocument,
  CreatePublicationRuleDocument,
  CreateReadingRoomDocument,
  EditorGroupFormDocument,
  LabelFamily,
  LabelFormDocument,
  Locates,
  ProtocolFormDocument,
  PublicationRuleFormDocument,
  ReadingRoomFormDocument,
  RecordKind,
  UpdateCommunityDocument,
  UpdateEditorGroupDocument,
  UpdateLabelDocument,
  UpdateProtocolDocument,
  UpdatePublicationRuleDocument,
  UpdateReadingRoomDocument,
  Withholds,
} from "../../api/generated/graphql";
import { choice, line, moment, paragraphs, said, shortName, term, terms, web, yes } from "../building";
import type { Field } from "../fields";
import { type FormKind, forms } from "../kind";

const NAME = line("name", "field.name", { required: true, ...said });
// Grants, records and readers' cookies cite these by it.
const SLUG = shortName({ required: true, fixed: true, help: "form.fixedSlugHelp" });

const oneGroup = (fields: readonly Field[]): FormKind["groups"] => [{ id: "general", title: "block.general", fields }];

export const community: FormKind = {
  thing: "thing.community",
  level: false,
  ...forms(CommunityFormDocument, UpdateCommunityDocument, CreateCommunityDocument),
  groups: oneGroup([NAME, SLUG, paragraphs("description", "field.description", said), paragraphs("contact", "field.contact", said), yes("isListed", "field.isListed")]),
};

export const protocol: FormKind = {
  thing: "thing.protocol",
  level: false,
  ...forms(ProtocolFormDocument, UpdateProtocolDocument, CreateProtocolDocument),
  groups: oneGroup([
    NAME,
    SLUG,
    { ...terms("communities", "field.communities", RecordKind.Community), required: true },
    paragraphs("description", "field.description", said),
    choice("admits", "field.admits", "admits", [Admits.Community, Admits.Named, Admits.All], { required: true }),
    choice("withholds", "field.withholds", "withholds", [Withholds.Record, Withholds.Sound], { required: true }),
    choice("locates", "field.locates", "locates", [Locates.Exactly, Locates.Hundredth, Locates.Tenth, Locates.Degree], { required: true, help: "form.locatesHelp" }),
  ]),
};

export const label: FormKind = {
  thing: "thing.label",
  level: false,
  ...forms(LabelFormDocument, UpdateLabelDocument, CreateLabelDocument),
  groups: oneGroup([
    NAME,
    SLUG,
    paragraphs("text", "field.labelText", { required: true, ...said }),
    term("community", "field.community", RecordKind.Community),
    choice("family", "field.labelFamily", "labelFamily", [LabelFamily.Tk, LabelFamily.Bc, LabelFamily.Own], { required: true }),
    { ...web("iri", "field.explainedAt"), at: "explainedAt" },
    yes("asksAcknowledgement", "field.asksAcknowledgement"),
  ]),
};

export const readingRoom: FormKind = {
  thing: "thing.readingRoom",
  level: false,
  ...forms(ReadingRoomFormDocument, UpdateReadingRoomDocument, CreateReadingRoomDocument),
  groups: oneGroup([
    line("name", "field.name", { required: true }),
    SLUG,
    { name: "networks", label: "field.networks", help: "form.networksHelp", required: true, widget: { as: "lines" } },
    term("holder", "field.holder", RecordKind.Holder),
    moment("until", "field.until"),
  ]),
};

export const editorGroup: FormKind = {
  thing: "thing.editorGroup",
  level: false,
  ...forms(EditorGroupFormDocument, UpdateEditorGroupDocument, CreateEditorGroupDocument),
  groups: oneGroup([
    line("name", "field.name", { required: true }),
    SLUG,
    paragraphs("description", "field.description"),
    { ...terms("collections", "field.edits", RecordKind.Collection), help: "form.editsHelp" },
    { ...terms("within", "field.inGroups", RecordKind.EditorGroup), help: "form.withinHelp" },
  ]),
};

export const publicationRule: FormKind = {
  thing: "thing.publicationRule",
  level: false,
  ...forms(PublicationRuleFormDocument, UpdatePublicationRuleDocument, CreatePublicationRuleDocument),
  groups: oneGroup([
    line("title", "field.title", { required: true }),
    SLUG,
    { name: "years", label: "field.yearsAfter", required: true, widget: { as: "number", whole: true } },
    paragraphs("description", "field.description"),
    yes("isDefault", "field.isDefault"),
  ]),
};
