/** Reading of an answer whose shape a description knows: what is not there reads as nothing. */
export function own(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

export function text(value: unknown, name: string): string {
  const found = own(value, name);
  return typeof found === "string" ? found : "";
}

/** Everything at a path, through lists and lists of nodes; what is null or empty is not there. */
export function all(from: unknown, path: string): unknown[] {
  if (path === "self") return [from];
  let here: unknown[] = [from];
  for (const step of path.split(".")) {
    here = here.flatMap((each) => {
      const next = own(each, step);
      return Array.isArray(next) ? (next as unknown[]) : [next];
    });
  }
  return here.filter((each) => each !== null && each !== undefined && each !== "");
}
