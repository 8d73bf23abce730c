import { describe, expect, it } from "vitest";
import { type PlaceOnMapFragment, PlaceKind } from "../api/generated/graphql";
import { ownCounts } from "./counts";

function place(slug: string, itemCount: number, ancestors: string[], mapped = true): PlaceOnMapFragment {
  return {
    id: slug, iri: `http://a/places/${slug}`, slug, name: slug, nameLanguages: [], en: slug, fr: slug, es: slug, kind: PlaceKind.Site, itemCount,
    coordinates: mapped ? { latitude: 1, longitude: 2, uncertainty: null, grid: null } : null,
    ancestors: ancestors.map((each) => ({ slug: each })),
  };
}

describe("counts on the map", () => {
  it("show an item once, at the nearest place that stands on the map", () => {
    const shown = ownCounts([
      place("africa", 10, []),
      place("mali", 7, ["africa"]),
      place("bandiagara", 5, ["africa", "mali"], false),
      place("sanga", 4, ["africa", "mali", "bandiagara"]),
      place("kenya", 3, ["africa"]),
    ]);
    expect(Object.fromEntries(shown.map(({ key, count }) => [key, count]))).toEqual({ mali: 3, sanga: 4, kenya: 3 });
  });

  it("leave out what has no items and what is not on the map", () => {
    expect(ownCounts([place("empty", 0, []), place("lost", 3, [], false)])).toEqual([]);
  });
});
