/** Tests only: pyramids of signals with a known answer, byte for byte as the server makes them. */
import type { Manifest } from "./pyramid";

interface Shape {
  samples: number;
  sampleRate: number;
  channels: number;
  base?: number;
  tile?: number;
}

export function manifestOf({ samples, sampleRate, channels, base = 256, tile = 4096 }: Shape): Manifest {
  const levels = [Math.ceil(samples / base)];
  while ((levels.at(-1) ?? 0) > tile) levels.push(Math.ceil((levels.at(-1) ?? 0) / 4));
  return {
    kind: "waveform", base, factor: 4, tile, levels, channels, sampleRate, bands: 256, minDb: -120, duration: samples / sampleRate,
  };
}

const clip = (value: number): number => Math.max(-32768, Math.min(32767, value));

/** All tiles, by "level/index". */
export function pyramidOf(m: Manifest, signals: readonly Float32Array[]): Map<string, ArrayBuffer> {
  const tiles = new Map<string, ArrayBuffer>();
  m.levels.forEach((count, level) => {
    const width = m.base * m.factor ** level;
    for (let index = 0; index * m.tile < count; index += 1) {
      const n = Math.min(m.tile, count - index * m.tile);
      const buffer = new ArrayBuffer(n * 6 * m.channels);
      signals.forEach((signal, channel) => {
        const at = channel * n * 6;
        const planes = [new Int16Array(buffer, at, n), new Int16Array(buffer, at + n * 2, n)] as const;
        const rms = new Uint16Array(buffer, at + n * 4, n);
        for (let i = 0; i < n; i += 1) {
          const bucket = signal.subarray((index * m.tile + i) * width, (index * m.tile + i + 1) * width);
          let [min, max, sum] = [1, -1, 0];
          for (const value of bucket) {
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value * value;
          }
          planes[0][i] = clip(Math.floor(min * 32767));
          planes[1][i] = clip(Math.ceil(max * 32767));
          rms[i] = Math.round(Math.sqrt(sum / Math.max(1, bucket.length)) * 32767);
        }
      });
      tiles.set(`${level}/${index}`, buffer);
    }
  });
  return tiles;
}
