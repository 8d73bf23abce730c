import { existsSync, readFileSync } from "node:fs";
import { buildSchema, type GraphQLInputObjectType, type GraphQLType, isEnumType, isInputObjectType, isListType, isNonNullType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import { describe, expect, it } from "vitest";
import en from "../i18n/en.json";
import type { Field } from "./fields";
import type { FormKind } from "./kind";
import { FORMS } from "./kinds";
import { fieldsOf } from "./values";

const path = [process.env["SONOTHEQUE_SCHEMA"], "../graphql_api/schema.graphql", "../../graphql_api/schema.graphql"].find((each) => each && existsSync(each));
const schema = buildSchema(readFileSync(path ?? "", "utf8"));

/** What a form's mutation takes, and all that its question asks of the record. */
function takenBy(kind: FormKind, act: "update" | "create"): GraphQLInputObjectType {
  const [, input] = /\$input:\s*(\w+)!/.exec(kind[act].toString()) ?? [];
  const type = schema.getType(input ?? "");
  if (!isInputObjectType(type)) throw new Error(`${input} is no input.`);
  return type;
}

function askedBy(kind: FormKind): Set<string> {
  const document = parse(kind.question.toString());
  expect(validate(schema, document)).toEqual([]);
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  const trail: string[] = [];
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter: (node) => void (trail.push(node.alias?.value ?? node.name.value), found.add(trail.slice(1).join("."))),
        leave: () => void trail.pop(),
      },
    }),
  );
  return found;
}

function holds(field: Field, input: GraphQLInputObjectType): void {
  const name = input.name.startsWith("Update") ? (field.edited ?? field.name) : field.name;
  const taken = input.getFields()[name];
  expect(taken, `${input.name}.${name}`).toBeDefined();
  let type: GraphQLType | undefined = taken?.type;
  while (isNonNullType(type) || isListType(type)) type = type.ofType;
  if (field.widget.as === "rows" && isInputObjectType(type)) for (const column of field.widget.columns) holds(column, type);
  if (field.widget.as === "choice" && isEnumType(type)) {
    const values = type.getValues().map(({ name }) => name);
    expect(field.widget.values.filter((each) => !values.includes(each))).toEqual([]);
  }
  if (field.widget.as === "choice") for (const each of field.widget.values) expect(en).toHaveProperty([`${field.widget.of}.${each.toLowerCase()}`]);
  expect(en).toHaveProperty([field.label]);
}

const ABOUT_THE_REQUEST = { reason: "asked at the form's foot", translations: "written beside the text that they translate" };

/** What inputs take and no field shows, each with its reason; a name that no input takes any more fails below. */
const NOT_FIELDS: Record<"update" | "create", Record<string, string>> = {
  update: {
    ...ABOUT_THE_REQUEST,
    id: "names the record",
    code: "names the record, where `id` does not",
    slug: "names the record, where `id` does not",
    scheme: "names the term, together with its slug",
    ifVersion: "the version that the form was filled with",
    extraValues: "fields that each archive defines itself: see their own form",
    publicationRule: "who may hear it, and when: decided beside protocols and grants",
  },
  create: {
    ...ABOUT_THE_REQUEST,
    idempotencyKey: "the form's own: a second press makes no second record",
    mintCode: "the code field's, where a proposed code was taken",
    nextCode: "the code field's, where a proposed code was taken",
    state: "a new record is a draft; its page publishes it",
    extraValues: "fields that each archive defines itself: see their own form",
    publicationRule: "who may hear it, and when: decided beside protocols and grants",
  },
};

it("gives no reason for what no input takes", () => {
  for (const act of ["update", "create"] as const) {
    const taken = new Set(Object.values(FORMS).flatMap((kind) => Object.keys(takenBy(kind, act).getFields())));
    expect(Object.keys(NOT_FIELDS[act]).filter((name) => !taken.has(name))).toEqual([]);
  }
});

describe.each(Object.entries(FORMS))("the form at /%s", (_, kind) => {
  const fields = fieldsOf(kind.groups);

  it("says what its mutations take", () => {
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    for (const field of fields) {
      if (!field.fixed) holds(field, takenBy(kind, "update"));
      holds(field, takenBy(kind, "create"));
    }
    expect(takenBy(kind, "update").getFields()).toHaveProperty("ifVersion");
    expect(takenBy(kind, "create").getFields()).toHaveProperty("idempotencyKey");
  });

  it("shows all that its mutations take", () => {
    const left = (act: "update" | "create"): string[] => {
      const shown = new Set(fields.flatMap((field) => (act === "update" ? [field.edited ?? field.name] : [field.name])));
      return Object.keys(takenBy(kind, act).getFields()).filter((name) => !shown.has(name) && !(name in NOT_FIELDS[act]));
    };
    expect({ update: left("update"), create: left("create") }).toEqual({ update: [], create: [] });
  });

  it("asks all that it shows, and the version that it edits", () => {
    const asked = askedBy(kind);
    expect(asked).toContain("version");
    const missing = fields.filter(({ name, at }) => !asked.has(at ?? name)).map(({ name }) => name);
    expect(missing).toEqual([]);
    if (fields.some(({ translated }) => translated)) expect(asked).toContain("translations.text");
  });

  it("asks for what a new record cannot do without", () => {
    const needed = Object.values(takenBy(kind, "create").getFields()).filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
    const required = fields.filter((field) => field.required).map(({ name }) => name);
    expect(needed.map(({ name }) => name).filter((name) => !required.includes(name))).toEqual([]);
  });
});
