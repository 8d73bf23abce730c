import type { DifferenceFragment } from "../api/generated/graphql";

/** What became of one row: of the record itself, or of one of its parts. */
export interface RowTold {
  readonly part: string;
  readonly row: string;
  readonly operation: DifferenceFragment["operation"];
  readonly fields: DifferenceFragment[];
}

/** Differences row by row, in the order in which they are told. */
export function byRow(differences: readonly DifferenceFragment[]): RowTold[] {
  const rows = new Map<string, RowTold>();
  for (const each of differences) {
    const { part, row, operation } = each;
    const key = [part, row, operation].join(" ");
    const told = rows.get(key) ?? { part, row, operation, fields: [] };
    told.fields.push(each);
    rows.set(key, told);
  }
  return [...rows.values()];
}
