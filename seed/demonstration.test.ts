import { readFileSync } from "node:fs";
import { demonstrationSchema } from "@essaim/content";
import { expect, test } from "vitest";
import { z } from "zod";
import { firstPackageLines } from "./first-package.ts";

const file = z
  .object({ password: z.string(), accounts: z.array(z.looseObject({ as: z.string() })) })
  .parse(JSON.parse(readFileSync(new URL("demonstration.json", import.meta.url), "utf8")));

test("demonstration accounts act for example centres of the first content, as people of these centres", () => {
  const lines = firstPackageLines();
  const accounts = file.accounts.map(({ as: _, ...account }) => account);
  for (const { centre, person, name } of demonstrationSchema.parse({ ...file, accounts, open: true }).accounts) {
    if (centre === undefined) continue;
    const dataOf = (type: string, uid: string | undefined) =>
      lines.find((line) => line.type === type && line.uid === uid)?.data;
    expect(dataOf("centre", centre), name).toMatchObject({ isExample: true });
    expect(dataOf("person", person), name).toMatchObject({ name, centre, isExample: true });
  }
});
