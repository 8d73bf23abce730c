/** Reading of an answer whose shape a description knows: what is not there reads as nothing. */
export function own(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

export function text(value: unknown, name: string): string {
  const found = own(value, name);
  return typeof found === "string" ? found : "";
}
