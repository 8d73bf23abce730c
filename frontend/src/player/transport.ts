import type { Scope } from "../lib/scope";

export interface Loop {
  readonly start: number;
  readonly end: number;
}

/**
 * Plays the sound. All times are the recording's own: a time-expanded copy runs `timeFactor` times as long,
 * so one second of the recording is `timeFactor` seconds of the copy.
 */
export class Transport {
  #loop: Loop | null = null;
  #repeat = false;
  #stopAt: number | null = null;
  #wanted: number | null = null;
  #graph: { context: AudioContext; gain: GainNode } | null = null;
  #gainDb = 0;

  constructor(
    readonly audio: HTMLAudioElement,
    readonly duration: number,
    readonly timeFactor: number,
    scope: Scope,
    private readonly told: { changed(): void; failed(code: number): void },
  ) {
    for (const type of ["play", "pause", "ended", "ratechange", "waiting", "playing", "seeked", "timeupdate"]) {
      scope.listen(audio, type, () => told.changed());
    }
    scope.listen(audio, "loadedmetadata", () => this.#arrive());
    scope.listen(audio, "error", () => told.failed(audio.error?.code ?? 0));
    scope.add(() => {
      audio.pause();
      void this.#graph?.context.close();
    });
  }

  get time(): number {
    return Math.min(this.duration, this.#wanted ?? this.audio.currentTime / this.timeFactor);
  }

  get playing(): boolean {
    return !this.audio.paused && !this.audio.ended;
  }

  get loop(): Loop | null {
    return this.#loop;
  }

  get repeat(): boolean {
    return this.#repeat;
  }

  get speed(): number {
    return this.audio.playbackRate;
  }

  get gainDb(): number {
    return this.#gainDb;
  }

  seek(time: number): void {
    const wanted = Math.min(this.duration, Math.max(0, time));
    this.#stopAt = null;
    if (this.audio.readyState === HTMLMediaElement.HAVE_NOTHING) this.#wanted = wanted;
    else this.audio.currentTime = wanted * this.timeFactor;
    this.told.changed();
  }

  async play(): Promise<void> {
    if (this.#repeat && this.#loop && (this.time < this.#loop.start || this.time >= this.#loop.end)) {
      this.seek(this.#loop.start);
    }
    if (!this.#repeat && this.#loop && Math.abs(this.time - this.#loop.start) < 0.05) this.#stopAt = this.#loop.end;
    await this.#graph?.context.resume();
    try {
      await this.audio.play();
    } catch (error) {
      // A pause that overtakes a play is no failure; a refusal is told by the element's own error.
      if (!(error instanceof DOMException && error.name === "AbortError")) this.told.failed(this.audio.error?.code ?? 0);
    }
  }

  pause(): void {
    this.audio.pause();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else void this.play();
  }

  /** The stretch that is repeated, or played alone. */
  setLoop(loop: Loop | null): void {
    this.#loop = loop && loop.end > loop.start ? loop : null;
    if (!this.#loop) this.#repeat = false;
    this.#stopAt = null;
    this.told.changed();
  }

  setRepeat(repeat: boolean): void {
    this.#repeat = repeat;
    if (repeat && !this.#loop) this.#loop = { start: 0, end: this.duration };
    this.told.changed();
  }

  setSpeed(speed: number): void {
    this.audio.preservesPitch = true;
    this.audio.playbackRate = speed;
  }

  /** Louder than the file needs a gain stage; it is built when first asked for. */
  setGain(decibels: number): void {
    this.#gainDb = decibels;
    if (!this.#graph && decibels !== 0) {
      const context = new AudioContext();
      const gain = context.createGain();
      context.createMediaElementSource(this.audio).connect(gain).connect(context.destination);
      this.#graph = { context, gain };
    }
    if (this.#graph) this.#graph.gain.gain.value = 10 ** (decibels / 20);
    this.told.changed();
  }

  /** Called on every frame while playing: turns back at the end of the loop. */
  keepWithin(): void {
    if (!this.playing) return;
    if (this.#repeat && this.#loop && this.time >= this.#loop.end) this.audio.currentTime = this.#loop.start * this.timeFactor;
    if (this.#stopAt !== null && this.time >= this.#stopAt) {
      const end = this.#stopAt;
      this.pause();
      this.seek(end);
    }
  }

  #arrive(): void {
    if (this.#wanted === null) return;
    this.audio.currentTime = this.#wanted * this.timeFactor;
    this.#wanted = null;
    this.told.changed();
  }
}
