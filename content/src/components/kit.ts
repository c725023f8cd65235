import { defineComponent } from "../model/component.ts";
import { components, decimal, enumeration, flag, integer, lines, prose, string } from "../model/fields.ts";
import { inOrder } from "../model/rules.ts";
import { clockField } from "./clock.ts";

/** Something to bring: `quantity` per person, per small group, or in all (`fixed`); a `reusable` one serves several moments. */
export const material = defineComponent("kit.material", {
  name: string("text", 200, { required: true }),
  quantity: decimal("fact", 0, 100_000),
  per: enumeration("fact", ["person", "group", "fixed"]),
  reusable: flag("fact"),
});

/** What a moment of the running order is. */
export const agendaKinds = ["welcome", "plenary", "groups", "individual", "making", "break", "decision"] as const;

/**
 * One moment of the running order: `minutes` usually, `shortestMinutes` at the least; an `optional` one may be dropped.
 * `day` counts from 1; `startsAt` pins the moment to a clock time; `groupOf` is the size of the small groups.
 */
export const agendaItem = defineComponent(
  "kit.agenda-item",
  {
    title: string("text", 200, { required: true }),
    day: integer("fact", 1, 14),
    startsAt: clockField(),
    minutes: integer("fact", 1, 1440, { required: true }),
    shortestMinutes: integer("fact", 1, 1440),
    optional: flag("fact"),
    kind: enumeration("fact", agendaKinds, { required: true }),
    groupOf: integer("fact", 1, 1000),
    goal: string("text", 400),
    facilitator: prose("text"),
    participants: prose("text"),
    roles: lines("text"),
    materials: components("text", material, 40),
  },
  [inOrder("shortestMinutes", "minutes")],
);
