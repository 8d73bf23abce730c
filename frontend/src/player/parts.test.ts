import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Budget } from "./budget";
import { COLOUR_MAPS, colourTable, contrastOf } from "./colours";
import { readFragment, writeFragment } from "./fragment";
import { commandOf } from "./keyboard";
import { readSource } from "./source";
import { decodeSpectrum, paint } from "./spectrogram";
import { decodeWave } from "./waveform";

describe("the budget", () => {
  it("never keeps more than its limit, save what is pinned and what came last", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key: fc.integer({ min: 0, max: 30 }), bytes: fc.integer({ min: 1, max: 60 }) }), { maxLength: 200 }), (puts) => {
        const budget = new Budget(100);
        budget.put("top", "top", 5, true);
        for (const { key, bytes } of puts) {
          budget.put(String(key), key, bytes);
          expect(budget.bytes).toBeLessThanOrEqual(100);
          expect(budget.get(String(key))).toBe(key);
        }
        expect(budget.get("top")).toBe("top");
      }),
    );
  });

  it("lets go first of what was used longest ago", () => {
    const budget = new Budget(30);
    for (const key of ["a", "b", "c"]) budget.put(key, key, 10);
    budget.get("a");
    budget.put("d", "d", 10);
    expect([budget.has("a"), budget.has("b"), budget.has("c"), budget.has("d")]).toEqual([true, false, true, true]);
  });
});

describe("tiles from the wire", () => {
  it("are read plane by plane, channel by channel, little-endian", () => {
    const bytes = new ArrayBuffer(2 * 2 * 6);
    const view = new DataView(bytes);
    [-5, -6, 7, 8].forEach((n, i) => view.setInt16(i * 2, n, true));
    [3, 4].forEach((n, i) => view.setUint16(8 + i * 2, n, true));
    [-50, -60, 70, 80].forEach((n, i) => view.setInt16(12 + i * 2, n, true));
    [30, 65_000].forEach((n, i) => view.setUint16(20 + i * 2, n, true));
    const tile = decodeWave(2)(bytes, 2)?.value;
    expect(tile?.min.map((plane) => [...plane])).toEqual([[-5, -6], [-50, -60]]);
    expect(tile?.max.map((plane) => [...plane])).toEqual([[7, 8], [70, 80]]);
    expect(tile?.rms.map((plane) => [...plane])).toEqual([[3, 4], [30, 65_000]]);
  });

  it("of another length than announced are refused", () => {
    expect(decodeWave(2)(new ArrayBuffer(25), 2)).toBeNull();
    expect(decodeSpectrum(256)(new ArrayBuffer(255), 1)).toBeNull();
  });

  it("of a spectrum are painted with the lowest band at the bottom", () => {
    const tile = decodeSpectrum(3)(new Uint8Array([1, 2, 3, 4, 5, 6]).buffer, 2)?.value;
    const table = Uint32Array.from({ length: 256 }, (_, i) => i);
    const into = new Uint32Array(6);
    if (tile) paint(tile, 3, table, into);
    expect([...into]).toEqual([3, 6, 2, 5, 1, 4]);
  });
});

describe("colours", () => {
  it.each(COLOUR_MAPS)("of %s grow lighter with every step and are opaque", (map) => {
    const table = colourTable(map);
    const light = (packed: number): number => 0.2126 * (packed & 255) + 0.7152 * ((packed >> 8) & 255) + 0.0722 * ((packed >> 16) & 255);
    for (let i = 1; i < 256; i += 1) {
      expect(light(table[i]!)).toBeGreaterThanOrEqual(light(table[i - 1]!) - 1);
      expect(table[i]! >>> 24).toBe(255);
    }
    expect(light(table[255]!) - light(table[0]!)).toBeGreaterThan(150);
  });

  it("fit a quiet picture to the values it has, and keep a flat one from turning into noise", () => {
    const quiet = Uint8Array.from({ length: 10_000 }, (_, i) => 20 + (i % 80));
    const { low, high } = contrastOf(quiet);
    expect(low).toBeGreaterThanOrEqual(6);
    expect(low).toBeLessThan(60);
    expect(high).toBeLessThanOrEqual(100);
    expect(contrastOf(new Uint8Array(64).fill(90))).toEqual({ low: 42, high: 90 });
    expect(contrastOf(new Uint8Array(64))).toEqual({ low: 0, high: 255 });
  });
});

describe("a media fragment", () => {
  it.each([
    ["17345.678,17360", { start: 17345.678, end: 17360 }],
    ["1:02.5", { start: 62.5, end: null }],
    ["npt:10,20", { start: 10, end: 20 }],
    [",20", { start: 0, end: 20 }],
    ["4:49:05,4:50:00", { start: 17345, end: 17400 }],
  ])("%s is read", (text, fragment) => {
    expect(readFragment(text)).toEqual(fragment);
  });

  it.each(["", "x", "20,10", "10,10", "1,2,3", "-4", "1:2:3:4", null])("%s is none", (text) => {
    expect(readFragment(text)).toBeNull();
  });

  it("comes back as it was written, to the millisecond", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (ms, length) => {
        const fragment = { start: ms / 1000, end: (ms + length) / 1000 };
        expect(readFragment(writeFragment(fragment))).toEqual(fragment);
      }),
    );
  });
});

describe("keys", () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    commandOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held });

  it("leave the browser its own: Ctrl and the rest", () => {
    expect(press("0", { ctrlKey: true })).toBeNull();
    expect(press("ArrowLeft", { altKey: true })).toBeNull();
    expect(press("Tab")).toBeNull();
  });

  it("reach every gesture, also brackets that are made with AltGr", () => {
    expect(press(" ")).toBe("toggle");
    expect(press("ArrowRight", { shiftKey: true })).toBe("forwardFine");
    expect(press("ArrowUp", { altKey: true })).toBe("higher");
    expect(press("[", { altKey: true, ctrlKey: true })).toBe("loopStart");
  });
});

describe("a source written in a page", () => {
  it("is read with what it has", () => {
    const source = readSource({ label: "x", duration: 3, audio: { url: "/a.opus", timeFactor: 10 } });
    expect(source?.audio).toEqual({ url: "/a.opus", mimeType: "", timeFactor: 10 });
    expect(source?.waveform).toBeNull();
  });

  it("without a duration is none", () => {
    expect(readSource({ label: "x" })).toBeNull();
    expect(readSource("x")).toBeNull();
  });
});
