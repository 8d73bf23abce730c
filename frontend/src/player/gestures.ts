import type { Scope } from "../lib/scope";

export interface Gestures {
  /** Click or tap: go there. */
  point(x: number): void;
  pan(pixels: number): void;
  /** Below 1: closer. */
  zoom(factor: number, x: number): void;
  /** Drag with Shift: choose a stretch, from where it began to here. */
  choose(from: number, to: number): void;
  hover(at: { x: number; y: number } | null): void;
}

const STILL = 4;

/** Pointer and wheel on the stage. A plain wheel is left to the page: it scrolls. */
export function listenGestures(stage: HTMLElement, scope: Scope, act: Gestures): void {
  const down = new Map<number, { x: number; from: number; choosing: boolean; moved: boolean }>();
  const local = (event: { clientX: number; clientY: number }): { x: number; y: number } => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  scope.listen(stage, "pointerdown", (event) => {
    if (event.button !== 0) return;
    const { x } = local(event);
    down.set(event.pointerId, { x, from: x, choosing: event.shiftKey, moved: false });
    stage.setPointerCapture(event.pointerId);
  });

  scope.listen(stage, "pointermove", (event) => {
    const at = local(event);
    const finger = down.get(event.pointerId);
    if (event.pointerType !== "touch") act.hover(at);
    if (!finger) return;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const before = Math.max(16, Math.abs(finger.x - other.x));
      const after = Math.max(16, Math.abs(at.x - other.x));
      act.zoom(before / after, (at.x + other.x) / 2);
      finger.moved = other.moved = true;
    } else if (finger.choosing) {
      act.choose(Math.min(finger.from, at.x), Math.max(finger.from, at.x));
      finger.moved = true;
    } else if (finger.moved || Math.abs(at.x - finger.from) > STILL) {
      finger.moved = true;
      act.pan(finger.x - at.x);
    }
    finger.x = at.x;
  });

  const lift = (event: PointerEvent): void => {
    const finger = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (finger && !finger.moved && event.type === "pointerup") act.point(finger.x);
  };
  scope.listen(stage, "pointerup", lift);
  scope.listen(stage, "pointercancel", lift);
  scope.listen(stage, "pointerleave", () => act.hover(null));

  scope.listen(
    stage,
    "wheel",
    (event) => {
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        act.zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) * 0.01), local(event).x);
      } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        event.preventDefault();
        act.pan(sideways);
      }
    },
    { passive: false },
  );
}
