import { ask } from "../api/client";
import { CodeRemarksDocument, type CodeRemarksQuery, NextItemCodeDocument, type NextItemCodeQuery, NextLevelCodeDocument, RecordLevel } from "../api/generated/graphql";

export type Next = NonNullable<NextItemCodeQuery["next"]>;
export type Remark = NonNullable<CodeRemarksQuery["remark"]>;

/** What only a person knows of a code: its year, and what stands in its free fields. */
export interface Known {
  readonly year: number | null;
  readonly parts: readonly string[];
}

/** The code that would be next of this collection, or of this holder; null where it could not be asked. */
export async function nextOf(level: RecordLevel, within: string, { year, parts }: Known): Promise<Next | null> {
  const answer =
    level === RecordLevel.Item
      ? await ask(NextItemCodeDocument, { collection: within }, { fresh: true })
      : await ask(NextLevelCodeDocument, { level, holder: within, year, parts: [...parts] }, { fresh: true });
  return answer.ok ? (answer.data.next ?? null) : null;
}

/** What the policy there has to say of a code; null for nothing. */
export async function remarkOn(level: RecordLevel, within: string, code: string): Promise<Remark | null> {
  const where = level === RecordLevel.Item ? { collection: within } : { holder: within };
  const answer = await ask(CodeRemarksDocument, { level, code, ...where }, { fresh: true });
  return answer.ok ? (answer.data.remark ?? null) : null;
}

/** The fields of a template that only a person can fill in, in their order; of the first way to write a code. */
export function freeFields(template: string): string[] {
  const [first = ""] = template.split("|");
  return [...first.replaceAll(/\[[^\]]*\]/g, "").matchAll(/\{(?:digits|letters|alnum)(?::[\d-]+)?\}/g)].map(([field]) => field);
}

export function holdsYear(template: string): boolean {
  return template.includes("{year}");
}
