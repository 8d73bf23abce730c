import { describe, expect, it } from "vitest";
import { PlaceKind } from "../../api/generated/graphql";
import type { TreeNode } from "../../tree/nodes";
import { type ListedPlace, treeOf } from "./tree";

function place(slug: string, ...parents: string[]): ListedPlace {
  return {
    id: slug, iri: `http://a/places/${slug}`, slug, name: slug, nameLanguages: [], en: slug, fr: slug, es: slug, kind: PlaceKind.Site, itemCount: 1,
    coordinates: null, ancestors: [], parents: parents.map((each) => ({ slug: each })),
  };
}

const written = (branches: readonly TreeNode[]): string =>
  branches.map(({ key, below }) => (below?.length ? `${key}(${written(below)})` : key)).join(" ");

describe("the tree of places", () => {
  it("puts a place under each of its parents, and one whose parents are elsewhere at the root", () => {
    const tree = treeOf([place("africa"), place("mali", "africa", "sahel"), place("sahel", "africa"), place("atoll", "pacific")]);
    expect(written(tree)).toBe("africa(mali sahel(mali)) atoll");
  });

  it("ends even where the pages contradict each other", () => {
    expect(written(treeOf([place("root"), place("a", "root", "b"), place("b", "a")]))).toBe("root(a(b))");
  });
});
