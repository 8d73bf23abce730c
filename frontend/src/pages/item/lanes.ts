/** What is drawn of a part: when it begins on the item's timeline, and how long it sounds, in seconds. */
export interface Timed {
  readonly position: number;
  readonly stem: number;
  readonly startsAt?: number | null;
  readonly duration?: number | null;
}

/** A part as a share of the whole, 0 to 1. */
export interface Bar {
  readonly position: number;
  readonly from: number;
  readonly share: number;
}

/** What sounds beside the rest: one line of the picture. */
export interface Lane {
  readonly stem: number;
  readonly bars: readonly Bar[];
}

/** Parts on one timeline, a lane for each stem, the item's own first; and how long it is, in seconds. */
export function lanesOf(parts: readonly Timed[]): { lanes: Lane[]; total: number } {
  const timed = parts.flatMap(({ position, stem, startsAt, duration }) =>
    typeof startsAt === "number" && typeof duration === "number" ? [{ position, stem, startsAt, duration }] : [],
  );
  const total = Math.max(0, ...timed.map(({ startsAt, duration }) => startsAt + duration));
  if (total === 0) return { lanes: [], total };
  const stems = [...new Set(timed.map(({ stem }) => stem))].sort((a, b) => a - b);
  const lanes = stems.map((stem) => ({
    stem,
    bars: timed.filter((part) => part.stem === stem).map(({ position, startsAt, duration }) => ({ position, from: startsAt / total, share: duration / total })),
  }));
  return { lanes, total };
}

/** The first stem that nothing sounds in yet. */
export function freeStem(parts: readonly { readonly stem: number }[]): number {
  return Math.max(0, ...parts.map(({ stem }) => stem)) + 1;
}
