import { describe, expect, it } from "vitest";
import { type Stretch, wordwise } from "./wordwise";

const written = (stretches: readonly Stretch[]): string =>
  stretches.map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind]).join("");

describe("two texts, word by word", () => {
  it.each([
    ["Deux trompes.", "Deux trompes.", "Deux trompes."],
    ["Deux trompes.", "Trois trompes.", "[-Deux-]{+Trois+} trompes."],
    ["a funeral song", "a song", "a [-funeral -]song"],
    ["a song", "a funeral song", "a {+funeral +}song"],
    ["one two three", "four five three", "[-one two-]{+four five+} three"],
    ["", "new", "{+new+}"],
    ["old", "", "[-old-]"],
    ["l’été à Sanga", "l’été à Sangha", "l’été à [-Sanga-]{+Sangha+}"],
  ])("%s → %s", (before, after, told) => {
    expect(written(wordwise(before, after))).toBe(told);
  });

  it("loses nothing of either", () => {
    const texts = ["", "a b  c", "a  c d\n\nb", "  x, y; z.", "c c c a", "a a c"];
    for (const before of texts)
      for (const after of texts) {
        const told = wordwise(before, after);
        expect(told.filter(({ kind }) => kind !== "new").map(({ text }) => text).join("")).toBe(before);
        expect(told.filter(({ kind }) => kind !== "gone").map(({ text }) => text).join("")).toBe(after);
      }
  });

  it("are shown whole where comparing them would take too long", () => {
    const long = (word: string): string => Array.from({ length: 2000 }, (_, i) => `${word}${i}`).join(" ");
    expect(wordwise(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["gone", "new"]);
  });
});
