import { french } from "./french.mjs";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/**
 * What is happening at this moment, on the terminal: a line that turns and counts seconds, or, where output goes to a file,
 * a plain line every five seconds. Written here since it must run before any package is installed.
 */

/** @type {Map<symbol, { label: string, since: number, detail: () => string }>} */
const running = new Map();
/** @type {NodeJS.Timeout | undefined} */
let timer;
let frame = 0;
let lastPlainLine = 0;

const out = process.stdout;

/** @param {number} since */
const seconds = (since) => Math.round((Date.now() - since) / 1000);

const clear = () => {
  if (out.isTTY) out.write("\r\u001b[K");
};

const currentText = () =>
  [...running.values()]
    .map(({ label, since, detail }) =>
      french(`${label} ${[`${seconds(since)} s`, detail()].filter(Boolean).join(", ")}`),
    )
    .join(" · ");

function draw() {
  frame += 1;
  if (running.size === 0) return;
  if (out.isTTY) {
    out.write(
      `\r\u001b[K${FRAMES[frame % FRAMES.length]} ${currentText().slice(0, Math.max(20, (out.columns ?? 80) - 3))}`,
    );
  } else if (Date.now() - lastPlainLine >= 5000) {
    lastPlainLine = Date.now();
    out.write(`  … ${currentText()}\n`);
  }
}

/**
 * Prints one line above whatever is in progress.
 * @param {string} text in French, on a plain keyboard: its typography is set here
 */
export function say(text) {
  clear();
  out.write(`${french(text)}\n`);
  lastPlainLine = Date.now();
}

/**
 * Prints one line on the error output, above whatever is in progress.
 * @param {string} text in French
 */
export function complain(text) {
  clear();
  process.stderr.write(`${french(text)}\n`);
}

/**
 * Shows that a piece of work is under way until it ends, then one line with the time it took.
 * @template T
 * @param {string} label what is being done, in French
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] how far it is
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, detail = () => "") {
  const id = Symbol(label);
  const since = Date.now();
  running.set(id, { label: `${label}…`, since, detail });
  if (!out.isTTY) say(`  ${label}…`);
  timer ??= setInterval(draw, out.isTTY ? 100 : 1000);
  try {
    const result = await work();
    running.delete(id);
    say(`✔ ${label} (${seconds(since)} s)`);
    return result;
  } catch (error) {
    running.delete(id);
    say(`✖ ${label} (${seconds(since)} s)`);
    throw error;
  } finally {
    if (running.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }
}
