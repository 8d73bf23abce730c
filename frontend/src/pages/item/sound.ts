import { ask } from "../../api/client";
import { CurveFramesDocument, type ItemSoundFragment, OutputKind, type TileSetFieldsFragment } from "../../api/generated/graphql";
import type { Curve, Messages, Pyramid, Source, Stretch } from "../../player/element";
import { ENGLISH, readManifest } from "../../player/element";
import { type Key, number, t } from "../../i18n";

/** What the player is told of an item; null where there is nothing to hear and nothing to see. */
export function sourceOf(title: string, sound: ItemSoundFragment): Source | null {
  const [part] = sound.parts;
  const duration = sound.waveform?.duration ?? sound.audio?.duration ?? part?.duration ?? null;
  if (!duration || !(sound.audio || sound.waveform || sound.spectrogram)) return null;
  return {
    label: title,
    duration,
    audio: sound.audio && { url: sound.audio.url, mimeType: sound.audio.mimeType, timeFactor: sound.audio.timeFactor },
    waveform: pyramidOf(sound.waveform),
    spectrogram: pyramidOf(sound.spectrogram),
    curves: sound.waveform ? curvesOf(sound.results) : [],
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

// The curves worth a lane, in the order in which they are drawn.
const LANES = ["pitch.f0", "onset.strength", "loudness.momentary"];

export function curvesOf(results: ItemSoundFragment["results"]): Curve[] {
  return results
    .filter(({ kind }) => kind === OutputKind.Frames)
    .map((result) => ({ result, rank: LANES.indexOf(`${result.processor}.${result.name}`) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ result }) => ({
      key: result.id,
      label: resultName(result.processor, result.name),
      unit: result.unit ?? "",
      load: (start, end, maxPoints) => loadFrames(result.id, start, end, maxPoints),
    }));
}

async function loadFrames(id: string, start: number, end: number, maxPoints: number): Promise<Stretch | null> {
  const answer = await ask(CurveFramesDocument, { id, start, end, maxPoints });
  const node = answer.ok ? answer.data.node : null;
  const frames = node?.__typename === "Result" ? node.frames : null;
  if (!frames) return null;
  return {
    t0: frames.t0,
    period: frames.period,
    values: floatsOf(frames.values as string),
    minima: frames.minima ? floatsOf(frames.minima as string) : null,
    maxima: frames.maxima ? floatsOf(frames.maxima as string) : null,
  };
}

/** Little-endian float32 in base 64. */
export function floatsOf(base64: string): Float32Array {
  const text = atob(base64);
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  return new Float32Array(bytes.buffer, 0, bytes.length >> 2);
}

/** What a result is called: in the catalogue's words, else as its processor calls it. */
export function resultName(processor: string, name: string): string {
  const key = `result.${processor}.${name}`;
  const said = t(key as Key);
  return said === key ? `${processor} ${name.replaceAll("_", " ")}` : said;
}

/** The player's own words, in the page's language. */
export function playerMessages(): Messages {
  const keys = Object.keys(ENGLISH) as Array<keyof Messages>;
  return Object.fromEntries(keys.map((key) => [key, t(`player.${key}`)])) as Messages;
}
