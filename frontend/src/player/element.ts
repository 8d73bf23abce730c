import { Scope } from "../lib/scope";
import { readFragment } from "./fragment";
import { ENGLISH, type Messages } from "./messages";
import { Player, type PlayerEvents } from "./player";
import { readSource, type Source } from "./source";
import { STYLE } from "./style";

export type { Curve, Stretch } from "./curves";
export type { Heat, Rows } from "./heat";
export type { Mark, Marks, MarkWindow } from "./marks";
export type { Messages } from "./messages";
export type { LaneSource, Pyramid, Sound, Source } from "./source";
export { ENGLISH } from "./messages";
export { readManifest } from "./pyramid";

/**
 * `<sound-player>`: give it a `source` property, or write the source as JSON in a script inside it.
 * Attributes: `t` (a media fragment: `12.5,20`), `lang`. It tells `sound-time`, `sound-view`, `sound-chosen`, `sound-drawn`.
 */
export class SoundPlayer extends HTMLElement {
  static readonly observedAttributes = ["t"];
  static #style: CSSStyleSheet | null = null;
  readonly #root: ShadowRoot;
  #scope: Scope | null = null;
  #player: Player | null = null;
  #source: Source | null = null;
  #messages: Messages = ENGLISH;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: "open" });
  }

  get source(): Source | null {
    return this.#source;
  }

  set source(source: Source | null) {
    this.#source = source;
    if (source && this.#player) this.#player.update(source);
    else this.#restart();
  }

  get messages(): Messages {
    return this.#messages;
  }

  set messages(messages: Messages) {
    if (messages === this.#messages) return;
    this.#messages = messages;
    this.#restart();
  }

  /** Where it is, in seconds of the recording. */
  get currentTime(): number {
    return this.#player?.time ?? 0;
  }

  set currentTime(time: number) {
    this.#player?.goTo({ start: time, end: null });
  }

  get view(): { start: number; end: number; secondsPerPixel: number } | null {
    const view = this.#player?.view;
    return view ? { start: view.start, end: view.start + view.width * view.perPixel, secondsPerPixel: view.perPixel } : null;
  }

  play(): Promise<void> {
    return this.#player?.transport?.play() ?? Promise.resolve();
  }

  pause(): void {
    this.#player?.transport?.pause();
  }

  connectedCallback(): void {
    SoundPlayer.#style ??= sheetOf(STYLE);
    this.#root.adoptedStyleSheets = [SoundPlayer.#style];
    this.#source ??= this.#written();
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  attributeChangedCallback(): void {
    this.#goToFragment();
  }

  #restart(): void {
    this.#stop();
    if (!this.#source || !this.isConnected) return;
    this.#scope = new Scope();
    const tell = <K extends keyof PlayerEvents>(type: K, detail: PlayerEvents[K]): void => {
      this.dispatchEvent(new CustomEvent(`sound-${type}`, { detail }));
    };
    const language = this.closest("[lang]")?.getAttribute("lang") || "en";
    this.#player = new Player(this.#source, this.#messages, language, this.#scope, tell);
    this.#root.replaceChildren(this.#player.element);
    requestAnimationFrame(() => this.#goToFragment());
  }

  #stop(): void {
    this.#scope?.end();
    this.#scope = null;
    this.#player = null;
    this.#root.replaceChildren();
  }

  #goToFragment(): void {
    const fragment = readFragment(this.getAttribute("t"));
    if (fragment) this.#player?.goTo(fragment);
  }

  #written(): Source | null {
    const script = this.querySelector('script[type="application/json"]');
    return script?.textContent ? readSource(JSON.parse(script.textContent)) : null;
  }
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

if (!customElements.get("sound-player")) customElements.define("sound-player", SoundPlayer);
