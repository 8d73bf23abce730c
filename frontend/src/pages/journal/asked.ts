import { RecordKind } from "../../api/generated/graphql";

/** What the journal's address asks for; frontend/pages/past.py reads it in the same way. */
export interface Asked {
  readonly kind: RecordKind | null;
  readonly author: string | null;
  readonly since: string | null;
  readonly after: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function askedOf(query: Readonly<Record<string, unknown>>): Asked {
  const one = (name: string): string => (typeof query[name] === "string" ? query[name].trim() : "");
  const kind = Object.values(RecordKind).find((known) => known === one("kind")) ?? null;
  const since = isDay(one("since")) ? `${one("since")}T00:00:00+00:00` : null;
  return { kind, author: one("author") || null, since, after: one("after") || null };
}

/** Whether it is a day of the calendar, such as 2026-02-28. */
function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
