import type { Messages } from "./messages";
import type { View } from "./timeline";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is drawn under the sound on its time axis: a curve, marks, or rows of values as a picture. */
export interface Lane {
  /** Ask for what a view needs, if it is not here. */
  need(view: View): void;
  draw(ctx: CanvasRenderingContext2D, size: Size, view: View, ink: string): void;
  /** What stands over the lane: its name and what can be read off it. */
  heading(messages: Messages): string;
  /** What it says of a moment; null where it says nothing. */
  reading(time: number): string | null;
}

/** The unit behind a number; what has none needs none. */
export function withUnit(text: string, unit: string): string {
  return !unit || unit === "1" ? text : `${text} ${unit}`;
}

export function minus(text: string): string {
  return text.replace("-", "−");
}
