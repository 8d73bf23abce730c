import type { Scope } from "../lib/scope";
import { clock } from "../lib/time";
import { Budget } from "./budget";
import { type ColourMap, colourTable, contrastOf } from "./colours";
import { CurveLane } from "./curves";
import { HeatLane } from "./heat";
import type { Lane } from "./lane";
import { make, Sheet } from "./markup";
import { MarkLane } from "./marks";
import { type Messages } from "./messages";
import { bucketSeconds, bucketsIn, levelFor, tilesOf, topLevel } from "./pyramid";
import { type LaneSource, type Source, tileUrl } from "./source";
import { decodeSpectrum, drawSpectrum, levelAt, Pictures, type SpectrumTile } from "./spectrogram";
import { Tiles } from "./tiles";
import { decimalsOf, endOf, ticks, tickStep, type View, wholeView } from "./timeline";
import { decodeWave, drawWave, type WaveTile } from "./waveform";

/** Decoded tiles and coloured pictures together stay below this (spec/frontend.md G-3). */
const BUDGET_BYTES = 36_000_000;
const FINEST_WITHOUT_TILES = 0.001;
const LANES = ["#8fd0c4", "#c9b4e4", "#f2b38c", "#a8c7f0", "#e6d27a", "#f0a6c0", "#b7d98b", "#d0c4b4"];
const WAVE = { peak: "#c68a45", body: "#f0bf80", axis: "#5a5040" };
const RULER = { line: "#a3adab", text: "#c3cbc9" };
const FONT = '11px "IBM Plex Mono", ui-monospace, monospace';

interface Shown {
  readonly sheet: Sheet;
  readonly lane: Lane;
  readonly label: HTMLElement;
  /** Rows of values need more height than a line does. */
  readonly tall: boolean;
}

/** All that is drawn of one source: overview, waveform, ruler, spectrogram and lanes on one time axis. */
export class Picture {
  readonly budget = new Budget(BUDGET_BYTES);
  readonly overview = new Sheet("overview-sheet");
  readonly #wave: Tiles<WaveTile> | null = null;
  readonly #spectrum: Tiles<SpectrumTile> | null = null;
  readonly #pictures: Pictures | null = null;
  readonly #waveSheet = new Sheet("wave");
  readonly #ruler = new Sheet("ruler");
  readonly #spectrumSheet = new Sheet("spectrum");
  readonly #lanes: Shown[] = [];
  #map: ColourMap = "magma";
  #contrast: { low: number; high: number } | null = null;
  #overviewDrawn = "";

