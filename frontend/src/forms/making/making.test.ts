import { existsSync, readFileSync } from "node:fs";
import { buildSchema, isInputObjectType, isNonNullType, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { RecordKind } from "../../api/generated/graphql";
import { alike, beginnings, likeness, shortened } from "./alike";
import type { Field } from "../fields";
import { FORMS } from "../kinds";
import { fieldsOf } from "../values";
import { madeOf } from "./made";

const path = [process.env["SONOTHEQUE_SCHEMA"], "../graphql_api/schema.graphql", "../../graphql_api/schema.graphql"].find((each) => each && existsSync(each));
const schema = buildSchema(readFileSync(path ?? "", "utf8"));
/** What a field lets one pick, its rows included. */
function kindsOf({ widget }: Field): RecordKind[] {
  if (widget.as === "rows") return widget.columns.flatMap(kindsOf);
  return widget.as === "term" || widget.as === "terms" ? [widget.kind] : [];
}
const offer = (name: string, matched: string | null = null) => ({ key: name, name, matched, note: "" });

describe("things of a similar name", () => {
  it("are found whatever accents, case and slips of the pen", () => {
    expect(likeness("Ségou", "segou")).toBe(1);
    expect(alike("Bamakko", [offer("Bamako"), offer("Bobo-Dioulasso")]).map(({ name }) => name)).toEqual(["Bamako"]);
    expect(alike("Germany", [offer("Allemagne", "Germany"), offer("Guinée")]).map(({ name }) => name)).toEqual(["Allemagne"]);
  });

  it("come once, the likest first, and none where nothing is like", () => {
    expect(alike("Sanga", [offer("Sangha"), offer("Sanga"), offer("Sanga")]).map(({ name }) => name)).toEqual(["Sanga", "Sangha"]);
    expect(alike("Sanga", [offer("Paris")])).toEqual([]);
  });

  it("are asked for by words and by how they begin", () => {
    expect(beginnings("Bamakko du Nord")).toEqual(["Bamakko du Nord", "bamakko", "nord", "bama"]);
    expect(beginnings("  ")).toEqual([]);
  });
});

it("makes a short name as the archive does", () => {
  expect(shortened(" Musée de l’Homme (Paris) ")).toBe("musee-de-lhomme-paris");
  expect(shortened("民族音楽")).toBe("");
});

const KINDS = Object.values(RecordKind).filter((kind) => madeOf(kind, "keywords"));

describe.each(KINDS)("a %s made in a picker", (kind) => {
  const made = madeOf(kind, "keywords");
  const text = made?.create.toString() ?? "";
  const input = schema.getType(/\$input:\s*(\w+)!/.exec(text)?.[1] ?? "");

  it("is asked for as the schema has it", () => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  it("says what it cannot do without, and nothing that is not taken", () => {
    if (!isInputObjectType(input)) throw new Error("There is no such input.");
    const fields = input.getFields();
    const said = made?.fields.map(({ name }) => name) ?? [];
    expect(said.filter((name) => !(name in fields))).toEqual([]);
    expect(said).toContain(made?.name);
    const needed = Object.values(fields).filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
    const given = made?.fields.filter(({ required }) => required).map(({ name }) => name) ?? [];
    // The vocabulary of a term is the picker's own.
    expect(needed.map(({ name }) => name).filter((name) => !given.includes(name) && name !== "scheme")).toEqual([]);
  });
});

it("makes all that forms pick, save recordings and groups of editors", () => {
  const picked = new Set(Object.values(FORMS).flatMap(({ groups }) => fieldsOf(groups)).flatMap(kindsOf));
  const lacking = [...picked].filter((kind) => !madeOf(kind, "keywords"));
  expect(lacking.sort()).toEqual([RecordKind.EditorGroup, RecordKind.Item]);
});

it("makes no term where the vocabulary is not known, and no recording at all", () => {
  expect(madeOf(RecordKind.Concept, undefined)).toBeNull();
  expect(madeOf(RecordKind.Item, undefined)).toBeNull();
});
