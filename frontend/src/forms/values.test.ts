import { describe, expect, it } from "vitest";
import { Audience, RecordKind, RecordLevel } from "../api/generated/graphql";
import { freeFields, holdsYear } from "./coding";
import type { Group } from "./fields";
import { outcomeOf } from "./saving";
import { begun, changedNames, changesOf, type Draft, draftOf, isHalfFilled, newRow, threeWay, tooLong } from "./values";

const columns = [
  { name: "agent", label: "field.name", widget: { as: "term", kind: RecordKind.Agent }, required: true },
  { name: "audience", label: "form.audience", widget: { as: "choice", of: "audience", values: [Audience.Staff, Audience.Public] } },
] as const;
const people = { as: "rows", columns, one: "form.addAgent" } as const;
const groups: Group[] = [
  {
    id: "all",
    title: "block.general",
    fields: [
      { name: "title", label: "field.title", widget: { as: "line" }, translated: true },
      { name: "description", label: "field.description", widget: { as: "paragraphs" } },
      { name: "recorded", label: "field.recorded", widget: { as: "date" } },
      { name: "count", label: "field.number", widget: { as: "number" } },
      { name: "place", label: "field.place", widget: { as: "term", kind: RecordKind.Place } },
      { name: "languages", label: "field.languages", widget: { as: "terms", kind: RecordKind.Language } },
      { name: "agents", label: "nav.agents", widget: people },
      { name: "open", label: "field.opensWithAge", widget: { as: "yes" } },
    ],
  },
];
const record = {
  title: "OLU BOY",
  description: null,
  recorded: { edtf: "1960-11" },
  count: 3,
  place: { slug: "sanga", name: "Sanga" },
  languages: [{ slug: "dtm", name: "Tomo Kan" }],
  agents: [{ agent: { slug: "a", name: "A" }, audience: Audience.Staff }],
  open: false,
  translations: [{ field: "title", language: "fr", text: "Trompe" }],
};
const with_ = (draft: Draft, values: Draft["values"], texts: Draft["texts"] = {}): Draft => ({
  values: { ...draft.values, ...values },
  texts: { ...draft.texts, ...texts },
});

describe("a form's draft", () => {
  const draft = draftOf(groups, record);

  it("that nobody touched changes nothing", () => {
    expect(changesOf(groups, draft, draftOf(groups, structuredClone(record)))).toEqual({});
  });

  it("says only what was changed, in the input's terms", () => {
    const after = with_(draft, { title: "Olu boy", count: "4,5", place: null, languages: [], open: true });
    expect(changesOf(groups, draft, after)).toEqual({ title: "Olu boy", count: 4.5, place: null, languages: [], open: true });
  });

  it("an emptied text is told as nothing, and space is no text", () => {
    const after = with_(draft, { recorded: "", description: "  " });
    expect(changesOf(groups, draft, after)).toEqual({ recorded: null });
  });

  it("a translation is told with its language, a removed one as nothing", () => {
    const after = with_(draft, {}, { "title fr": "", "title es": "Trompeta" });
    expect(changesOf(groups, draft, after)).toEqual({
      translations: [
        { field: "title", language: "es", text: "Trompeta" },
        { field: "title", language: "fr", text: null },
      ],
    });
  });

  it("a row without what it is about is left out, and told so", () => {
    const blank = newRow(columns);
    expect(blank).toEqual({ agent: null, audience: Audience.Staff });
    expect(isHalfFilled(people, blank)).toBe(false);
    expect(isHalfFilled(people, { ...blank, audience: Audience.Public })).toBe(true);
    const rows = [...(draft.values["agents"] as []), blank];
    expect(changesOf(groups, draft, with_(draft, { agents: rows }))).toEqual({});
    const reordered = with_(draft, { agents: [{ agent: { key: "b", name: "B" }, audience: Audience.Public }, ...(draft.values["agents"] as [])] });
    expect(changesOf(groups, draft, reordered)).toEqual({
      agents: [
        { agent: "b", audience: Audience.Public },
        { agent: "a", audience: Audience.Staff },
      ],
    });
  });
});

