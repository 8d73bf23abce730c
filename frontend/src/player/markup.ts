/** Build an element: attributes by name, children as they are. Nothing is ever parsed as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean> = {},
  ...children: Array<Node | string>
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

const PATHS = {
  play: "M8 5v14l11-7z",
  pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  loop: "M17 4l4 4-4 4V9H8a3 3 0 0 0-3 3v1H3v-1a5 5 0 0 1 5-5h9zM7 20l-4-4 4-4v3h9a3 3 0 0 0 3-3v-1h2v1a5 5 0 0 1-5 5H7z",
  plus: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  minus: "M5 11h14v2H5z",
  from: "M6 4h6v2H8v12h4v2H6z",
  to: "M18 4h-6v2h4v12h-4v2h6z",
  whole: "M3 11h5V8l5 4-5 4v-3H3zM21 11h-5V8l-5 4 5 4v-3h5zM1 4h1v16H1zM22 4h1v16h-1z",
  link: "M10.6 13.4a1 1 0 0 1 0-1.4l3-3a1 1 0 1 1 1.4 1.4l-3 3a1 1 0 0 1-1.4 0zM8 17.8a3.5 3.5 0 0 1-2.4-6L8 9.4l1.4 1.4L7 13.2a1.5 1.5 0 1 0 2.1 2.1l2.4-2.4 1.4 1.4-2.4 2.4c-.7.7-1.6 1.1-2.5 1.1zM16 14.6l-1.4-1.4 2.4-2.4a1.5 1.5 0 1 0-2.1-2.1l-2.4 2.4-1.4-1.4 2.4-2.4a3.5 3.5 0 0 1 5 5z",
} as const;

export type Icon = keyof typeof PATHS;

export function icon(name: Icon): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A canvas drawn in CSS pixels, sharp on any screen. */
export class Sheet {
  readonly canvas = make("canvas", { "aria-hidden": "true" });
  readonly ctx: CanvasRenderingContext2D;
  #width = 0;
  #height = 0;

  constructor(kind: string) {
    this.canvas.className = kind;
    const ctx = this.canvas.getContext("2d");
    if (!ctx) throw new Error("This browser draws no canvas.");
    this.ctx = ctx;
  }

  get size(): { width: number; height: number } {
    return { width: this.#width, height: this.#height };
  }

  /** Empty the sheet, at the size it is to be drawn at. */
  clear(width: number, height: number): CanvasRenderingContext2D {
    const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    if (this.#width !== width || this.#height !== height || this.canvas.width !== Math.round(width * ratio)) {
      this.#width = width;
      this.#height = height;
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    this.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.ctx.clearRect(0, 0, width, height);
    return this.ctx;
  }
}
