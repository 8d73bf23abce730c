import { describe, expect, it } from "vitest";
import { freeStem, lanesOf } from "./lanes";

describe("parts on one timeline", () => {
  it("stand in lanes, the item's own first, as shares of the whole", () => {
    const parts = [
      { position: 1, stem: 2, startsAt: 5, duration: 5 },
      { position: 2, stem: 0, startsAt: 0, duration: 10 },
      { position: 3, stem: 0, startsAt: 10, duration: 10 },
    ];
    expect(lanesOf(parts)).toEqual({
      total: 20,
      lanes: [
        { stem: 0, bars: [{ position: 2, from: 0, share: 0.5 }, { position: 3, from: 0.5, share: 0.5 }] },
        { stem: 2, bars: [{ position: 1, from: 0.25, share: 0.25 }] },
      ],
    });
  });

  it("are left out where nobody knows when or how long they sound", () => {
    expect(lanesOf([{ position: 1, stem: 0, startsAt: 0, duration: null }])).toEqual({ lanes: [], total: 0 });
    expect(lanesOf([])).toEqual({ lanes: [], total: 0 });
  });
});

it("a new stem is one that nothing sounds in", () => {
  expect(freeStem([{ stem: 0 }, { stem: 3 }])).toBe(4);
  expect(freeStem([])).toBe(1);
});
