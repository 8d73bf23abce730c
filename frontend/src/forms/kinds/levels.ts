import { AccessLevel, AgentRole, RecordKind } from "../../api/generated/graphql";
import { AUDIENCE, date, line, paragraphs, said, term } from "../building";
import type { Field, Group } from "../fields";
import { type LevelName, usesOf } from "../uses";

export function agents(): Field {
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

export function concepts(level: LevelName): Field {
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

export function general(...more: Field[]): Group {
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

export function legal(access: Field, ...more: Field[]): Group {
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

export function archiving(...more: Field[]): Group {
  return {
    id: "archiving",
    title: "block.archiving",
    fields: [IDENTIFIERS, ...more, paragraphs("comment", "field.comment"), paragraphs("archivistNotes", "field.notes")],
  };
}

export const LEVEL_ACCESS: Field = { name: "access", label: "field.access", widget: { as: "choice", of: "access", values: Object.values(AccessLevel) } };
