import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef } from "vue";
import type { Answer } from "../api/client";
import type { PageState } from "../api/page";

export interface Slice<R> {
  readonly totalCount: number;
  readonly nodes: readonly R[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

export interface Grown<R> {
  readonly state: ShallowRef<PageState<Slice<R>>>;
  /** The next page is on its way, or could not be fetched: what is there already stays. */
  readonly busy: Ref<boolean>;
  readonly problem: Ref<string | null>;
  /** Read it anew from its beginning. */
  refresh(): Promise<void>;
  more(): Promise<void>;
}

/** A list that grows at its end as its reader asks for more; it asks nothing before `refresh`. */
export function useGrown<R>(read: (after: string | null) => Promise<Answer<Slice<R>>>): Grown<R> {
  const state = shallowRef<PageState<Slice<R>>>({ kind: "loading" });
  const busy = ref(false);
  const problem = ref<string | null>(null);
  let turn = 0;
  onScopeDispose(() => {
    turn += 1;
  });

  async function take(after: string | null, before: readonly R[]): Promise<void> {
    turn += 1;
    const mine = turn;
    busy.value = true;
    problem.value = null;
    const answer = await read(after);
    if (mine !== turn) return;
    busy.value = false;
    if (answer.ok) {
      const nodes = [...before, ...answer.data.nodes];
      state.value = nodes.length ? { kind: "ready", data: { ...answer.data, nodes } } : { kind: "empty" };
    } else if (state.value.kind === "ready") problem.value = answer.message;
    else state.value = { kind: "failed", message: answer.message };
  }

  return {
    state,
    busy,
    problem,
    async refresh() {
      if (state.value.kind !== "ready") state.value = { kind: "loading" };
      await take(null, []);
    },
    async more() {
      if (state.value.kind === "ready") await take(state.value.data.pageInfo.endCursor ?? null, state.value.data.nodes);
    },
  };
}
