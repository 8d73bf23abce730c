import type { Scope } from "../lib/scope";
import { type Lane, type Size, minus, withUnit } from "./lane";
import type { Messages } from "./messages";
import { type View, endOf, toX } from "./timeline";
import { Window } from "./window";

/** A moment, or a stretch, that was found in the sound. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly value: number | null;
  readonly confidence: number | null;
}

export interface MarkWindow {
  readonly marks: readonly Mark[];
  /** How many there are in the window; more than came where they stand for others. */
  readonly total: number;
}

/** Events or segments that can be drawn under the sound. */
export interface Marks {
  readonly kind: "marks";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  load(start: number, end: number, most: number, signal: AbortSignal): Promise<MarkWindow | null>;
}

const INKS = ["#8fd0c4", "#f2b38c", "#c9b4e4", "#e6d27a", "#a8c7f0", "#f0a6c0", "#b7d98b", "#d0c4b4"];
const FONT = '12px "IBM Plex Sans", system-ui, sans-serif';
const SURE = 0.95;
const UNSURE = 0.3;

/** One lane of marks: moments as strokes, stretches as blocks with their words; the surer, the stronger. */
export class MarkLane implements Lane {
  readonly #window: Window<MarkWindow>;
  readonly #inks = new Map<string, string>();

  constructor(
    readonly source: Marks,
    scope: Scope,
    changed: () => void,
  ) {
    this.#window = new Window(source.load, ({ marks, total }) => marks.length === total, scope, changed);
  }

  need(view: View): void {
    this.#window.need(view);
  }

  heading(messages: Messages): string {
    const found = this.#window.data;
    const { label } = this.source;
    if (!found) return this.#window.failed ? `${label}: ${messages.noValues}` : label;
    if (!found.total) return `${label}: ${messages.noValues}`;
    return `${label}: ${found.total}`;
  }

  reading(time: number): string | null {
    const mark = this.at(time);
    if (!mark) return null;
    const said = [mark.label, mark.value === null ? "" : withUnit(minus(String(Number(mark.value.toPrecision(4)))), this.source.unit)];
    const words = said.filter(Boolean).join(" ") || this.source.label;
    return mark.confidence === null ? words : `${words} (${Math.round(mark.confidence * 100)} %)`;
  }

  /** The stretch that holds a time, or the moment nearest to it within a twentieth of a second. */
  at(time: number): Mark | null {
    let best: Mark | null = null;
    let nearest = 0.05;
    for (const mark of this.#window.data?.marks ?? []) {
      if (mark.end > mark.start && mark.start <= time && time < mark.end) return mark;
      const away = Math.abs(mark.start - time);
      if (mark.end === mark.start && away <= nearest) [best, nearest] = [mark, away];
    }
    return best;
  }

  draw(ctx: CanvasRenderingContext2D, size: Size, view: View, ink: string): void {
    const found = this.#window.data;
    if (!found) return;
    ctx.font = FONT;
    ctx.textBaseline = "middle";
    for (const mark of found.marks) {
      if (mark.end < view.start || mark.start > endOf(view)) continue;
      const x = toX(view, mark.start);
      ctx.globalAlpha = mark.confidence === null ? SURE : UNSURE + (SURE - UNSURE) * mark.confidence;
      ctx.fillStyle = mark.label ? this.#inkOf(mark.label) : ink;
      if (mark.end === mark.start) {
        ctx.fillRect(Math.round(x) - 0.5, 4, 1.5, size.height - 8);
        continue;
      }
      this.#block(ctx, size, mark, x, toX(view, mark.end));
    }
    ctx.globalAlpha = 1;
  }

  #block(ctx: CanvasRenderingContext2D, size: Size, mark: Mark, from: number, to: number): void {
    const left = Math.max(-2, from);
    const width = Math.max(1, Math.min(size.width + 2, to) - left - 1);
    ctx.fillRect(left, 6, width, size.height - 12);
    if (!mark.label || width < 24) return;
    ctx.globalAlpha = 1;
    ctx.fillStyle = "#10201d";
    const text = ctx.measureText(mark.label).width + 10 <= width ? mark.label : mark.label.slice(0, 1);
    if (ctx.measureText(text).width + 8 <= width) ctx.fillText(text, Math.max(4, left + 5), size.height / 2);
  }

  /** One ink for each word, in the order in which they are met. */
  #inkOf(label: string): string {
    const known = this.#inks.get(label);
    if (known) return known;
    const ink = INKS[this.#inks.size % INKS.length] ?? "#fff";
    this.#inks.set(label, ink);
    return ink;
  }
}
