import type { Answer } from "../api/client";
import { type Key, t } from "../i18n";

/** Why something was not done, as a sentence in the reader's language; and what the archive itself says of it. */
export interface Refusal {
  readonly sentence: string;
  /** In English, as the schema speaks; empty where it adds nothing. */
  readonly detail: string;
  /** Somebody else was faster: what is shown is out of date. */
  readonly isStale: boolean;
}

interface Said {
  readonly __typename?: string;
  readonly message?: string;
}

const SENTENCES: Readonly<Record<string, Key>> = {
  VersionConflict: "act.conflict",
  ChangedSince: "act.changedSince",
  InUse: "act.inUse",
  Forbidden: "act.forbidden",
  NotFound: "act.notFound",
};
/** Refusals whose particulars matter: which change, which use. */
const TELLING = new Set(["ChangedSince", "InUse"]);

/** Read the answer of a mutation: null where it was done (a payload), else why not. */
export function refusalOf(answer: Answer<Said>): Refusal | null {
  if (!answer.ok) return { sentence: t("state.failed"), detail: answer.message, isStale: false };
  const { __typename: type = "", message = "" } = answer.data;
  if (type.endsWith("Payload")) return null;
  const known = SENTENCES[type];
  return {
    sentence: known ? t(known) : message || t("state.failed"),
    detail: known && TELLING.has(type) ? message : "",
    isStale: type === "VersionConflict",
  };
}

/** The part of an answer that a mutation of one field gives. */
export function only<T, R>(answer: Answer<T>, pick: (data: T) => R): Answer<R> {
  return answer.ok ? { ok: true, data: pick(answer.data) } : answer;
}
