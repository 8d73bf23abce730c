import type { Scope } from "../lib/scope";
import { type View, endOf } from "./timeline";

interface Held<T> {
  readonly start: number;
  readonly end: number;
  readonly perPixel: number;
  readonly data: T;
  /** Nothing was left out: a closer view has nothing more to get. */
  readonly whole: boolean;
}

/** A stretch of something around a view: asked for with some room, and again only when it no longer does. */
export class Window<T> {
  #held: Held<T> | null = null;
  #asked: { abort: AbortController; start: number; end: number } | null = null;
  #failed = false;

  constructor(
    private readonly load: (start: number, end: number, points: number, signal: AbortSignal) => Promise<T | null>,
    private readonly isWhole: (data: T) => boolean,
    private readonly scope: Scope,
    private readonly changed: () => void,
  ) {}

  get data(): T | null {
    return this.#held?.data ?? null;
  }

  /** It was asked for, and there is nothing. */
  get failed(): boolean {
    return this.#failed;
  }

  need(view: View): void {
    const held = this.#held;
    const start = view.start;
    const end = Math.min(view.duration, endOf(view));
    const fine = held && (held.whole || held.perPixel <= view.perPixel * 2);
    const coarse = held && held.perPixel >= view.perPixel / 8;
    if (held && fine && (coarse || held.whole) && held.start <= start && held.end >= end) return;
    if (this.#asked && this.#asked.start <= start && this.#asked.end >= end) return;
    void this.#load(view, start, end);
  }

  async #load(view: View, start: number, end: number): Promise<void> {
    this.#asked?.abort.abort();
    const abort = new AbortController();
    const room = (end - start) / 2;
    const wide = { start: Math.max(0, start - room), end: Math.min(view.duration, end + room) };
    this.#asked = { abort, start, end };
    const points = Math.min(4000, Math.max(1, Math.ceil((wide.end - wide.start) / view.perPixel)));
    try {
      const signal = AbortSignal.any([abort.signal, this.scope.signal]);
      const data = await this.load(wide.start, wide.end, points, signal);
      if (this.scope.ended || abort.signal.aborted) return;
      this.#held = data && { ...wide, perPixel: view.perPixel, data, whole: this.isWhole(data) };
      this.#failed = data === null;
      this.changed();
    } catch (error) {
      if (!this.scope.ended && !abort.signal.aborted) this.#failed = true;
      if (!(error instanceof DOMException)) throw error;
    } finally {
      if (this.#asked?.abort === abort) this.#asked = null;
    }
  }
}
