import { licenceField } from "../components/licence.ts";
import { derivation } from "../components/loop.ts";
import { attachment, easyRead, image, link, range } from "../components/shared.ts";
import {
  component,
  components,
  date,
  enumeration,
  flag,
  integer,
  reference,
  references,
  secret,
  slug,
  string,
  text,
} from "../model/fields.ts";
import { story } from "../model/story.ts";

/** How far an idea has come. */
export const maturities = ["idea", "prototype", "tested", "replicated"] as const;

/** What opens every solution, guide and kit. */
export const resourceHead = {
  title: string("text", 200, { required: true }),
  slug: slug(),
  summary: text("text", 300, { required: true }),
};

/** Longest note on what a version changes, in characters. */
export const changeNoteMax = 300;

/** What every solution, guide and kit has after its own fields. `preparationDays` in days from decision to start, `cost` in euros, `groupSize` in people. `changeNote` waits in the draft for the next version. */
export const resourceTail = {
  easyRead: component("text", easyRead),
  cover: component("fact", image),
  gallery: story(components("fact", image, 30)),
  themes: references("fact", "theme"),
  audiences: references("fact", "audience"),
  tools: references("fact", "tool"),
  centres: references("fact", "centre"),
  contributors: references("fact", "person"),
  contact: reference("fact", "person"),
  attachments: components("fact", attachment, 30),
  links: components("text", link, 30),
  licence: licenceField(),
  source: component("fact", link),
  maturity: enumeration("fact", maturities),
  verifiedOn: date("fact"),
  reviewDue: date("fact"),
  isExample: flag("fact"),
  derivedFrom: component("fact", derivation),
  related: references("fact", "solution", "guide", "kit"),
  preparationDays: integer("fact", 0, 3650),
  cost: component("fact", range),
  groupSize: component("fact", range),
  changeNote: secret(text("text", changeNoteMax)),
};
