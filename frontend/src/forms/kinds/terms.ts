import {
  AgentFormDocument,
  AgentKind,
  CreateAgentDocument,
  CreateInstrumentDocument,
  CreateLanguageDocument,
  CreatePlaceDocument,
  CreatePopulationDocument,
  InstrumentFormDocument,
  LanguageFormDocument,
  LanguageScope,
  LanguageType,
  MatchKind,
  NameKind,
  PlaceFormDocument,
  PlaceKind,
  PopulationFormDocument,
  RecordKind,
  UpdateAgentDocument,
  UpdateInstrumentDocument,
  UpdateLanguageDocument,
  UpdatePlaceDocument,
  UpdatePopulationDocument,
} from "../../api/generated/graphql";
import { date, line, paragraphs, said, shortName, term, terms, yes } from "../building";
import type { Field, Group } from "../fields";
import { type FormKind, forms } from "../kind";

/** What every form of a term has; `more` stands below its name. */
export function named(...more: Field[]): Group[] {
  return [
    {
      id: "general",
      title: "block.general",
      fields: [
        line("name", "field.name", { required: true }),
        ...(more.some(({ name }) => name === "slug") ? [] : [shortName()]),
        ...more,
        yes("isAuthoritative", "field.isAuthoritative"),
        paragraphs("note", "field.note", said),
        {
          name: "names",
          label: "field.names",
          widget: {
            as: "rows",
            one: "form.addName",
            columns: [
              line("name", "field.name", { required: true }),
              line("language", "field.languages"),
              { name: "kind", label: "field.kind", widget: { as: "choice", of: "name", values: [NameKind.Alternative, NameKind.Preferred, NameKind.Former, NameKind.Transliteration, NameKind.Hidden] } },
              date("used", "field.date"),
            ],
          },
        },
        {
          name: "matches",
          label: "field.matches",
          widget: {
            as: "rows",
            one: "form.addMatch",
            columns: [
              { name: "iri", label: "field.address", required: true, widget: { as: "web" } },
              { name: "kind", label: "field.kind", widget: { as: "choice", of: "match", values: Object.values(MatchKind) } },
            ],
          },
        },
      ],
    },
  ];
}

export const place: FormKind = {
  thing: "thing.place",
  level: false,
  ...forms(PlaceFormDocument, UpdatePlaceDocument, CreatePlaceDocument),
  groups: named(
    { name: "kind", label: "field.kind", widget: { as: "choice", of: "place", values: Object.values(PlaceKind) } },
    term("type", "field.type", RecordKind.Concept, { widget: { as: "term", kind: RecordKind.Concept, scheme: "place-types" } }),
    terms("parents", "field.parents", RecordKind.Place),
    { name: "latitude", at: "coordinates.latitude", label: "field.latitude", widget: { as: "number", unit: "°" } },
    { name: "longitude", at: "coordinates.longitude", label: "field.longitude", widget: { as: "number", unit: "°" } },
    line("countryCode", "field.countryCode"),
  ),
};

export const instrument: FormKind = {
  thing: "thing.instrument",
  level: false,
  ...forms(InstrumentFormDocument, UpdateInstrumentDocument, CreateInstrumentDocument),
  groups: named(line("hornbostelSachs", "field.hornbostelSachs"), terms("parents", "field.parents", RecordKind.Instrument), {
    name: "vernacularNames",
    label: "field.vernacularNames",
    widget: { as: "rows", one: "form.addName", columns: [line("name", "field.name", { required: true }), line("language", "field.languages")] },
  }),
};

export const population: FormKind = {
  thing: "thing.population",
  level: false,
  ...forms(PopulationFormDocument, UpdatePopulationDocument, CreatePopulationDocument),
  groups: named(terms("parents", "field.parents", RecordKind.Population)),
};

export const language: FormKind = {
  thing: "thing.language",
  level: false,
  ...forms(LanguageFormDocument, UpdateLanguageDocument, CreateLanguageDocument),
  groups: named(
    shortName({ label: "field.iso3", required: true }),
    line("part1", "field.part1"),
    line("part2b", "field.part2b"),
    line("part2t", "field.part2t"),
    { name: "scope", label: "field.scope", widget: { as: "choice", of: "scope", values: Object.values(LanguageScope), optional: true } },
    { name: "type", label: "field.type", widget: { as: "choice", of: "languageType", values: Object.values(LanguageType), optional: true } },
  ),
};

export const agent: FormKind = {
  thing: "thing.agent",
  level: false,
  ...forms(AgentFormDocument, UpdateAgentDocument, CreateAgentDocument),
  groups: named(
    { name: "kind", label: "field.kind", widget: { as: "choice", of: "agent", values: Object.values(AgentKind) } },
    date("lived", "field.lived"),
    { name: "webPage", label: "field.webPage", widget: { as: "web" } },
    { name: "image", label: "field.image", widget: { as: "web" } },
    line("imageCredit", "field.imageCredit"),
  ),
};
