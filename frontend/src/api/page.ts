import { onScopeDispose, shallowRef, type ShallowRef, watch } from "vue";
import { type Answer, ask } from "./client";
import { takeEmbedded } from "./embedded";
import type { TypedDocumentString } from "./generated/graphql";

/** What a page is at any moment. */
export type PageState<T> =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "empty" }
  | { readonly kind: "ready"; readonly data: T };

export interface Page<T> {
  readonly state: ShallowRef<PageState<T>>;
  /** Ask again and show what is new when it is there. */
  refresh(): Promise<void>;
}

/**
 * A page's data for the variables of the moment. `pick` gives what the page shows of an answer, null for nothing.
 * What stands in the document is shown at once.
 */
export function usePage<T, V extends Record<string, unknown>, R>(
  document: TypedDocumentString<T, V>,
  variables: () => V,
  pick: (data: T) => R | null | undefined,
): Page<R> {
  const stateOf = (answer: Answer<T>): PageState<R> => {
    if (!answer.ok) return { kind: "failed", message: answer.message };
    const picked = pick(answer.data);
    return picked === null || picked === undefined ? { kind: "empty" } : { kind: "ready", data: picked };
  };
  const written = takeEmbedded<T>(document.toString(), variables());
  const state = shallowRef<PageState<R>>(written ? stateOf({ ok: true, data: written }) : { kind: "loading" });
  let turn = 0;

  async function load(fresh: boolean): Promise<void> {
    turn += 1;
    const mine = turn;
    const answer = await ask(document, variables(), { fresh });
    // A slower answer to an older question must not overwrite a newer one.
    if (mine === turn) state.value = stateOf(answer);
  }

  if (!written) void load(false);
  watch(variables, (now, before) => {
    if (JSON.stringify(now) === JSON.stringify(before)) return;
    if (state.value.kind !== "ready") state.value = { kind: "loading" };
    void load(false);
  });
  onScopeDispose(() => {
    turn += 1;
  });
  return { state, refresh: () => load(true) };
}
