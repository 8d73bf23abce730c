import { beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "../i18n";
import { citation } from "./citation";

beforeAll(async () => {
  globalThis.document ??= { documentElement: { lang: "" } } as Document;
  await loadCatalogue("en");
});

describe("the citation of a recording", () => {
  it("says title, people, place and date, collection, code, keeper and address", () => {
    const song = {
      title: "Trompe et tambour",
      originalTitle: "olu boy",
      agents: [
        { role: "PERFORMER", agent: { name: "Not cited" } },
        { role: "RECORDIST", agent: { name: "G. Rouget" } },
        { role: "COLLECTOR", agent: { name: "G. Rouget" } },
      ],
      place: { name: "Sanga" },
      recorded: { edtf: "1960-11" },
      collection: { title: "Mission Dogon", holder: { name: "Museum" } },
      code: "X_1",
      iri: "http://here/items/X_1",
    };
    expect(citation(song)).toBe("Trompe et tambour [olu boy]. G. Rouget. Sanga, November 1960. In: Mission Dogon. X_1. Museum. http://here/items/X_1");
  });

  it("leaves out what is not known", () => {
    expect(citation({ title: "Song", iri: "http://here/items/1" })).toBe("Song. http://here/items/1");
  });
});
