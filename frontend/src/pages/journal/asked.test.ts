import { describe, expect, it } from "vitest";
import { askedOf } from "./asked";

describe("the journal's address", () => {
  it("asks for a kind, a person and a day", () => {
    expect(askedOf({ kind: "PLACE", author: " curator ", since: "2026-02-28", after: "x" })).toEqual({
      kind: "PLACE",
      author: "curator",
      since: "2026-02-28T00:00:00+00:00",
      after: "x",
    });
  });

  it("asks for everything where it cannot be read", () => {
    expect(askedOf({ kind: "STARS", since: "2026-02-30", author: "" })).toEqual({ kind: null, author: null, since: null, after: null });
    expect(askedOf({ since: "yesterday", after: ["a", "b"] })).toMatchObject({ since: null, after: null });
  });
});
