import { type Manifest, type Span, bucketSeconds, bucketsOf, levelFor, parentOf } from "./pyramid";
import type { Decoded } from "./tiles";
import type { View } from "./timeline";

/** One tile: for each channel the least, the greatest and the RMS value of each bucket; full scale is 32767. */
export interface WaveTile {
  readonly buckets: number;
  readonly min: readonly Int16Array[];
  readonly max: readonly Int16Array[];
  readonly rms: readonly Uint16Array[];
}

export interface Extent {
  min: number;
  max: number;
  /** Sum of the squares of the buckets' RMS, and how many they were. */
  power: number;
  buckets: number;
}

export type WaveLookup = (level: number, index: number) => WaveTile | undefined;

/** Planes in order min, max, RMS, channel after channel, little-endian. */
export function decodeWave(channels: number) {
  return (bytes: ArrayBuffer, buckets: number): Decoded<WaveTile> | null => {
    if (bytes.byteLength !== channels * buckets * 6) return null;
    const min: Int16Array[] = [];
    const max: Int16Array[] = [];
    const rms: Uint16Array[] = [];
    for (let c = 0; c < channels; c += 1) {
      const at = c * buckets * 6;
      min.push(new Int16Array(bytes, at, buckets));
      max.push(new Int16Array(bytes, at + buckets * 2, buckets));
      rms.push(new Uint16Array(bytes, at + buckets * 4, buckets));
    }
    return { value: { buckets, min, max, rms }, bytes: bytes.byteLength };
  };
}

/**
 * The extent of a span of buckets in one channel. A tile that is not there yet is stood in for by the coarser
 * one that covers it: its extent holds the true one. False where nothing at all is known.
 */
export function extentOf(
  m: Manifest,
  lookup: WaveLookup,
  level: number,
  span: Span,
  channel: number,
  out: Extent,
): boolean {
  let known = false;
  let at = span.from;
  while (at < span.to) {
    const index = Math.floor(at / m.tile);
    const end = Math.min(span.to, (index + 1) * m.tile);
    const tile = lookup(level, index);
    if (tile) {
      known = gather(tile, at - index * m.tile, end - index * m.tile, channel, out) || known;
    } else if (level + 1 < m.levels.length) {
      known = extentOf(m, lookup, level + 1, parentOf(m, { from: at, to: end }), channel, out) || known;
    }
    at = end;
  }
  return known;
}

function gather(tile: WaveTile, from: number, to: number, channel: number, out: Extent): boolean {
  const { min, max, rms } = tile;
  const lows = min[channel];
  const highs = max[channel];
  const powers = rms[channel];
  if (!lows || !highs || !powers) return false;
  const last = Math.min(to, tile.buckets);
  for (let i = from; i < last; i += 1) {
    const low = lows[i] ?? 0;
    const high = highs[i] ?? 0;
    const power = powers[i] ?? 0;
    if (low < out.min) out.min = low;
    if (high > out.max) out.max = high;
    out.power += power * power;
    out.buckets += 1;
  }
  return last > from;
}

export interface WaveInk {
  readonly peak: string;
  readonly body: string;
  readonly axis: string;
}

/** Draw every channel in its own strip, one above the other; returns the level that was read. */
export function drawWave(
  ctx: CanvasRenderingContext2D,
  size: { width: number; height: number },
  view: View,
  m: Manifest,
  lookup: WaveLookup,
  ink: WaveInk,
): number {
  const level = levelFor(m, view.perPixel);
  const strip = size.height / m.channels;
  const half = strip / 2 - 1;
  const peaks = new Path2D();
  const bodies = new Path2D();
  const axes = new Path2D();
  // Where a bucket is wider than a pixel, it is drawn once, as wide as it is.
  const wide = Math.max(1, Math.floor(bucketSeconds(m, level) / view.perPixel));
  const step = wide >= 3 ? wide : 1;
  const last = Math.min(size.width, Math.ceil((m.duration - view.start) / view.perPixel));
  for (let channel = 0; channel < m.channels; channel += 1) {
    const middle = strip * (channel + 0.5);
    axes.rect(0, Math.round(middle) - 0.5, last, 1);
    for (let x = 0; x < last; x += step) {
      const start = view.start + x * view.perPixel;
      const extent: Extent = { min: 32767, max: -32768, power: 0, buckets: 0 };
      const span = bucketsOf(m, level, start, start + step * view.perPixel);
      if (!extentOf(m, lookup, level, span, channel, extent)) continue;
      const top = middle - (extent.max / 32767) * half;
      const bottom = middle - (extent.min / 32767) * half;
      peaks.rect(x, top, step, Math.max(1, bottom - top));
      const body = (Math.sqrt(extent.power / Math.max(1, extent.buckets)) / 32767) * half;
      if (body > 0.5) bodies.rect(x, middle - body, step, body * 2);
    }
  }
  ctx.fillStyle = ink.axis;
  ctx.fill(axes);
  ctx.fillStyle = ink.peak;
  ctx.fill(peaks);
  ctx.fillStyle = ink.body;
  ctx.fill(bodies);
  return level;
}
