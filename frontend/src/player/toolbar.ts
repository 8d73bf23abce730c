import type { Scope } from "../lib/scope";
import { clock } from "../lib/time";
import { COLOUR_MAPS, type ColourMap } from "./colours";
import { type Icon, icon, make } from "./markup";
import type { Messages } from "./messages";
import type { Transport } from "./transport";

export interface ToolbarActs {
  toggle(): void;
  zoom(factor: number): void;
  whole(): void;
  loopEdge(edge: "start" | "end"): void;
  repeat(): void;
  recolour(map: ColourMap): void;
  link(): void;
}

const SPEEDS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** The row of controls: every one a native element with a name. */
export class Toolbar {
  readonly element = make("div", { class: "bar", role: "group" });
  readonly #play: HTMLButtonElement;
  readonly #word = make("span");
  readonly #repeat: HTMLButtonElement;
  readonly #time = make("span");
  readonly #total = make("span", { class: "total" });
  readonly #facts = make("span", { class: "facts" });
  readonly #speed: HTMLSelectElement;
  readonly #gain: HTMLInputElement;
  readonly #gainOutput = make("output");
  readonly #colours: HTMLElement;
  readonly #soundOnly: Array<HTMLButtonElement | HTMLSelectElement | HTMLInputElement>;

  constructor(
    private readonly messages: Messages,
    scope: Scope,
    transport: () => Transport | null,
    acts: ToolbarActs,
  ) {
    const press = (name: Icon, label: string, act: () => void): HTMLButtonElement => {
      const button = make("button", { type: "button", "aria-label": label, title: label }, icon(name));
      scope.listen(button, "click", act);
      return button;
    };
    this.element.setAttribute("aria-label", messages.controls);
    this.#play = make("button", { type: "button", class: "play" });
    scope.listen(this.#play, "click", acts.toggle);
    const from = press("from", messages.loopStart, () => acts.loopEdge("start"));
    const to = press("to", messages.loopEnd, () => acts.loopEdge("end"));
    this.#repeat = make(
      "button",
      { type: "button", "aria-pressed": "false", title: messages.loopOn },
      icon("loop"),
      make("span", {}, messages.loop),
    );
    scope.listen(this.#repeat, "click", acts.repeat);
    this.#speed = make("select", { "aria-label": messages.speed, title: messages.speed });
    for (const speed of SPEEDS) this.#speed.append(make("option", { value: speed, ...(speed === 1 ? { selected: true } : {}) }, `${speed}×`));
    scope.listen(this.#speed, "change", () => transport()?.setSpeed(Number(this.#speed.value)));
    this.#gain = make("input", { type: "range", min: -12, max: 36, step: 1, value: 0, "aria-label": messages.gain });
    scope.listen(this.#gain, "input", () => transport()?.setGain(Number(this.#gain.value)));
    const map = make("select", { "aria-label": messages.colours, title: messages.colours });
    for (const name of COLOUR_MAPS) map.append(make("option", { value: name }, messages[name]));
    scope.listen(map, "change", () => {
      const chosen = COLOUR_MAPS.find((name) => name === map.value);
      if (chosen) acts.recolour(chosen);
    });
    this.#colours = map;
    this.#soundOnly = [this.#play, this.#speed, this.#gain, this.#repeat, from, to];
    const more = make("div", { class: "more", id: "more" });
    more.append(
      make("div", { class: "group" }, from, to, this.#repeat),
      make("div", { class: "group" }, this.#speed, map, press("link", messages.link, acts.link)),
      make("label", {}, make("span", { "aria-hidden": "true" }, messages.gain), this.#gain, this.#gainOutput),
    );
    const opener = make("button", { type: "button", class: "opener", "aria-expanded": "false", "aria-controls": "more" }, messages.more);
    scope.listen(opener, "click", () => opener.setAttribute("aria-expanded", String(more.classList.toggle("open"))));
    this.element.append(
      this.#play,
      make("div", { class: "group" }, press("minus", messages.zoomOut, () => acts.zoom(2)), press("plus", messages.zoomIn, () => acts.zoom(0.5)), press("whole", messages.whole, acts.whole)),
      make("div", { class: "clock" }, this.#time, " / ", this.#total),
      opener,
      more,
      this.#facts,
    );
  }

  describe(duration: number, facts: string, hasSpectrum: boolean): void {
    this.#total.textContent = clock(duration, 3);
    this.#facts.textContent = facts;
    this.#colours.hidden = !hasSpectrum;
  }

  sync(transport: Transport | null): void {
    const playing = transport?.playing ?? false;
    const word = playing ? this.messages.pause : this.messages.play;
    if (this.#word.textContent !== word) {
      this.#word.textContent = word;
      this.#play.replaceChildren(icon(playing ? "pause" : "play"), this.#word);
    }
    for (const control of this.#soundOnly) control.disabled = transport === null;
    this.#repeat.setAttribute("aria-pressed", String(transport?.repeat ?? false));
    const gain = transport?.gainDb ?? 0;
    this.#gainOutput.textContent = `${gain > 0 ? "+" : gain < 0 ? "−" : ""}${Math.abs(gain)} dB`;
    this.tell(transport?.time ?? 0);
  }

  tell(time: number): void {
    const text = clock(time, 3);
    if (this.#time.textContent !== text) this.#time.textContent = text;
  }
}
