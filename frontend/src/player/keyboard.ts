/** Every gesture has a key. */
export type Command =
  | "toggle"
  | "back"
  | "forward"
  | "backFine"
  | "forwardFine"
  | "pageBack"
  | "pageForward"
  | "start"
  | "end"
  | "closer"
  | "wider"
  | "whole"
  | "panLeft"
  | "panRight"
  | "loopStart"
  | "loopEnd"
  | "loop"
  | "higher"
  | "lower"
  | "clear";

const PLAIN: Record<string, Command> = {
  " ": "toggle",
  ArrowLeft: "back",
  ArrowRight: "forward",
  ArrowDown: "back",
  ArrowUp: "forward",
  PageDown: "pageBack",
  PageUp: "pageForward",
  Home: "start",
  End: "end",
  "+": "closer",
  "=": "closer",
  "-": "wider",
  "−": "wider",
  "0": "whole",
  ",": "panLeft",
  ".": "panRight",
  "[": "loopStart",
  "]": "loopEnd",
  i: "loopStart",
  o: "loopEnd",
  l: "loop",
  L: "loop",
  Escape: "clear",
};
const SHIFTED: Record<string, Command> = { ArrowLeft: "backFine", ArrowRight: "forwardFine" };
const ALTERED: Record<string, Command> = { ArrowUp: "higher", ArrowDown: "lower" };

export function commandOf(event: Pick<KeyboardEvent, "key" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey">): Command | null {
  // On many keyboards the brackets are made with AltGr, which browsers report as Alt, or as Ctrl and Alt.
  if (event.key === "[" || event.key === "]") return PLAIN[event.key] ?? null;
  if (event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return ALTERED[event.key] ?? null;
  if (event.shiftKey && SHIFTED[event.key]) return SHIFTED[event.key] ?? null;
  return PLAIN[event.key] ?? null;
}
