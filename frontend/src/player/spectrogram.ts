import type { Budget } from "./budget";
import { type Manifest, bucketSeconds, bucketsOf, levelFor, tilesOf } from "./pyramid";
import type { Decoded } from "./tiles";
import type { View } from "./timeline";

/** One tile: column after column, each from the lowest band to the highest; 255 is full scale. */
export interface SpectrumTile {
  readonly columns: number;
  readonly values: Uint8Array<ArrayBuffer>;
}

export type SpectrumLookup = (level: number, index: number) => SpectrumTile | undefined;

export function decodeSpectrum(bands: number) {
  return (bytes: ArrayBuffer, columns: number): Decoded<SpectrumTile> | null =>
    bytes.byteLength === columns * bands
      ? { value: { columns, values: new Uint8Array(bytes) }, bytes: bytes.byteLength }
      : null;
}

/** Colours a tile, highest band at the top. */
export function paint(tile: SpectrumTile, bands: number, table: Uint32Array, into: Uint32Array): void {
  const { columns, values } = tile;
  for (let column = 0; column < columns; column += 1) {
    const from = column * bands;
    for (let band = 0; band < bands; band += 1) {
      into[(bands - 1 - band) * columns + column] = table[values[from + band] ?? 0] ?? 0;
    }
  }
}

/** The coloured pictures of tiles, kept in the same budget as the tiles and made anew when the colours change. */
export class Pictures {
  #colours = 0;

  constructor(
    private readonly manifest: Manifest,
    private readonly budget: Budget,
    private table: Uint32Array,
  ) {}

  recolour(table: Uint32Array): void {
    this.table = table;
    this.#colours += 1;
    this.budget.dropAll("picture/");
  }

  of(level: number, index: number, tile: SpectrumTile): OffscreenCanvas | null {
    const key = `picture/${this.#colours}/${level}/${index}`;
    const kept = this.budget.get<OffscreenCanvas>(key);
    if (kept) return kept;
    const canvas = new OffscreenCanvas(tile.columns, this.manifest.bands);
    const ctx = canvas.getContext("2d");
    if (!ctx) return null;
    const image = ctx.createImageData(tile.columns, this.manifest.bands);
    paint(tile, this.manifest.bands, this.table, new Uint32Array(image.data.buffer));
    ctx.putImageData(image, 0, 0);
    this.budget.put(key, canvas, image.data.byteLength);
    return canvas;
  }
}

/** Draw the tiles in view, coarser ones standing in for those still on their way; returns the level that was read. */
export function drawSpectrum(
  ctx: CanvasRenderingContext2D,
  size: { width: number; height: number },
  view: View,
  m: Manifest,
  lookup: SpectrumLookup,
  pictures: Pictures,
): number {
  const level = levelFor(m, view.perPixel);
  const start = view.start;
  const end = Math.min(m.duration, view.start + size.width * view.perPixel);
  ctx.imageSmoothingEnabled = true;
  for (const index of tilesOf(m, level, start, end)) {
    const from = index * m.tile;
    place(ctx, size.height, view, m, lookup, pictures, level, from, from + m.tile, level);
  }
  return level;
}

/** Draw the columns [from, to) of `level` from the finest tile at hand that holds them. */
function place(
  ctx: CanvasRenderingContext2D,
  height: number,
  view: View,
  m: Manifest,
  lookup: SpectrumLookup,
  pictures: Pictures,
  level: number,
  from: number,
  to: number,
  source: number,
): void {
  if (source >= m.levels.length) return;
  const scale = m.factor ** (source - level);
  const index = Math.floor(from / scale / m.tile);
  const tile = lookup(source, index);
  const picture = tile && pictures.of(source, index, tile);
  if (!tile || !picture) {
    place(ctx, height, view, m, lookup, pictures, level, from, to, source + 1);
    return;
  }
  const left = from / scale - index * m.tile;
  const columns = Math.min(to / scale - index * m.tile, tile.columns) - left;
  if (columns <= 0) return;
  const seconds = bucketSeconds(m, source);
  const x = ((index * m.tile + left) * seconds - view.start) / view.perPixel;
  ctx.drawImage(picture, left, 0, columns, m.bands, x, 0, (columns * seconds) / view.perPixel, height);
}

/** The level in dB at a time and frequency, from the finest tile at hand; null where none is. */
export function levelAt(m: Manifest, lookup: SpectrumLookup, view: View, time: number, hertz: number): number | null {
  for (let level = levelFor(m, view.perPixel); level < m.levels.length; level += 1) {
    const { from } = bucketsOf(m, level, time, time);
    const index = Math.floor(from / m.tile);
    const tile = lookup(level, index);
    if (!tile) continue;
    const band = Math.min(m.bands - 1, Math.floor((hertz / (m.sampleRate / 2)) * m.bands));
    const value = tile.values[(from - index * m.tile) * m.bands + band];
    return value === undefined ? null : m.minDb + (value / 255) * -m.minDb;
  }
  return null;
}
