/** What part of the sound is seen. Every change gives a new view, kept within the sound. */
export interface View {
  /** Seconds at the left edge. */
  readonly start: number;
  readonly perPixel: number;
  readonly width: number;
  readonly duration: number;
}

export interface Tick {
  readonly time: number;
  readonly x: number;
}

export function wholeView(duration: number, width: number): View {
  return { start: 0, perPixel: duration / Math.max(1, width), width, duration };
}

export function endOf(view: View): number {
  return view.start + view.width * view.perPixel;
}

export function toX(view: View, time: number): number {
  return (time - view.start) / view.perPixel;
}

export function toTime(view: View, x: number): number {
  return Math.min(view.duration, Math.max(0, view.start + x * view.perPixel));
}

/** Bring a view within the sound: never wider than the whole, never finer than `finest` seconds a pixel. */
export function within(view: View, finest: number): View {
  const widest = view.duration / Math.max(1, view.width);
  const perPixel = Math.min(widest, Math.max(Math.min(finest, widest), view.perPixel));
  const last = Math.max(0, view.duration - view.width * perPixel);
  return { ...view, perPixel, start: Math.min(last, Math.max(0, view.start)) };
}

/** Zoom by a factor (below 1: closer) so that the time under `x` stays where it is. */
export function zoomAt(view: View, factor: number, x: number, finest: number): View {
  const anchor = view.start + x * view.perPixel;
  const { perPixel } = within({ ...view, perPixel: view.perPixel * factor }, finest);
  return within({ ...view, perPixel, start: anchor - x * perPixel }, finest);
}

export function panBy(view: View, pixels: number, finest: number): View {
  return within({ ...view, start: view.start + pixels * view.perPixel }, finest);
}

/** Another width shows the same middle at the same scale; the whole stays the whole. */
export function resized(view: View, width: number, finest: number): View {
  if (view.perPixel * view.width >= view.duration * 0.999) return wholeView(view.duration, width);
  const middle = view.start + (view.width * view.perPixel) / 2;
  return within({ ...view, width, start: middle - (width * view.perPixel) / 2 }, finest);
}

/** Turn the page when a time is out of sight. */
export function showing(view: View, time: number, finest: number): View {
  if (time >= view.start && time <= endOf(view)) return view;
  return within({ ...view, start: time - view.width * view.perPixel * 0.05 }, finest);
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400];

/** The least round step that leaves `least` pixels between two marks. */
export function tickStep(view: View, least = 88): number {
  const wanted = view.perPixel * least;
  if (wanted <= 1) {
    const power = 10 ** Math.floor(Math.log10(wanted));
    return [1, 2, 5, 10].map((n) => n * power).find((step) => step >= wanted * 0.999999) ?? 1;
  }
  return STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted / 86400) * 86400;
}

export function ticks(view: View, step: number): Tick[] {
  const marks: Tick[] = [];
  const last = Math.min(endOf(view), view.duration);
  for (let n = Math.ceil(view.start / step - 1e-9); n * step <= last + 1e-9; n += 1) {
    marks.push({ time: n * step, x: toX(view, n * step) });
  }
  return marks;
}

/** Decimals that a step needs to be told from its neighbour. */
export function decimalsOf(step: number): number {
  return step >= 1 ? 0 : Math.min(6, Math.ceil(-Math.log10(step) - 1e-9));
}
