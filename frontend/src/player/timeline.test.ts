import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf, endOf, panBy, resized, showing, ticks, tickStep, toTime, toX, type View, wholeView, within, zoomAt } from "./timeline";

const FINEST = 0.001;
const views = fc
  .record({
    duration: fc.double({ min: 0.05, max: 40_000, noNaN: true }),
    width: fc.integer({ min: 50, max: 4000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    zoom: fc.double({ min: 1e-6, max: 1, noNaN: true }),
  })
  .map(({ duration, width, part, zoom }): View =>
    within({ duration, width, perPixel: (duration / width) * zoom, start: part * duration }, FINEST),
  );

function expectWithin(view: View): void {
  expect(view.start).toBeGreaterThanOrEqual(0);
  expect(endOf(view)).toBeLessThanOrEqual(view.duration * (1 + 1e-9) + 1e-9);
  expect(view.perPixel).toBeGreaterThan(0);
}

describe("the view", () => {
  it("stays within the sound whatever is done to it", () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer({ min: -9000, max: 9000 }), (view, factor, pixels) => {
        expectWithin(zoomAt(view, factor, Math.abs(pixels) % view.width, FINEST));
        expectWithin(panBy(view, pixels, FINEST));
        expectWithin(resized(view, 50 + Math.abs(pixels), FINEST));
        expectWithin(showing(view, (view.duration * (pixels + 9000)) / 18_000, FINEST));
      }),
    );
  });

  it("keeps the time under the pointer while it zooms, unless an edge of the sound is in the way", () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (view, factor, part) => {
        const x = part * view.width;
        const after = zoomAt(view, factor, x, FINEST);
        const free = after.start > 0 && endOf(after) < view.duration - 1e-6;
        if (free) expect(Math.abs(toX(after, toTime(view, x)) - x)).toBeLessThan(0.01);
      }),
    );
  });

  it("comes back from pixels to the same time", () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0, max: 1, noNaN: true }), (view, part) => {
        const time = view.start + part * (endOf(view) - view.start);
        expect(Math.abs(toTime(view, toX(view, time)) - time)).toBeLessThan(1e-6 * Math.max(1, time));
      }),
    );
  });

  it("shows the whole again at another width", () => {
    expect(resized(wholeView(100, 500), 1000, FINEST)).toEqual(wholeView(100, 1000));
  });

  it("turns the page to a time out of sight, and leaves a view that shows it alone", () => {
    const view: View = { start: 10, perPixel: 0.01, width: 1000, duration: 100 };
    expect(showing(view, 15, FINEST)).toBe(view);
    expect(toX(showing(view, 50, FINEST), 50)).toBeCloseTo(50);
  });
});

describe("the ruler", () => {
  it("keeps its marks apart and its labels distinct at every scale", () => {
    fc.assert(
      fc.property(views, (view) => {
        const step = tickStep(view);
        expect(step / view.perPixel).toBeGreaterThan(87);
        const labels = ticks(view, step).map(({ time }) => time.toFixed(decimalsOf(step)));
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });

  it.each([
    [0.001, 0.1, 1],
    [0.0231, 5, 0],
    [27.7, 3600, 0],
  ])("at %d s a pixel steps %d s with %d decimals", (perPixel, step, decimals) => {
    const found = tickStep({ start: 0, perPixel, width: 1300, duration: 1e6 });
    expect(found).toBeCloseTo(step);
    expect(decimalsOf(found)).toBe(decimals);
  });
});
