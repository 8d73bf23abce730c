import type { PlaceOnMapFragment } from "../api/generated/graphql";
import { saidIn } from "../lib/texts";
import type { MapPlace } from "./spots";

/**
 * What each place shows on the map: its items, less those that are shown at a place within it. Counts of the
 * archive hold everything below a place; drawn as they are, an item of a village would be seen again at its
 * country and its continent.
 */
export function ownCounts(places: readonly PlaceOnMapFragment[]): MapPlace[] {
  const mapped = places.filter((place) => place.coordinates && place.itemCount > 0);
  const within = new Map(mapped.map((place) => [place.slug, new Set(place.ancestors.map(({ slug }) => slug))]));
  const inside = (inner: string, outer: string): boolean => within.get(inner)?.has(outer) ?? false;
  return mapped.flatMap((place) => {
    const below = mapped.filter(({ slug }) => inside(slug, place.slug));
    const nearest = below.filter(({ slug }) => !below.some((other) => inside(slug, other.slug)));
    const count = place.itemCount - nearest.reduce((sum, { itemCount }) => sum + itemCount, 0);
    if (count <= 0 || !place.coordinates) return [];
    return [{ key: place.slug, name: saidIn(place, "name").text, ...place.coordinates, count }];
  });
}
