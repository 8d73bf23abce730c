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

/** Draw every channel in its own strip, one above the other, or all of them in one; returns the level that was read. */
export function drawWave(
  ctx: CanvasRenderingContext2D,
  size: { width: number; height: number },
  view: View,
  m: Manifest,
  lookup: WaveLookup,
  ink: WaveInk,
  merged = false,
): number {
  const level = levelFor(m, view.perPixel);
  const all = Array.from({ length: m.channels }, (_, channel) => channel);
  const strips = merged ? [all] : all.map((channel) => [channel]);
  const strip = size.height / strips.length;
  const half = strip / 2 - 1;
  const peaks = new Path2D();
  const bodies = new Path2D();
  const axes = new Path2D();
  const columns = columnsOf(m, level, view, size.width);
  const last = Math.min(size.width, Math.ceil((m.duration - view.start) / view.perPixel));
  strips.forEach((channels, row) => {
    const middle = strip * (row + 0.5);
    axes.rect(0, Math.round(middle) - 0.5, last, 1);
    for (const { x, width, span } of columns) {
      const extent: Extent = { min: 32767, max: -32768, power: 0, buckets: 0 };
      const known = channels.map((channel) => extentOf(m, lookup, level, span, channel, extent));
      if (!known.includes(true)) continue;
      const top = middle - (extent.max / 32767) * half;
      const bottom = middle - (extent.min / 32767) * half;
      peaks.rect(x, top, width, Math.max(1, bottom - top));
      const body = (Math.sqrt(extent.power / Math.max(1, extent.buckets)) / 32767) * half;
      if (body > 0.5) bodies.rect(x, middle - body, width, body * 2);
    }
  });
  ctx.fillStyle = ink.axis;
  ctx.fill(axes);
  ctx.fillStyle = ink.peak;
  ctx.fill(peaks);
  ctx.fillStyle = ink.body;
  ctx.fill(bodies);
  return level;
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly span: Span;
}

/** One column a pixel; where a bucket is wider than that, one a bucket, exactly where it lies in time. */
export function columnsOf(m: Manifest, level: number, view: View, width: number): Column[] {
  const seconds = bucketSeconds(m, level);
  const end = Math.min(m.duration, view.start + width * view.perPixel);
  if (seconds >= 2 * view.perPixel) {
    const { from, to } = bucketsOf(m, level, view.start, end);
    return Array.from({ length: Math.max(0, to - from) }, (_, i) => ({
      x: ((from + i) * seconds - view.start) / view.perPixel,
      width: seconds / view.perPixel,
      span: { from: from + i, to: from + i + 1 },
    }));
  }
  const last = Math.min(width, Math.ceil((m.duration - view.start) / view.perPixel));
  return Array.from({ length: Math.max(0, last) }, (_, x) => {
    const start = view.start + x * view.perPixel;
    return { x, width: 1, span: bucketsOf(m, level, start, start + view.perPixel) };
  });
}
