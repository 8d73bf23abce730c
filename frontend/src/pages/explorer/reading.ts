import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from "graphql";

/** One line of a type's page: a field, an input field or a value. */
export interface Line {
  readonly name: string;
  readonly type: string;
  /** The type that a click leads to; empty for a value. */
  readonly leadsTo: string;
  readonly description: string;
  readonly deprecated: string;
  readonly takes: readonly Line[];
}

export interface TypePage {
  readonly name: string;
  readonly description: string;
  readonly lines: readonly Line[];
  /** Types that this one may be, or is. */
  readonly related: readonly string[];
}

/** What the schema says of a type; null if it has none of this name. */
export function typePage(schema: GraphQLSchema, name: string): TypePage | null {
  const type = schema.getType(name);
  if (!type) return null;
  return { name, description: type.description ?? "", lines: linesOf(type), related: relatedTo(schema, type) };
}

function linesOf(type: GraphQLNamedType): readonly Line[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).map((field) => ({ ...line(field), takes: field.args.map(line) }));
  }
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(line);
  if (isEnumType(type)) {
    return type.getValues().map((value) => ({
      name: value.name,
      type: "",
      leadsTo: "",
      description: value.description ?? "",
      deprecated: value.deprecationReason ?? "",
      takes: [],
    }));
  }
  return [];
}

type Described = {
  name: string;
  type: GraphQLType;
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
};

function line(of: Described): Line {
  return {
    name: of.name,
    type: String(of.type),
    leadsTo: getNamedType(of.type).name,
    description: of.description ?? "",
    deprecated: of.deprecationReason ?? "",
    takes: [],
  };
}

function relatedTo(schema: GraphQLSchema, type: GraphQLNamedType): readonly string[] {
  if (isUnionType(type) || isInterfaceType(type)) return schema.getPossibleTypes(type).map(({ name }) => name);
  return isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : [];
}

/** Types and fields whose name holds the words, types first. */
export function found(schema: GraphQLSchema, words: string, most: number): readonly { type: string; field: string }[] {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const named = types.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ name }) => ({ type: name, field: "" }));
  const fields = types.flatMap((type) =>
    linesOf(type)
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .map(({ name }) => ({ type: type.name, field: name })),
  );
  return [...named, ...fields].slice(0, most);
}
