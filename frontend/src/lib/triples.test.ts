import { describe, expect, it } from "vitest";
import { localName, readTriples } from "./triples";

describe("N-Triples", () => {
  it("are read with languages, types, escapes and blank nodes", () => {
    const text = [
      '<http://a/items/X> <http://purl.org/dc/terms/title> "OLU \\"BOY\\"\\n\\u00e9"@dtk .',
      '<http://a/items/X> <http://a/ns#duration> "3.5"^^<http://www.w3.org/2001/XMLSchema#double> .',
      "_:b1 <http://a/p> <http://a/items/Y#signal> .",
      "",
      "this is no triple .",
    ].join("\n");
    const triples = readTriples(text);
    expect(triples.length).toBe(3);
    expect(triples[0]?.object).toEqual({ text: 'OLU "BOY"\né', iri: null, language: "dtk" });
    expect(triples[1]?.object.text).toBe("3.5");
    expect(triples[2]?.object.iri).toBe("http://a/items/Y#signal");
    expect(triples[2]?.subject.iri).toBeNull();
  });
});

describe("a local name", () => {
  it.each([
    ["http://purl.org/dc/terms/title", "title"],
    ["http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "type"],
    ["http://a/items/X%20Y", "X Y"],
    ["http://a/", "a"],
  ])("of %s is %s", (iri, name) => {
    expect(localName(iri)).toBe(name);
  });
});
