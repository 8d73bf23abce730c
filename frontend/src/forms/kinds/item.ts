import { AccessLevel, CreateItemDocument, ItemFormDocument, RecordKind, RecordLevel, UpdateItemDocument } from "../../api/generated/graphql";
import { AUDIENCE, code, date, line, moment, paragraphs, said, SECONDS, term, terms, yes } from "../building";
import { type FormKind, forms } from "../kind";
import { agents, archiving, concepts, general, legal } from "./levels";

export const item: FormKind = {
  thing: "thing.item",
  level: true,
  ...forms(ItemFormDocument, UpdateItemDocument, CreateItemDocument),
  groups: [
    general(
      line("originalTitle", "field.originalTitle"),
      term("collection", "field.collection", RecordKind.Collection, { required: true }),
      code(RecordLevel.Item, "collection"),
      line("track", "field.track"),
      paragraphs("summary", "field.summary", said),
      agents(),
    ),
    {
      id: "geography",
      title: "block.geography",
      fields: [
        date("recorded", "field.recorded"),
        term("place", "field.place", RecordKind.Place),
        line("placeComment", "field.placeComment", said),
        line("culturalArea", "field.culturalArea", said),
        terms("populations", "field.populations", RecordKind.Population),
        terms("languages", "field.languages", RecordKind.Language),
        line("languageComment", "field.languageComment", said),
        paragraphs("contextComment", "field.contextComment", said),
      ],
    },
    {
      id: "musical",
      title: "block.musical",
      fields: [
        line("performanceMode", "field.performanceMode", said),
        {
          name: "performances",
          label: "item.performances",
          widget: {
            as: "rows",
            one: "form.addPerformance",
            columns: [
              term("instrument", "field.instrument", RecordKind.Instrument, { required: true }),
              line("vernacularName", "field.vernacularName"),
              { name: "count", label: "field.number", widget: { as: "number", whole: true } },
              line("musicians", "field.musicians"),
              {
                name: "players",
                label: "field.players",
                widget: { as: "rows", one: "form.addPlayer", columns: [term("agent", "field.name", RecordKind.Agent, { required: true }), AUDIENCE] },
              },
            ],
          },
        },
        concepts("item"),
      ],
    },
    legal(
      {
        name: "access",
        at: "ownAccess",
        label: "field.access",
        help: "form.accessEmpty",
        holds: { at: "access.level", of: "access" },
        widget: { as: "choice", of: "access", values: [AccessLevel.None, AccessLevel.Metadata, AccessLevel.Full], optional: true },
      },
      moment("embargoUntil", "field.embargoUntil", { at: "access.embargoUntil", help: "form.embargoHelp" }),
      line("credit", "field.credit"),
      yes("opensWithAge", "field.opensWithAge"),
    ),
    archiving(
      line("originalCode", "field.originalCode"),
      line("creatorReference", "field.creatorReference"),
      line("collectorSelection", "field.collectorSelection"),
      yes("collectorFromCollection", "field.collectorFromCollection"),
      paragraphs("externalReferences", "field.references"),
      line("source", "field.source"),
      line("externalSound", "field.externalSound", { help: "form.externalSoundHelp" }),
      date("digitised", "field.digitised"),
      date("publishedIn", "field.publishedIn"),
      { name: "approximateDuration", label: "field.approximateDuration", widget: SECONDS },
    ),
  ],  // A new recording begins in the collection that it was asked for in.
  begins: { collection: (key) => ({ collection: { code: key, title: key } }) },
};
