import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";
import { type Count, closingLine, countsVariable } from "./count.ts";

/**
 * Counts every room’s tests: a file that can’t even be loaded is one failure, and a test that never ran is none passed. The sum
 * goes to the program that runs all checks, else to the terminal as the closing line.
 */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count: Count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      for (const state of states) count[state === "pending" ? "skipped" : state] += 1;
      if (module.state() === "failed" && !states.includes("failed")) count.failed += 1;
    }
    const file = process.env[countsVariable];
    if (file) writeFileSync(file, JSON.stringify(count));
    else process.on("exit", () => console.log(closingLine(count)));
  }
}
