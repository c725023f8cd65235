import { defineComponent } from "../model/component.ts";
import { lines, prose, references, string } from "../model/fields.ts";

/** One phase of a method. */
export const phase = defineComponent("guide.phase", {
  title: string("text", 200, { required: true }),
  goal: string("text", 400),
  duration: string("text", 80),
  body: prose("text"),
  activities: lines("text"),
  deliverables: lines("text"),
  kits: references("fact", "kit"),
});
