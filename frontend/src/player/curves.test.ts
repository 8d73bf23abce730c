import { describe, expect, it, vi } from "vitest";
import { Scope } from "../lib/scope";
import { type Curve, CurveLane, rangeOf, type Stretch } from "./curves";
import { ENGLISH } from "./messages";
import type { View } from "./timeline";

const stretch = (values: number[], more: Partial<Stretch> = {}): Stretch => ({
  t0: 0, period: 0.1, values: Float32Array.from(values), minima: null, maxima: null, ...more,
});
const view = (start: number, perPixel: number): View => ({ start, perPixel, width: 1000, duration: 100 });

function laneOf(answer: (start: number, end: number) => Stretch | null) {
  const asked: Array<[number, number, number]> = [];
  const changed = vi.fn();
  const curve: Curve = {
    kind: "curve", key: "pitch.f0", label: "Pitch", unit: "Hz",
    load: (start, end, points) => {
      asked.push([start, end, points]);
      return Promise.resolve(answer(start, end));
    },
  };
  const scope = new Scope();
  return { lane: new CurveLane(curve, scope, changed), asked, changed, scope };
}

const settle = () => new Promise((done) => setTimeout(done, 0));

describe("a curve's lane", () => {
  it("asks once for a view and a little more, and not again for what it holds", async () => {
    const { lane, asked, changed } = laneOf(() => stretch([1, 2, 3]));
    lane.need(view(40, 0.01));
    lane.need(view(40, 0.01));
    await settle();
    lane.need(view(42, 0.01));
    expect(asked).toEqual([[35, 55, 2000]]);
    expect(changed).toHaveBeenCalledOnce();
  });

  it("asks again when the view leaves what it holds, or comes much nearer", async () => {
    const thinned = { minima: Float32Array.of(0, 1), maxima: Float32Array.of(2, 3) };
    const { lane, asked } = laneOf((start) => stretch([1, 2], { t0: start, period: 0.05, ...thinned }));
    lane.need(view(40, 0.05));
    await settle();
    lane.need(view(0, 0.05));
    await settle();
    lane.need(view(10, 0.005));
    await settle();
    expect(asked.length).toBe(3);
  });

  it("asks for nothing finer than there is", async () => {
    const { lane, asked } = laneOf((start) => stretch([1, 2], { t0: start }));
    lane.need(view(40, 0.05));
    await settle();
    lane.need(view(50, 0.001));
    await settle();
    expect(asked.length).toBe(1);
  });

  it("tells the value at a time, and none in a gap", async () => {
    const { lane } = laneOf(() => stretch([100, NaN, 300]));
    lane.need(view(0, 0.01));
    await settle();
    expect(lane.at(0.21)).toBe(300);
    expect(lane.at(0.1)).toBeNull();
    expect(lane.at(50)).toBeNull();
  });

  it("knows when there is nothing to draw", async () => {
    const { lane } = laneOf(() => stretch([NaN, NaN]));
    lane.need(view(0, 0.01));
    await settle();
    expect(lane.range()).toBeNull();
    expect(lane.heading(ENGLISH)).toBe(`Pitch: ${ENGLISH.noValues}`);
  });

  it("is not told after its scope has ended", async () => {
    const { lane, changed, scope } = laneOf(() => stretch([1]));
    lane.need(view(0, 0.01));
    scope.end();
    await settle();
    expect(changed).not.toHaveBeenCalled();
  });
});

describe("a curve's range", () => {
  it("holds what thinning left out", () => {
    const range = rangeOf(stretch([5, NaN], { minima: Float32Array.of(-1, NaN), maxima: Float32Array.of(9, NaN) }));
    expect(range).toEqual({ low: -1, high: 9 });
  });

  it("is not stretched by one instant of silence", () => {
    const loud = Array.from({ length: 200 }, (_, i) => -20 - (i % 10));
    expect(rangeOf(stretch([-130, ...loud]))).toEqual({ low: -29, high: -20 });
  });

  it("has room even for a constant", () => {
    expect(rangeOf(stretch([0, 0]))).toEqual({ low: -0.08, high: 0.08 });
    expect(rangeOf(stretch([NaN]))).toBeNull();
  });
});
