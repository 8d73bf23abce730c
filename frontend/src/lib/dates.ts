import { t } from "../i18n";

/**
 * A date as archives know it (EDTF), in words: `1960-11` → November 1960, `1960-11-01/1960-11-30` → a range,
 * `1960~` → about 1960. What is not one of the common forms is shown as it stands.
 */
export function dateInWords(edtf: string, language: string): string {
  const [from = "", to, ...more] = edtf.split("/");
  if (more.length || edtf === "") return edtf;
  if (to === undefined) return one(from, language) ?? edtf;
  if (from === "" || from === "..") return t("date.until", { date: one(to, language) ?? to });
  if (to === "" || to === "..") return t("date.since", { date: one(from, language) ?? from });
  return range(from, to, language) ?? edtf;
}

const EXACT = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

interface Day {
  readonly date: Date;
  readonly format: Intl.DateTimeFormatOptions;
}

function dayOf(text: string): Day | null {
  const [, year, month, day] = EXACT.exec(text) ?? [];
  if (!year || Number(month ?? 1) > 12) return null;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const format: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (month) format.month = "long";
  if (day) format.day = "numeric";
  return { date, format };
}

/** The sign of what is not certain; French sets it apart. */
function asked(language: string): string {
  return language.startsWith("fr") ? "\u00a0?" : "?";
}

function one(text: string, language: string): string | null {
  const mark = /[~?%]$/.exec(text)?.[0];
  const plain = mark ? text.slice(0, -1) : text;
  const decade = /^(\d{3})X$/.exec(plain)?.[1];
  if (decade) return `${decade}0–${decade}9${mark ? asked(language) : ""}`;
  const day = dayOf(plain);
  if (!day) return null;
  const words = new Intl.DateTimeFormat(language, day.format).format(day.date);
  const approximate = mark === "~" || mark === "%" ? "± " : "";
  const uncertain = mark === "?" || mark === "%" ? asked(language) : "";
  return `${approximate}${words}${uncertain}`;
}

function range(from: string, to: string, language: string): string | null {
  const [a, b] = [dayOf(from), dayOf(to)];
  if (!a || !b) {
    const [x, y] = [one(from, language), one(to, language)];
    return x && y ? `${x} – ${y}` : null;
  }
  const finer = Object.keys(a.format).length >= Object.keys(b.format).length ? a.format : b.format;
  return new Intl.DateTimeFormat(language, finer).formatRange(a.date, b.date);
}
