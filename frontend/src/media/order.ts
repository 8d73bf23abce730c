/** The list with one of its members at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const found = [...list];
  const [one] = found.splice(from, 1);
  if (one !== undefined) found.splice(Math.max(0, Math.min(to, found.length)), 0, one);
  return found;
}
