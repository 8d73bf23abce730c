import { parseClock } from "../lib/time";

/** A media fragment in time (W3C Media Fragments URI 1.0, section 4.2.1): `12.5`, `1:02,1:10`, `,20`. */
export interface Fragment {
  readonly start: number;
  /** Open where the fragment names no end. */
  readonly end: number | null;
}

export function readFragment(text: string | null | undefined): Fragment | null {
  if (!text) return null;
  const [from = "", to, ...rest] = text.replace(/^npt:/, "").split(",");
  if (rest.length) return null;
  const start = from === "" ? 0 : parseClock(from);
  const end = to === undefined ? null : parseClock(to);
  if (start === null || (to !== undefined && end === null)) return null;
  return end !== null && end <= start ? null : { start, end };
}

export function writeFragment({ start, end }: Fragment): string {
  const tidy = (seconds: number): string => String(Number(seconds.toFixed(3)));
  return end === null ? tidy(start) : `${tidy(start)},${tidy(end)}`;
}
