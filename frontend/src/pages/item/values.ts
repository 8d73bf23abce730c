import { type ItemSoundFragment, OutputKind } from "../../api/generated/graphql";
import { number, t } from "../../i18n";
import { clock } from "../../lib/time";
import { resultName } from "./sound";

export interface Shown {
  readonly id: string;
  readonly iri: string;
  readonly name: string;
  readonly text: string;
  readonly by: string;
  readonly isWord: boolean;
}

type Result = ItemSoundFragment["results"][number];

/** The scalar results, each with its unit, as a table shows them. */
export function valuesOf(results: readonly Result[]): Shown[] {
  return results
    .filter(({ kind }) => kind === OutputKind.Value || kind === OutputKind.Label)
    // What is technical stands with the file.
    .filter(({ processor }) => processor !== "technical")
    .map((result) => ({
      id: result.id,
      iri: result.iri,
      name: resultName(result.processor, result.name),
      text: textOf(result),
      by: `${result.processor} ${result.version}`,
      isWord: result.value === null || result.value === undefined,
    }));
}

export function textOf({ value, label, unit, name }: Pick<Result, "value" | "label" | "unit" | "name">): string {
  if (value === null || value === undefined) return label || "–";
  if (unit === "s" && name === "duration") return clock(value, 3);
  const figure = number(value, digitsOf(value)).replace("-", "−");
  return !unit || unit === "1" ? figure : `${figure} ${unit === "bit" ? t("unit.bit") : unit}`;
}

/** Whole numbers whole; the rest to four figures, which is what such measures are good for. */
function digitsOf(value: number): Intl.NumberFormatOptions {
  return Number.isInteger(value) ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 };
}
