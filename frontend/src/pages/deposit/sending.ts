import type { Answer } from "../../api/client";
import { csrf } from "../../api/client";
import { StageUploadDocument, type StageUploadMutation } from "../../api/generated/graphql";
import type { Scope } from "../../lib/scope";

/** Send one file by the GraphQL multipart specification; `told` hears how much of it has left, 0 to 1. */
export function send(file: File, scope: Scope, told: (part: number) => void): Promise<Answer<StageUploadMutation>> {
  const body = new FormData();
  const query = StageUploadDocument.toString();
  body.append("operations", JSON.stringify({ query, variables: { input: { file: null } } }));
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
    request.addEventListener("load", () => resolve(answerOf(request.responseText)));
    for (const end of ["error", "abort", "timeout"]) {
      request.addEventListener(end, () => resolve({ ok: false, message: "" }));
    }
    request.send(body);
  });
}

/** Read a GraphQL answer; what is none is a failure without a sentence. */
export function answerOf(text: string): Answer<StageUploadMutation> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { ok: false, message: "" };
  }
  const { data, errors } = (typeof body === "object" && body !== null ? body : {}) as {
    data?: StageUploadMutation | null;
    errors?: ReadonlyArray<{ message: string }>;
  };
  if (errors?.[0]) return { ok: false, message: errors[0].message };
  return data ? { ok: true, data } : { ok: false, message: "" };
}
