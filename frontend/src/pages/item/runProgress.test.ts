import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RunStatus } from "../../api/generated/graphql";
import { Scope } from "../../lib/scope";
import { followRun, type Subscribe } from "./runProgress";

type Told = Parameters<Subscribe>[3];

function streams() {
  const opened: Array<{ after: unknown; told: Told }> = [];
  const open = ((_document: unknown, variables: Record<string, unknown>, _scope: Scope, told: Told) => {
    opened.push({ after: variables["after"], told });
  }) as unknown as Subscribe;
  const event = (cursor: string, status: RunStatus, progress = 0.5) =>
    opened.at(-1)?.told.next({ runProgress: { cursor, status, progress, stage: null } } as never);
  return { opened, open, event };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a run that is followed", () => {
  it("is taken up after a cut where it was left, and left alone at its end", () => {
    const { opened, open, event } = streams();
    const told = { moved: vi.fn(), ended: vi.fn(), lost: vi.fn() };
    followRun("r", new Scope(), told, open);
    event("c1", RunStatus.Running);
    opened[0]?.told.broken("cut");
    opened[0]?.told.ended();
    vi.advanceTimersByTime(600);
    expect(opened.map(({ after }) => after)).toEqual([null, "c1"]);
    event("c2", RunStatus.Done, 1);
    opened[1]?.told.ended();
    vi.advanceTimersByTime(60_000);
    expect(opened.length).toBe(2);
    expect(told.moved).toHaveBeenCalledTimes(2);
    expect(told.ended).toHaveBeenCalledOnce();
    expect(told.lost).not.toHaveBeenCalled();
  });

  it("is given up, in words, when nothing answers any more", () => {
    const { opened, open } = streams();
    const told = { moved: vi.fn(), ended: vi.fn(), lost: vi.fn() };
    followRun("r", new Scope(), told, open);
    for (let i = 0; i < 9; i += 1) {
      opened.at(-1)?.told.broken("no");
      vi.advanceTimersByTime(20_000);
    }
    expect(opened.length).toBe(6);
    expect(told.lost).toHaveBeenCalledOnce();
  });

  it("is not taken up when the page is gone", () => {
    const { opened, open } = streams();
    const scope = new Scope();
    followRun("r", scope, { moved: vi.fn(), ended: vi.fn(), lost: vi.fn() }, open);
    opened[0]?.told.broken("cut");
    scope.end();
    vi.advanceTimersByTime(60_000);
    expect(opened.length).toBe(1);
  });
});
