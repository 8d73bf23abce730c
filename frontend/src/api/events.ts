import { createClient } from "graphql-sse";
import type { Scope } from "../lib/scope";
import { csrf } from "./client";
import type { TypedDocumentString } from "./generated/graphql";

const events = createClient({
  url: "/graphql",
  // A stream of its own for each subscription; it is open only while a run goes on.
  singleConnection: false,
  credentials: "same-origin",
  headers: () => csrf(),
  retryAttempts: 0,
});

/** One stream, from its first event to its end; it is closed when the scope ends. */
export function subscribe<T, V extends Record<string, unknown>>(
  document: TypedDocumentString<T, V>,
  variables: V,
  scope: Scope,
  told: { next(data: T): void; ended(): void; broken(message: string): void },
): void {
  const stop = events.subscribe<T>(
    { query: document.toString(), variables },
    {
      next: ({ data, errors }) => {
        if (errors?.[0]) told.broken(errors[0].message);
        else if (data) told.next(data);
      },
      error: (error) => {
        if (!scope.ended) told.broken(error instanceof Error ? error.message : "");
      },
      complete: () => {
        if (!scope.ended) told.ended();
      },
    },
  );
  scope.add(stop);
}
