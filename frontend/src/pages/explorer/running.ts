import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from "graphql";
import { createClient } from "graphql-sse";
import { csrf } from "../../api/client";
import type { Scope } from "../../lib/scope";

/** One operation as it is sent. */
export interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

export interface Told {
  next(result: unknown): void;
  ended(): void;
  broken(message: string): void;
}

const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

/** The operations of a text; none where it cannot be read yet. */
export function operationsOf(text: string): readonly OperationDefinitionNode[] {
  const document = readable(text);
  return (document?.definitions ?? []).filter((each) => each.kind === Kind.OPERATION_DEFINITION);
}

function readable(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** The variables that were written; null where that is no JSON object. */
export function variablesOf(text: string): Record<string, unknown> | null {
  if (!text.trim()) return {};
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Send an operation and tell what comes, until it ends or the scope does. */
export function run(asked: Asked, kind: string, scope: Scope, told: Told): void {
  if (kind === "subscription") follow(asked, scope, told);
  else void answer(asked, scope, told);
}

async function answer(asked: Asked, scope: Scope, told: Told): Promise<void> {
  try {
    told.next(await send(asked, scope.signal));
    told.ended();
  } catch (error) {
    if (!scope.ended) told.broken(error instanceof Error ? error.message : "");
  }
}

export async function send(asked: Asked, signal: AbortSignal): Promise<unknown> {
  const reply = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", accept: ACCEPT, ...csrf() },
    body: JSON.stringify(asked),
    signal,
  });
  return reply.json();
}

function follow(asked: Asked, scope: Scope, told: Told): void {
  const client = createClient({
    url: "/graphql",
    singleConnection: false,
    credentials: "same-origin",
    headers: () => csrf(),
    retryAttempts: 0,
  });
  const payload = { query: asked.query, variables: asked.variables };
  const stop = client.subscribe(asked.operationName ? { ...payload, operationName: asked.operationName } : payload, {
    next: (result) => {
      if (!scope.ended) told.next(result);
    },
    error: (error) => {
      if (!scope.ended) told.broken(error instanceof Error ? error.message : "");
    },
    complete: () => {
      if (!scope.ended) told.ended();
    },
  });
  scope.add(stop);
}
