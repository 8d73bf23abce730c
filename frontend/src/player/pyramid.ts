/**
 * The maths of a tile pyramid. Level 0 is the finest; each level above holds buckets `factor` times as wide;
 * levels go on until one tile covers the whole sound. Buckets are cut into tiles of `tile` buckets.
 */
export interface Manifest {
  readonly kind: "waveform" | "spectrogram";
  /** Samples in one bucket of level 0 (for a spectrogram: the hop between columns). */
  readonly base: number;
  readonly factor: number;
  /** Buckets in a tile; the last one of a level may hold fewer. */
  readonly tile: number;
  /** Buckets in each level. */
  readonly levels: readonly number[];
  readonly channels: number;
  readonly sampleRate: number;
  /** Frequency bands of a spectrogram column, from 0 Hz to half the sample rate. */
  readonly bands: number;
  readonly minDb: number;
  /** Seconds. */
  readonly duration: number;
}

export interface Span {
  /** First bucket. */
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

/** Check what came over the wire; null where it is no manifest that can be drawn. */
export function readManifest(wire: unknown): Manifest | null {
  if (typeof wire !== "object" || wire === null) return null;
  const field = (name: string): unknown => (wire as Record<string, unknown>)[name];
  const positive = (name: string): number => {
    const value = field(name);
    return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;
  };
  const kind = field("kind");
  const levels = field("levels");
  if (kind !== "waveform" && kind !== "spectrogram") return null;
  if (!Array.isArray(levels) || levels.length === 0 || !levels.every((n) => Number.isInteger(n) && n > 0)) return null;
  const minDb = field("minDb");
  const manifest: Manifest = {
    kind,
    base: kind === "spectrogram" ? positive("hop") || positive("base") : positive("base"),
    factor: positive("factor"),
    tile: positive("tile"),
    levels: levels as number[],
    channels: positive("channels") || 1,
    sampleRate: positive("sampleRate"),
    bands: positive("bands") || 256,
    minDb: typeof minDb === "number" && minDb < 0 ? minDb : -120,
    duration: positive("duration"),
  };
  const { base, factor, tile, sampleRate, duration } = manifest;
  return base && factor > 1 && tile && sampleRate && duration ? manifest : null;
}

/** Seconds in one bucket of a level. */
export function bucketSeconds(m: Manifest, level: number): number {
  return (m.base * m.factor ** level) / m.sampleRate;
}

/** The coarsest level whose buckets are no wider than a pixel: nothing is lost, little is read. */
export function levelFor(m: Manifest, secondsPerPixel: number): number {
  let level = 0;
  while (level + 1 < m.levels.length && bucketSeconds(m, level + 1) <= secondsPerPixel) level += 1;
  return level;
}

export function bucketsIn(m: Manifest, level: number): number {
  return m.levels[level] ?? 0;
}

export function tilesIn(m: Manifest, level: number): number {
  return Math.ceil(bucketsIn(m, level) / m.tile);
}

/** Buckets in one tile of a level. */
export function tileLength(m: Manifest, level: number, index: number): number {
  return Math.max(0, Math.min(m.tile, bucketsIn(m, level) - index * m.tile));
}

/** Every bucket of a level that shares any time with [start, end), at least one where there is any. */
export function bucketsOf(m: Manifest, level: number, start: number, end: number): Span {
  const seconds = bucketSeconds(m, level);
  const last = bucketsIn(m, level);
  const from = Math.min(Math.max(0, Math.floor(start / seconds)), last);
  const to = Math.max(Math.min(last, Math.ceil(end / seconds)), Math.min(from + 1, last));
  return { from, to };
}

/** The tiles of a level that hold any bucket of [start, end). */
export function tilesOf(m: Manifest, level: number, start: number, end: number): number[] {
  const { from, to } = bucketsOf(m, level, start, end);
  const tiles: number[] = [];
  for (let index = Math.floor(from / m.tile); index * m.tile < to; index += 1) tiles.push(index);
  return tiles;
}

/** The buckets one level up that hold all of a span. */
export function parentOf(m: Manifest, span: Span): Span {
  return { from: Math.floor(span.from / m.factor), to: Math.ceil(span.to / m.factor) };
}

export function topLevel(m: Manifest): number {
  return m.levels.length - 1;
}
