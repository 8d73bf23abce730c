import type { Scope } from "../lib/scope";
import { type Lane, type Size, minus, withUnit } from "./lane";
import type { Messages } from "./messages";
import { type View, endOf, toX } from "./timeline";
import { Window } from "./window";

interface Range {
  readonly low: number;
  readonly high: number;
}

/** A stretch of a framewise result: point k is at t0 + k * period; NaN where there is no value. */
export interface Stretch {
  readonly t0: number;
  readonly period: number;
  readonly values: Float32Array;
  /** Least and greatest of what each point stands for, where the curve was thinned. */
  readonly minima: Float32Array | null;
  readonly maxima: Float32Array | null;
}

/** A framewise result that can be drawn under the sound. */
export interface Curve {
  readonly kind: "curve";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  load(start: number, end: number, maxPoints: number, signal: AbortSignal): Promise<Stretch | null>;
}

/** One curve's lane. */
export class CurveLane implements Lane {
  readonly #window: Window<Stretch>;
  #ranged: { stretch: Stretch; range: Range | null } | null = null;

  constructor(
    readonly curve: Curve,
    scope: Scope,
    changed: () => void,
  ) {
    // What was not thinned has nothing more to give.
    this.#window = new Window(curve.load, ({ minima }) => minima === null, scope, changed);
  }

  need(view: View): void {
    this.#window.need(view);
  }

  /** Between which values it is drawn; null where it has none. */
  range(): Range | null {
    const stretch = this.#window.data;
    if (!stretch) return null;
    if (this.#ranged?.stretch !== stretch) this.#ranged = { stretch, range: rangeOf(stretch) };
    return this.#ranged.range;
  }

  heading(messages: Messages): string {
    const { label, unit } = this.curve;
    const range = this.range();
    if (!range) return this.#window.data || this.#window.failed ? `${label}: ${messages.noValues}` : label;
    // As many figures as tell the two ends apart.
    const apart = Math.ceil(Math.log10(Math.max(Math.abs(range.low), Math.abs(range.high)) / (range.high - range.low))) + 2;
    const figure = (n: number): string => minus(String(Number(n.toPrecision(Math.min(8, Math.max(3, apart))))));
    return withUnit(`${label} ${figure(range.low)} – ${figure(range.high)}`, unit);
  }

  reading(time: number): string | null {
    const value = this.at(time);
    return value === null ? null : withUnit(`${this.curve.label} ${Number(value.toPrecision(4))}`, this.curve.unit);
  }

  /** The value nearest to a time. */
  at(time: number): number | null {
    const held = this.#window.data;
    const value = held?.values[Math.round((time - held.t0) / held.period)];
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  draw(ctx: CanvasRenderingContext2D, size: Size, view: View, ink: string): void {
    const held = this.#window.data;
    const range = this.range();
    if (!held || !range) return;
    const y = (value: number): number => {
      const part = (value - range.low) / (range.high - range.low);
      return size.height - 4 - Math.min(1, Math.max(0, part)) * (size.height - 8);
    };
    const x = (i: number): number => toX(view, held.t0 + i * held.period);
    const from = Math.max(0, Math.floor((view.start - held.t0) / held.period) - 1);
    const to = Math.min(held.values.length, Math.ceil((endOf(view) - held.t0) / held.period) + 2);
    const band = new Path2D();
    const line = new Path2D();
    const dots = new Path2D();
    for (let i = from; i < to; i += 1) {
      const value = held.values[i] ?? NaN;
      if (Number.isNaN(value)) continue;
      const before = held.values[i - 1] ?? NaN;
      if (Number.isNaN(before) || i === from) line.moveTo(x(i), y(value));
      else line.lineTo(x(i), y(value));
      // A value between two gaps is no line: it is a dot.
      if (Number.isNaN(before) && Number.isNaN(held.values[i + 1] ?? NaN)) dots.rect(x(i) - 1, y(value) - 1, 2, 2);
      const [low, high] = [held.minima?.[i] ?? NaN, held.maxima?.[i] ?? NaN];
      if (low < high) band.rect(x(i - 0.5), y(high), Math.max(1, x(1) - x(0)), y(low) - y(high));
    }
    ctx.fillStyle = ink;
    ctx.globalAlpha = 0.28;
    ctx.fill(band);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = ink;
    ctx.lineWidth = 1.5;
    ctx.lineJoin = "round";
    ctx.stroke(line);
    ctx.fill(dots);
  }
}

/**
 * The extent in which a curve is drawn; null where it has no value. The lowest and highest hundredths are left out:
 * one instant of silence at -130 dB would press all else into a line. What lies beyond is drawn at the edge.
 */
export function rangeOf({ values, minima, maxima }: Stretch): Range | null {
  const known = [values, minima, maxima].flatMap((series) => [...(series ?? [])]).filter((value) => !Number.isNaN(value));
  if (!known.length) return null;
  known.sort((a, b) => a - b);
  const at = (part: number): number => known[Math.round(part * (known.length - 1))] ?? 0;
  const [low, high] = [at(0.02), at(0.998)];
  if (high > low) return { low, high };
  const room = Math.abs(high) * 0.08 || 0.08;
  return { low: low - room, high: high + room };
}
