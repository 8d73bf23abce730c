/** The name of the type that a global id is of; nothing for what is no id. */
export function typeOf(id: string): string {
  try {
    return atob(id).split(":")[0] ?? "";
  } catch {
    return "";
  }
}
