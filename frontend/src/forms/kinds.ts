import type { FormKind } from "./kind";
import { accession, agreement, codePolicy, holder } from "./kinds/agreements";
import { carrier } from "./kinds/carrier";
import { collection, corpus, fonds } from "./kinds/containers";
import { item } from "./kinds/item";
import { community, editorGroup, label, protocol, publicationRule, readingRoom } from "./kinds/permits";
import { agent, instrument, language, place, population } from "./kinds/terms";
import { concept, scheme } from "./kinds/vocabularies";

/** Forms by the first step of the record's address; a concept's stands under its vocabulary's. */
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
  vocabularies: scheme,
  concepts: concept,
  holders: holder,
  agreements: agreement,
  accessions: accession,
  carriers: carrier,
  "code-policies": codePolicy,
  communities: community,
  protocols: protocol,
  labels: label,
  "reading-rooms": readingRoom,
  "editor-groups": editorGroup,
  "publication-rules": publicationRule,
};
