import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadCatalogue } from "../i18n";
import { dateInWords } from "./dates";

const words = (edtf: string, language = "en"): string => dateInWords(edtf, language).replaceAll("\u2009", " ");

beforeAll(async () => {
  vi.stubGlobal("document", { documentElement: {} });
  await loadCatalogue("en");
});

describe("a date in words", () => {
  it.each([
    ["1960", "1960"],
    ["1960-11", "November 1960"],
    ["1960-11-01", "November 1, 1960"],
    ["1960-11-01/1960-11-30", "November 1 – 30, 1960"],
    ["1960/1964", "1960 – 1964"],
    ["1960~", "± 1960"],
    ["1960-11?", "November 1960?"],
    ["196X", "1960–1969"],
    ["1960/..", "from 1960"],
    ["../1960", "until 1960"],
    ["1960-21", "1960-21"],
    ["", ""],
  ])("%s is %s", (edtf, said) => {
    expect(words(edtf)).toBe(said);
  });

  it("is in the reader's language", () => {
    expect(words("1960-11-01/1960-11-30", "fr")).toBe("1–30 novembre 1960");
    expect(words("1960-11?", "fr")).toBe("novembre 1960\u00a0?");
    expect(words("1960-11", "es")).toBe("noviembre de 1960");
  });
});
