import { Scope } from "../lib/scope";
import { spoken } from "../lib/time";
import type { ColourMap } from "./colours";
import type { Fragment } from "./fragment";
import { listenGestures } from "./gestures";
import { type Command, commandOf } from "./keyboard";
import { make } from "./markup";
import type { Messages } from "./messages";
import { Picture } from "./picture";
import { samePyramid, type Source } from "./source";
import { endOf, panBy, resized, showing, toTime, toX, type View, wholeView, within, zoomAt } from "./timeline";
import { Toolbar } from "./toolbar";
import { Transport } from "./transport";
import { fill, linkTo, noteOf, readingOf, summaryOf } from "./words";

export interface PlayerEvents {
  time: number;
  view: { start: number; end: number };
  chosen: Fragment | null;
  drawn: { moved: number; bytes: number };
}

/** One recording in a well: hears, sees and is moved through on one time axis. */
export class Player {
  readonly element = make("div", { class: "well", role: "group" });
  readonly #sheets = make("div", { class: "sheets" });
  readonly #head = make("div", { class: "head" });
  readonly #overviewHead = make("div", { class: "head" });
  readonly #window = make("div", { class: "window" });
  readonly #cross = make("div", { class: "cross", hidden: true });
  readonly #crossLine = make("div", { class: "cross-line", hidden: true });
  readonly #chosen = make("div", { class: "chosen", hidden: true });
  readonly #reading = make("span", { class: "reading" });
  readonly #note = make("p", { class: "note", role: "status" });
  readonly #summary = make("p", { class: "hidden", id: "summary" });
  readonly #overview = make("div", { class: "overview", "aria-hidden": "true" });
  readonly #stage = make("div", { class: "stage", role: "slider", tabindex: 0, "aria-valuemin": 0, "aria-describedby": "summary" });
  readonly #toolbar: Toolbar;
  readonly #audio = make("audio", { preload: "metadata" });
  #soundScope: Scope | null = null;
  #pictureScope: Scope | null = null;
  #transport: Transport | null = null;
  #picture: Picture | null = null;
  #view: View;
  #still = 0;
  #frame = 0;
  #dirty = true;
  #needing: (() => void) | null = null;
  #hertz: number | null = null;
  #hover: { x: number; y: number } | null = null;
  #failed = false;
  #soundFailed = false;
  #pending: Fragment | null = null;

