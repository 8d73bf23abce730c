import { beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "../i18n";
import { calledIn, saidIn, stepTo } from "./texts";

beforeAll(async () => {
  globalThis.document ??= { documentElement: { lang: "" } } as Document;
  await loadCatalogue("fr");
});

describe("a term's name", () => {
  const drum = { iri: "http://here/instruments/drum", name: "drum", nameLanguages: ["en"], en: "drum", fr: "tambour", es: "drum" };

  it("is said in the reader's language where it is kept", () => {
    expect(calledIn(drum)).toEqual({ text: "tambour", lang: "fr" });
    expect(stepTo(drum)).toEqual({ path: "/instruments/drum", name: "tambour", lang: "fr" });
  });

  it("is its own where it is not, in its own language", () => {
    expect(calledIn({ ...drum, fr: "drum" })).toEqual({ text: "drum", lang: "en" });
  });

  it("that is the same in several languages is the reader's", () => {
    expect(calledIn({ name: "Mali", nameLanguages: ["en", "fr"], fr: "Mali" })).toEqual({ text: "Mali", lang: "fr" });
  });

  it("says no language where none is recorded", () => {
    expect(calledIn({ name: "Sanga", nameLanguages: [], fr: "Sanga" })).toEqual({ text: "Sanga", lang: undefined });
  });
});

describe("a title", () => {
  it("goes before a name and a code, in the language in which it was written", () => {
    const dogon = { title: "Dogon mission", languageOfDescription: "en", fr: "Mission Dogon", code: "X" };
    expect(calledIn(dogon)).toEqual({ text: "Mission Dogon", lang: "fr" });
    expect(saidIn({ ...dogon, fr: dogon.title }, "title")).toEqual({ text: "Dogon mission", lang: "en" });
    expect(calledIn({ code: "X" })).toEqual({ text: "X", lang: undefined });
  });
});
