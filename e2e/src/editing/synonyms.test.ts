import { expect, inject, test } from "vitest";
import { z } from "zod";
import { Desk } from "../../../scripts/desk.ts";

const portal = inject("portal");
const answerSchema = z.object({ hits: z.array(z.object({ uid: z.string() })) });

async function found(q: string, locale: string): Promise<string[]> {
  const answer = await fetch(`${portal.site}/api/search?${new URLSearchParams({ q, locale })}`);
  return answerSchema.parse(await answer.json()).hits.map(({ uid }) => uid);
}

test("readers search by a synonym some seconds after an editor writes it at the desk, and no longer once it is deleted", async () => {
  const soon = { timeout: 20_000, interval: 200 };
  const desk = await Desk.signIn(portal);
  expect(await found("zorglubathon", "fr")).not.toContain("hackathon");
  const words = ["zorglubathon", "hackathon"].join("\n");
  const { documentId } = await desk.create("synonym", { words, language: "fr", direction: "equal" });
  await expect.poll(() => found("zorglubathon", "fr"), soon).toContain("hackathon");
  await desk.save("synonym", documentId, { direction: "one-way", words: ["hackathon", "zorglubathon"].join("\n") });
  await expect.poll(() => found("zorglubathon", "fr"), soon).not.toContain("hackathon");
  await desk.save("synonym", documentId, { words });
  await expect.poll(() => found("zorglubathon", "fr"), soon).toContain("hackathon");
  expect(await found("zorglubathon", "en")).not.toContain("hackathon");
  await desk.remove("synonym", documentId);
  await expect.poll(() => found("zorglubathon", "fr"), soon).not.toContain("hackathon");
});
