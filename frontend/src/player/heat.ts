import type { Scope } from "../lib/scope";
import { type ColourMap, colourTable } from "./colours";
import { type Lane, type Size, minus, withUnit } from "./lane";
import type { Messages } from "./messages";
import { type View, endOf, toX } from "./timeline";
import { Window } from "./window";

/** A stretch of frames of several values: point k is `values[k * width]` to `values[(k + 1) * width - 1]`. */
export interface Rows {
  readonly t0: number;
  readonly period: number;
  readonly width: number;
  readonly values: Float32Array;
  /** Whether each point is a frame of its own. */
  readonly whole: boolean;
}

/** A framewise result of several values: pitch classes, mel bands, a tempogram. */
export interface Heat {
  readonly kind: "heat";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  load(start: number, end: number, maxPoints: number, signal: AbortSignal): Promise<Rows | null>;
  /** What the rows are, lowest first: words, or numbers with their unit. */
  readonly places: () => { readonly names: readonly string[]; readonly unit: string } | null;
}

/** Rows of values as a picture, the first place at the bottom. */
export class HeatLane implements Lane {
  readonly #window: Window<Rows>;
  #picture: { of: Rows; canvas: HTMLCanvasElement; low: number; high: number } | null = null;

  constructor(
    readonly source: Heat,
    scope: Scope,
    changed: () => void,
    private readonly map: ColourMap = "magma",
  ) {
    this.#window = new Window(source.load, ({ whole }) => whole, scope, changed);
  }

  need(view: View): void {
    this.#window.need(view);
  }

  heading(messages: Messages): string {
    const { label, unit } = this.source;
    const picture = this.#drawn();
    if (!picture) return this.#window.data || this.#window.failed ? `${label}: ${messages.noValues}` : label;
    const figure = (n: number): string => minus(String(Number(n.toPrecision(3))));
    return withUnit(`${label} ${figure(picture.low)} – ${figure(picture.high)}`, unit);
  }

  /** The strongest place of a moment. */
  reading(time: number): string | null {
    const rows = this.#window.data;
    if (!rows) return null;
    const k = Math.round((time - rows.t0) / rows.period);
    let best = -1;
    for (let i = 0; i < rows.width; i += 1) {
      const value = rows.values[k * rows.width + i] ?? NaN;
      if (!Number.isNaN(value) && (best < 0 || value > (rows.values[k * rows.width + best] ?? NaN))) best = i;
    }
    const places = this.source.places();
    const name = best < 0 ? undefined : places?.names[best];
    return name === undefined ? null : `${this.source.label} ${withUnit(name, places?.unit ?? "")}`;
  }

  draw(ctx: CanvasRenderingContext2D, size: Size, view: View): void {
    const picture = this.#drawn();
    if (!picture) return;
    const { of: rows, canvas } = picture;
    const left = toX(view, rows.t0 - rows.period / 2);
    const right = toX(view, rows.t0 + (canvas.width - 0.5) * rows.period);
    if (right < 0 || rows.t0 > endOf(view)) return;
    ctx.imageSmoothingEnabled = false;
    ctx.drawImage(canvas, left, 2, right - left, size.height - 4);
  }

  #drawn(): { of: Rows; canvas: HTMLCanvasElement; low: number; high: number } | null {
    const rows = this.#window.data;
    if (!rows) return null;
    if (this.#picture?.of === rows) return this.#picture;
    const range = extentOf(rows.values);
    if (!range) return null;
    this.#picture = { of: rows, canvas: coloured(rows, range, colourTable(this.map)), ...range };
    return this.#picture;
  }
}

function coloured(rows: Rows, { low, high }: { low: number; high: number }, table: ReturnType<typeof colourTable>): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(rows.values.length / rows.width));
  canvas.height = rows.width;
  const ctx = canvas.getContext("2d");
  if (!ctx) return canvas;
  const image = ctx.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let k = 0; k < canvas.width; k += 1) {
    for (let i = 0; i < rows.width; i += 1) {
      const value = rows.values[k * rows.width + i] ?? NaN;
      const part = Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));
      pixels[(rows.width - 1 - i) * canvas.width + k] = table[Math.round(part * 255)] ?? 0;
    }
  }
  ctx.putImageData(image, 0, 0);
  return canvas;
}

/** The least and the greatest of numbers; null where there is none, a little room where all are one. */
export function extentOf(values: Float32Array): { low: number; high: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return null;
  return low < high ? { low, high } : { low: low - 1, high: high + 1 };
}
