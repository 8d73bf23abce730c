import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import en from "../i18n/en.json";
import { loadCatalogue } from "../i18n";
import example from "./example.json";
import { type Block, described, type Fact, shownBlocks } from "./shown";

const HERE = import.meta.dirname;
const SOURCES = join(HERE, "..");
const WAYS = new Set("text mono prose date day links upward web seconds bytes years shares number yes kind roles uses extras names matches identifiers vernacular file".split(" "));

/** Which operation answers the page of each kind, and the field that holds the record. */
const QUESTIONS: Record<string, [operation: string, field: string]> = {
  fonds: ["FondsPage", "fonds"],
  corpus: ["CorpusPage", "corpus"],
  collection: ["CollectionPage", "collection"],
  item: ["ItemPage", "item"],
  instrument: ["InstrumentPage", "instrument"],
  population: ["PopulationPage", "population"],
  language: ["LanguagePage", "language"],
  agent: ["AgentPage", "agent"],
  place: ["PlacePage", "place"],
  concept: ["ConceptPage", "concept"],
  holder: ["HolderPage", "holder"],
  scheme: ["SchemePage", "scheme"],
  agreement: ["AgreementPage", "agreement"],
  accession: ["AccessionPage", "accession"],
  carrier: ["CarrierPage", "carrier"],
  codePolicy: ["CodePolicyPage", "codePolicy"],
  community: ["CommunityPage", "record"],
  protocol: ["ProtocolPage", "record"],
  label: ["LabelPage", "record"],
  readingRoom: ["ReadingRoomPage", "record"],
  editorGroup: ["EditorGroupPage", "record"],
  publicationRule: ["PublicationRulePage", "record"],
};

const documents: DocumentNode[] = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith(".graphql"))
  .map((entry) => parse(readFileSync(join(entry.parentPath, entry.name), "utf8")));
const definitions = documents.flatMap((document) => document.definitions);

function named<T extends OperationDefinitionNode | FragmentDefinitionNode>(kind: T["kind"], name: string): T {
  const found = definitions.find((each) => each.kind === kind && "name" in each && each.name?.value === name);
  if (!found) throw new Error(`There is no ${kind} ${name}.`);
  return found as T;
}

/** The fields of a selection by what the answer calls them, fragments included. */
function fieldsOf(selection: SelectionSetNode | undefined): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const put = (field: FieldNode): void => {
    const name = (field.alias ?? field.name).value;
    found.set(name, [...(found.get(name) ?? []), field]);
  };
  for (const each of selection?.selections ?? []) {
    if (each.kind === Kind.FIELD) put(each);
    else {
      const inner = each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : named<FragmentDefinitionNode>(Kind.FRAGMENT_DEFINITION, each.name.value).selectionSet;
      for (const fields of fieldsOf(inner).values()) fields.forEach(put);
    }
  }
  return found;
}

function isAsked(selections: ReadonlyArray<SelectionSetNode | undefined>, path: string): boolean {
  const [step = "", ...rest] = path.split(".");
  if (step === "self") return selections.length > 0;
  const fields = selections.flatMap((selection) => fieldsOf(selection).get(step) ?? []);
  if (!rest.length) return fields.length > 0;
  return fields.length > 0 && isAsked(fields.map(({ selectionSet }) => selectionSet), rest.join("."));
}

const kinds: Array<[string, readonly Block[]]> = readdirSync(HERE)
  .filter((name) => name.endsWith(".json") && name !== "example.json")
  .map((name) => [name.replace(".json", ""), described(JSON.parse(readFileSync(join(HERE, name), "utf8")))]);

function factsOf(block: Block): Array<[string, Fact]> {
  return [
    ...(block.facts ?? []).map((fact): [string, Fact] => [fact.at, fact]),
    ...(block.columns ?? []).map((fact): [string, Fact] => [`${block.rows}.${fact.at}`, fact]),
  ];
}

describe.each(kinds)("the description of a %s", (kind, blocks) => {
  it("uses words that both writers know, and phrases that the catalogue has", () => {
    expect(blocks.length).toBeGreaterThan(0);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
    for (const block of blocks) {
      expect(en).toHaveProperty([block.title]);
      for (const [, fact] of factsOf(block)) {
        expect(WAYS, fact.at).toContain(fact.as ?? "text");
        if (fact.label) expect(en).toHaveProperty([fact.label]);
      }
    }
  });

  it("shows only what the page asks for", () => {
    const [operation, field] = QUESTIONS[kind] ?? ["", ""];
    const question = named<OperationDefinitionNode>(Kind.OPERATION_DEFINITION, operation);
    const record = fieldsOf(question.selectionSet).get(field) ?? [];
    expect(record).toHaveLength(1);
    const paths = blocks.flatMap((block) => factsOf(block).map(([path]) => path));
    const missing = paths.filter((path) => !isAsked(record.map(({ selectionSet }) => selectionSet), path));
    expect(missing).toEqual([]);
  });
});

describe("the blocks of a record", () => {
  beforeAll(() => loadLike("en"));

  it("say what the example says, as frontend/pages/blocks.py does (tests/frontend/test_blocks.py)", () => {
    const shown = shownBlocks(described(example.blocks), example.record).map((block) => ({
      title: block.title,
      lines: block.lines.map(({ label, pieces }) => [label, pieces.map((piece) => [piece.text, piece.path ?? piece.href ?? "", piece.note ?? ""])]),
      rows: block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(", "))),
    }));
    expect(shown).toEqual(example.shown);
  });

  it("leave out what is withheld, down to the whole block", () => {
    expect(shownBlocks(described(example.blocks), { title: "All that is open" })).toEqual([]);
  });
});

async function loadLike(wanted: "en"): Promise<void> {
  // The catalogue sets the document's language; a test has no document.
  globalThis.document ??= { documentElement: { lang: "" } } as Document;
  await loadCatalogue(wanted);
}
