/** What a reader sets otherwise in a recipe: from the processors' JSON Schemas to fields, and back. */

export interface Field {
  readonly processor: string;
  readonly title: string;
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly kind: "number" | "choice" | "flag" | "text";
  readonly choices: readonly (string | number)[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly whole: boolean;
  /** What the recipe sets, or else the processor's default, as text. */
  readonly given: string;
}

export interface Told {
  readonly processor: string;
  readonly params: unknown;
}

type Schema = Record<string, unknown>;

/** The fields of a recipe's processors, in its order. */
export function fieldsOf(nodes: readonly Told[], processors: readonly { id: string; title: string; parameters: unknown }[]): Field[] {
  const known = new Map(processors.map((each) => [each.id, each]));
  return nodes.flatMap((node) => {
    const found = known.get(node.processor);
    if (!found) return [];
    const set = record(node.params);
    return Object.entries(record(record(found.parameters)["properties"])).map(([name, schema]) => fieldOf(node.processor, found.title, name, record(schema), set[name]));
  });
}

function fieldOf(processor: string, title: string, name: string, schema: Schema, set: unknown): Field {
  const choices = Array.isArray(schema["enum"]) ? schema["enum"].filter((each): each is string | number => ["string", "number"].includes(typeof each)) : [];
  const types = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  const kind = choices.length ? "choice" : types.includes("boolean") ? "flag" : types.includes("number") || types.includes("integer") ? "number" : "text";
  return {
    processor,
    title,
    name,
    // Written for a docstring, where names stand between backquotes.
    description: text(schema["description"]).replaceAll("`", ""),
    unit: text(schema["x-unit"]),
    kind,
    choices,
    minimum: numberOf(schema["minimum"]),
    maximum: numberOf(schema["maximum"]),
    whole: types.includes("integer"),
    given: text(set ?? schema["default"]),
  };
}

/** What was set otherwise than the recipe has it, by processor; a field left empty stays as it is. */
export function changesOf(fields: readonly Field[], written: Readonly<Record<string, string>>): { processor: string; params: Record<string, unknown> }[] {
  const changed = new Map<string, Record<string, unknown>>();
  for (const field of fields) {
    const value = written[keyOf(field)]?.trim() ?? "";
    if (value === "" || value === field.given) continue;
    const params = changed.get(field.processor) ?? {};
    params[field.name] = valueOf(field, value);
    changed.set(field.processor, params);
  }
  return [...changed].map(([processor, params]) => ({ processor, params }));
}

export function keyOf({ processor, name }: { processor: string; name: string }): string {
  return `${processor}.${name}`;
}

function valueOf(field: Field, value: string): unknown {
  if (field.kind === "flag") return value === "true";
  if (field.kind === "number") return Number(value);
  if (field.kind === "choice") return field.choices.find((each) => String(each) === value) ?? value;
  return value;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : "";
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
