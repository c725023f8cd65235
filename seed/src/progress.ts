import { Presets, SingleBar } from "cli-progress";

/** Tells people how far a long piece of work has come. */
export interface Progress {
  readonly start: (label: string, total: number) => void;
  readonly advance: (count: number) => void;
  readonly stop: () => void;
}

/** A bar on a terminal; elsewhere, a line every two seconds at most. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress((line) => stream.write(`${line}\n`));
}

function barProgress(stream: NodeJS.WriteStream): Progress {
  let bar: SingleBar | undefined;
  const clock = createClock();
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    start: (label, total) => {
      stop();
      if (total === 0) return;
      clock.start(total);
      const format = `${label} {bar} {value} sur {total} · {rate}/s · reste {left}`;
      bar = new SingleBar({ stream, format, hideCursor: true, barsize: 30 }, Presets.shades_classic);
      bar.start(total, 0, clock.read());
    },
    advance: (count) => {
      clock.advance(count);
      bar?.update(clock.done(), clock.read());
    },
    stop,
  };
}

const every = 2000;

/** Progress as plain lines, for logs; `now` gives milliseconds. */
export function lineProgress(write: (line: string) => void, now: () => number = Date.now): Progress {
  const clock = createClock(now);
  let current = "";
  let told = 0;
  const tell = () => {
    const { rate, left } = clock.read();
    write(`${current} : ${clock.done()} sur ${clock.total()} (${rate}/s, reste ${left})`);
    told = now();
  };
  return {
    start: (label, total) => {
      current = label;
      told = now();
      clock.start(total);
    },
    advance: (count) => {
      clock.advance(count);
      if (now() - told >= every) tell();
    },
    stop: () => {},
  };
}

function createClock(now: () => number = Date.now) {
  let total = 0;
  let done = 0;
  let began = 0;
  return {
    start: (count: number) => {
      total = count;
      done = 0;
      began = now();
    },
    advance: (count: number) => {
      done += count;
    },
    done: () => done,
    total: () => total,
    read: () => {
      const perSecond = done / Math.max((now() - began) / 1000, 0.001);
      return { rate: Math.round(perSecond), left: perSecond > 0 ? duration((total - done) / perSecond) : "?" };
    },
  };
}

/**
 * A number of seconds in words.
 * @example duration(75) // "1 min 15 s"
 */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}
