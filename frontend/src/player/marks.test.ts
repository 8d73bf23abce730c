import { describe, expect, it, vi } from "vitest";
import { Scope } from "../lib/scope";
import { type Mark, MarkLane, type Marks } from "./marks";
import { ENGLISH } from "./messages";
import type { View } from "./timeline";

const mark = (start: number, end: number, more: Partial<Mark> = {}): Mark => ({ start, end, label: "", value: null, confidence: null, ...more });
const view = (start: number, perPixel: number): View => ({ start, perPixel, width: 1000, duration: 100 });
const settle = () => new Promise((done) => setTimeout(done, 0));

function laneOf(marks: Mark[], total = marks.length) {
  const asked: Array<[number, number]> = [];
  const source: Marks = {
    kind: "marks", key: "x", label: "Beats", unit: "1/min",
    load: (start, end) => {
      asked.push([start, end]);
      return Promise.resolve({ marks, total });
    },
  };
  return { lane: new MarkLane(source, new Scope(), vi.fn()), asked };
}

describe("a lane of marks", () => {
  it("says how many there are, and that there is none", async () => {
    const { lane } = laneOf([mark(1, 1), mark(2, 2)], 40);
    lane.need(view(0, 0.1));
    await settle();
    expect(lane.heading(ENGLISH)).toBe("Beats: 40");
    const none = laneOf([]).lane;
    none.need(view(0, 0.1));
    await settle();
    expect(none.heading(ENGLISH)).toBe(`Beats: ${ENGLISH.noValues}`);
  });

  it("reads the stretch under a time, or the moment beside it, with number and confidence", async () => {
    const { lane } = laneOf([
      mark(0, 5, { label: "speech", confidence: 0.914 }),
      mark(7, 7, { value: 120.4 }),
    ]);
    lane.need(view(0, 0.1));
    await settle();
    expect(lane.reading(3)).toBe("speech (91 %)");
    expect(lane.reading(5)).toBeNull();
    expect(lane.reading(7.03)).toBe("120.4 1/min");
    expect(lane.reading(8)).toBeNull();
  });

  it("asks again for a nearer view only where some were left out", async () => {
    const whole = laneOf([mark(1, 1)]);
    const thinned = laneOf([mark(1, 1)], 9);
    for (const { lane } of [whole, thinned]) {
      lane.need(view(0, 0.1));
      await settle();
      lane.need(view(1, 0.001));
      await settle();
    }
    expect(whole.asked).toHaveLength(1);
    expect(thinned.asked).toHaveLength(2);
  });
});
