import type { Reporter, TestModule } from "vitest/node";

/** Failed checks that ran before Vitest (types, format and lint), counted as failed tests; set by `scripts/test.ts`. */
const failedChecks = Number(process.env["ESSAIM_FAILED_CHECKS"] ?? 0);
const passedChecks = Number(process.env["ESSAIM_PASSED_CHECKS"] ?? 0);

/** Closes the run with `N passed, N failed, N skipped`; a file that can’t even be loaded counts as one failure. */
export default class ClosingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: passedChecks, failed: failedChecks + errors.length, skipped: 0 };
    for (const module of modules) {
      const states = [...module.children.allTests()].map((test) => test.result().state);
      for (const state of states) if (state !== "pending") count[state] += 1;
      if (module.state() === "failed" && !states.includes("failed")) count.failed += 1;
    }
    process.on("exit", () => console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
  }
}
