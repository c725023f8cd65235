import type { z } from "zod";
import { phase } from "../components/guide.ts";
import { link, principle } from "../components/shared.ts";
import { components, prose } from "../model/fields.ts";
import { defineType } from "./define-type.ts";
import { resourceHead, resourceTail } from "./resource.ts";

/** A method, phase by phase. */
export const guide = defineType({
  name: "guide",
  plural: "guides",
  localized: true,
  draftAndPublish: true,
  publicity: "all",
  fields: {
    ...resourceHead,
    whenToUse: prose("text"),
    principles: components("text", principle, 20),
    phases: components("text", phase, 30),
    sources: components("text", link, 30),
    ...resourceTail,
  },
});

/** A methodology guide as the site shows it. */
export type Guide = z.infer<typeof guide.published>;