describe("fields of particular kinds", () => {
  const policy = (within: string): Group[] => [
    {
      id: "all",
      title: "block.general",
      fields: [
        { name: "code", edited: "newCode", label: "field.code", widget: { as: "code", level: RecordLevel.Collection, within } },
        { name: "document", label: "field.document", at: "documentName", widget: { as: "file", called: "documentName", read: "documentUrl" } },
        { name: "hasSticker", label: "field.hasSticker", widget: { as: "perhaps" } },
        { name: "kind", label: "field.kind", required: true, widget: { as: "choice", of: "agreement", values: ["DEPOSIT", "CONSENT"] } },
        {
          name: "contents",
          label: "field.contents",
          widget: { as: "rows", one: "form.addContent", either: ["item"], columns: [{ name: "item", label: "thing.item", widget: { as: "line" } }, { name: "side", label: "field.side", widget: { as: "line" } }] },
        },
      ],
    },
  ];
  const blank = draftOf(policy("holder"), {});
  const minted = { minted: "C_1970_003", year: 1970, parts: ["MH"] };

  it("a proposed code is minted for a new record, and written in an edit", () => {
    const after = with_(blank, { code: minted });
    expect(changesOf(policy("holder"), blank, after, "create")).toEqual({ nextCode: { year: 1970, parts: ["MH"] } });
    expect(changesOf(policy("collection"), blank, after, "create")).toEqual({ mintCode: true });
    expect(changesOf(policy("holder"), blank, after)).toEqual({ newCode: "C_1970_003" });
    expect(changesOf(policy("holder"), blank, with_(blank, { code: " X_1 " }), "create")).toEqual({ code: "X_1" });
  });

  it("a file is sent when it is another one, and taken away as nothing", () => {
    const draft = draftOf(policy("holder"), { documentName: "deed.pdf", documentUrl: "/media/x" });
    expect(draft.values["document"]).toEqual({ kept: "deed.pdf", url: "/media/x" });
    const file = new File(["signed"], "deed.pdf");
    expect(changesOf(policy("holder"), draft, with_(draft, { document: file }))).toEqual({ document: file });
    const other = new File(["signed again"], "deed.pdf");
    expect(changedNames(policy("holder"), with_(draft, { document: file }), with_(draft, { document: other }))).toEqual(["document"]);
    expect(changesOf(policy("holder"), draft, with_(draft, { document: null }))).toEqual({ document: null });
  });

  it("what is not known is neither yes nor no", () => {
    expect(draftOf(policy("holder"), { hasSticker: false }).values["hasSticker"]).toBe("no");
    expect(blank.values["hasSticker"]).toBe("");
    expect(changesOf(policy("holder"), blank, with_(blank, { hasSticker: "no" }))).toEqual({ hasSticker: false });
  });

  it("a new record begins with the first of a closed set that it needs", () => {
    expect(begun(policy("holder"), {}).values["kind"]).toBe("DEPOSIT");
    expect(begun(policy("holder"), { kind: "CONSENT" }).values["kind"]).toBe("CONSENT");
    expect(changesOf(policy("holder"), blank, begun(policy("holder"), {}), "create")).toEqual({ kind: "DEPOSIT" });
  });

  it("a row that needs one of two and has neither is left out", () => {
    const rows = [{ item: "", side: "A" }, { item: "X_1", side: "" }];
    expect(changesOf(policy("holder"), blank, with_(blank, { contents: rows }))).toEqual({ contents: [{ item: "X_1" }] });
  });
});

describe("a code's template", () => {
  it("tells what only a person knows", () => {
    expect(freeFields("{letters:4}_{year}_{alnum:4}[_{digits:2-3}]_{number:3} | X_{digits:2}")).toEqual(["{letters:4}", "{alnum:4}"]);
    expect([holdsYear("C_{year}_{number:3}"), holdsYear("C_{number}")]).toEqual([true, false]);
  });
});

describe("a list that may go on beyond what was read", () => {
  const question = "query F { record { languages(first: 2) { slug } agents(first: 3) { agent } } }";
  const of = (languages: number): Set<string> =>
    tooLong(groups, draftOf(groups, { ...record, languages: Array.from({ length: languages }, (_, n) => ({ slug: `l${n}`, name: "L" })) }), question);

  it("is not for this form to change, a shorter one is", () => {
    expect([...of(2)]).toEqual(["languages"]);
    expect([...of(1)]).toEqual([]);
  });
});

describe("two who edited one record", () => {
  const base = draftOf(groups, record);

  it("keep each what only they changed", () => {
    const yours = with_(base, { title: "Mine" });
    const theirs = with_(base, { description: "Theirs" }, { "title es": "Suyo" });
    const { merged, clashes, taken } = threeWay(groups, base, yours, theirs);
    expect(clashes).toEqual([]);
    expect(taken).toEqual(["description"]);
    expect(merged.values).toMatchObject({ title: "Mine", description: "Theirs" });
    expect(merged.texts).toMatchObject({ "title es": "Suyo", "title fr": "Trompe" });
    // What is then saved holds nothing of theirs.
    expect(changedNames(groups, theirs, merged)).toEqual(["title"]);
  });

  it("are asked where both changed one field, each seen in words", () => {
    const yours = with_(base, { place: null, title: "Mine" });
    const theirs = with_(base, { place: { key: "mopti", name: "Mopti" }, title: "Theirs" });
    const { merged, clashes } = threeWay(groups, base, yours, theirs);
    expect(clashes).toEqual([
      { name: "title", yours: "Mine", theirs: "Theirs" },
      { name: "place", yours: "", theirs: "Mopti" },
    ]);
    expect(merged.values["title"]).toBe("Mine");
  });

  it("are not asked where both wrote the same", () => {
    const same = with_(base, { title: "Same" });
    expect(threeWay(groups, base, same, with_(base, { title: "Same" })).clashes).toEqual([]);
  });
});

describe("what came of a saving", () => {
  it("is the record, a conflict, or a refusal at its field", () => {
    expect(outcomeOf({ __typename: "UpdateItemPayload", record: { iri: "http://x/items/A" } })).toEqual({ kind: "saved", iri: "http://x/items/A" });
    expect(outcomeOf({ __typename: "VersionConflict", message: "m", path: ["input", "ifVersion"] })).toEqual({ kind: "conflict" });
    expect(outcomeOf({ __typename: "ValidationError", message: "No such date.", path: ["input", "recorded"] })).toEqual({
      kind: "refused",
      message: "No such date.",
      fields: { recorded: "No such date." },
    });
    expect(outcomeOf({ __typename: "Forbidden", message: "Not yours.", path: [] })).toEqual({ kind: "refused", message: "Not yours.", fields: {} });
  });
});
