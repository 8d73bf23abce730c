import fc from "fast-check";
import type { LocationQuery } from "vue-router";
import { describe, expect, it } from "vitest";
import { AccessLevel, ItemOrder } from "../../api/generated/graphql";
import { queryOf, stateOf, variablesOf } from "./listState";

const word = fc.string({ maxLength: 12 }).map((text) => text.trim());
const states = fc.record({
  text: word,
  collection: word,
  place: word,
  holder: word,
  access: fc.constantFrom("" as const, AccessLevel.Full, AccessLevel.Metadata),
  sound: fc.boolean(),
  order: fc.constantFrom(...Object.values(ItemOrder)),
  after: word,
});

describe("a list's address", () => {
  it("brings back the list that wrote it", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(stateOf(queryOf(state) as LocationQuery)).toEqual(state);
      }),
    );
  });

  it("with what is not known shows the plain list", () => {
    const plain = stateOf({});
    expect(stateOf({ order: "sideways", access: "SECRET", sound: "yes", q: ["a", "b"], other: "x" })).toEqual(plain);
    expect(queryOf(plain)).toEqual({});
    expect(variablesOf(plain)).toEqual({ filter: {}, order: ItemOrder.Code, first: 25, after: null, place: "", inPlace: false, holder: "", atHolder: false });
  });
});
