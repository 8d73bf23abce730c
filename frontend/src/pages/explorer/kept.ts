/** Queries that a visitor keeps, in this browser alone. */
export interface Kept {
  readonly name: string;
  readonly query: string;
  readonly variables: string;
}

const PLACE = "explorer.kept";
const MOST = 100;

export function readKept(storage: Pick<Storage, "getItem">): readonly Kept[] {
  let read: unknown;
  try {
    read = JSON.parse(storage.getItem(PLACE) ?? "[]");
  } catch {
    return []; // another program's, or the browser lets nothing be kept
  }
  return Array.isArray(read) ? read.filter(isKept) : [];
}

/** What is kept with one more; one of the same name is replaced. */
export function withKept(kept: readonly Kept[], one: Kept): readonly Kept[] {
  return [one, ...kept.filter(({ name }) => name !== one.name)].slice(0, MOST);
}

/** Write what is kept down; tell whether the browser allowed it. */
export function writeKept(storage: Pick<Storage, "setItem">, kept: readonly Kept[]): boolean {
  try {
    storage.setItem(PLACE, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { name, query, variables } = value as Record<string, unknown>;
  return typeof name === "string" && typeof query === "string" && typeof variables === "string";
}

/** The address of a query: behind the `#`, so that no server is told of it. */
export function toHash(query: string, variables: string): string {
  return `#${new URLSearchParams(variables.trim() ? { query, variables } : { query }).toString()}`;
}

export function fromHash(hash: string): { query: string; variables: string } | null {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const query = given.get("query");
  return query === null ? null : { query, variables: given.get("variables") ?? "" };
}
