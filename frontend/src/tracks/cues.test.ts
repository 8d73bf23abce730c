import { describe, expect, it } from "vitest";
import { changesOf, type CueRow, rowOf, saidOf } from "./cues";

const cue = { id: "a", start: 62.34567, end: null, text: "Dodo", speaker: null, concept: { slug: "lullaby", scheme: { slug: "keywords" } } };
const row = rowOf(cue as Parameters<typeof rowOf>[0]);
const typed = (more: Partial<CueRow>): CueRow => ({ ...row, ...more });

describe("a cue in the table", () => {
  it("is written as people write times and terms", () => {
    expect(row).toMatchObject({ start: "1:02.346", end: "", text: "Dodo", speaker: "", concept: "keywords/lullaby" });
  });

  it("tells what was typed, whichever way the time is written", () => {
    expect(saidOf(typed({ start: "62.5", end: "1:03" }))).toEqual({ start: 62.5, end: 63, text: "Dodo", speaker: null, concept: "keywords/lullaby" });
  });

  it("is none while a time in it is none", () => {
    expect(saidOf(typed({ start: "soon" }))).toBeNull();
    expect(saidOf(typed({ end: "1:2:3:4" }))).toBeNull();
    expect(changesOf(row, typed({ end: "?" }))).toBeNull();
  });

  it("changes nothing but what was typed: its start keeps its ten-thousandths", () => {
    expect(changesOf(row, typed({ text: "Fais dodo" }))).toEqual({ text: "Fais dodo" });
    expect(changesOf(row, typed({ speaker: " Ana ", text: "" }))).toEqual({ speaker: "Ana", text: null });
    expect(changesOf(row, row)).toEqual({});
  });
});
