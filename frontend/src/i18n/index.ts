import { shallowRef } from "vue";
import type en from "./en.json";

export type Key = keyof typeof en;
/** Keys that hold a plural: `x.one` and `x.other` are both in the catalogue. */
export type CountKey = { [K in Key]: K extends `${infer Stem}.other` ? Stem : never }[Key];
export const LANGUAGES = { en: "English", fr: "Français", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;
export type Params = Record<string, string | number>;
export type Catalogue = Record<Key, string>;

const CATALOGUES: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import("./en.json"),
  fr: () => import("./fr.json"),
  es: () => import("./es.json"),
};

const catalogue = shallowRef<Catalogue | null>(null);
export const language = shallowRef<Language>("en");

export function isLanguage(value: string): value is Language {
  return value in LANGUAGES;
}

/** The language the document came in. */
export function pageLanguage(): Language {
  const stated = document.documentElement.lang.slice(0, 2);
  return isLanguage(stated) ? stated : "en";
}

export async function loadCatalogue(wanted: Language): Promise<void> {
  catalogue.value = (await CATALOGUES[wanted]()).default;
  language.value = wanted;
  document.documentElement.lang = wanted;
}

export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function t(key: Key, params: Params = {}): string {
  return fill(catalogue.value?.[key] ?? key, params);
}

/** A counted phrase, by the language's own plural rules. */
export function count(n: number, key: CountKey, params: Params = {}): string {
  const rule = new Intl.PluralRules(language.value).select(n) === "one" ? "one" : "other";
  return t(`${key}.${rule}` as Key, { count: number(n), ...params });
}

export function number(n: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(language.value, options).format(n);
}
