import { describe, expect, it } from "vitest";
import { stretchInWords, stretchQuery } from "./entry";

describe("a line of a list", () => {
  it("opens the player at its stretch", () => {
    expect(stretchQuery({ start: 1.5, end: 4 })).toEqual({ t: "1.5,4" });
    expect(stretchQuery({ start: null, end: 4 })).toEqual({ t: "0,4" });
    expect(stretchQuery({ start: 2, end: null })).toEqual({ t: "2" });
  });

  it("names no stretch of a whole item", () => {
    expect(stretchQuery({ start: null, end: null })).toBeUndefined();
    expect(stretchInWords({})).toBe("");
  });
});
