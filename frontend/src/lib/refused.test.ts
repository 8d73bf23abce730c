import { beforeAll, describe, expect, it } from "vitest";
import en from "../i18n/en.json";
import { only, refusalOf } from "./refused";

const said = (type: string, message = "The archive's words.") => refusalOf({ ok: true, data: { __typename: type, message } });

beforeAll(async () => {
  (globalThis as { document?: unknown }).document = { documentElement: {} };
  await (await import("../i18n")).loadCatalogue("en");
});

describe("what a mutation answers", () => {
  it("is no refusal where it is a payload", () => {
    expect(said("UndoChangePayload")).toBeNull();
  });

  it.each([
    ["VersionConflict", en["act.conflict"], "", true],
    ["ChangedSince", en["act.changedSince"], "The archive's words.", false],
    ["InUse", en["act.inUse"], "The archive's words.", false],
    ["NotFound", en["act.notFound"], "", false],
    ["ValidationError", "The archive's words.", "", false],
  ])("%s is told as a sentence", (type, sentence, detail, isStale) => {
    expect(said(type)).toEqual({ sentence, detail, isStale });
  });

  it("is a lost connection where nothing was answered", () => {
    const lost = only({ ok: false, message: "" } as const, () => ({ __typename: "" }));
    expect(refusalOf(lost)?.sentence).toBe(en["state.failed"]);
  });
});