  constructor(
    source: Source,
    stage: HTMLElement,
    private readonly messages: Messages,
    scope: Scope,
    private readonly told: { dirty(): void; failed(): void },
  ) {
    const heard = { arrived: (): void => told.dirty(), failed: (): void => told.failed() };
    const { waveform, spectrogram } = source;
    if (waveform) {
      const { manifest, tiles } = waveform;
      this.#wave = new Tiles(manifest, tileUrl(tiles), decodeWave(manifest.channels), this.budget, scope, heard);
      stage.append(this.#waveSheet.canvas);
    }
    stage.append(this.#ruler.canvas);
    if (spectrogram) {
      const { manifest, tiles } = spectrogram;
      this.#spectrum = new Tiles(manifest, tileUrl(tiles), decodeSpectrum(manifest.bands), this.budget, scope, heard);
      this.#pictures = new Pictures(manifest, this.budget, colourTable(this.#map));
      stage.append(this.#spectrumSheet.canvas);
    }
    source.lanes.forEach((each) => {
      const sheet = new Sheet("lane-sheet");
      const label = make("span", { class: "lane-label" }, each.label);
      stage.append(make("div", { class: "lane" }, label, sheet.canvas));
      this.#lanes.push({ sheet, label, lane: laneOf(each, scope, told.dirty), tall: each.kind === "heat" });
    });
    scope.add(() => stage.replaceChildren());
  }

  get hasTiles(): boolean {
    return this.#wave !== null || this.#spectrum !== null;
  }

  get hasSpectrum(): boolean {
    return this.#spectrum !== null;
  }

  /** Nothing drawn yet, and something on its way. */
  get waiting(): boolean {
    const manifest = this.#wave?.manifest;
    return Boolean(manifest && this.#wave?.busy && !this.#wave.get(topLevel(manifest), 0));
  }

  get moved(): number {
    return (this.#wave?.moved ?? 0) + (this.#spectrum?.moved ?? 0);
  }

  /** Seconds a pixel beyond which there is nothing more to see. */
  get finest(): number {
    const manifest = this.#wave?.manifest ?? this.#spectrum?.manifest;
    return manifest ? Math.min(FINEST_WITHOUT_TILES, bucketSeconds(manifest, 0) / 8) : FINEST_WITHOUT_TILES;
  }

  recolour(map: ColourMap): void {
    this.#map = map;
    this.#pictures?.recolour(colourTable(map, this.#contrast?.low, this.#contrast?.high));
    this.told.dirty();
  }

  /** Ask for the tiles that a view needs, its middle first. */
  need(view: View): void {
    const middle = (view.start + endOf(view)) / 2;
    for (const tiles of [this.#wave, this.#spectrum]) {
      if (!tiles) continue;
      const level = levelFor(tiles.manifest, view.perPixel);
      const width = bucketSeconds(tiles.manifest, level) * tiles.manifest.tile;
      const far = (index: number): number => Math.abs((index + 0.5) * width - middle);
      const wanted = tilesOf(tiles.manifest, level, view.start, endOf(view)).sort((a, b) => far(a) - far(b));
      tiles.want(wanted.map((index) => ({ level, index })));
    }
    for (const { lane } of this.#lanes) lane.need(view);
  }

  draw(view: View): void {
    const phone = view.width < 600;
    const wave = this.#wave;
    if (wave) {
      const channels = wave.manifest.channels;
      const height = Math.min(phone ? 160 : 200, Math.max(phone ? 96 : 120, channels * 72));
      const ctx = this.#waveSheet.clear(view.width, height);
      drawWave(ctx, { width: view.width, height }, view, wave.manifest, (l, i) => wave.get(l, i), WAVE);
    }
    this.#drawRuler(view);
    const spectrum = this.#spectrum;
    if (spectrum && this.#pictures) {
      this.#setContrast(spectrum);
      const height = phone ? 140 : 168;
      const ctx = this.#spectrumSheet.clear(view.width, height);
      drawSpectrum(ctx, { width: view.width, height }, view, spectrum.manifest, (l, i) => spectrum.get(l, i), this.#pictures);
      this.#drawFrequencies(ctx, height);
    }
    this.#lanes.forEach((lane, i) => this.#drawLane(lane, view, LANES[i % LANES.length] ?? "#fff"));
    this.#drawOverview(view);
  }

  #setContrast(spectrum: Tiles<SpectrumTile>): void {
    const top = this.#contrast ? undefined : spectrum.get(topLevel(spectrum.manifest), 0);
    if (!top) return;
    this.#contrast = contrastOf(top.values);
    this.#pictures?.recolour(colourTable(this.#map, this.#contrast.low, this.#contrast.high));
  }

  #drawRuler(view: View): void {
    const ctx = this.#ruler.clear(view.width, 24);
    const step = tickStep(view);
    ctx.font = FONT;
    ctx.textBaseline = "bottom";
    for (const { time, x } of ticks(view, step)) {
      ctx.fillStyle = RULER.line;
      ctx.fillRect(Math.round(x), 0, 1, 6);
      ctx.fillStyle = RULER.text;
      const text = clock(time, decimalsOf(step));
      if (x + 4 + ctx.measureText(text).width <= view.width) ctx.fillText(text, Math.round(x) + 4, 21);
    }
  }

  #drawFrequencies(ctx: CanvasRenderingContext2D, height: number): void {
    const top = (this.#spectrum?.manifest.sampleRate ?? 0) / 2;
    const step = tickStep({ start: 0, perPixel: top / height / 1000, width: height, duration: top / 1000 }, 44) * 1000;
    ctx.font = FONT;
    ctx.textBaseline = "middle";
    for (let hertz = step; hertz < top * 0.97; hertz += step) {
      const y = height * (1 - hertz / top);
      const text = step < 1000 ? `${Math.round(hertz)} Hz` : `${Number((hertz / 1000).toFixed(1))} kHz`;
      ctx.fillStyle = "rgb(11 15 16 / 62%)";
      ctx.fillRect(0, y - 8, ctx.measureText(text).width + 12, 16);
      ctx.fillStyle = "#e8ecea";
      ctx.fillRect(0, Math.round(y), 4, 1);
      ctx.fillText(text, 7, y + 0.5);
    }
  }

  #drawLane({ sheet, label, lane, tall }: Shown, view: View, ink: string): void {
    const height = (view.width < 600 ? 48 : 56) + (tall ? 32 : 0);
    const ctx = sheet.clear(view.width, height);
    lane.draw(ctx, { width: view.width, height }, view, ink);
    label.textContent = lane.heading(this.messages);
    label.style.color = ink;
  }

  #drawOverview(view: View): void {
    const wave = this.#wave;
    if (!wave) return;
    const top = wave.get(topLevel(wave.manifest), 0);
    const state = `${view.width} ${Boolean(top)}`;
    if (this.#overviewDrawn === state) return;
    this.#overviewDrawn = state;
    const ctx = this.overview.clear(view.width, 40);
    const whole = wholeView(view.duration, view.width);
    const ink = { ...WAVE, body: WAVE.peak };
    drawWave(ctx, { width: view.width, height: 40 }, whole, wave.manifest, (l, i) => wave.get(l, i), ink, true);
  }

  /** dB at a time and frequency; null where nothing is known. */
  levelAt(view: View, time: number, hertz: number): number | null {
    const spectrum = this.#spectrum;
    return spectrum && levelAt(spectrum.manifest, (l, i) => spectrum.get(l, i), view, time, hertz);
  }

  /** The frequency under a height on the stage; null outside the spectrogram. */
  frequencyAt(y: number): number | null {
    if (!this.#spectrum) return null;
    const { canvas, size } = this.#spectrumSheet;
    const part = (y - canvas.offsetTop) / size.height;
    return part >= 0 && part <= 1 ? ((1 - part) * this.#spectrum.manifest.sampleRate) / 2 : null;
  }

  /** Where on the stage a frequency is drawn. */
  heightOf(hertz: number): number {
    const { canvas, size } = this.#spectrumSheet;
    const top = (this.#spectrum?.manifest.sampleRate ?? 1) / 2;
    return canvas.offsetTop + size.height * (1 - hertz / top);
  }

  get topFrequency(): number {
    return (this.#spectrum?.manifest.sampleRate ?? 0) / 2;
  }

  readings(time: number): string[] {
    return this.#lanes.map(({ lane }) => lane.reading(time)).filter((said) => said !== null);
  }

  /** The time of the greatest level, from the tile that covers the whole. */
  loudest(): number | null {
    const wave = this.#wave;
    if (!wave) return null;
    const level = topLevel(wave.manifest);
    const tile = wave.get(level, 0);
    if (!tile) return null;
    let best = 0;
    let at = 0;
    for (const rms of tile.rms) {
      for (let i = 0; i < bucketsIn(wave.manifest, level); i += 1) {
        const value = rms[i] ?? 0;
        if (value > best) [best, at] = [value, i];
      }
    }
    return at * bucketSeconds(wave.manifest, level);
  }

  get channels(): number {
    return this.#wave?.manifest.channels ?? 1;
  }

  get sampleRate(): number {
    return this.#wave?.manifest.sampleRate ?? this.#spectrum?.manifest.sampleRate ?? 0;
  }
}

function laneOf(source: LaneSource, scope: Scope, changed: () => void): Lane {
  switch (source.kind) {
    case "curve":
      return new CurveLane(source, scope, changed);
    case "marks":
      return new MarkLane(source, scope, changed);
    case "heat":
      return new HeatLane(source, scope, changed);
  }
}
