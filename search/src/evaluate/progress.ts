const leastPauseMs = { terminal: 200, file: 10_000 };

/** How far an evaluation is, on the error output: searches done, rate, time left. */
export class Progress {
  readonly #total: number;
  readonly #began = performance.now();
  #done = 0;
  #shown = 0;
  label = "";

  constructor(total: number) {
    this.#total = total;
  }

  /** One more search is done. */
  tick(): void {
    this.#done++;
    const now = performance.now();
    if (now - this.#shown < leastPauseMs[process.stderr.isTTY ? "terminal" : "file"]) return;
    this.#shown = now;
    const seconds = (now - this.#began) / 1000;
    const left = Math.ceil((seconds / this.#done) * (this.#total - this.#done));
    const percent = Math.floor((100 * this.#done) / this.#total);
    const text = `${percent} % · ${this.label} · ${Math.round(this.#done / seconds)} recherches/s · encore ${left} s`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  }

  /** Takes the line away, for others to be written. */
  clear(): void {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  }
}
