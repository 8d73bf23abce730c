import { geoEqualEarth, geoGraticule10, geoPath, type GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import type { FeatureCollection } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";

export const WIDTH = 960;
export const HEIGHT = 468;

export interface World {
  readonly sphere: string;
  readonly graticule: string;
  readonly land: readonly string[];
}

/**
 * Equal Earth, turned so that the sheet is cut in the Bering Strait and no country is. d3-geo clips on the sphere
 * itself, so what crosses the edge is cut there and not drawn as a band across the whole sheet.
 */
export function worldProjection(): GeoProjection {
  return geoEqualEarth().rotate([-11, 0]).fitExtent([[6, 4], [WIDTH - 6, HEIGHT - 4]], { type: "Sphere" });
}

/** Read the bundled atlas (world-atlas, Natural Earth, 1:110 million); what is not one is refused. */
export function readAtlas(wire: unknown): FeatureCollection {
  const topology = wire as Topology<{ countries: GeometryCollection }>;
  if (topology?.type !== "Topology" || !topology.objects?.countries) throw new TypeError("This is no world atlas.");
  return feature(topology, topology.objects.countries);
}

export function drawWorld(countries: FeatureCollection, projection: GeoProjection): World {
  const path = geoPath(projection).digits(1);
  return {
    sphere: path({ type: "Sphere" }) ?? "",
    graticule: path(geoGraticule10()) ?? "",
    land: countries.features.flatMap((country) => path(country) ?? []),
  };
}
