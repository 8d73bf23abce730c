import { Audience, type RecordKind } from "../api/generated/graphql";
import type { Key } from "../i18n";
import type { Field } from "./fields";

export const line = (name: string, label: Key, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "line" }, ...more });
export const paragraphs = (name: string, label: Key, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "paragraphs" }, ...more });
export const date = (name: string, label: Key): Field => ({ name, label, widget: { as: "date" } });
export const yes = (name: string, label: Key): Field => ({ name, label, widget: { as: "yes" } });
export const term = (name: string, label: Key, kind: RecordKind, more: Partial<Field> = {}): Field => ({ name, label, widget: { as: "term", kind }, ...more });
export const terms = (name: string, label: Key, kind: RecordKind): Field => ({ name, label, widget: { as: "terms", kind } });
export const said = { translated: true } as const;

export const AUDIENCE: Field = { name: "audience", label: "form.audience", widget: { as: "choice", of: "audience", values: [Audience.Staff, Audience.Member, Audience.Public] } };
export const SECONDS = { as: "number", unit: "s" } as const;
