/** A moment of the database's clock as a reader of the language writes it, in the reader's own time zone. */
export function momentInWords(iso: string, language: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(moment);
}
