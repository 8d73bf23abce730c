import {
  AccessionFormDocument,
  AgreementFormDocument,
  AgreementKind,
  CodePolicyFormDocument,
  CreateAccessionDocument,
  CreateAgreementDocument,
  CreateCodePolicyDocument,
  CreateHolderDocument,
  HolderFormDocument,
  RecordKind,
  RecordLevel,
  UpdateAccessionDocument,
  UpdateAgreementDocument,
  UpdateCodePolicyDocument,
  UpdateHolderDocument,
} from "../../api/generated/graphql";
import { AUDIENCE, choice, date, line, paragraphs, said, shortName, term, web, yes } from "../building";
import type { Field } from "../fields";
import { type FormKind, forms } from "../kind";

// Agreements as often as archives make them, levels from the recording upwards.
const KINDS = [AgreementKind.Deposit, AgreementKind.Donation, AgreementKind.Consent, AgreementKind.Licence, AgreementKind.Community];
const LEVELS = [RecordLevel.Item, RecordLevel.Collection, RecordLevel.Corpus, RecordLevel.Fonds];

const FILED: Field = line("code", "field.code", { required: true, edited: "newCode" });

export const holder: FormKind = {
  thing: "thing.holder",
  level: false,
  ...forms(HolderFormDocument, UpdateHolderDocument, CreateHolderDocument),
  groups: [
    {
      id: "general",
      title: "block.general",
      fields: [
        line("name", "field.name", { required: true, ...said }),
        shortName({ required: true }),
        paragraphs("description", "field.description", said),
        term("agent", "field.agent", RecordKind.Agent),
        term("country", "field.country", RecordKind.Place),
        paragraphs("address", "field.postal"),
        line("email", "field.email"),
        web("webPage", "field.webPage"),
      ],
    },
    {
      id: "legal",
      title: "block.legal",
      fields: [
        line("defaultLicence", "field.licence", { help: "form.defaultHelp" }),
        line("defaultRecordLicence", "field.recordLicence", { help: "form.defaultHelp" }),
        line("provider", "field.provider"),
        term("codePolicy", "field.codePolicy", RecordKind.CodePolicy),
      ],
    },
  ],
};

export const agreement: FormKind = {
  thing: "thing.agreement",
  level: false,
  ...forms(AgreementFormDocument, UpdateAgreementDocument, CreateAgreementDocument),
  groups: [
    {
      id: "general",
      title: "block.general",
      fields: [
        FILED,
        choice("kind", "field.kind", "agreement", KINDS, { required: true }),
        line("title", "field.title", { required: true, ...said }),
        date("signed", "field.signed"),
        { name: "expiresOn", label: "field.expiresOn", widget: { as: "day" } },
        { name: "document", label: "field.document", help: "form.documentHelp", widget: { as: "file", called: "documentName", read: "documentUrl" }, at: "documentName" },
        paragraphs("publicSummary", "field.publicSummary", { help: "form.summaryHelp", ...said }),
        paragraphs("scope", "field.agreed", { help: "form.staffOnly" }),
        paragraphs("notes", "field.notes"),
        {
          name: "parties",
          label: "field.parties",
          widget: {
            as: "rows",
            one: "form.addParty",
            columns: [term("agent", "field.name", RecordKind.Agent, { required: true }), line("role", "form.asWhat", { required: true }), AUDIENCE],
          },
        },
      ],
    },
  ],
};

export const accession: FormKind = {
  thing: "thing.accession",
  level: false,
  ...forms(AccessionFormDocument, UpdateAccessionDocument, CreateAccessionDocument),
  groups: [
    {
      id: "general",
      title: "block.general",
      fields: [
        FILED,
        line("title", "field.title"),
        date("received", "field.received"),
        term("donor", "field.donor", RecordKind.Agent),
        term("agreement", "field.agreement", RecordKind.Agreement),
        term("holder", "field.holder", RecordKind.Holder),
        { name: "boxes", label: "field.boxes", widget: { as: "number", whole: true } },
        line("extent", "field.extent", { help: "form.extentHelp" }),
        paragraphs("description", "field.description"),
        paragraphs("notes", "field.notes"),
      ],
    },
  ],
  begins: { agreement: (key) => ({ agreement: { code: key, title: key } }) },
};

export const codePolicy: FormKind = {
  thing: "thing.codePolicy",
  level: false,
  ...forms(CodePolicyFormDocument, UpdateCodePolicyDocument, CreateCodePolicyDocument),
  groups: [
    {
      id: "general",
      title: "block.general",
      fields: [
        line("title", "field.title", { required: true }),
        shortName({ required: true, fixed: true, help: "form.fixedSlugHelp" }),
        choice("level", "field.level", "level", LEVELS, { required: true, fixed: true }),
        line("template", "field.template", { required: true, help: "form.templateHelp" }),
        line("example", "field.example"),
        yes("isStrict", "field.isStrict"),
        paragraphs("description", "field.description"),
      ],
    },
  ],
};
