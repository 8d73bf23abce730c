import { afterEach, describe, expect, it, vi } from "vitest";
import { canonical, operationName } from "./embedded";

const QUERY = "\n    query ItemPage($key: String!) {\n  item(code: $key) { id }\n}\n    fragment X on Item { id }";

async function embedded(text: string) {
  vi.resetModules();
  vi.stubGlobal("document", { getElementById: () => ({ textContent: text }) });
  return (await import("./embedded")).takeEmbedded;
}

afterEach(() => vi.unstubAllGlobals());

describe("the answer in the document", () => {
  const answer = JSON.stringify([{ query: "ItemPage", variables: { key: "A", first: 5 }, data: { item: 1 } }]);

  it("is taken once, by the question that it answers", async () => {
    const take = await embedded(answer);
    expect(take(QUERY, { first: 5, key: "A", after: undefined })).toEqual({ item: 1 });
    expect(take(QUERY, { first: 5, key: "A" })).toBeNull();
  });

  it("is left alone by another question", async () => {
    const take = await embedded(answer);
    expect(take(QUERY, { key: "B", first: 5 })).toBeNull();
    expect(take(QUERY.replace("ItemPage", "Other"), { key: "A", first: 5 })).toBeNull();
  });
});

describe("variables", () => {
  it("are the same in any order, with or without what is not given", () => {
    expect(canonical({ b: [1, { d: null, c: "x" }], a: undefined })).toBe(canonical({ b: [1, { c: "x" }] }));
    expect(canonical({ a: 1 })).not.toBe(canonical({ a: 2 }));
  });
});

describe("a question's name", () => {
  it("is that of its operation, not of a fragment", () => {
    expect(operationName(QUERY)).toBe("ItemPage");
    expect(operationName("{ item { id } }")).toBe("");
  });
});
