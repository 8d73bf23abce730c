import { describe, expect, it } from "vitest";
import { byNotation, type Line, linesOf, openTo, step, type TreeNode } from "./nodes";

function node(key: string, below: readonly TreeNode[] | null = [], size = below?.length ?? 0): TreeNode {
  return { key, path: `/${key}`, name: key, size, below };
}

const NOTHING = { open: new Set<string>(), read: new Map<string, readonly TreeNode[]>() };
const drum = node("drum");
const TREE = [node("skins", [drum, node("struck", [drum])]), node("strings", null, 3)];

function lines(open: string[], read: Record<string, readonly TreeNode[]> = {}): Line[] {
  return linesOf(TREE, { open: new Set(open), read: new Map(Object.entries(read)) });
}

describe("the lines of a tree", () => {
  it("are its top, and what is open below it", () => {
    expect(lines([]).map(({ id }) => id)).toEqual(["skins", "strings"]);
    expect(lines(["skins", "skins/struck"]).map(({ id, level }) => [id, level])).toEqual([
      ["skins", 1],
      ["skins/drum", 2],
      ["skins/struck", 2],
      ["skins/struck/drum", 3],
      ["strings", 1],
    ]);
  });

  it("hold a node under each of its parents, each with a place of its own", () => {
    const found = lines(["skins", "skins/struck"]).filter(({ node: { key } }) => key === "drum");
    expect(found.map(({ parent, position, siblings }) => [parent, position, siblings])).toEqual([
      ["skins", 1, 2],
      ["skins/struck", 1, 1],
    ]);
  });

  it("wait for what is asked for, and tell how much of it was left unread", () => {
    expect(lines(["strings"]).map(({ id, isOpen }) => [id, isOpen]).at(-1)).toEqual(["strings", true]);
    const read = lines(["strings"], { strings: [node("harp"), node("lute")] });
    expect(read.map(({ id, siblings, unread }) => [id, siblings, unread]).slice(1)).toEqual([
      ["strings", 2, 0],
      ["strings/harp", 3, 0],
      ["strings/lute", 3, 1],
    ]);
  });

  it("begin open down to a depth, as far as they are here", () => {
    expect(openTo(TREE, 1)).toEqual(["skins"]);
    expect(openTo(TREE, 2)).toEqual(["skins", "skins/struck"]);
    expect(linesOf([node("alone")], NOTHING)).toHaveLength(1);
  });
});

describe("the keys of a tree", () => {
  const closed = lines([]);
  const open = lines(["skins"]);
  const at = (all: readonly Line[], id: string): Line => all.find((line) => line.id === id) as Line;

  it("walk along what can be seen", () => {
    expect(step("ArrowDown", at(open, "skins"), open)).toEqual({ to: "skins/drum" });
    expect(step("ArrowUp", at(open, "strings"), open)).toEqual({ to: "skins/struck" });
    expect(step("ArrowDown", at(open, "strings"), open)).toBeNull();
    expect(step("Home", at(open, "strings"), open)).toEqual({ to: "skins" });
    expect(step("End", at(open, "skins"), open)).toEqual({ to: "strings" });
  });

  it("open and enter to the right, close and leave to the left", () => {
    expect(step("ArrowRight", at(closed, "skins"), closed)).toEqual({ open: "skins" });
    expect(step("ArrowRight", at(open, "skins"), open)).toEqual({ to: "skins/drum" });
    expect(step("ArrowRight", at(open, "skins/drum"), open)).toBeNull();
    expect(step("ArrowLeft", at(open, "skins/drum"), open)).toEqual({ to: "skins" });
    expect(step("ArrowLeft", at(open, "skins"), open)).toEqual({ close: "skins" });
    expect(step("ArrowLeft", at(closed, "skins"), closed)).toBeNull();
  });

  it("find a name by its letter, round the end", () => {
    expect(step("s", at(open, "skins"), open)).toEqual({ to: "skins/struck" });
    expect(step("S", at(open, "strings"), open)).toEqual({ to: "skins" });
    expect(step("x", at(open, "skins"), open)).toBeNull();
    expect(step("Tab", at(open, "skins"), open)).toBeNull();
  });
});

describe("the order of a classification", () => {
  it("is that of its numbers, and what has none stands last by name", () => {
    const numbered = (name: string, notation: string): TreeNode => ({ ...node(name), notation });
    const sorted = [node("b"), numbered("x", "321.2"), node("a"), numbered("y", "321"), numbered("z", "4")].sort(byNotation);
    expect(sorted.map(({ name }) => name)).toEqual(["y", "x", "z", "a", "b"]);
  });
});
