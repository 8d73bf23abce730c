import { all, own, text } from "../blocks/reading";
import { language } from "../i18n";
import { pathOf, type Step } from "./links";

export interface Said {
  readonly text: string;
  readonly lang: string | undefined;
}

/** A record's text in the reader's language, else as it was written; and which language that is. */
export function saidIn(record: unknown, field: string): Said {
  const wanted = primary(language.value);
  const written = writtenIn(record, wanted);
  // Lists ask for titles and names in each of the site's languages: one that is not kept is as it was written.
  const own_ = field === "title" || field === "name" ? text(record, field) : "";
  const listed = own_ && text(record, wanted);
  if (listed) return { text: listed, lang: listed === own_ ? written : wanted };
  const translation = all(record, "translations").find(
    (each) => text(each, "field") === field && primary(text(each, "language")) === wanted,
  );
  if (translation && primary(written ?? "") !== wanted) return { text: text(translation, "text"), lang: text(translation, "language") };
  const found = own(record, field);
  return { text: typeof found === "string" ? found : "", lang: written };
}

/** What a thing is called: its title, else its name, else its code. */
export function calledIn(thing: unknown): Said {
  const title = saidIn(thing, "title");
  const name = title.text ? title : saidIn(thing, "name");
  return name.text ? name : { text: text(thing, "code"), lang: undefined };
}

/** A thing as a step of the way to what it holds. */
export function stepTo(thing: { readonly iri: string }): Step {
  const { text: name, lang } = calledIn(thing);
  return { path: pathOf(thing.iri), name, lang };
}

/** The language of a record's own words; of a term's name, which may be the same in several, the reader's before others. */
function writtenIn(record: unknown, wanted: string): string | undefined {
  const said = text(record, "languageOfDescription");
  const names = all(record, "nameLanguages").map(String);
  return said || (names.find((tag) => primary(tag) === wanted) ?? names[0]);
}

function primary(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}
