import { own, text } from "../blocks/reading";

/** What came of a saving. */
export type Outcome =
  | { readonly kind: "saved"; readonly iri: string }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly message: string; readonly fields: Readonly<Record<string, string>> };

/** Parts of an input that a form shows as another field. */
const SHOWN_AS: Readonly<Record<string, string>> = { newCode: "code", nextCode: "code", mintCode: "code", newSlug: "slug" };

/** Read the answer of any form's mutation: the record, a conflict, or a refusal that names a field. */
export function outcomeOf(saved: unknown): Outcome {
  const type = text(saved, "__typename");
  const iri = text(own(saved, "record"), "iri");
  if (iri) return { kind: "saved", iri };
  if (type === "VersionConflict") return { kind: "conflict" };
  const message = text(saved, "message");
  const path = own(saved, "path");
  const steps = Array.isArray(path) ? path.filter((step): step is string => typeof step === "string") : [];
  const [field] = steps.filter((step) => step !== "input");
  return { kind: "refused", message, fields: field ? { [SHOWN_AS[field] ?? field]: message } : {} };
}
