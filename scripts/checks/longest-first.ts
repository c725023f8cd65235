import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { root } from "../launch/launch.mjs";

/** The files that take longest, in this order: one of them begun last would keep the others of its group waiting. */
const longest = [
  "cms/tests/crash.test.ts",
  "seed/tests/running-portal.test.ts",
  "cms/tests/feed.test.ts",
  "cms/tests/reading.test.ts",
  "scripts/compose/topology.test.ts",
  "cms/tests/package.test.ts",
  "cms/tests/media.test.ts",
  "cms/tests/order.test.ts",
  "web/src/server.test.ts",
  "cms/tests/process.test.ts",
  "search/src/follow/follow-changes.test.ts",
  "cms/tests/desk.test.ts",
  "cms/src/upload/prepared-file.test.ts",
  "e2e/src/pages.test.ts",
  "e2e/src/desk.test.ts",
];

const place = ({ moduleId }: TestSpecification): number => {
  const index = longest.indexOf(relative(root, moduleId));
  return index < 0 ? longest.length : index;
};

/** Orders the files of a group so that all workers end at about the same time. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // `sort` keeps the order of equals.
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
