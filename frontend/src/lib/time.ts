/** Times are seconds from the start of the recording; a clock reads them as people write them. */

/** `4:49:05.678`, `1:02.5`, `0:00`: hours only where there are any. */
export function clock(seconds: number, decimals = 0): string {
  const scale = 10 ** decimals;
  const whole = Math.round(Math.max(0, seconds) * scale);
  const total = Math.floor(whole / scale);
  const h = Math.floor(total / 3600);
  const m = Math.floor((total % 3600) / 60);
  const s = total % 60;
  const tail = decimals ? `.${String(whole % scale).padStart(decimals, "0")}` : "";
  const mm = h ? String(m).padStart(2, "0") : String(m);
  return `${h ? `${h}:` : ""}${mm}:${String(s).padStart(2, "0")}${tail}`;
}

/** Read `17345.678`, `1:02.5` or `4:49:05`; null where it is no time. */
export function parseClock(text: string): number | null {
  const parts = text.trim().replace(/^npt:/, "").split(":");
  if (parts.length > 3 || parts.some((part) => !/^\d+(\.\d+)?$/.test(part))) return null;
  const [last = "0", ...higher] = parts.reverse();
  if (higher.some((part) => part.includes("."))) return null;
  return higher.reduce((sum, part, i) => sum + Number(part) * 60 ** (i + 1), Number(last));
}

/** The time in words, for a voice: "1 minute, 3.2 seconds". */
export function spoken(seconds: number, language: string, decimals = 1): string {
  const scale = 10 ** decimals;
  const whole = Math.round(Math.max(0, seconds) * scale);
  const total = Math.floor(whole / scale);
  const parts: Array<[number, "hour" | "minute" | "second"]> = [
    [Math.floor(total / 3600), "hour"],
    [Math.floor((total % 3600) / 60), "minute"],
    [(whole % (60 * scale)) / scale, "second"],
  ];
  const said = parts
    .filter(([n, unit]) => n > 0 || (unit === "second" && total < 1 && whole === 0))
    .map(([n, unit]) =>
      new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: decimals }).format(n),
    );
  return said.join(", ");
}

/** ISO 8601, as machines want it: PT3M20.5S. */
export function isoDuration(seconds: number): string {
  return `PT${Number(seconds.toFixed(3))}S`;
}
