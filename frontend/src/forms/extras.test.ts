import { describe, expect, it } from "vitest";
import { Audience, type ExtraFieldHereFragment, ExtraFieldKind, RecordLevel } from "../api/generated/graphql";
import { withExtras } from "./extras";
import { FORMS } from "./kinds";
import { changesOf, draftOf } from "./values";

function definition(slug: string, kind: ExtraFieldKind, more: Partial<ExtraFieldHereFragment> = {}): ExtraFieldHereFragment {
  const label = slug.toUpperCase();
  return {
    id: slug, slug, kind, level: RecordLevel.Item, label, labelEn: label, labelFr: label, labelEs: label, help: null, helpEn: null, helpFr: null, helpEs: null,
    group: null, position: 1, unit: null, isRepeatable: false, isRequired: false, audience: Audience.Public, version: 1, scheme: null, ...more,
  };
}

const DEFINITIONS = [
  definition("coirault", ExtraFieldKind.Line),
  definition("tempo", ExtraFieldKind.Number, { unit: "bpm", isRepeatable: true, group: "Music" }),
  definition("danced", ExtraFieldKind.Boolean),
  definition("seen", ExtraFieldKind.Date),
  definition("mood", ExtraFieldKind.Concept, { isRepeatable: true, scheme: { slug: "moods", title: "Moods" } }),
  definition("guide", ExtraFieldKind.Agent),
];
const item = FORMS["items"];
if (!item) throw new Error("There is no form of recordings.");
const kind = withExtras(item, DEFINITIONS);
const value = (slug: string, said: object) => ({ field: { slug }, text: null, language: null, number: null, boolean: null, concept: null, agent: null, place: null, ...said });
const record = {
  title: "Song",
  extraValues: [
    value("coirault", { text: "101", language: "fr" }),
    value("tempo", { number: 90 }),
    value("tempo", { number: 120 }),
    value("danced", { boolean: false }),
    value("mood", { concept: { slug: "calm", name: "calm" } }),
    value("guide", { agent: { slug: "ana", name: "Ana" } }),
  ],
};
const draft = draftOf(kind.groups, kind.reads?.(record));

describe("fields that an archive added", () => {
  it("stand in their blocks, after the form's own", () => {
    expect(kind.groups.slice(-2).map(({ title, fields }) => [title, fields.length])).toEqual([["block.extras", 5], ["Music", 1]]);
  });

  it("are read as each kind is", () => {
    expect(draft.values["extra-coirault"]).toEqual([{ value: "101", language: "fr" }]);
    expect(draft.values["extra-tempo"]).toEqual([{ value: "90" }, { value: "120" }]);
    expect(draft.values["extra-danced"]).toBe("no");
    expect(draft.values["extra-seen"]).toBe("");
    expect(draft.values["extra-mood"]).toEqual([{ key: "calm", name: "calm" }]);
    expect(draft.values["extra-guide"]).toEqual({ key: "ana", name: "Ana" });
  });

  it("are told all at once when one of them changes, and not at all when none does", () => {
    const after = { ...draft, values: { ...draft.values, "extra-seen": "1960-11", "extra-guide": null, title: "Other" } };
    const changes = changesOf(kind.groups, draft, after);
    expect(kind.says?.(changes, after)).toEqual({
      title: "Other",
      extraValues: [
        { field: "coirault", text: "101", language: "fr" },
        { field: "tempo", number: 90 },
        { field: "tempo", number: 120 },
        { field: "danced", boolean: false },
        { field: "seen", text: "1960-11" },
        { field: "mood", concept: "calm" },
      ],
    });
    const other = { ...draft, values: { ...draft.values, title: "Other" } };
    expect(kind.says?.(changesOf(kind.groups, draft, other), other)).toEqual({ title: "Other" });
  });
});
