import { WrongEnvironment } from "./environment.ts";
import { OutOfReach, RequestRefused } from "./portal.ts";
import { PackageRefused, printable, refusalText } from "./refusal.ts";

/** What a command answers the shell. */
export const exitCodes = { done: 0, refused: 1, outOfReach: 2 } as const;

/** An exit code of the commands. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command line can't be understood; the message says how to write it. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

/** Where a command writes: results on `out`, problems on `err`, a line at a time. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** The process's own standard output and error. */
export const processTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

/** Runs a command; every failure that people can do something about becomes plain lines in French. */
export async function runCommand(terminal: Terminal, command: () => Promise<void>): Promise<ExitCode> {
  try {
    await command();
    return exitCodes.done;
  } catch (error) {
    if (error instanceof OutOfReach) {
      terminal.err(printable(error.message));
      return exitCodes.outOfReach;
    }
    for (const line of linesOf(error)) terminal.err(line);
    return exitCodes.refused;
  }
}

function linesOf(error: unknown): string[] {
  if (error instanceof PackageRefused) return error.refusals.map(refusalText);
  if (error instanceof WrongUsage || error instanceof WrongEnvironment || error instanceof RequestRefused)
    return [printable(error.message)];
  throw error;
}
