/** A line of at most `max` characters, cut at the end of a word with « … » where it is longer. */
export function clipped(text: string, max: number): string {
  const line = text.trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "");
  const words = cut.replace(/\s+\S*$/, "");
  return `${(words.length > max / 2 ? words : cut).trimEnd()}…`;
}

const [mostLines, lineMax, most] = [60, 400, 20_000];

/** As many lines as a list of a plan holds, each once, without signs that nobody sees. */
export function listed(lines: readonly string[]): string[] {
  const kept = new Set<string>();
  let length = 0;
  for (const line of lines.map((one) => clipped(one.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " "), lineMax))) {
    if (kept.has(line) || line === "") continue;
    length += line.length + 1;
    if (kept.size === mostLines || length > most) break;
    kept.add(line);
  }
  return [...kept];
}
