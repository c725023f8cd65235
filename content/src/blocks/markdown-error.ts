/** Markdown that blocks cannot hold: `reason` says what and why, `line` where (from 1). */
export class MarkdownError extends Error {
  override name = "MarkdownError";
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
    this.reason = reason;
  }
}
