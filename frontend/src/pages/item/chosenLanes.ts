import { type Ref, ref, watch } from "vue";

const KEPT = "sonotheque.lanes";
/** What is drawn under a sound before anybody chose: what most people look at first. */
export const USUAL: readonly string[] = ["pitch.f0", "onset.strength", "loudness.momentary"];

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    if (Array.isArray(kept) && kept.every((each) => typeof each === "string")) return kept;
  } catch {
    // A browser that keeps nothing, or another program's words: the usual lanes.
  }
  return [...USUAL];
}

/** The lanes that the reader wants under every sound, in this browser. */
export function chosenLanes(): Ref<string[]> {
  const chosen = ref(read());
  watch(chosen, (lanes) => {
    try {
      localStorage.setItem(KEPT, JSON.stringify(lanes));
    } catch {
      // Nothing is kept here; the choice holds until the page is left.
    }
  });
  return chosen;
}
