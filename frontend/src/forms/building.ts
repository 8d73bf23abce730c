import { Audience, type RecordKind, type RecordLevel } from "../api/generated/graphql";
import type { Key } from "../i18n";
import type { Field } from "./fields";

export const line = (name: string, label: Key, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "line" }, ...more });
export const paragraphs = (name: string, label: Key, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "paragraphs" }, ...more });
export const date = (name: string, label: Key): Field => ({ name, label, widget: { as: "date" } });
export const moment = (name: string, label: Key, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "moment" }, ...more });
export const web = (name: string, label: Key): Field => ({ name, label, widget: { as: "web" } });
export const choice = (name: string, label: Key, of: string, values: readonly string[], more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "choice", of, values }, ...more });
/** What people cite, of a kind that no policy judges. */
export const shortName = (more: Partial<Field> = {}): Field => line("slug", "field.slug", { edited: "newSlug", help: more.required ? "form.neededSlugHelp" : "form.slugHelp", ...more });
/** What people cite, of a level: it may be the next code of its policy. */
export const code = (level: RecordLevel, within: string, more: Partial<Field> = {}): Field => ({ name: "code", edited: "newCode", label: "field.code", widget: { as: "code", level, within }, ...more });
export const yes = (name: string, label: Key, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "yes" }, ...more });
export const term = (name: string, label: Key, kind: RecordKind, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "term", kind }, ...more });
export const terms = (name: string, label: Key, kind: RecordKind): Field => ({ name, label, widget: { as: "terms", kind } });
export const said = { translated: true } as const;

export const AUDIENCE: Field = { name: "audience", label: "form.audience", widget: { as: "choice", of: "audience", values: [Audience.Staff, Audience.Member, Audience.Public] } };
export const SECONDS = { as: "number", unit: "s" } as const;
