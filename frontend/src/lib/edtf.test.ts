import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdictOn } from "./edtf";

describe("a date as it is written", () => {
  it.each(["1960", "1960-11", "1960-11-30", "1960~", "1960-11?", "196X", "19XX", "1960-XX", "1960-11-XX", "1960-21", "1960/1961", "1960-11-01/1960-11-30", "../1960", "1960/..", "1960/", "/1960", "1960-02-29", "Y17000", "-0044", "1960-11-30T12:00:00Z"])(
    "%s can be read",
    (text) => expect(verdictOn(text)).toBe("good"),
  );

  it.each(["1960-13", "1960-11-31", "1961-02-29", "1900-02-29", "60", "November 1960", "1960-1", "1961/1960", "1960-12/1960-11", "1960/1961/1962", "/", "../..", " 1960", "1960-00", "1960-11-00", "1960-15-XX"])(
    "%s cannot be",
    (text) => expect(verdictOn(text)).toBe("odd"),
  );

  it.each(["[1960,1961]", "{1960..1962}", "1960-S"])("%s is left to the archive", (text) => expect(verdictOn(text)).toBe("unknown"));

  it("of nothing is nothing", () => expect(verdictOn("")).toBe("empty"));

  it("every day of the calendar can be read, alone and in a range", () => {
    const days = fc.date({ min: new Date("1000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [first, last] = [a, b].sort();
        expect(verdictOn(a)).toBe("good");
        expect(verdictOn(`${first}/${last}`)).toBe("good");
        if (first !== last) expect(verdictOn(`${last}/${first}`)).toBe("odd");
      }),
    );
  });
});
