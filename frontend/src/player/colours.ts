/** Colour maps: 256 colours from the quietest to the loudest, as packed little-endian RGBA. */
export type ColourMap = "magma" | "viridis" | "grey";
export const COLOUR_MAPS: readonly ColourMap[] = ["magma", "viridis", "grey"];

// Every sixteenth of matplotlib's maps (CC0), straight lines between them.
const STOPS: Record<ColourMap, readonly string[]> = {
  magma: ["000004", "0b0924", "20114b", "3b0f70", "57157e", "721f81", "8c2981", "a8327d", "c43c75", "de4968", "f1605d", "fa7f5e", "fe9f6d", "febf84", "fddea0", "fcfdbf"],
  viridis: ["440154", "481a6c", "472f7d", "414487", "39568c", "31688e", "2a788e", "23888e", "1f988b", "22a884", "35b779", "54c568", "7ad151", "a5db36", "d2e21b", "fde725"],
  grey: ["0b0f10", "f4f1ea"],
};

function channels(hex: string): [number, number, number] {
  const n = Number.parseInt(hex, 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

/**
 * The colour of each of the 256 stored values. `low` and `high` (0..255) are the values drawn as the first and the
 * last colour: the reader turns the contrast without asking the server again.
 */
export function colourTable(map: ColourMap, low = 0, high = 255): Uint32Array {
  const stops = STOPS[map].map(channels);
  const table = new Uint32Array(256);
  for (let value = 0; value < 256; value += 1) {
    const part = Math.min(1, Math.max(0, (value - low) / Math.max(1, high - low)));
    const place = part * (stops.length - 1);
    const i = Math.min(stops.length - 2, Math.floor(place));
    const [r0, g0, b0] = stops[i] ?? [0, 0, 0];
    const [r1, g1, b1] = stops[i + 1] ?? [0, 0, 0];
    const mix = (a: number, b: number): number => Math.round(a + (b - a) * (place - i));
    table[value] = ((255 << 24) | (mix(b0, b1) << 16) | (mix(g0, g1) << 8) | mix(r0, r1)) >>> 0;
  }
  return table;
}

/** Where the quiet floor and the loudest parts of a picture lie, so that it fills the colours it has. */
export function contrastOf(values: Uint8Array): { low: number; high: number } {
  const histogram = new Uint32Array(256);
  for (const value of values) histogram[value] = (histogram[value] ?? 0) + 1;
  const heard = values.length - (histogram[0] ?? 0);
  if (heard === 0) return { low: 0, high: 255 };
  const at = (part: number): number => {
    let seen = 0;
    for (let value = 1; value < 256; value += 1) {
      seen += histogram[value] ?? 0;
      if (seen >= heard * part) return value;
    }
    return 255;
  };
  // A little of the noise floor stays visible: it tells a quiet recording from an empty one.
  const low = Math.max(0, at(0.2) - 10);
  const high = at(0.998);
  return high - low >= 48 ? { low, high } : { low: Math.max(0, high - 48), high: Math.max(48, high) };
}
