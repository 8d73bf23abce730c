/** Keeps what was decoded within a number of bytes: what was used longest ago goes first. */
export class Budget {
  readonly #kept = new Map<string, { bytes: number; value: unknown; pinned: boolean }>();
  #bytes = 0;

  constructor(readonly limit: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  get<T>(key: string): T | undefined {
    const entry = this.#kept.get(key);
    if (!entry) return undefined;
    // A Map remembers the order of insertion: to use is to insert again.
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    return entry.value as T;
  }

  has(key: string): boolean {
    return this.#kept.has(key);
  }

  /** Keep a value; a pinned one stays until dropped (the tile that covers the whole sound). */
  put(key: string, value: unknown, bytes: number, pinned = false): void {
    this.drop(key);
    this.#kept.set(key, { bytes, value, pinned });
    this.#bytes += bytes;
    for (const [old, entry] of this.#kept) {
      if (this.#bytes <= this.limit) break;
      if (!entry.pinned && old !== key) this.drop(old);
    }
  }

  drop(key: string): void {
    const entry = this.#kept.get(key);
    if (!entry) return;
    this.#kept.delete(key);
    this.#bytes -= entry.bytes;
  }

  dropAll(prefix = ""): void {
    for (const key of [...this.#kept.keys()]) if (key.startsWith(prefix)) this.drop(key);
  }
}
