import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inFrame, kept, type MapPlace, spotsOf } from "./spots";
import { drawWorld, HEIGHT, readAtlas, WIDTH, worldProjection } from "./world";

const file = createRequire(import.meta.url).resolve("world-atlas/countries-110m.json");
const countries = readAtlas(JSON.parse(readFileSync(file, "utf8")));

/** The longest straight line sideways in a path, as a part of the sheet's width. */
function longestStride(path: string): number {
  let longest = 0;
  let x = 0;
  for (const [, letter, a] of path.matchAll(/([ML])(-?[\d.]+),-?[\d.]+/g)) {
    const next = Number(a);
    if (letter === "L") longest = Math.max(longest, Math.abs(next - x));
    x = next;
  }
  return longest / WIDTH;
}

describe("the world", () => {
  it("has no band across the sheet where a country crosses the date line", () => {
    const world = drawWorld(countries, worldProjection());
    expect(world.land.length).toBeGreaterThan(170);
    // The longest honest stroke is the shore of Antarctica along the pole.
    for (const path of world.land) expect(longestStride(path)).toBeLessThan(0.35);
  });

  it("would have one without the cut on the sphere (control)", () => {
    const plain = countries.features.map(({ geometry }) => {
      const rings = geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.type === "Polygon" ? geometry.coordinates : [];
      const asPath = (ring: number[][]): string => ring.map(([lon = 0, lat = 0], i) => `${i ? "L" : "M"}${(lon + 180) * (WIDTH / 360)},${lat}`).join("");
      return Math.max(0, ...rings.map((ring) => longestStride(asPath(ring))));
    });
    expect(Math.max(...plain)).toBeGreaterThan(0.9);
  });

  it("keeps the eastern tip of Asia on its own side and Fiji in one place", () => {
    const projection = worldProjection();
    const uelen = projection([-169.8, 66.16]);
    const kamchatka = projection([160, 56]);
    expect(uelen?.[0]).toBeGreaterThan(kamchatka?.[0] ?? Infinity);
    const [west, east] = [projection([179.9, -17]), projection([-179.9, -17])];
    expect(Math.abs((west?.[0] ?? 0) - (east?.[0] ?? 999))).toBeLessThan(2);
  });

  it("refuses what is no atlas", () => {
    expect(() => readAtlas({ type: "FeatureCollection" })).toThrow(TypeError);
  });
});

const places = fc.array(
  fc.record({
    key: fc.uuid(),
    name: fc.string(),
    latitude: fc.double({ min: -85, max: 85, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    count: fc.integer({ min: 1, max: 5000 }),
  }),
  { maxLength: 60 },
);

describe("the marks", () => {
  it("lose no place and no item, at any scale", () => {
    fc.assert(
      fc.property(places, fc.double({ min: 1, max: 24, noNaN: true }), (all: MapPlace[], k) => {
        const frame = kept({ x: WIDTH / 2, y: HEIGHT / 2, k }, WIDTH, HEIGHT);
        const spots = spotsOf(all, worldProjection(), frame, WIDTH, HEIGHT);
        expect(spots.reduce((sum, spot) => sum + spot.count, 0)).toBe(all.reduce((sum, place) => sum + place.count, 0));
        expect(spots.flatMap((spot) => spot.places.map((place) => place.key)).sort()).toEqual(all.map((place) => place.key).sort());
      }),
    );
  });

  it("part when one comes nearer", () => {
    const two: MapPlace[] = [
      { key: "a", name: "Sanga", latitude: 14.46, longitude: -3.31, count: 4 },
      { key: "b", name: "Bamako", latitude: 12.64, longitude: -8.0, count: 2 },
    ];
    const projection = worldProjection();
    const middle = projection([-5, 13]) ?? [0, 0];
    const at = (k: number) => spotsOf(two, projection, { x: middle[0], y: middle[1], k }, WIDTH, HEIGHT).length;
    expect(at(1)).toBe(1);
    expect(at(12)).toBe(2);
  });
});

describe("the frame", () => {
  it("never leaves the sheet", () => {
    fc.assert(
      fc.property(fc.double({ min: -2000, max: 2000, noNaN: true }), fc.double({ min: -2000, max: 2000, noNaN: true }), fc.double({ min: 0.01, max: 99, noNaN: true }), (x, y, k) => {
        const frame = kept({ x, y, k }, WIDTH, HEIGHT);
        const [left, top] = inFrame(frame, WIDTH, HEIGHT, [0, 0]);
        const [right, bottom] = inFrame(frame, WIDTH, HEIGHT, [WIDTH, HEIGHT]);
        expect(left).toBeLessThanOrEqual(1e-6);
        expect(top).toBeLessThanOrEqual(1e-6);
        expect(right).toBeGreaterThanOrEqual(WIDTH - 1e-6);
        expect(bottom).toBeGreaterThanOrEqual(HEIGHT - 1e-6);
      }),
    );
  });
});
