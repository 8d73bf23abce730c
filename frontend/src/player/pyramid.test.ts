import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketSeconds, bucketsOf, levelFor, type Manifest, parentOf, readManifest, tilesOf, topLevel } from "./pyramid";
import { manifestOf, pyramidOf } from "./synthetic";
import { columnsOf, decodeWave, type Extent, extentOf, type WaveTile } from "./waveform";

const shape = fc.record({ samples: fc.integer({ min: 1, max: 6000 }), tile: fc.constantFrom(4, 16, 64) });

/** Every tile of a synthetic pyramid, decoded, less those that are said to be missing. */
function lookupOf(m: Manifest, signal: Float32Array, missing: (level: number, index: number) => boolean) {
  const bytes = pyramidOf(m, [signal]);
  const decode = decodeWave(1);
  const tiles = new Map<string, WaveTile>();
  for (const [key, buffer] of bytes) tiles.set(key, decode(buffer, buffer.byteLength / 6)!.value);
  return (level: number, index: number): WaveTile | undefined =>
    level < topLevel(m) && missing(level, index) ? undefined : tiles.get(`${level}/${index}`);
}

describe("the pyramid", () => {
  it("never hides a peak: an extent from any level, with any tiles missing, holds the true one", () => {
    fc.assert(
      fc.property(
        shape,
        fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
        fc.double({ min: 0, max: 0.98, noNaN: true }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 9 }),
        ({ samples, tile }, values, from, length, hidden) => {
          const signal = new Float32Array(samples);
          const few = Array.from({ length: 97 }, () => values.next().value as number);
          for (let i = 0; i < samples; i += 1) signal[i] = few[(i * i) % 97]!;
          const m = manifestOf({ samples, sampleRate: 1000, channels: 1, tile, base: 16 });
          const lookup = lookupOf(m, signal, (level, index) => (level * 7 + index) % 10 < hidden);
          const start = from * m.duration;
          const end = Math.min(m.duration, start + length * m.duration);
          const level = levelFor(m, (end - start) / 40);
          const out: Extent = { min: 32767, max: -32768, power: 0, buckets: 0 };
          expect(extentOf(m, lookup, level, bucketsOf(m, level, start, end), 0, out)).toBe(true);
          const truth = signal.subarray(Math.floor(start * 1000), Math.max(Math.floor(start * 1000) + 1, Math.floor(end * 1000)));
          const greatest = truth.reduce((a, b) => Math.max(a, b));
          const least = truth.reduce((a, b) => Math.min(a, b));
          expect(out.max).toBeGreaterThanOrEqual(Math.floor(greatest * 32767));
          expect(out.min).toBeLessThanOrEqual(Math.ceil(least * 32767));
        },
      ),
      { numRuns: 120 },
    );
  });

  it("reads no level coarser than a pixel, and never a finer one than it must", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), fc.double({ min: 1e-6, max: 100, noNaN: true }), (samples, perPixel) => {
        const m = manifestOf({ samples, sampleRate: 48_000, channels: 1 });
        const level = levelFor(m, perPixel);
        if (level > 0) expect(bucketSeconds(m, level)).toBeLessThanOrEqual(perPixel);
        if (level < topLevel(m)) expect(bucketSeconds(m, level + 1)).toBeGreaterThan(perPixel);
      }),
    );
  });

  it("covers a stretch with tiles that leave no gap and a parent that holds its children", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (samples, a, b) => {
          const m = manifestOf({ samples, sampleRate: 48_000, channels: 1 });
          const [start, end] = [Math.min(a, b) * m.duration, Math.max(a, b) * m.duration];
          const level = levelFor(m, (end - start) / 1000);
          const span = bucketsOf(m, level, start, end);
          const tiles = tilesOf(m, level, start, end);
          expect(tiles).toEqual(Array.from({ length: tiles.length }, (_, i) => (tiles[0] ?? 0) + i));
          expect(span.to).toBeGreaterThan(span.from - 1);
          const parent = parentOf(m, span);
          expect(parent.from * m.factor).toBeLessThanOrEqual(span.from);
          expect(parent.to * m.factor).toBeGreaterThanOrEqual(span.to);
        },
      ),
    );
  });

  it("draws a bucket exactly where it lies in time, however close the view", () => {
    const m = manifestOf({ samples: 320_000, sampleRate: 32_000, channels: 1 });
    const view = { start: 4.5931, perPixel: 0.0004, width: 1300, duration: 10 };
    const clicked = columnsOf(m, 0, view, 1300).find(({ span }) => span.from === 625);
    expect(clicked?.x).toBeCloseTo((5 - view.start) / view.perPixel, 6);
    expect(clicked?.width).toBeCloseTo(20);
  });

  it("asks for at most a few tiles a view: ten hours on 1300 pixels at every zoom", () => {
    const m = manifestOf({ samples: 36_000 * 48_000, sampleRate: 48_000, channels: 1 });
    for (let perPixel = m.duration / 1300; perPixel > 0.001; perPixel *= 0.9) {
      const level = levelFor(m, perPixel);
      expect(tilesOf(m, level, 17_000, 17_000 + 1300 * perPixel).length).toBeLessThanOrEqual(3);
    }
  });
});

describe("a manifest from the wire", () => {
  const good = {
    kind: "spectrogram", base: 512, factor: 4, tile: 256, levels: [1000, 250], channels: 1, sampleRate: 44_100, hop: 512, bands: 256, minDb: -120, duration: 11.6,
  };

  it("is read when it is whole", () => {
    expect(readManifest(good)?.base).toBe(512);
  });

  it.each([
    ["no object", 7],
    ["another kind", { ...good, kind: "chroma" }],
    ["no levels", { ...good, levels: [] }],
    ["a broken level", { ...good, levels: [12.5] }],
    ["a factor of one", { ...good, factor: 1 }],
    ["no duration", { ...good, duration: 0 }],
    ["a rate that is text", { ...good, sampleRate: "44100" }],
  ])("is refused with %s", (_, wire) => {
    expect(readManifest(wire)).toBeNull();
  });
});
