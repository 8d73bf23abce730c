// What each route asks of a visitor, in kB of JavaScript after gzip, against the goals (spec/frontend.md G-7).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const site = process.env.SONOTHEQUE_SITE ?? "../site";
const manifest = JSON.parse(readFileSync(join(site, "manifest.json"), "utf8"));
const size = (file) => gzipSync(readFileSync(join(site, file)), { level: 9 }).length / 1000;

/** The files a chunk cannot do without: itself and its static imports. */
function needed(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const next of chunk.imports ?? []) needed(next, seen);
  return seen;
}

const sum = (...keys) => {
  const files = new Set(keys.flatMap((key) => [...needed(key)]));
  return [...files].filter((file) => file.endsWith(".js")).reduce((total, file) => total + size(file), 0);
};

const entry = "src/main.ts";
const catalogue = "src/i18n/fr.json";
const rows = [
  ["entry", sum(entry, catalogue), 75],
  ["item route", sum(entry, catalogue, "src/pages/item/ItemPage.vue"), 130],
  ["places route", sum(entry, catalogue, "src/pages/places/PlacesPage.vue"), 130],
  ["explorer route", sum(entry, catalogue, "src/pages/explorer/ExplorerPage.vue"), 260],
  ["player alone", size("sound-player.js"), 35],
];
let over = 0;
for (const [name, kilobytes, most] of rows) {
  const verdict = kilobytes <= most ? "ok" : "TOO LARGE";
  if (kilobytes > most) over += 1;
  console.log(`${name.padEnd(14)} ${kilobytes.toFixed(1).padStart(6)} kB of ${most} kB  ${verdict}`);
}
process.exitCode = over ? 1 : 0;
