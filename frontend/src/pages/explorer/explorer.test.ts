import { existsSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { EXAMPLES } from "./examples";
import { fromHash, readKept, toHash, withKept, writeKept } from "./kept";
import { found, typePage } from "./reading";
import { operationsOf, variablesOf } from "./running";

const path = [process.env["SONOTHEQUE_SCHEMA"], "../graphql_api/schema.graphql", "../../graphql_api/schema.graphql"].find((each) => each && existsSync(each));
const schema = buildSchema(readFileSync(path ?? "", "utf8"));

describe("examples", () => {
  it.each(EXAMPLES.map((each) => [each.name, each] as const))("%s can be asked", (_, example) => {
    expect(validate(schema, parse(example.query)).map(({ message }) => message)).toEqual([]);
    expect(variablesOf(example.variables)).not.toBeNull();
  });
});

describe("what was written", () => {
  it("names its operations as soon as it can be read", () => {
    expect(operationsOf("query A { x } subscription B { y }").map((each) => each.operation)).toEqual(["query", "subscription"]);
    expect(operationsOf("query A {")).toEqual([]);
  });
  it("holds variables as one object", () => {
    expect(variablesOf(" ")).toEqual({});
    expect(variablesOf('{"a": [1]}')).toEqual({ a: [1] });
    for (const odd of ["[1]", "1", "null", "{"]) expect(variablesOf(odd)).toBeNull();
  });
  it("comes back from an address", () => {
    const hash = toHash("{ a(b: \"é&#\") }", '{"x": 1}');
    expect(fromHash(hash)).toEqual({ query: "{ a(b: \"é&#\") }", variables: '{"x": 1}' });
    expect(fromHash("#content")).toBeNull();
  });
});

describe("what is kept", () => {
  const one = { name: "a", query: "{ x }", variables: "" };
  it("replaces what has the same name", () => {
    expect(withKept([one], { ...one, query: "{ y }" })).toEqual([{ ...one, query: "{ y }" }]);
  });
  it("is read again, and what is odd is left out", () => {
    const written = new Map<string, string>();
    const storage = { getItem: (key: string) => written.get(key) ?? null, setItem: (key: string, value: string) => void written.set(key, value) };
    expect(readKept(storage)).toEqual([]);
    expect(writeKept(storage, [one])).toBe(true);
    expect(readKept(storage)).toEqual([one]);
    expect(readKept({ getItem: () => '[1, {"name": "b"}]' })).toEqual([]);
    expect(readKept({ getItem: () => "{" })).toEqual([]);
  });
  it("says where nothing may be kept", () => {
    const refuse = (): never => {
      throw new Error("full");
    };
    expect(writeKept({ setItem: refuse }, [one])).toBe(false);
  });
});

describe("the schema's pages", () => {
  it("lead from fields to their types", () => {
    const items = typePage(schema, "Query")?.lines.find(({ name }) => name === "items");
    expect(items?.leadsTo).toBe("ItemConnection");
    expect(items?.takes.map(({ name }) => name)).toContain("last");
    expect(typePage(schema, "Resource")?.related).toContain("Item");
    expect(typePage(schema, "ItemOrder")?.lines.length).toBeGreaterThan(3);
    expect(typePage(schema, "Nothing")).toBeNull();
  });
  it("are found by a part of a name, types first", () => {
    expect(found(schema, "itemconn", 5)[0]).toEqual({ type: "ItemConnection", field: "" });
    expect(found(schema, "totalcount", 3)).toHaveLength(3);
    expect(found(schema, " ", 3)).toEqual([]);
  });
});
