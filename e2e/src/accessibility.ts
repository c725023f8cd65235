import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { z } from "zod";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const resultSchema = z.array(z.object({ id: z.string(), help: z.string(), targets: z.array(z.string()) }));

/** What axe finds wrong on the page as it stands: one sentence per violated rule. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.addScriptTag({ path: axePath });
  const found = resultSchema.parse(
    await page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map(({ target }) => target.join(" ")) })))`),
  );
  return found.map(({ id, help, targets }) => `${id}: ${help} (${targets.slice(0, 5).join(", ")})`);
}
