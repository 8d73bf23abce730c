import { clock, spoken } from "../lib/time";
import { type Fragment, writeFragment } from "./fragment";
import type { Messages } from "./messages";
import type { Picture } from "./picture";
import type { Source } from "./source";

/** A message with its {names} filled in. */
export function fill(text: string, params: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/** How far sound and picture have come. */
export interface Standing {
  readonly soundFailed: boolean;
  readonly picture: { readonly hasTiles: boolean; readonly waiting: boolean; readonly failed: boolean };
}

/** The note above the picture: what is missing, and why. */
export function noteOf(source: Source, standing: Standing, messages: Messages): string {
  const { picture } = standing;
  const factor = source.audio?.timeFactor ?? 1;
  const notes: string[] = [];
  if (standing.soundFailed) notes.push(messages.soundFailed);
  if (!source.audio) notes.push(messages.noSound);
  if (factor > 1) notes.push(fill(messages.expanded, { factor: String(Number(factor.toFixed(2))) }));
  if (!picture.hasTiles && source.audio) notes.push(messages.noTiles);
  else if (picture.failed && !picture.waiting) notes.push(messages.tilesFailed);
  else if (picture.waiting) notes.push(messages.loading);
  return notes.join(" ");
}

/** The picture in words, for those who do not see it; nothing before it is there. */
export function summaryOf(source: Source, picture: Picture, messages: Messages, language: string): string | null {
  const loudest = picture.loudest();
  if (loudest === null) return null;
  const channels = picture.channels === 1 ? messages.channelsOne : fill(messages.channelsMany, { n: String(picture.channels) });
  const summary = fill(messages.summary, {
    duration: spoken(source.duration, language),
    channels,
    rate: `${picture.sampleRate} Hz`,
    loudest: spoken(loudest, language),
  });
  const names = source.lanes.map((lane) => lane.label).join(", ");
  return names ? `${summary} ${fill(messages.curves, { names })}` : summary;
}

/** What is read at a point of the picture (seconds, Hz, dB), of the curves, and the chosen stretch. */
export function readingOf(
  point: { readonly time: number; readonly hertz: number | null; readonly level: number | null } | null,
  curves: readonly string[],
  loop: { readonly start: number; readonly end: number } | null,
  messages: Messages,
): string[] {
  const parts = point ? [clock(point.time, 3)] : [];
  if (point && point.hertz !== null) parts.push(`${Math.round(point.hertz)} Hz`);
  if (point && point.level !== null) parts.push(`${point.level.toFixed(1).replace("-", "−")} dB`);
  parts.push(...curves);
  if (loop) parts.push(fill(messages.selected, { start: clock(loop.start, 3), end: clock(loop.end, 3) }));
  return parts;
}

/** The address of a moment or a stretch of a page. */
export function linkTo(page: string, fragment: Fragment): string {
  const url = new URL(page);
  url.searchParams.delete("t");
  return `${url.href}${url.search ? "&" : "?"}t=${writeFragment(fragment)}`;
}
