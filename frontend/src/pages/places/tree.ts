import type { PlaceListQuery } from "../../api/generated/graphql";
import { type Key, t } from "../../i18n";
import { pathOf } from "../../lib/links";
import { saidIn } from "../../lib/texts";
import type { TreeNode } from "../../tree/nodes";

export type ListedPlace = PlaceListQuery["places"]["nodes"][number];

/** The tree of places by name; a place of several parents stands under each, one whose parents are not here is a root. */
export function treeOf(places: readonly ListedPlace[]): TreeNode[] {
  const known = new Set(places.map(({ slug }) => slug));
  const below = new Map<string, ListedPlace[]>();
  const roots: ListedPlace[] = [];
  for (const place of places) {
    const parents = place.parents.map(({ slug }) => slug).filter((slug) => known.has(slug));
    if (!parents.length) roots.push(place);
    for (const parent of parents) below.set(parent, [...(below.get(parent) ?? []), place]);
  }
  const grow = (place: ListedPlace, above: ReadonlySet<string>): TreeNode => {
    // The archive lets no place lie in itself; a page that came half from before a change might.
    const seen = new Set([...above, place.slug]);
    const children = (below.get(place.slug) ?? []).filter(({ slug }) => !seen.has(slug));
    return lineOf(place, children.map((child) => grow(child, seen)));
  };
  return roots.map((root) => grow(root, new Set()));
}

function lineOf(place: ListedPlace, below: readonly TreeNode[]): TreeNode {
  const name = saidIn(place, "name");
  return {
    key: place.slug,
    path: pathOf(place.iri),
    name: name.text,
    lang: name.lang,
    note: t(`place.${place.kind.toLowerCase()}` as Key),
    count: place.itemCount,
    size: below.length,
    below,
  };
}
