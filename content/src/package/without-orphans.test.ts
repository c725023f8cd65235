import { expect, test } from "vitest";
import type { ExportedLine } from "./routes.ts";
import { withoutOrphans } from "./without-orphans.ts";

const line = (type: string, uid: string, data: Record<string, unknown> = {}): ExportedLine => ({
  ...{ type, uid, locale: "fr", status: "published", data },
});

test("adoptions of what is not given, and their reports, are left out; all else stays, in its order", () => {
  const stay = [
    line("report", "of-the-kit", { adoption: "of-a-kit" }),
    line("kit", "semer", { related: ["solution/brouillon"] }),
    line("adoption", "of-a-kit", { resource: "kit/semer", adaptation: "solution/brouillon" }),
    line("adoption", "of-nothing-yet", { stage: "interested" }),
    line("need", "question"),
  ];
  const go = [
    line("report", "of-the-draft", { adoption: "of-a-draft" }),
    line("adoption", "of-a-draft", { resource: "solution/brouillon" }),
  ];
  expect(withoutOrphans([...go, ...stay])).toEqual(stay);
  expect(withoutOrphans([...stay, ...go])).toEqual(stay);
  expect(withoutOrphans([])).toEqual([]);
});
