import type { z } from "zod";
import { prose, slug, string, text } from "../model/fields.ts";
import { defineType } from "./define-type.ts";

/** A page of the portal itself: about, legal notice, accessibility statement. */
export const page = defineType({
  name: "page",
  plural: "pages",
  localized: true,
  draftAndPublish: true,
  publicity: "all",
  fields: {
    title: string("text", 200, { required: true }),
    slug: slug(),
    summary: text("text", 300),
    body: prose("text"),
  },
});

export type Page = z.infer<typeof page.published>;
