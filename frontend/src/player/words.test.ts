import { describe, expect, it } from "vitest";
import { ENGLISH } from "./messages";
import type { Source } from "./source";
import { fill, linkTo, noteOf, readingOf } from "./words";

const AUDIO = { url: "/media/x", timeFactor: 1 };
const source = (audio: { url: string; timeFactor: number } | null): Source =>
  ({ label: "x", duration: 10, audio, waveform: null, spectrogram: null, lanes: [], facts: [] }) as unknown as Source;
const drawn = { hasTiles: true, waiting: false, failed: false };

describe("the note above the picture", () => {
  it("is empty where nothing is missing", () => {
    expect(noteOf(source(AUDIO), { soundFailed: false, picture: drawn }, ENGLISH)).toBe("");
  });

  it("says why there is no sound, and that the picture is not made yet", () => {
    const nothing = { ...drawn, hasTiles: false };
    expect(noteOf(source(null), { soundFailed: false, picture: nothing }, ENGLISH)).toBe(ENGLISH.noSound);
    expect(noteOf(source(AUDIO), { soundFailed: true, picture: nothing }, ENGLISH)).toBe(`${ENGLISH.soundFailed} ${ENGLISH.noTiles}`);
  });

  it("tells of a failure only once nothing is on its way any more", () => {
    const failed = { ...drawn, failed: true };
    expect(noteOf(source(AUDIO), { soundFailed: false, picture: { ...failed, waiting: true } }, ENGLISH)).toBe(ENGLISH.loading);
    expect(noteOf(source(AUDIO), { soundFailed: false, picture: failed }, ENGLISH)).toBe(ENGLISH.tilesFailed);
  });

  it("says how much slower a copy is", () => {
    const note = noteOf(source({ ...AUDIO, timeFactor: 10.417 }), { soundFailed: false, picture: drawn }, ENGLISH);
    expect(note).toContain("10.42 times slower");
  });
});

it("fills in what is given, and leaves what is not", () => {
  expect(fill("{a} of {b}", { a: "1" })).toBe("1 of {b}");
});

it("links to a moment or a stretch, in the place of an earlier one", () => {
  expect(linkTo("https://x.org/items/A", { start: 1.5, end: null })).toBe("https://x.org/items/A?t=1.5");
  expect(linkTo("https://x.org/items/A?lang=fr&t=9", { start: 1, end: 2 })).toBe("https://x.org/items/A?lang=fr&t=1,2");
});

it("reads time, frequency and level at a point, and the chosen stretch", () => {
  const parts = readingOf({ time: 1.25, hertz: 440.4, level: -12.34 }, ["220 Hz"], { start: 0, end: 2 }, ENGLISH);
  expect(parts.slice(1, 4)).toEqual(["440 Hz", "−12.3 dB", "220 Hz"]);
  expect(parts).toHaveLength(5);
  expect(readingOf(null, [], null, ENGLISH)).toEqual([]);
});
