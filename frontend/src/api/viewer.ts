/** Who is signed in, as the document says; null for a visitor. */
export interface Viewer {
  readonly name: string;
  readonly isStaff: boolean;
}

function read(): Viewer | null {
  const text = document.getElementById("viewer")?.textContent;
  const wire: unknown = text ? JSON.parse(text) : null;
  if (typeof wire !== "object" || wire === null) return null;
  const { name, isStaff } = wire as Record<string, unknown>;
  return typeof name === "string" ? { name, isStaff: isStaff === true } : null;
}

export const viewer: Viewer | null = typeof document === "undefined" ? null : read();
