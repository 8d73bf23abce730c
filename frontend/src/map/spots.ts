import type { GeoProjection } from "d3-geo";

/** A place with where it is and how much comes from it. */
export interface MapPlace {
  readonly key: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** How far off it may lie, in metres, where its point is generalised. */
  readonly uncertainty?: number | null;
  readonly count: number;
}

/** One mark on the map: a place, or several too near each other to be told apart at this scale. */
export interface Spot {
  readonly places: readonly MapPlace[];
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** What part of the sheet is seen: its middle, and how many times it is enlarged. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export function radiusOf(count: number): number {
  return Math.min(30, 7 + 3.2 * Math.log2(1 + count));
}

/** Where a point of the sheet is drawn in a frame. */
export function inFrame(frame: Frame, width: number, height: number, [x, y]: readonly [number, number]): [number, number] {
  return [width / 2 + (x - frame.x) * frame.k, height / 2 + (y - frame.y) * frame.k];
}

/** Keep the frame on the sheet. */
export function kept(frame: Frame, width: number, height: number): Frame {
  const k = Math.min(24, Math.max(1, frame.k));
  const room = (size: number): [number, number] => [size / 2 / k, size - size / 2 / k];
  const [left, right] = room(width);
  const [top, bottom] = room(height);
  return { k, x: Math.min(right, Math.max(left, frame.x)), y: Math.min(bottom, Math.max(top, frame.y)) };
}

/**
 * The marks of a frame: the greatest first, each taking in those that it would cover.
 * `unit` is the sheet's units in one pixel: marks are as large on a small map as on a large one.
 */
export function spotsOf(
  places: readonly MapPlace[],
  projection: GeoProjection,
  frame: Frame,
  width: number,
  height: number,
  unit = 1,
): Spot[] {
  const spots: Array<{ places: MapPlace[]; count: number; x: number; y: number; r: number }> = [];
  for (const place of [...places].sort((a, b) => b.count - a.count || a.key.localeCompare(b.key))) {
    const point = projection([place.longitude, place.latitude]);
    if (!point) continue;
    const [x, y] = inFrame(frame, width, height, point);
    const r = radiusOf(place.count) * unit;
    const near = spots.find((spot) => Math.hypot(spot.x - x, spot.y - y) < spot.r + r);
    if (!near) {
      spots.push({ places: [place], count: place.count, x, y, r });
      continue;
    }
    near.places.push(place);
    near.count += place.count;
    near.r = radiusOf(near.count) * unit;
  }
  return spots;
}
