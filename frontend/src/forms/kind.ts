import type { TypedDocumentString } from "../api/generated/graphql";
import type { Key } from "../i18n";
import type { Group } from "./fields";
import type { Draft } from "./values";

/** What every form's question gives: the record, or nothing. */
export type FormQuestion = TypedDocumentString<{ readonly record?: unknown }, { key: string; scheme?: string }>;
/** What every saving gives: the record as it is now, or why not. */
export type FormChange = TypedDocumentString<{ readonly saved: unknown }, { input: Record<string, unknown> }>;

export interface FormKind {
  readonly thing: Key;
  readonly level: boolean;
  readonly groups: readonly Group[];
  readonly question: FormQuestion;
  readonly update: FormChange;
  readonly create: FormChange;
  /** What the form reads of its question's answer, where that is not the answer as it stands. */
  readonly reads?: (record: unknown) => unknown;
  /** What its mutations are told of the changes, where they take them in another shape. */
  readonly says?: (changes: Readonly<Record<string, unknown>>, draft: Draft) => Record<string, unknown>;
  /** What a new record begins with, by what its form's address says it is made for: `?collection=`. */
  readonly begins?: Readonly<Record<string, (key: string) => unknown>>;
}

// The engine reads answers by the descriptions below; a test holds these against the schema.
export function forms(question: unknown, update: unknown, create: unknown): Pick<FormKind, "question" | "update" | "create"> {
  return { question: question as FormQuestion, update: update as FormChange, create: create as FormChange };
}
