import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clock, parseClock, spoken } from "./time";

describe("the clock", () => {
  it.each([
    [0, 0, "0:00"],
    [59.9996, 3, "1:00.000"],
    [17345.678, 3, "4:49:05.678"],
    [62.5, 1, "1:02.5"],
    [36000, 0, "10:00:00"],
  ])("reads %d with %d decimals as %s", (seconds, decimals, text) => {
    expect(clock(seconds, decimals)).toBe(text);
  });

  it("comes back to the same millisecond", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000_000 }), (ms) => Math.abs((parseClock(clock(ms / 1000, 3)) ?? -1) - ms / 1000) < 1e-6));
  });

  it.each(["", "a", "1.5:20", "1:2:3:4", "-1"])("knows that %s is no time", (text) => {
    expect(parseClock(text)).toBeNull();
  });

  it.each([
    ["en", "4 hours, 49 minutes, 5.7 seconds"],
    ["fr", "4 heures, 49 minutes, 5,7 secondes"],
    ["es", "4 horas, 49 minutos, 5,7 segundos"],
  ])("is spoken in %s", (language, words) => {
    expect(spoken(17345.678, language).replaceAll("\u00a0", " ")).toBe(words);
  });
});
