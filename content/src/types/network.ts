import type { z } from "zod";
import { licenceField } from "../components/licence.ts";
import {
  coordinates,
  date,
  email,
  enumeration,
  flag,
  integer,
  labels,
  lines,
  optionalLabels,
  reference,
  references,
  string,
  translations,
  url,
} from "../model/fields.ts";
import { defineType } from "./define-type.ts";

/** What a centre can be. */
export const centreKinds = ["centre-social", "espace-de-vie-sociale", "federation", "association", "other"] as const;

/** A centre or the body that gathers centres. */
export const centre = defineType({
  name: "centre",
  plural: "centres",
  localized: false,
  draftAndPublish: false,
  publicity: "all",
  fields: {
    name: string("fact", 160, { required: true }),
    kind: enumeration("fact", centreKinds, { required: true }),
    city: string("fact", 120),
    postcode: string("fact", 12),
    territory: string("fact", 160),
    coordinates: coordinates(),
    size: enumeration("fact", ["small", "medium", "large"]),
    audiences: references("fact", "audience"),
    website: url("fact"),
    description: translations(),
    joinedOn: date("fact"),
    isExample: flag("fact"),
    email: email(),
  },
});

/** Someone of the network; `listed` people agreed to be shown in it, `contactOptIn` ones to be written to through a form. */
export const person = defineType({
  name: "person",
  plural: "people",
  localized: false,
  draftAndPublish: false,
  publicity: "all",
  fields: {
    name: string("fact", 160, { required: true }),
    role: optionalLabels(),
    centre: reference("fact", "centre"),
    skills: lines("fact"),
    tools: references("fact", "tool"),
    offers: lines("fact"),
    languages: lines("fact"),
    listed: flag("fact"),
    contactOptIn: flag("fact"),
    isExample: flag("fact"),
    email: email(),
  },
});

/** What a sheet is about. */
export const theme = defineType({
  name: "theme",
  plural: "themes",
  localized: false,
  draftAndPublish: false,
  publicity: "all",
  fields: { labels: labels({ required: true }), description: translations(), order: integer("fact", 0, 1000) },
});

/** Whom a sheet is for. */
export const audience = defineType({
  name: "audience",
  plural: "audiences",
  localized: false,
  draftAndPublish: false,
  publicity: "all",
  fields: { labels: labels({ required: true }), description: translations(), order: integer("fact", 0, 1000) },
});

/** A program, a service or a machine that a sheet uses. */
export const tool = defineType({
  name: "tool",
  plural: "tools",
  localized: false,
  draftAndPublish: false,
  publicity: "all",
  fields: {
    labels: labels({ required: true }),
    description: translations(),
    website: url("fact"),
    licence: licenceField(),
    priceModel: enumeration("fact", ["free", "freemium", "paid", "donation"]),
  },
});

export type Centre = z.infer<typeof centre.published>;
export type Person = z.infer<typeof person.published>;
export type Theme = z.infer<typeof theme.published>;
export type Audience = z.infer<typeof audience.published>;
export type Tool = z.infer<typeof tool.published>;
