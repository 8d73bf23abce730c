import { describe, expect, it, vi } from "vitest";
import { Scope } from "./scope";

describe("a scope", () => {
  it("undoes in the opposite order, once, its children first to last with it", () => {
    const scope = new Scope();
    const done: string[] = [];
    scope.add(() => done.push("first"));
    scope.child().add(() => done.push("child"));
    scope.add(() => done.push("last"));
    scope.end();
    scope.end();
    expect(done).toEqual(["last", "child", "first"]);
  });

  it("stops listening and timing", () => {
    vi.useFakeTimers();
    const scope = new Scope();
    const target = new EventTarget();
    const heard = vi.fn();
    scope.listen(target, "thing", heard);
    scope.after(10, heard);
    target.dispatchEvent(new Event("thing"));
    scope.end();
    target.dispatchEvent(new Event("thing"));
    vi.advanceTimersByTime(20);
    vi.useRealTimers();
    expect(heard).toHaveBeenCalledOnce();
    expect(scope.signal.aborted).toBe(true);
  });

  it("that has ended undoes at once what is added", () => {
    const scope = new Scope();
    scope.end();
    const undo = vi.fn();
    scope.add(undo);
    expect(undo).toHaveBeenCalledOnce();
    expect(scope.child().ended).toBe(true);
  });
});
