import type { RecordKind } from "../api/generated/graphql";
import type { Key } from "../i18n";

/** What a picker finds: a kind of record; of concepts, those of the scheme that another column of the row implies. */
export interface Pickable {
  readonly kind: RecordKind;
  readonly schemeBy?: string;
  readonly scheme?: string;
}

/** How a field is filled in. */
export type Widget =
  | { readonly as: "line" | "paragraphs" | "date" | "yes" | "moment" | "web" }
  | { readonly as: "number"; readonly unit?: string; readonly whole?: boolean }
  | { readonly as: "choice"; readonly of: string; readonly values: readonly string[]; readonly optional?: boolean }
  | ({ readonly as: "term" } & Pickable)
  | ({ readonly as: "terms" } & Pickable)
  | { readonly as: "rows"; readonly columns: readonly Field[]; readonly one: Key };

export interface Field {
  /** As the input calls it, and the form's question too unless `at` says otherwise. */
  readonly name: string;
  readonly label: Key;
  readonly widget: Widget;
  /** Where its value stands in the answer of the form's question. */
  readonly at?: string;
  readonly help?: Key;
  readonly required?: boolean;
  /** It may be said in other languages. */
  readonly translated?: boolean;
  /** Given when the record is made, and not changed by this form. */
  readonly onlyNew?: boolean;
}

export interface Group {
  readonly id: string;
  readonly title: Key;
  readonly fields: readonly Field[];
}

