/**
 * Whether a date is one that archives can read (EDTF levels 0 and 1, ISO 8601-2), told while it is written.
 * `odd`: it is wrong. `unknown`: a form that this check does not know; the archive's own reading decides.
 */
export type Verdict = "empty" | "good" | "odd" | "unknown";

const DATE = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;
const UNSPECIFIED = /^(?:-?\d{3}X|-?\d{2}XX|-?\d{4}-XX|-?\d{4}-(?:\d{2}|XX)-XX)[~?%]?$/;
const LONG_YEAR = /^Y-?\d{5,9}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-][01]\d(?::[0-5]\d)?)?$/;

export function verdictOn(text: string): Verdict {
  if (text === "") return "empty";
  if (text !== text.trim()) return "odd";
  const sides = text.split("/");
  if (sides.length > 2) return "odd";
  if (sides.length === 2) return interval(sides[0] ?? "", sides[1] ?? "");
  return single(text);
}

function interval(from: string, to: string): Verdict {
  const open = (side: string): boolean => side === "" || side === "..";
  if (open(from) && open(to)) return "odd";
  const verdicts = [from, to].filter((side) => !open(side)).map(single);
  if (verdicts.includes("odd")) return "odd";
  if (verdicts.includes("unknown")) return "unknown";
  const [first, last] = [plain(from), plain(to)];
  return first && last && last.slice(0, first.length) < first.slice(0, last.length) ? "odd" : "good";
}

/** What can be compared: four-digit years of our era, without their marks. */
function plain(side: string): string | null {
  return /^\d{4}(?:-\d{2}){0,2}/.exec(side)?.[0] ?? null;
}

function single(text: string): Verdict {
  const moment = MOMENT.exec(text)?.[1];
  if (moment) return single(moment);
  if (UNSPECIFIED.test(text)) return monthFits(text.slice(5, 7)) ? "good" : "odd";
  if (LONG_YEAR.test(text)) return "good";
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!year) return /^[\dXY~?%[\]{}.,SEe+-]+$/.test(text) && /[[{XSEY~?%]/.test(text) ? "unknown" : "odd";
  if (!month) return "good";
  if (!day) return monthFits(month) || (Number(month) >= 21 && Number(month) <= 24) ? "good" : "odd";
  if (!monthFits(month)) return "odd";
  // Years of the proleptic calendar repeat every 400: any of them has the month's true length.
  const length = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= length ? "good" : "odd";
}

function monthFits(month: string): boolean {
  return month === "" || month === "XX" || /[^\d]/.test(month) || (Number(month) >= 1 && Number(month) <= 12);
}
