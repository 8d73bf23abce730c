/** What listens, times or observes belongs to a scope and dies with it; scopes form a tree. */
export class Scope {
  #undo: Array<() => void> = [];
  #ended = false;
  readonly #abort = new AbortController();

  get ended(): boolean {
    return this.#ended;
  }

  /** Ends with the scope: give it to fetch and addEventListener. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Run `undo` when the scope ends (at once if it has ended). */
  add(undo: () => void): void {
    if (this.#ended) undo();
    else this.#undo.push(undo);
  }

  /** A scope that ends with this one, or sooner. */
  child(): Scope {
    const child = new Scope();
    if (this.#ended) {
      child.end();
      return child;
    }
    const undo = (): void => child.end();
    this.#undo.push(undo);
    child.add(() => {
      this.#undo = this.#undo.filter((kept) => kept !== undo);
    });
    return child;
  }

  listen<K extends keyof HTMLElementEventMap>(
    target: EventTarget,
    type: K,
    heard: (event: HTMLElementEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen(target: EventTarget, type: string, heard: (event: Event) => void, options?: AddEventListenerOptions): void;
  listen(
    target: EventTarget,
    type: string,
    heard: (event: never) => void,
    options: AddEventListenerOptions = {},
  ): void {
    if (this.#ended) return;
    target.addEventListener(type, heard as (event: Event) => void, { ...options, signal: this.signal });
  }

  after(milliseconds: number, act: () => void): () => void {
    const timer = setTimeout(() => {
      if (!this.#ended) act();
    }, milliseconds);
    const stop = (): void => clearTimeout(timer);
    this.add(stop);
    return stop;
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#abort.abort();
    const undo = this.#undo.reverse();
    this.#undo = [];
    for (const act of undo) act();
  }
}
