import type { Scope } from "../lib/scope";
import { type View, endOf, toX } from "./timeline";

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
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  load(start: number, end: number, maxPoints: number, signal: AbortSignal): Promise<Stretch | null>;
}

interface Held extends Stretch {
  readonly start: number;
  readonly end: number;
  readonly perPixel: number;
}

/** One curve's lane: asks for what the view needs and a little more, and only when what it has no longer does. */
export class CurveLane {
  #held: Held | null = null;
  #asked: { abort: AbortController; start: number; end: number } | null = null;
  #empty = false;
  #range: { low: number; high: number } | null = null;

  constructor(
    readonly curve: Curve,
    private readonly scope: Scope,
    private readonly changed: () => void,
  ) {}

  /** No value anywhere in what was asked for. */
  get empty(): boolean {
    return this.#empty;
  }

  range(): { low: number; high: number } | null {
    return this.#range;
  }

  need(view: View): void {
    const held = this.#held;
    const start = view.start;
    const end = Math.min(view.duration, endOf(view));
    // What was not thinned has nothing more to give.
    const fine = held && (held.minima === null || held.perPixel <= view.perPixel * 2);
    if (held && fine && held.perPixel >= view.perPixel / 8 && held.start <= start && held.end >= end) return;
    if (this.#asked && this.#asked.start <= start && this.#asked.end >= end) return;
    void this.#load(view, start, end);
  }

  async #load(view: View, start: number, end: number): Promise<void> {
    this.#asked?.abort.abort();
    const abort = new AbortController();
    const room = (end - start) / 2;
    const wide = { start: Math.max(0, start - room), end: Math.min(view.duration, end + room) };
    this.#asked = { abort, start, end };
    const points = Math.min(4000, Math.ceil((wide.end - wide.start) / view.perPixel));
    try {
      const stretch = await this.curve.load(wide.start, wide.end, points, AbortSignal.any([abort.signal, this.scope.signal]));
      if (this.scope.ended || abort.signal.aborted) return;
      this.#held = stretch && { ...stretch, ...wide, perPixel: view.perPixel };
      this.#range = stretch && rangeOf(stretch);
      this.#empty = this.#range === null;
      this.changed();
    } catch (error) {
      if (!this.scope.ended && !abort.signal.aborted) this.#empty = true;
      if (!(error instanceof DOMException)) throw error;
    } finally {
      if (this.#asked?.abort === abort) this.#asked = null;
    }
  }

  /** The value nearest to a time. */
  at(time: number): number | null {
    const held = this.#held;
    const value = held?.values[Math.round((time - held.t0) / held.period)];
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  draw(ctx: CanvasRenderingContext2D, size: { width: number; height: number }, view: View, ink: string): void {
    const held = this.#held;
    const range = this.#range;
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
export function rangeOf({ values, minima, maxima }: Stretch): { low: number; high: number } | null {
  const known = [values, minima, maxima].flatMap((series) => [...(series ?? [])]).filter((value) => !Number.isNaN(value));
  if (!known.length) return null;
  known.sort((a, b) => a - b);
  const at = (part: number): number => known[Math.round(part * (known.length - 1))] ?? 0;
  const [low, high] = [at(0.02), at(0.998)];
  if (high > low) return { low, high };
  const room = Math.abs(high) * 0.08 || 0.08;
  return { low: low - room, high: high + room };
}
