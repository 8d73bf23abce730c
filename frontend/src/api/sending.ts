import type { Scope } from "../lib/scope";
import type { Answer } from "./client";
import { csrf, forget } from "./client";
import type { TypedDocumentString } from "./generated/graphql";

/**
 * Send one file as `input.file` of a mutation, by the GraphQL multipart specification.
 * `told` hears how much of it has left, 0 to 1; when the scope ends, nothing more is sent.
 */
export function sendFile<T, I extends { file?: unknown }>(
  document: TypedDocumentString<T, { input: I }>,
  input: Omit<I, "file">,
  file: File,
  scope: Scope,
  told: (part: number) => void = () => undefined,
): Promise<Answer<T>> {
  const body = new FormData();
  body.append("operations", JSON.stringify({ query: document.toString(), variables: { input: { ...input, file: null } } }));
  body.append("map", JSON.stringify({ "0": ["variables.input.file"] }));
  body.append("0", file, file.name);
  // fetch tells nothing of what has been sent.
  const request = new XMLHttpRequest();
  request.open("POST", "/graphql");
  const headers = { accept: "application/json", "graphql-require-preflight": "1", ...csrf() };
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.addEventListener("progress", ({ loaded, total }) => told(total ? loaded / total : 0));
  scope.add(() => request.abort());
  return new Promise((resolve) => {
    request.addEventListener("load", () => {
      forget();
      resolve(answerOf<T>(request.responseText));
    });
    for (const end of ["error", "abort", "timeout"]) {
      request.addEventListener(end, () => resolve({ ok: false, message: "" }));
    }
    request.send(body);
  });
}

/** Read a GraphQL answer; what is none is a failure without a sentence. */
export function answerOf<T>(text: string): Answer<T> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { ok: false, message: "" };
  }
  const { data, errors } = (typeof body === "object" && body !== null ? body : {}) as {
    data?: T | null;
    errors?: ReadonlyArray<{ message: string }>;
  };
  if (errors?.[0]) return { ok: false, message: errors[0].message };
  return data ? { ok: true, data } : { ok: false, message: "" };
}
