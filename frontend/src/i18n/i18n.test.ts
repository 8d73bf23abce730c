import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGLISH } from "../player/messages";
import en from "./en.json";
import es from "./es.json";
import fr from "./fr.json";
import { fill } from "./index";

const SOURCES = join(import.meta.dirname, "..");

function filesIn(folder: string, ends: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.test(entry.name) && !entry.name.includes(".test."))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

const blanks = (phrase: string): string[] => (phrase.match(/\{\w+\}/g) ?? []).sort();

describe.each([
  ["French", fr],
  ["Spanish", es],
])("the %s catalogue", (_, catalogue: Record<string, string>) => {
  it("says all that the English one says, and nothing else", () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
    for (const [key, phrase] of Object.entries(catalogue)) expect(phrase.trim(), key).not.toBe("");
  });

  it("leaves the same blanks to be filled", () => {
    for (const [key, phrase] of Object.entries(en)) expect(blanks(catalogue[key] ?? ""), key).toEqual(blanks(phrase));
  });
});

describe("the English catalogue", () => {
  const sources = filesIn(SOURCES, /\.(?:vue|ts)$/).join("\n");
  const asked = new Set([...sources.matchAll(/\bt\(\s*["'`]([a-z][\w.]*)["'`]/g)].map(([, key]) => key ?? ""));
  const counted = new Set([...sources.matchAll(/\bcount\([^,()]+(?:\([^)]*\))?[^,]*,\s*["']([\w.]+)["']/g)].map(([, key]) => key ?? ""));

  it("holds every phrase that the pages ask for", () => {
    expect(asked.size).toBeGreaterThan(60);
    expect([...asked].filter((key) => !(key in en))).toEqual([]);
    expect(counted.size).toBeGreaterThan(1);
    expect([...counted].filter((key) => !(`${key}.one` in en && `${key}.other` in en))).toEqual([]);
  });

  it("holds the player's own words as the player has them", () => {
    const words = Object.fromEntries(Object.entries(ENGLISH).map(([key, phrase]) => [`player.${key}`, phrase]));
    expect(en).toMatchObject(words);
  });
});

describe("a phrase", () => {
  it("is filled, and keeps a blank that nobody fills", () => {
    expect(fill("{a} of {b}", { a: 1 })).toBe("1 of {b}");
  });
});