  constructor(
    private source: Source,
    private readonly messages: Messages,
    private readonly language: string,
    private readonly scope: Scope,
    private readonly tell: <K extends keyof PlayerEvents>(type: K, detail: PlayerEvents[K]) => void,
  ) {
    this.#view = wholeView(source.duration, 1);
    this.#toolbar = new Toolbar(messages, scope, () => this.#transport, {
      toggle: () => this.#transport?.toggle(),
      zoom: (factor) => this.#zoom(factor),
      whole: () => this.#show(wholeView(this.source.duration, this.#view.width)),
      loopEdge: (edge) => this.#loopEdge(edge),
      repeat: () => this.#transport?.setRepeat(!this.#transport.repeat),
      recolour: (map: ColourMap) => this.#picture?.recolour(map),
      link: () => void this.#copyLink(),
    });
    this.#build();
    this.#listen();
    this.#hearSound();
    this.#drawPicture();
    scope.add(() => cancelAnimationFrame(this.#frame));
  }

  get time(): number {
    return this.#transport?.time ?? this.#still;
  }

  get view(): View {
    return this.#view;
  }

  get transport(): Transport | null {
    return this.#transport;
  }

  /** What has arrived since: a new picture replaces the old, the sound plays on. */
  update(source: Source): void {
    const before = this.source;
    this.source = source;
    if (before.audio?.url !== source.audio?.url) this.#hearSound();
    const lanes = (s: Source): string => s.lanes.map((lane) => lane.key).join();
    const same = samePyramid(before.waveform, source.waveform) && samePyramid(before.spectrogram, source.spectrogram);
    if (!same || lanes(before) !== lanes(source) || before.duration !== source.duration) this.#drawPicture();
    this.#describe();
  }

  /** Go to a media fragment; one with an end is also chosen. */
  goTo(fragment: Fragment): void {
    // Before its width is known a view cannot be chosen.
    this.#pending = this.#view.width > 1 ? null : fragment;
    this.#seek(fragment.start);
    if (fragment.end === null) return;
    const end = Math.min(fragment.end, this.source.duration);
    this.#transport?.setLoop({ start: fragment.start, end });
    const room = (end - fragment.start) * 0.5;
    const perPixel = (end - fragment.start + room * 2) / this.#view.width;
    this.#show(within({ ...this.#view, perPixel, start: fragment.start - room }, this.#finest));
  }

  #build(): void {
    const { messages } = this;
    this.element.setAttribute("aria-label", `${messages.player}: ${this.source.label}`);
    this.#stage.setAttribute("aria-label", messages.position);
    this.#stage.append(this.#sheets, this.#chosen, this.#crossLine, this.#cross, this.#head);
    this.#overview.append(this.#window, this.#overviewHead);
    const keys = make("details", {}, make("summary", {}, messages.keys), make("div", { class: "keys" }, messages.keyHelp));
    const foot = make("div", { class: "foot" }, this.#reading, keys);
    this.element.append(this.#toolbar.element, this.#note, this.#overview, this.#stage, foot, this.#summary, this.#audio);
  }

  #listen(): void {
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(this.#stage);
    this.scope.add(() => observer.disconnect());
    listenGestures(this.#stage, this.scope, {
      point: (x) => this.#seek(toTime(this.#view, x)),
      pan: (pixels) => this.#show(panBy(this.#view, pixels, this.#finest)),
      zoom: (factor, x) => this.#show(zoomAt(this.#view, factor, x, this.#finest)),
      choose: (from, to) => this.#choose(toTime(this.#view, from), toTime(this.#view, to)),
      hover: (at) => {
        this.#hover = at;
        this.#hertz = null;
        this.#read();
      },
    });
    const slide = (event: PointerEvent): void => {
      if (event.buttons !== 1) return;
      const box = this.#overview.getBoundingClientRect();
      const time = ((event.clientX - box.left) / box.width) * this.source.duration;
      this.#show(within({ ...this.#view, start: time - (this.#view.width * this.#view.perPixel) / 2 }, this.#finest));
      if (event.type === "pointerdown") {
        this.#overview.setPointerCapture(event.pointerId);
        this.#seek(time);
      }
    };
    this.scope.listen(this.#overview, "pointerdown", slide);
    this.scope.listen(this.#overview, "pointermove", slide);
    this.scope.listen(this.#stage, "keydown", (event) => {
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      this.#obey(command);
    });
  }

  #hearSound(): void {
    this.#soundScope?.end();
    this.#soundScope = null;
    this.#transport = null;
    this.#soundFailed = false;
    const sound = this.source.audio;
    if (!sound) return;
    this.#soundScope = this.scope.child();
    this.#audio.src = sound.url;
    this.#transport = new Transport(this.#audio, this.source.duration, sound.timeFactor, this.#soundScope, {
      changed: () => this.#redraw(),
      failed: () => {
        this.#soundFailed = true;
        this.#describe();
      },
    });
  }

  #drawPicture(): void {
    this.#pictureScope?.end();
    this.#pictureScope = this.scope.child();
    this.#failed = false;
    const { width } = this.#view;
    this.#view = this.#view.duration === this.source.duration ? this.#view : wholeView(this.source.duration, width);
    this.#picture = new Picture(this.source, this.#sheets, this.messages, this.#pictureScope, {
      dirty: () => this.#redraw(),
      failed: () => {
        this.#failed = true;
        this.#redraw();
      },
    });
    this.#overview.prepend(this.#picture.overview.canvas);
    const canvas = this.#picture.overview.canvas;
    this.#pictureScope.add(() => canvas.remove());
    this.#overview.hidden = !this.source.waveform;
    this.#needSoon(0);
    this.#describe();
  }

  get #finest(): number {
    return this.#picture?.finest ?? 0.001;
  }

  #resize(): void {
    const width = Math.floor(this.#stage.clientWidth);
    if (width > 0 && width !== this.#view.width) this.#show(resized(this.#view, width, this.#finest), 0);
    if (this.#pending && width > 0) this.goTo(this.#pending);
  }

  #show(view: View, soon = 60): void {
    this.#view = within(view, this.#finest);
    this.#needSoon(soon);
    this.#redraw();
    this.tell("view", { start: this.#view.start, end: endOf(this.#view) });
  }

  /** A view passed through on the way to another asks for nothing. */
  #needSoon(milliseconds: number): void {
    this.#needing?.();
    this.#needing = this.scope.after(milliseconds, () => {
      if (this.#view.width > 1) this.#picture?.need(this.#view);
    });
  }

  #zoom(factor: number): void {
    const x = toX(this.#view, this.time);
    const anchor = x >= 0 && x <= this.#view.width ? x : this.#view.width / 2;
    this.#show(zoomAt(this.#view, factor, anchor, this.#finest));
  }

  #seek(time: number): void {
    this.#still = Math.min(this.source.duration, Math.max(0, time));
    this.#transport?.seek(this.#still);
    const view = showing(this.#view, this.time, this.#finest);
    if (view !== this.#view) this.#show(view);
    this.#redraw();
    this.#speak();
    this.tell("time", this.time);
  }

  #choose(start: number, end: number): void {
    this.#transport?.setLoop({ start, end });
    this.#redraw();
    this.tell("chosen", end > start ? { start, end } : null);
  }

  #loopEdge(edge: "start" | "end"): void {
    const loop = this.#transport?.loop;
    const start = edge === "start" ? this.time : Math.min(loop?.start ?? 0, this.time);
    const end = edge === "end" ? this.time : Math.max(loop?.end ?? this.source.duration, this.time);
    this.#choose(start, end);
  }

  #obey(command: Command): void {
    const step = (this.#view.width * this.#view.perPixel) / 20;
    const page = this.#view.width * this.#view.perPixel;
    const acts: Record<Command, () => void> = {
      toggle: () => this.#transport?.toggle(),
      back: () => this.#seek(this.time - step),
      forward: () => this.#seek(this.time + step),
      backFine: () => this.#seek(this.time - this.#view.perPixel),
      forwardFine: () => this.#seek(this.time + this.#view.perPixel),
      pageBack: () => this.#seek(this.time - page),
      pageForward: () => this.#seek(this.time + page),
      start: () => this.#seek(0),
      end: () => this.#seek(this.source.duration),
      closer: () => this.#zoom(0.5),
      wider: () => this.#zoom(2),
      whole: () => this.#show(wholeView(this.source.duration, this.#view.width)),
      panLeft: () => this.#show(panBy(this.#view, -this.#view.width / 4, this.#finest)),
      panRight: () => this.#show(panBy(this.#view, this.#view.width / 4, this.#finest)),
      loopStart: () => this.#loopEdge("start"),
      loopEnd: () => this.#loopEdge("end"),
      loop: () => this.#transport?.setRepeat(!this.#transport.repeat),
      higher: () => this.#readFrequency(1),
      lower: () => this.#readFrequency(-1),
      clear: () => {
        this.#hertz = null;
        this.#transport?.setLoop(null);
        this.#read();
      },
    };
    acts[command]();
  }

  /** The crosshair by keys: a frequency read at the playhead. */
  #readFrequency(direction: number): void {
    const top = this.#picture?.topFrequency ?? 0;
    if (!top) return;
    const step = top / 64;
    this.#hover = null;
    this.#hertz = Math.min(top - step / 2, Math.max(step / 2, (this.#hertz ?? top / 8) + direction * step));
    this.#read();
  }

  #read(): void {
    const picture = this.#picture;
    const at = this.#hover;
    const time = at ? toTime(this.#view, at.x) : this.time;
    const hertz = at ? (picture?.frequencyAt(at.y) ?? null) : this.#hertz;
    this.#cross.hidden = at === null;
    this.#crossLine.hidden = hertz === null;
    if (at) this.#cross.style.transform = `translateX(${at.x}px)`;
    if (hertz !== null) this.#crossLine.style.transform = `translateY(${at ? at.y : (picture?.heightOf(hertz) ?? 0)}px)`;
    const level = hertz === null ? null : (picture?.levelAt(this.#view, time, hertz) ?? null);
    const point = at || hertz !== null ? { time, hertz, level } : null;
    const parts = readingOf(point, picture?.readings(time) ?? [], this.#transport?.loop ?? null, this.messages);
    this.#reading.textContent = parts.join(" · ");
    if (this.#hertz !== null) this.#stage.setAttribute("aria-valuetext", parts.slice(0, 3).join(", "));
  }

  #redraw(): void {
    this.#dirty = true;
    if (!this.#frame && !this.scope.ended) this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    this.#frame = 0;
    const transport = this.#transport;
    transport?.keepWithin();
    const playing = transport?.playing ?? false;
    const picture = this.#picture;
    if (playing) {
      const followed = showing(this.#view, this.time, this.#finest);
      if (followed !== this.#view) this.#show(followed, 0);
    }
    if (this.#dirty && picture && this.#view.width > 1) {
      this.#dirty = false;
      picture.draw(this.#view);
      this.#toolbar.sync(transport);
      this.#mark();
      this.#tellState();
      this.tell("drawn", { moved: picture.moved, bytes: picture.budget.bytes });
    } else {
      this.#toolbar.tell(this.time);
    }
    this.#moveHeads();
    if (!this.#hover || playing) this.#read();
    if (playing && !this.#frame) {
      this.#frame = requestAnimationFrame(() => this.#paint());
      this.tell("time", this.time);
    }
  }

  #moveHeads(): void {
    const x = toX(this.#view, this.time);
    this.#head.hidden = x < 0 || x > this.#view.width;
    this.#head.style.transform = `translateX(${x}px)`;
    this.#overviewHead.style.transform = `translateX(${(this.time / this.source.duration) * this.#view.width}px)`;
    if (Math.abs(Number(this.#stage.getAttribute("aria-valuenow")) - this.time) >= 0.5) this.#speak();
  }

  #mark(): void {
    const { duration } = this.source;
    const scale = this.#view.width / duration;
    this.#window.style.transform = `translateX(${this.#view.start * scale}px)`;
    this.#window.style.width = `${this.#view.width * this.#view.perPixel * scale}px`;
    const loop = this.#transport?.loop;
    this.#chosen.hidden = !loop;
    if (!loop) return;
    this.#chosen.style.transform = `translateX(${toX(this.#view, loop.start)}px)`;
    this.#chosen.style.width = `${(loop.end - loop.start) / this.#view.perPixel}px`;
  }

  #speak(): void {
    const { duration } = this.source;
    const say = (seconds: number): string => spoken(seconds, this.language);
    this.#stage.setAttribute("aria-valuemax", String(Number(duration.toFixed(3))));
    this.#stage.setAttribute("aria-valuenow", String(Number(this.time.toFixed(3))));
    this.#stage.setAttribute("aria-valuetext", fill(this.messages.positionOf, { time: say(this.time), duration: say(duration) }));
  }

  #describe(): void {
    this.#toolbar.describe(this.source.duration, this.source.facts, this.#picture?.hasSpectrum ?? false);
    this.#speak();
    this.#redraw();
  }

  /** One note above the picture: what is missing, and why; and the summary for those who do not see it. */
  #tellState(): void {
    const picture = this.#picture;
    const pictured = { hasTiles: picture?.hasTiles ?? false, waiting: Boolean(picture?.waiting), failed: this.#failed };
    const note = noteOf(this.source, { soundFailed: this.#soundFailed, picture: pictured }, this.messages);
    if (this.#note.textContent !== note) this.#note.textContent = note;
    const summary = picture && summaryOf(this.source, picture, this.messages, this.language);
    if (summary && this.#summary.textContent !== summary) this.#summary.textContent = summary;
  }

  async #copyLink(): Promise<void> {
    const link = linkTo(location.href, this.#transport?.loop ?? { start: this.time, end: null });
    try {
      await navigator.clipboard.writeText(link);
      this.#reading.textContent = this.messages.linkCopied;
    } catch {
      // No clipboard without a secure context or a permission: the link itself is shown, to be copied by hand.
      this.#reading.textContent = link;
    }
  }
}
