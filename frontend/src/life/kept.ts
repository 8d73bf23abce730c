import { RecordKind, type RecordState } from "../api/generated/graphql";

/** What the tools of curators need to know of a record, whatever its kind. */
export interface Kept {
  readonly id: string;
  /** The version that the page shows: what has changed since is not overwritten. */
  readonly version?: number | null;
  /** Of the four levels alone. */
  readonly state?: RecordState;
}

const LEVELS: ReadonlySet<RecordKind> = new Set([RecordKind.Fonds, RecordKind.Corpus, RecordKind.Collection, RecordKind.Item]);
const TERMS: ReadonlySet<RecordKind> = new Set([
  RecordKind.Place,
  RecordKind.Instrument,
  RecordKind.Population,
  RecordKind.Language,
  RecordKind.Agent,
  RecordKind.Concept,
]);

export function isLevel(kind: RecordKind): boolean {
  return LEVELS.has(kind);
}

/** Whether records of the kind can be merged. */
export function isTerm(kind: RecordKind): boolean {
  return TERMS.has(kind);
}

/** The kind of a thing of the schema, by the name of its type or by the archive's word: `CodePolicy`, `code_policy`. */
export function kindOf(typename: string): RecordKind | null {
  const name = typename.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  return Object.values(RecordKind).find((kind) => kind === name) ?? null;
}
