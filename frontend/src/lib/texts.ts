import { all, own, text } from "../blocks/reading";
import { language } from "../i18n";

export interface Said {
  readonly text: string;
  readonly lang: string | undefined;
}

/** A record's text in the reader's language, else as it was written; and which language that is. */
export function saidIn(record: unknown, field: string): Said {
  const wanted = primary(language.value);
  const written = text(record, "languageOfDescription") || undefined;
  // Lists ask for the title in each of the site's languages: one that is not kept is as it was written.
  const listed = field === "title" ? text(record, wanted) : "";
  if (listed) return { text: listed, lang: listed === text(record, "title") ? written : wanted };
  const translation = all(record, "translations").find(
    (each) => text(each, "field") === field && primary(text(each, "language")) === wanted,
  );
  if (translation && primary(written ?? "") !== wanted) return { text: text(translation, "text"), lang: text(translation, "language") };
  const found = own(record, field);
  return { text: typeof found === "string" ? found : "", lang: written };
}

function primary(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}
