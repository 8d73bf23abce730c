import type { CueHereFragment } from "../api/generated/graphql";
import { clock, parseClock } from "../lib/time";

/** A cue as a row of the table holds it: times and texts as they are typed. */
export interface CueRow {
  readonly key: string;
  /** Null until the archive has it. */
  readonly id: string | null;
  readonly start: string;
  readonly end: string;
  readonly text: string;
  readonly speaker: string;
  /** `vocabulary/term`. */
  readonly concept: string;
}

/** What the archive is told of a cue. */
export interface CueSaid {
  readonly start: number;
  readonly end: number | null;
  readonly text: string | null;
  readonly speaker: string | null;
  readonly concept: string | null;
}

export function rowOf(cue: CueHereFragment): CueRow {
  return {
    key: cue.id,
    id: cue.id,
    start: clock(cue.start, 3),
    end: cue.end === null || cue.end === undefined ? "" : clock(cue.end, 3),
    text: cue.text ?? "",
    speaker: cue.speaker ?? "",
    concept: cue.concept?.scheme ? `${cue.concept.scheme.slug}/${cue.concept.slug}` : "",
  };
}

/** What a row says; null where a time in it is none. */
export function saidOf(row: CueRow): CueSaid | null {
  const start = parseClock(row.start);
  const end = row.end.trim() ? parseClock(row.end) : null;
  if (start === null || (row.end.trim() && end === null)) return null;
  const words = (text: string): string | null => text.trim() || null;
  return { start, end, text: row.text === "" ? null : row.text, speaker: words(row.speaker), concept: words(row.concept) };
}

/** What an edit changes of a cue: only that is told, so that times keep what the table does not show of them. */
export function changesOf(before: CueRow, after: CueRow): Partial<CueSaid> | null {
  const said = saidOf(after);
  if (!said) return null;
  const names = (["start", "end", "text", "speaker", "concept"] as const).filter((name) => before[name] !== after[name]);
  return Object.fromEntries(names.map((name) => [name, said[name]]));
}
