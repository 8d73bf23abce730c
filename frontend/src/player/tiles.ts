import type { Scope } from "../lib/scope";
import type { Budget } from "./budget";
import { type Manifest, tileLength, topLevel } from "./pyramid";

export type TileUrl = (level: number, index: number) => string;
export interface Decoded<T> {
  readonly value: T;
  readonly bytes: number;
}

interface Wanted {
  readonly level: number;
  readonly index: number;
}

const AT_ONCE = 6;
const TRIES = 3;

/** The tiles of one pyramid: asked for nearest need first, a few at a time, decoded once, kept within a budget. */
export class Tiles<T> {
  #queue: Wanted[] = [];
  readonly #loading = new Set<string>();
  readonly #failures = new Map<string, number>();
  #moved = 0;

  constructor(
    readonly manifest: Manifest,
    private readonly url: TileUrl,
    private readonly decode: (bytes: ArrayBuffer, buckets: number) => Decoded<T> | null,
    private readonly budget: Budget,
    private readonly scope: Scope,
    private readonly told: { arrived(): void; failed(status: number): void },
    private readonly prefix: string = manifest.kind,
  ) {
    scope.add(() => budget.dropAll(`${prefix}/`));
    this.want([{ level: topLevel(manifest), index: 0 }]);
  }

  /** Bytes fetched so far. */
  get moved(): number {
    return this.#moved;
  }

  get busy(): boolean {
    return this.#loading.size > 0 || this.#queue.length > 0;
  }

  get(level: number, index: number): T | undefined {
    return this.budget.get<T>(this.#key(level, index));
  }

  /** What is needed now, most needed first; what was asked before and is not begun is forgotten. */
  want(wanted: readonly Wanted[]): void {
    const top = { level: topLevel(this.manifest), index: 0 };
    this.#queue = [top, ...wanted].filter(({ level, index }) => this.#missing(level, index));
    this.#next();
  }

  #key(level: number, index: number): string {
    return `${this.prefix}/${level}/${index}`;
  }

  #missing(level: number, index: number): boolean {
    const key = this.#key(level, index);
    return !this.budget.has(key) && !this.#loading.has(key) && (this.#failures.get(key) ?? 0) < TRIES;
  }

  #next(): void {
    while (this.#loading.size < AT_ONCE && !this.scope.ended) {
      const wanted = this.#queue.shift();
      if (!wanted) return;
      if (this.#missing(wanted.level, wanted.index)) void this.#load(wanted);
    }
  }

  async #load({ level, index }: Wanted): Promise<void> {
    const key = this.#key(level, index);
    this.#loading.add(key);
    let status = 0;
    try {
      const response = await fetch(this.url(level, index), { signal: this.scope.signal, credentials: "same-origin" });
      status = response.status;
      const bytes = response.ok ? await response.arrayBuffer() : null;
      if (this.scope.ended) return;
      this.#moved += bytes?.byteLength ?? 0;
      const decoded = bytes && this.decode(bytes, tileLength(this.manifest, level, index));
      if (decoded) {
        this.budget.put(key, decoded.value, decoded.bytes, level === topLevel(this.manifest));
        this.told.arrived();
      } else {
        this.#fail(key, { level, index }, status);
      }
    } catch {
      if (!this.scope.ended) this.#fail(key, { level, index }, status);
    } finally {
      this.#loading.delete(key);
      this.#next();
    }
  }

  #fail(key: string, wanted: Wanted, status: number): void {
    // What is refused stays refused; what broke on the way is asked for again, later and later.
    const tries = status >= 400 && status < 500 ? TRIES : (this.#failures.get(key) ?? 0) + 1;
    this.#failures.set(key, tries);
    this.told.failed(status);
    if (tries < TRIES) this.scope.after(500 * 4 ** (tries - 1), () => this.want([...this.#queue, wanted]));
  }
}
