import type { UploadFactsFragment } from "../../api/generated/graphql";

export interface Attached {
  readonly path: string;
  readonly title: string;
  readonly isAnalysed: boolean;
}

/** A file on its way into the archive. */
export type Progress =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly part: number }
  /** What did not arrive can be sent again; what the archive refused would be refused again. */
  | { readonly kind: "refused"; readonly message: string; readonly again?: boolean }
  | { readonly kind: "staged"; readonly upload: UploadFactsFragment }
  | { readonly kind: "attached"; readonly to: Attached };

export interface Entry {
  readonly key: number;
  readonly name: string;
  readonly file: File | null;
  progress: Progress;
  /** Ends the sending that is under way. */
  stop?: () => void;
}

/** How many files are sent at the same time. */
export const AT_ONCE = 2;

/** The files whose turn it is: no more than `AT_ONCE` are on their way together. */
export function next(entries: readonly Entry[]): readonly Entry[] {
  const sending = entries.filter(({ progress }) => progress.kind === "sending").length;
  return entries.filter(({ progress }) => progress.kind === "waiting").slice(0, Math.max(0, AT_ONCE - sending));
}

/** A title to begin with: the file's name without its ending. */
export function titleOf(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, "").replaceAll("_", " ").trim();
}
