import type { FormKind } from "./kind";
import { collection, corpus, fonds } from "./kinds/containers";
import { item } from "./kinds/item";
import { agent, instrument, language, place, population } from "./kinds/terms";

/** Forms by the first step of the record's address. */
export const FORMS: Record<string, FormKind> = {
  items: item,
  collections: collection,
  corpora: corpus,
  fonds,
  places: place,
  instruments: instrument,
  groups: population,
  languages: language,
  agents: agent,
};
