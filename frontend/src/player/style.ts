/** The well: dark in both schemes. Colours and type follow the page's tokens where it has them. */
export const STYLE = `
:host { display: block; --w: var(--well, #1b2224); --wl: var(--well-line, #37444a); --wi: var(--well-ink, #d8dedc);
  --wm: var(--well-muted, #a3adab); --amber: var(--wave, #e0a458); --mono-font: var(--mono, "IBM Plex Mono", ui-monospace, monospace);
  font: 14px/1.4 var(--sans, Inter, system-ui, sans-serif); color: var(--wi); color-scheme: dark; container-type: inline-size; }
:host([hidden]) { display: none; }
*, *::before { box-sizing: border-box; }
.well { background: var(--w); border-radius: 6px; overflow: clip; }
.bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 10px 14px; }
.more { display: contents; }
.opener { display: none; }
.group { display: flex; gap: 4px; align-items: center; }
button, select { font: inherit; font-size: 13px; color: var(--wi); background: #2b363a; border: 1px solid #56666b; border-radius: 4px;
  min-height: 34px; min-width: 34px; padding: 0 8px; cursor: pointer; display: inline-flex; gap: 5px; align-items: center; justify-content: center; }
select { appearance: auto; padding: 0 4px; }
button:hover:not(:disabled), select:hover { background: #37454a; }
button svg { width: 18px; height: 18px; fill: currentColor; flex: none; }
button.play { background: var(--amber); color: #1b2224; border-color: var(--amber); font-weight: 600; padding: 0 14px 0 9px; }
button.play:hover:not(:disabled) { background: #ecb877; }
button[aria-pressed="true"] { background: var(--wi); color: #1b2224; }
button:disabled, select:disabled { opacity: .45; cursor: default; }
:focus-visible { outline: 2px solid #85c6d0; outline-offset: 2px; }
.clock { font-family: var(--mono-font); font-variant-numeric: tabular-nums; font-size: 14px; white-space: nowrap; margin-inline: 6px; }
.clock .total { color: var(--wm); }
.facts { margin-inline-start: auto; font-family: var(--mono-font); font-size: 12.5px; color: var(--wm); white-space: nowrap; }
label { display: inline-flex; gap: 5px; align-items: center; font-size: 12.5px; color: var(--wm); }
input[type="range"] { width: 84px; accent-color: var(--amber); min-height: 24px; margin: 0; }
output { font-family: var(--mono-font); font-size: 12px; min-width: 4.2em; }
.overview { position: relative; height: 40px; cursor: pointer; background: #151b1d; touch-action: none; }
.overview canvas { display: block; opacity: .85; }
.window { position: absolute; inset-block: 0; left: 0; border: 1px solid #f3eddf; border-radius: 3px; background: rgb(243 237 223 / 12%); pointer-events: none; min-width: 3px; }
.overview .head, .stage .head { position: absolute; inset-block: 0; left: 0; width: 1px; background: #fff; pointer-events: none; will-change: transform; }
.area { position: relative; }
.stage { position: relative; touch-action: pan-y; cursor: crosshair; overflow: clip; user-select: none; -webkit-user-select: none; min-height: 26px; }
.stage:focus-visible { outline-offset: -2px; }
.stage canvas { display: block; }
.sheets { position: relative; }
.lane { position: relative; border-top: 1px solid var(--wl); }
.lane-label { position: absolute; left: 8px; top: 2px; font-size: 11.5px; background: rgb(27 34 36 / 72%); padding: 0 4px; border-radius: 3px; pointer-events: none; }
.head { background: #fff; box-shadow: 0 0 0 1px rgb(0 0 0 / 35%); }
.cross { position: absolute; inset-block: 0; left: 0; width: 1px; background: rgb(255 255 255 / 45%); pointer-events: none; }
.cross-line { position: absolute; inset-inline: 0; top: 0; height: 1px; background: rgb(255 255 255 / 45%); pointer-events: none; }
.chosen { position: absolute; inset-block: 0; left: 0; background: rgb(133 198 208 / 20%); border-inline: 1px solid #85c6d0; pointer-events: none; }
.foot { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; padding: 4px 14px 6px; min-height: 34px; font-size: 12.5px; color: var(--wm); border-top: 1px solid var(--wl); }
.reading { font-family: var(--mono-font); min-height: 1.4em; }
.foot details { margin-inline-start: auto; }
.foot summary { cursor: pointer; min-height: 24px; padding: 2px 4px; }
.keys { white-space: pre-line; font-size: 12.5px; color: var(--wi); padding: 4px 0 8px; columns: 2; column-gap: 24px; }
.note { margin: 0; padding: 8px 14px; background: #243036; color: var(--wi); font-size: 13px; }
.note:empty { display: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
@container (max-width: 640px) {
  .bar { gap: 8px; padding: 10px; }
  .clock { order: 1; margin: 0; font-size: 15px; }
  .facts { order: 2; font-size: 12px; }
  .opener { display: inline-flex; margin-inline-start: auto; }
  .more { display: none; order: 3; flex: 1 0 100%; flex-wrap: wrap; gap: 8px; }
  .more.open { display: flex; }
  button, select { min-height: 44px; min-width: 44px; }
  .keys { columns: 1; }
  .foot { padding-inline: 10px; }
}
@media (prefers-reduced-motion: no-preference) { button, select { transition: background-color .12s; } }
@media (forced-colors: active) { button[aria-pressed="true"] { border-width: 3px; } .window, .chosen { border-color: Highlight; } }
`;
