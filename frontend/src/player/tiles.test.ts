import { afterEach, describe, expect, it, vi } from "vitest";
import { Scope } from "../lib/scope";
import { Budget } from "./budget";
import { manifestOf } from "./synthetic";
import { Tiles } from "./tiles";

const MANIFEST = manifestOf({ samples: 256 * 4096 * 8, sampleRate: 48_000, channels: 1 });

function serve(answer: (url: string) => Response | Promise<Response>) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(answer(url));
  });
  return asked;
}

function tilesIn(scope: Scope) {
  const told = { arrived: vi.fn(), failed: vi.fn() };
  const tiles = new Tiles<number>(
    MANIFEST,
    (level, index) => `/tiles/${level}/${index}`,
    (bytes) => ({ value: bytes.byteLength, bytes: bytes.byteLength }),
    new Budget(1_000_000),
    scope,
    told,
  );
  return { tiles, told };
}

const settle = () => new Promise((done) => setTimeout(done, 5));

afterEach(() => vi.unstubAllGlobals());

describe("tiles", () => {
  it("ask first for the one that covers the whole, and for nothing twice", async () => {
    const asked = serve(() => new Response(new Uint8Array(6)));
    const { tiles, told } = tilesIn(new Scope());
    tiles.want([{ level: 0, index: 3 }, { level: 0, index: 4 }]);
    tiles.want([{ level: 0, index: 3 }]);
    await settle();
    tiles.want([{ level: 0, index: 3 }]);
    await settle();
    expect(asked).toEqual(["/tiles/2/0", "/tiles/0/3", "/tiles/0/4"]);
    expect(told.arrived).toHaveBeenCalledTimes(3);
    expect(tiles.get(0, 3)).toBe(6);
    expect(tiles.moved).toBe(18);
  });

  it("forget what was asked for a view that is gone before it was begun", async () => {
    const asked = serve(() => new Promise(() => undefined));
    const { tiles } = tilesIn(new Scope());
    tiles.want(Array.from({ length: 8 }, (_, index) => ({ level: 0, index })));
    tiles.want([]);
    await settle();
    expect(asked.length).toBe(6);
  });

  it("do not insist on what is refused", async () => {
    const asked = serve(() => new Response(null, { status: 404 }));
    const { tiles, told } = tilesIn(new Scope());
    await settle();
    tiles.want([]);
    await settle();
    expect(asked.length).toBe(1);
    expect(told.failed).toHaveBeenCalledWith(404);
  });

  it("ask again, later, for what broke on the way", async () => {
    vi.useFakeTimers();
    let broken = true;
    const asked = serve(() => (broken ? new Response(null, { status: 502 }) : new Response(new Uint8Array(6))));
    const { tiles, told } = tilesIn(new Scope());
    await vi.advanceTimersByTimeAsync(10);
    broken = false;
    await vi.advanceTimersByTimeAsync(600);
    vi.useRealTimers();
    expect(asked.length).toBe(2);
    expect(told.arrived).toHaveBeenCalledOnce();
    expect(tiles.get(2, 0)).toBe(6);
  });

  it("end with their scope and leave nothing behind", async () => {
    serve(() => new Response(new Uint8Array(6)));
    const scope = new Scope();
    const { tiles, told } = tilesIn(scope);
    scope.end();
    await settle();
    expect(told.arrived).not.toHaveBeenCalled();
    expect(tiles.get(2, 0)).toBeUndefined();
  });
});
