import type { z } from "zod";
import { changes, difficulty, means, replication, result, role, step } from "../components/solution.ts";
import { component, components, date, lines, prose, string } from "../model/fields.ts";
import { inOrder } from "../model/rules.ts";
import { story } from "../model/story.ts";
import { defineType } from "./define-type.ts";
import { resourceHead, resourceTail } from "./resource.ts";

/** What a centre did, with what another needs in order to do it again. */
export const solution = defineType({
  name: "solution",
  plural: "solutions",
  localized: true,
  draftAndPublish: true,
  publicity: "all",
  fields: {
    ...resourceHead,
    startingSituation: prose("text"),
    objectives: lines("text"),
    startDate: story(date("fact")),
    endDate: story(date("fact")),
    place: story(string("fact", 200)),
    funding: story(lines("fact")),
    steps: components("text", step),
    team: components("text", role),
    means: component("text", means),
    results: story(components("text", result)),
    changes: story(component("text", changes)),
    residentRoles: lines("text"),
    centreRoles: lines("text"),
    difficulties: story(components("text", difficulty)),
    nextSteps: story(prose("text")),
    replication: component("text", replication),
    ...resourceTail,
  },
  rules: [inOrder("startDate", "endDate")],
});

/** A solution sheet as the site shows it. */
export type Solution = z.infer<typeof solution.published>;
