import { cacheExchange, Client, fetchExchange } from "@urql/core";
import { takeEmbedded } from "./embedded";
import type { TypedDocumentString } from "./generated/graphql";

/** What a question came to: its data, or one sentence to show. */
export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly message: string };

// The answers' own types go first: an event stream is asked for by subscriptions alone (events.ts).
const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

// A request with a file is one that a form of another site could send: this header none of them can.
const PREFLIGHT = { "graphql-require-preflight": "1" };

function client(): Client {
  return new Client({
    url: "/graphql",
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetchOptions: () => ({ credentials: "same-origin", headers: { accept: ACCEPT, ...PREFLIGHT, ...csrf() } }),
  });
}

let current = client();

/** Forget every answer: after a change, what was asked before may no longer hold. */
export function forget(): void {
  current = client();
}

/** The token that Django wants beside the session's cookie; visitors have none and need none. */
export function csrf(): Record<string, string> {
  const token = /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  return token ? { "x-csrftoken": token } : {};
}

export async function ask<T, V extends Record<string, unknown>>(
  document: TypedDocumentString<T, V>,
  variables: V,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<Answer<T>> {
  const written = takeEmbedded<T>(document.toString(), variables);
  if (written) return { ok: true, data: written };
  const context = { requestPolicy: fresh ? "network-only" : "cache-first" } as const;
  const result = await current.query<T>(document.toString(), variables, context).toPromise();
  return answerOf(result.data, result.error);
}

export async function change<T, V extends Record<string, unknown>>(
  document: TypedDocumentString<T, V>,
  variables: V,
): Promise<Answer<T>> {
  const result = await current.mutation<T>(document.toString(), variables).toPromise();
  forget();
  return answerOf(result.data, result.error);
}

type Failure = { networkError?: Error | undefined; graphQLErrors: ReadonlyArray<{ message: string }> };

function answerOf<T>(data: T | undefined, error: Failure | undefined): Answer<T> {
  const said = error?.graphQLErrors[0]?.message;
  if (said) return { ok: false, message: said };
  return data === undefined || error ? { ok: false, message: "" } : { ok: true, data };
}
