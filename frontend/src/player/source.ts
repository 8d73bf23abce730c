import type { Curve } from "./curves";
import type { Heat } from "./heat";
import type { Marks } from "./marks";
import { type Manifest, readManifest } from "./pyramid";
import type { TileUrl } from "./tiles";

export interface Pyramid {
  readonly manifest: Manifest;
  /** An address with `{level}` and `{index}` in it. */
  readonly tiles: string;
}

export interface Sound {
  readonly url: string;
  readonly mimeType: string;
  /** How many times longer the copy lasts than the recording; 1 where it is not stretched. */
  readonly timeFactor: number;
}

/** What can be drawn under the sound. */
export type LaneSource = Curve | Marks | Heat;

/** All that the player needs to know of one recording. */
export interface Source {
  readonly label: string;
  /** Seconds of the recording itself. */
  readonly duration: number;
  readonly audio: Sound | null;
  readonly waveform: Pyramid | null;
  readonly spectrogram: Pyramid | null;
  readonly lanes: readonly LaneSource[];
  /** A short line such as "48 kHz · 24 bit". */
  readonly facts: string;
}

export function tileUrl(template: string): TileUrl {
  return (level, index) => template.replace("{level}", String(level)).replace("{index}", String(index));
}

export function samePyramid(a: Pyramid | null, b: Pyramid | null): boolean {
  return a?.tiles === b?.tiles;
}

/** Read a source that a plain page wrote as JSON inside the element; null where it cannot be used. */
export function readSource(wire: unknown): Source | null {
  if (typeof wire !== "object" || wire === null) return null;
  const fields = wire as Record<string, unknown>;
  const text = (name: string): string => (typeof fields[name] === "string" ? fields[name] : "");
  const duration = fields["duration"];
  if (typeof duration !== "number" || !(duration > 0)) return null;
  return {
    label: text("label"),
    facts: text("facts"),
    duration,
    audio: readSound(fields["audio"]),
    waveform: readPyramid(fields["waveform"]),
    spectrogram: readPyramid(fields["spectrogram"]),
    lanes: [],
  };
}

function readSound(wire: unknown): Sound | null {
  if (typeof wire !== "object" || wire === null) return null;
  const { url, mimeType, timeFactor } = wire as Record<string, unknown>;
  if (typeof url !== "string") return null;
  return {
    url,
    mimeType: typeof mimeType === "string" ? mimeType : "",
    timeFactor: typeof timeFactor === "number" && timeFactor > 0 ? timeFactor : 1,
  };
}

function readPyramid(wire: unknown): Pyramid | null {
  if (typeof wire !== "object" || wire === null) return null;
  const { manifest, tiles } = wire as Record<string, unknown>;
  const read = readManifest(manifest);
  return read && typeof tiles === "string" ? { manifest: read, tiles } : null;
}
