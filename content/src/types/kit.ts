import type { z } from "zod";
import { clockField } from "../components/clock.ts";
import { agendaItem } from "../components/kit.ts";
import { attachment, task } from "../components/shared.ts";
import { components, enumeration, prose } from "../model/fields.ts";
import { defineType } from "./define-type.ts";
import { resourceHead, resourceTail } from "./resource.ts";

/** A workshop ready to run. Total time and the material list are computed from the agenda. */
export const kit = defineType({
  name: "kit",
  plural: "kits",
  localized: true,
  draftAndPublish: true,
  publicity: "all",
  fields: {
    ...resourceHead,
    purpose: prose("text"),
    difficulty: enumeration("fact", ["easy", "medium", "hard"]),
    startTime: clockField(),
    agenda: components("text", agendaItem, 100),
    before: components("text", task),
    after: components("text", task),
    printables: components("fact", attachment, 30),
    ...resourceTail,
  },
});

/** A workshop kit as the site shows it. */
export type Kit = z.infer<typeof kit.published>;
