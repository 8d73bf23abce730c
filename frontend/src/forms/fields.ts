import type { RecordKind, RecordLevel } from "../api/generated/graphql";
import type { Key } from "../i18n";

/** What a picker finds: a kind of record; of concepts, those of one scheme, or of that which another field implies. */
export interface Pickable {
  readonly kind: RecordKind;
  readonly schemeBy?: string;
  readonly scheme?: string;
}

/** A list of like things. */
export interface Rows {
  readonly as: "rows";
  readonly columns: readonly Field[];
  readonly one: Key;
  /** Of these columns a row needs one. */
  readonly either?: readonly string[];
  /** How many there may be, if that is limited. */
  readonly most?: number;
}

/** How a field is filled in; `perhaps` is a yes, a no, or not known; `lines` are several, one below the other. */
export type Widget =
  | { readonly as: "line" | "lines" | "paragraphs" | "date" | "day" | "yes" | "perhaps" | "moment" | "web" }
  | { readonly as: "number"; readonly unit?: string; readonly whole?: boolean }
  | { readonly as: "choice"; readonly of: string; readonly values: readonly string[]; readonly optional?: boolean }
  | ({ readonly as: "term" } & Pickable)
  | ({ readonly as: "terms" } & Pickable)
  /** A code, which may be the next of its collection's or holder's policy: `within` is the field that says whose. */
  | { readonly as: "code"; readonly level: RecordLevel; readonly within: string }
  /** A file that goes with the record: where its answer says what it is called, and where it is read. */
  | { readonly as: "file"; readonly called: string; readonly read: string }
  | Rows;

export interface Field {
  /** As the input of a new record calls it, and the form's question too unless `at` says otherwise. */
  readonly name: string;
  /** What an edit calls it, where that differs: its `code` names the record, `newCode` changes it. */
  readonly edited?: string;
  readonly label: Key;
  readonly widget: Widget;
  /** Where its value stands in the answer of the form's question. */
  readonly at?: string;
  readonly help?: Key;
  readonly required?: boolean;
  /** It may be said in other languages. */
  readonly translated?: boolean;
  /** Given when the record is made; afterwards it is shown and cannot be changed. */
  readonly fixed?: boolean;
  /** What holds in the end, whatever this field says: where it stands in the answer, and its phrases. */
  readonly holds?: { readonly at: string; readonly of: string };
}

export interface Group {
  readonly id: string;
  readonly title: Key;
  readonly fields: readonly Field[];
}
