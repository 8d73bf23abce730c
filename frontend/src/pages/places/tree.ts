import type { PlaceListQuery } from "../../api/generated/graphql";

export type ListedPlace = PlaceListQuery["places"]["nodes"][number];

export interface Branch {
  readonly place: ListedPlace;
  readonly children: readonly Branch[];
}

/** The tree of places by name; a place of several parents stands under each, one whose parents are not here is a root. */
export function treeOf(places: readonly ListedPlace[]): Branch[] {
  const known = new Set(places.map(({ slug }) => slug));
  const below = new Map<string, ListedPlace[]>();
  const roots: ListedPlace[] = [];
  for (const place of places) {
    const parents = place.parents.map(({ slug }) => slug).filter((slug) => known.has(slug));
    if (!parents.length) roots.push(place);
    for (const parent of parents) below.set(parent, [...(below.get(parent) ?? []), place]);
  }
  const grow = (place: ListedPlace, above: ReadonlySet<string>): Branch => {
    // The archive lets no place lie in itself; a page that came half from before a change might.
    const seen = new Set([...above, place.slug]);
    const children = (below.get(place.slug) ?? []).filter(({ slug }) => !seen.has(slug));
    return { place, children: children.map((child) => grow(child, seen)) };
  };
  return roots.map((root) => grow(root, new Set()));
}
