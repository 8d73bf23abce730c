import { CarrierCondition, CarrierFormDocument, CreateCarrierDocument, DigitisationState, RecordKind, UpdateCarrierDocument } from "../../api/generated/graphql";
import { choice, date, line, paragraphs, SECONDS, term } from "../building";
import type { Field } from "../fields";
import { type FormKind, forms } from "../kind";
import { concepts } from "./levels";

// In the order of a carrier's life: a new one waits.
export const STATES = [DigitisationState.Waiting, DigitisationState.UnderWay, DigitisationState.Done, DigitisationState.Impossible, DigitisationState.NotNeeded];
const CONDITIONS = [CarrierCondition.Good, CarrierCondition.Fair, CarrierCondition.Poor, CarrierCondition.Critical, CarrierCondition.Lost];

const CONTENTS: Field = {
  name: "contents",
  label: "field.contents",
  widget: {
    as: "rows",
    one: "form.addContent",
    either: ["collection", "item"],
    columns: [
      term("collection", "field.collection", RecordKind.Collection),
      term("item", "thing.item", RecordKind.Item),
      line("side", "field.side"),
      line("start", "field.start"),
    ],
  },
};

const DIGITISATIONS: Field = {
  name: "digitisations",
  label: "field.digitisations",
  widget: {
    as: "rows",
    one: "form.addDigitisation",
    columns: [
      line("sha256", "field.sha256", { required: true, at: "file.sha256", help: "form.sha256Help" }),
      date("done", "field.digitised"),
      term("digitiser", "field.digitiser", RecordKind.Agent),
      { name: "conversion", label: "field.conversion", widget: { as: "term", kind: RecordKind.Concept, scheme: "ad-conversions" } },
      line("equipment", "field.equipment"),
      line("note", "field.note"),
    ],
  },
};

export const carrier: FormKind = {
  thing: "thing.carrier",
  level: false,
  ...forms(CarrierFormDocument, UpdateCarrierDocument, CreateCarrierDocument),
  groups: [
    {
      id: "general",
      title: "block.general",
      fields: [
        line("code", "field.shelfMark", { required: true, edited: "newCode" }),
        line("title", "field.written"),
        line("shelf", "field.shelf"),
        term("holder", "field.holder", RecordKind.Holder),
        term("accession", "field.accession", RecordKind.Accession),
        term("copyOf", "field.copyOf", RecordKind.Carrier),
        line("originalCode", "field.originalCode"),
        line("originalNumber", "field.originalNumber"),
        date("made", "field.made"),
        { name: "duration", label: "field.duration", widget: SECONDS },
        CONTENTS,
      ],
    },
    {
      id: "technical",
      title: "block.technical",
      fields: [
        concepts("carrier"),
        line("recordingSystem", "field.recordingSystem"),
        { name: "tapeThickness", label: "field.tapeThickness", widget: { as: "number", unit: "µm" } },
        line("tapeReference", "field.tapeReference"),
        { name: "hasSticker", label: "field.hasSticker", widget: { as: "perhaps" } },
      ],
    },
    {
      id: "condition",
      title: "field.condition",
      fields: [
        { name: "condition", label: "field.condition", widget: { as: "choice", of: "condition", values: CONDITIONS, optional: true } },
        paragraphs("conditionComment", "field.conditionComment"),
        paragraphs("soundQuality", "field.soundQuality"),
        paragraphs("comment", "field.comment"),
      ],
    },
    {
      id: "digitisation",
      title: "field.digitisation",
      fields: [choice("digitisation", "field.digitisation", "digitisation", STATES, { required: true }), DIGITISATIONS],
    },
  ],
  begins: {
    collection: (key) => ({ contents: [{ collection: { code: key, title: key } }] }),
    copyOf: (key) => ({ copyOf: { code: key, title: key } }),
  },
};
