import { ask } from "../../api/client";
import { CurveFramesDocument, LaneMarksDocument, type ItemSoundFragment, type LaneFieldsFragment, OutputKind, type TileSetFieldsFragment } from "../../api/generated/graphql";
import type { LaneSource, MarkWindow, Messages, Pyramid, Rows, Source, Stretch } from "../../player/element";
import { ENGLISH, readManifest } from "../../player/element";
import { type Key, number, t } from "../../i18n";

/** What the player is told of an item; null where there is nothing to hear and nothing to see. */
export function sourceOf(title: string, sound: ItemSoundFragment, lanes: readonly LaneFieldsFragment[] = [], chosen: readonly string[] = []): Source | null {
  const [part] = sound.parts;
  const duration = sound.waveform?.duration ?? sound.audio?.duration ?? part?.duration ?? null;
  if (!duration || !(sound.audio || sound.waveform || sound.spectrogram)) return null;
  return {
    label: title,
    duration,
    audio: sound.audio && { url: sound.audio.url, mimeType: sound.audio.mimeType, timeFactor: sound.audio.timeFactor },
    waveform: pyramidOf(sound.waveform),
    spectrogram: pyramidOf(sound.spectrogram),
    lanes: sound.waveform ? lanesOf(lanes, chosen) : [],
    facts: factsOf(sound),
  };
}

function pyramidOf(tiles: TileSetFieldsFragment | null | undefined): Pyramid | null {
  const manifest = readManifest(tiles);
  return manifest && tiles ? { manifest, tiles: tiles.urlTemplate } : null;
}

function factsOf(sound: ItemSoundFragment): string {
  const file = sound.parts[0]?.file;
  if (!file) return "";
  const facts = [
    file.sampleRate && `${number(file.sampleRate / 1000, { maximumFractionDigits: 2 })} kHz`,
    file.bitDepth && t("file.bits", { n: file.bitDepth }),
    file.codec,
  ];
  return facts.filter(Boolean).join(" · ");
}

/** What names a lane whatever the item: its processor and its output. */
export function laneKey({ processor, name }: Pick<LaneFieldsFragment, "processor" | "name">): string {
  return `${processor}.${name}`;
}

/** What can be drawn under the sound, as far as it was chosen, in the order of the choice. */
export function lanesOf(results: readonly LaneFieldsFragment[], chosen: readonly string[]): LaneSource[] {
  return results
    .map((result) => ({ result, rank: chosen.indexOf(laneKey(result)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ result }) => laneOf(result));
}

function laneOf(result: LaneFieldsFragment): LaneSource {
  const { id, axis } = result;
  const told = { key: id, label: resultName(result.processor, result.name), unit: result.unit ?? "" };
  if (result.kind !== OutputKind.Frames) {
    return { ...told, kind: "marks", load: (start, end, most, signal) => loadMarks(id, start, end, most, signal) };
  }
  if (axis) {
    const names = (axis.places as Array<string | number>).map((place) => (typeof place === "number" ? number(place, { maximumSignificantDigits: 4 }) : place));
    const places = { names, unit: axis.unit ?? "" };
    return { ...told, kind: "heat", load: (start, end, points, signal) => loadRows(id, start, end, points, signal), places: () => places };
  }
  return { ...told, kind: "curve", load: (start, end, points) => loadCurve(id, start, end, points) };
}

async function loadFrames(id: string, start: number, end: number, maxPoints: number) {
  const answer = await ask(CurveFramesDocument, { id, start, end, maxPoints });
  const node = answer.ok ? answer.data.node : null;
  return node?.__typename === "Result" ? (node.frames ?? null) : null;
}

async function loadCurve(id: string, start: number, end: number, maxPoints: number): Promise<Stretch | null> {
  const frames = await loadFrames(id, start, end, maxPoints);
  if (!frames) return null;
  return {
    t0: frames.t0,
    period: frames.period,
    values: floatsOf(frames.values as string),
    minima: frames.minima ? floatsOf(frames.minima as string) : null,
    maxima: frames.maxima ? floatsOf(frames.maxima as string) : null,
  };
}

async function loadRows(id: string, start: number, end: number, maxPoints: number, _signal: AbortSignal): Promise<Rows | null> {
  const frames = await loadFrames(id, start, end, maxPoints);
  if (!frames) return null;
  const { t0, period, width } = frames;
  return { t0, period, width, values: floatsOf(frames.values as string), whole: frames.framesPerPoint === 1 };
}

async function loadMarks(id: string, start: number, end: number, maxMarks: number, _signal: AbortSignal): Promise<MarkWindow | null> {
  const answer = await ask(LaneMarksDocument, { id, start, end, maxMarks });
  const node = answer.ok ? answer.data.node : null;
  const found = node?.__typename === "Result" ? node.marks : null;
  if (!found) return null;
  const bytes = (coded: unknown): ArrayBuffer => bytesOf(coded as string).buffer as ArrayBuffer;
  const [starts, ends] = [new Float64Array(bytes(found.starts)), new Float64Array(bytes(found.ends))];
  const [values, confidences] = [new Float32Array(bytes(found.values)), new Float32Array(bytes(found.confidences))];
  const numbers = new Int32Array(bytes(found.labelNumbers));
  const labels = found.labels as string[];
  const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);
  const marks = Array.from(starts, (at, i) => ({
    start: at,
    end: ends[i] ?? at,
    label: labels[numbers[i] ?? -1] ?? "",
    value: known(values[i]),
    confidence: known(confidences[i]),
  }));
  return { marks, total: found.total };
}

/** Little-endian float32 in base 64. */
export function floatsOf(base64: string): Float32Array {
  const bytes = bytesOf(base64);
  return new Float32Array(bytes.buffer, 0, bytes.length >> 2);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** What a result is called: in the catalogue's words, else as its processor calls it. */
export function resultName(processor: string, name: string): string {
  const key = `result.${processor}.${name}`;
  const said = t(key as Key);
  return said === key ? `${processor} ${name.replaceAll("_", " ")}` : said;
}

/** What a processor is called: in the catalogue's words, else by its id. */
export function processorName(processor: string): string {
  const key = `processor.${processor}`;
  const said = t(key as Key);
  return said === key ? processor.replaceAll("_", " ") : said;
}

/** The player's own words, in the page's language. */
export function playerMessages(): Messages {
  const keys = Object.keys(ENGLISH) as Array<keyof Messages>;
  return Object.fromEntries(keys.map((key) => [key, t(`player.${key}`)])) as Messages;
}
