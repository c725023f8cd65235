/** When digests go out: on Mondays at eight in the morning, as clocks go in the network's country. */
const [timeZone, hour] = ["Europe/Paris", 8];
const hourMs = 3_600_000;

const clock = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" });

/** The last moment before `now` at which digests went out, to the hour. @example lastDigestTime(new Date("2026-11-25T12:00Z")) // Monday 23, 7:00 UTC */
export function lastDigestTime(now: Date): Date {
  const hourNow = Math.floor(now.getTime() / hourMs) * hourMs;
  for (let back = 0; back <= 8 * 24; back++) {
    const at = new Date(hourNow - back * hourMs);
    const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
    if (parts.get("weekday") === "Mon" && Number(parts.get("hour")) === hour) return at;
  }
  throw new Error("No week is without a Monday.");
}
