/** What became of a stretch of a text. */
export interface Stretch {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** More than this many comparisons are not made: such texts are shown one after the other. */
const MOST = 1_000_000;

/**
 * What differs between two texts, word by word: the longest common sequence of words, which keeps
 * as much as can be kept.
 */
export function wordwise(before: string, after: string): Stretch[] {
  const old = words(before);
  const now = words(after);
  const head = common(old, now, (list, i) => list[i]);
  const tail = common(old.slice(head), now.slice(head), (list, i) => list[list.length - 1 - i]);
  const middle = between(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return joined([...same(old.slice(0, head)), ...middle, ...same(old.slice(old.length - tail))]);
}

/** Words and what stands between them, so that nothing is lost. */
function words(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}'’]+|[^\s\p{L}\p{N}\p{M}'’]/gu) ?? [];
}

function common(a: readonly string[], b: readonly string[], at: (list: readonly string[], i: number) => string | undefined): number {
  let n = 0;
  while (n < Math.min(a.length, b.length) && at(a, n) === at(b, n)) n += 1;
  return n;
}

function same(list: readonly string[]): Stretch[] {
  return list.map((text) => ({ kind: "same", text }));
}

function between(old: readonly string[], now: readonly string[]): Stretch[] {
  const whole: Stretch[] = [
    { kind: "gone", text: old.join("") },
    { kind: "new", text: now.join("") },
  ];
  if (!old.length || !now.length || old.length * now.length > MOST) return whole;
  const width = now.length + 1;
  // lengths[i * width + j]: the longest common sequence of old from i and now from j.
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = old[i] === now[j] ? at(lengths, (i + 1) * width + j + 1) + 1 : Math.max(at(lengths, (i + 1) * width + j), at(lengths, i * width + j + 1));
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]];
    if (was !== undefined && was === is) {
      found.push({ kind: "same", text: was });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(lengths, (i + 1) * width + j) >= at(lengths, i * width + j + 1))) {
      found.push({ kind: "gone", text: was });
      i += 1;
    } else {
      found.push({ kind: "new", text: is ?? "" });
      j += 1;
    }
  }
  return found;
}

function at(list: Uint32Array, i: number): number {
  return list[i] ?? 0;
}

/** Neighbours of one kind as one; what went stands before what came, and a lone blank between two changes is changed with them. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  let gone = "";
  let came = "";
  const flush = (): void => {
    if (gone) out.push({ kind: "gone", text: gone });
    if (came) out.push({ kind: "new", text: came });
    gone = came = "";
  };
  stretches.forEach(({ kind, text }, i) => {
    const isGap = kind === "same" && !text.trim() && (gone || came) && stretches[i + 1] && stretches[i + 1]?.kind !== "same";
    if (kind === "gone" || isGap) gone += text;
    if (kind === "new" || isGap) came += text;
    if (kind !== "same" || isGap) return;
    flush();
    const last = out.at(-1);
    if (last?.kind === "same") out[out.length - 1] = { kind, text: last.text + text };
    else out.push({ kind, text });
  });
  flush();
  return out;
}
