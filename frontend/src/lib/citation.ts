import { all, own, text } from "../blocks/reading";
import { language, t } from "../i18n";
import { dateInWords } from "./dates";
import { saidIn } from "./texts";

/** Whose part in a recording is named where it is cited, in this order. */
const CITED = ["COLLECTOR", "RECORDIST", "CREATOR"];

/** How people cite a recording: title, who, where and when, in which collection, its code, its keeper, its address. */
export function citation(item: unknown): string {
  const title = saidIn(item, "title").text;
  const original = text(item, "originalTitle");
  const agents = all(item, "agents");
  const people = CITED.flatMap((role) => agents.filter((each) => text(each, "role") === role).map((each) => saidIn(own(each, "agent"), "name").text));
  const date = text(own(item, "recorded"), "edtf");
  const collection = own(item, "collection");
  const keeper = saidIn(own(item, "holder"), "name").text || saidIn(own(collection, "holder"), "name").text;
  return [
    original && original !== title ? `${title} [${original}]` : title,
    [...new Set(people)].filter(Boolean).join(", "),
    [saidIn(own(item, "place"), "name").text, date && dateInWords(date, language.value)].filter(Boolean).join(", "),
    collection && `${t("cite.in")} ${saidIn(collection, "title").text}`,
    text(item, "code"),
    keeper,
    text(item, "iri"),
  ]
    .filter(Boolean)
    .join(". ");
}
