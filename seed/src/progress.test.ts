import { expect, test } from "vitest";
import { duration, lineProgress } from "./progress.ts";

test("a log gets a line every two seconds, with the rate and the time left", () => {
  let now = 0;
  const lines: string[] = [];
  const progress = lineProgress(
    (line) => lines.push(line),
    () => now,
  );
  progress.start("Entrées", 100);
  for (let done = 0; done < 100; done += 10) {
    now += 500;
    progress.advance(10);
  }
  progress.stop();
  expect(lines).toEqual(["Entrées : 40 sur 100 (20/s, reste 3 s)", "Entrées : 80 sur 100 (20/s, reste 1 s)"]);
});

test("durations are told in minutes and seconds", () => {
  expect([0.2, 59, 75, 600].map(duration)).toEqual(["1 s", "59 s", "1 min 15 s", "10 min 0 s"]);
});
