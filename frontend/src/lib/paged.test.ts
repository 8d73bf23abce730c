import { effectScope } from "vue";
import { describe, expect, it } from "vitest";
import type { Answer } from "../api/client";
import { type Slice, useGrown } from "./paged";

const page = (nodes: number[], endCursor: string | null): Answer<Slice<number>> => ({
  ok: true,
  data: { totalCount: 4, nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } },
});

function grown(answers: Array<Answer<Slice<number>>>) {
  const asked: Array<string | null> = [];
  const list = effectScope().run(() =>
    useGrown<number>(async (after) => {
      asked.push(after);
      return answers.shift() ?? { ok: false, message: "nothing left" };
    }),
  );
  if (!list) throw new Error("no scope");
  return { list, asked };
}

describe("a list that grows", () => {
  it("begins empty-handed, and asks for what follows its last", async () => {
    const { list, asked } = grown([page([1, 2], "b"), page([3, 4], null)]);
    expect(list.state.value.kind).toBe("loading");
    await list.refresh();
    await list.more();
    expect(asked).toEqual([null, "b"]);
    expect(list.state.value).toMatchObject({ kind: "ready", data: { nodes: [1, 2, 3, 4] } });
  });

  it("keeps what it has where more cannot be fetched", async () => {
    const { list } = grown([page([1], "a"), { ok: false, message: "lost" }]);
    await list.refresh();
    await list.more();
    expect(list.problem.value).toBe("lost");
    expect(list.state.value).toMatchObject({ kind: "ready", data: { nodes: [1] } });
  });

  it.each([
    [page([], null), { kind: "empty" }],
    [{ ok: false, message: "no" } as const, { kind: "failed", message: "no" }],
  ])("says when there is nothing, and when it failed", async (answer, state) => {
    const { list } = grown([answer]);
    await list.refresh();
    expect(list.state.value).toEqual(state);
  });
});
