import { writeFragment } from "../player/fragment";
import { clock } from "../lib/time";

/** The stretch of an item that a line of a list means. */
export interface Stretch {
  readonly start?: number | null;
  readonly end?: number | null;
}

/** What is added to an item's address so that its player opens the stretch. */
export function stretchQuery({ start, end }: Stretch): { t: string } | undefined {
  if (start == null && end == null) return undefined;
  return { t: writeFragment({ start: start ?? 0, end: end ?? null }) };
}

/** From when to when, as clocks tell it; nothing for a whole item. */
export function stretchInWords({ start, end }: Stretch): string {
  if (start == null && end == null) return "";
  return `${clock(start ?? 0, 1)}–${end == null ? "" : clock(end, 1)}`;
}
