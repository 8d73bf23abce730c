import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Scope } from "../../lib/scope";
import { followChanges, type Subscribe } from "./following";

interface Stream {
  readonly after: unknown;
  readonly told: Parameters<Subscribe>[3];
}

function followed() {
  const streams: Stream[] = [];
  const news = vi.fn();
  const lost = vi.fn();
  const scope = new Scope();
  const open = ((_document, variables, _scope, told) => {
    streams.push({ after: (variables as { after?: unknown }).after, told: told as Stream["told"] });
  }) as Subscribe;
  followChanges(null, "a", scope, { news, lost }, open);
  const last = (): Stream => streams.at(-1) as Stream;
  return { streams, news, lost, scope, last };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("following the archive", () => {
  it("tells what comes together once", () => {
    const { news, last } = followed();
    for (const cursor of ["b", "c", "d"]) last().told.next({ archiveChanges: { cursor } } as never);
    vi.advanceTimersByTime(1000);
    expect(news).toHaveBeenCalledTimes(1);
  });

  it("goes on after the last that it heard when the stream is cut", () => {
    const { streams, last } = followed();
    last().told.next({ archiveChanges: { cursor: "b" } } as never);
    last().told.broken("cut");
    vi.advanceTimersByTime(500);
    expect(streams.map(({ after }) => after)).toEqual(["a", "b"]);
  });

  it("gives up in the end and says so, once", () => {
    const { streams, lost, last } = followed();
    for (let i = 0; i < 10; i += 1) {
      last().told.broken("no");
      last().told.ended();
      vi.advanceTimersByTime(30_000);
    }
    expect(streams).toHaveLength(7);
    expect(lost).toHaveBeenCalledTimes(1);
  });

  it("is silent when its page is left", () => {
    const { news, streams, scope, last } = followed();
    last().told.next({ archiveChanges: { cursor: "b" } } as never);
    scope.end();
    last().told.broken("closed");
    vi.advanceTimersByTime(60_000);
    expect(news).not.toHaveBeenCalled();
    expect(streams).toHaveLength(1);
  });
});
