import { describe, expect, it, vi } from "vitest";
import { Scope } from "../lib/scope";
import { extentOf, type Heat, HeatLane } from "./heat";
import type { View } from "./timeline";

const view: View = { start: 0, perPixel: 0.01, width: 1000, duration: 100 };

describe("a lane of rows", () => {
  it("reads the strongest place of a moment", async () => {
    const source: Heat = {
      kind: "heat", key: "x", label: "Pitch classes", unit: "1",
      load: () => Promise.resolve({ t0: 0, period: 0.5, width: 3, values: Float32Array.of(0, 1, 0.5, NaN, NaN, NaN, 0.2, 0.1, 0.9), whole: true }),
      places: () => ({ names: ["C", "C#", "D"], unit: "" }),
    };
    const lane = new HeatLane(source, new Scope(), vi.fn());
    lane.need(view);
    await new Promise((done) => setTimeout(done, 0));
    expect(lane.reading(0.1)).toBe("Pitch classes C#");
    expect(lane.reading(0.5)).toBeNull();
    expect(lane.reading(1)).toBe("Pitch classes D");
  });

  it("gives room to what is all one, and nothing to nothing", () => {
    expect(extentOf(Float32Array.of(2, 2, NaN))).toEqual({ low: 1, high: 3 });
    expect(extentOf(Float32Array.of(NaN))).toBeNull();
    expect(extentOf(Float32Array.of(-1, 4))).toEqual({ low: -1, high: 4 });
  });
});
