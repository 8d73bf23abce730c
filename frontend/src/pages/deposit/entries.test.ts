import { describe, expect, it } from "vitest";
import { type Entry, next, type Progress, titleOf } from "./entries";
import { answerOf } from "../../api/sending";

function entry(key: number, progress: Progress): Entry {
  return { key, name: `${key}.wav`, file: null, progress };
}

describe("the files whose turn it is", () => {
  it("are two at a time, in their order", () => {
    const waiting = [1, 2, 3].map((key) => entry(key, { kind: "waiting" }));
    expect(next(waiting).map(({ key }) => key)).toEqual([1, 2]);
    expect(next([entry(0, { kind: "sending", part: 0.5 }), ...waiting]).map(({ key }) => key)).toEqual([1]);
    expect(next([0, 9].map((key) => entry(key, { kind: "sending", part: 0 })).concat(waiting))).toEqual([]);
  });

  it("are none once all are decided", () => {
    expect(next([entry(1, { kind: "refused", message: "text" })])).toEqual([]);
  });
});

describe("a title to begin with", () => {
  it("is the name without its ending", () => {
    expect(titleOf("Chant_du_puits.wav")).toBe("Chant du puits");
    expect(titleOf("1.2.flac")).toBe("1.2");
  });
});

describe("an answer to an upload", () => {
  it("is a failure where it is none", () => {
    expect(answerOf("<html>")).toEqual({ ok: false, message: "" });
    expect(answerOf("null")).toEqual({ ok: false, message: "" });
  });

  it("tells the first error's sentence", () => {
    expect(answerOf('{"errors":[{"message":"The file is larger than 2048 MB."}]}')).toEqual({
      ok: false,
      message: "The file is larger than 2048 MB.",
    });
  });
});
