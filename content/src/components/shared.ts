import { defineComponent } from "../model/component.ts";
import { date, enumeration, flag, integer, media, prose, secret, string, url } from "../model/fields.ts";
import { hasAlternative, inOrder } from "../model/rules.ts";
import { licenceField } from "./licence.ts";

/** A picture; it has an alternative text or is declared decorative. `consent` refers to the signed papers of the people shown. */
export const image = defineComponent(
  "shared.image",
  {
    file: media("fact", "image", true),
    alt: string("text", 300),
    decorative: flag("fact"),
    caption: string("text", 300),
    credit: string("fact", 200),
    consent: secret(string("fact", 200)),
  },
  [hasAlternative],
);

/** A file to download; `version` is the file's own, as its makers count. */
export const attachment = defineComponent("shared.attachment", {
  file: media("fact", "file", true),
  title: string("text", 200, { required: true }),
  kind: enumeration("fact", ["handout", "slides", "poster", "template", "agreement", "source", "other"]),
  version: string("fact", 40),
  licence: licenceField(),
});

/** A page elsewhere. */
export const link = defineComponent("shared.link", {
  title: string("text", 200, { required: true }),
  url: url("fact", { required: true }),
});

/** The sheet in easy language; only a version validated by the people concerned may be called FALC. */
export const easyRead = defineComponent("shared.easy-read", {
  body: prose("text"),
  status: enumeration("fact", ["simplified", "validated"]),
  validatedBy: string("fact", 200),
  validatedOn: date("fact"),
});

/** From `min` to `max`, either may be unknown. */
export const range = defineComponent(
  "shared.range",
  {
    min: integer("fact", 0, 1_000_000),
    max: integer("fact", 0, 1_000_000),
  },
  [inOrder("min", "max")],
);

/** A paragraph with a heading. */
export const principle = defineComponent("shared.principle", {
  title: string("text", 200, { required: true }),
  body: prose("text"),
});

/** Something to do before or after; `when` in words: « la veille ». */
export const task = defineComponent("shared.task", {
  title: string("text", 300, { required: true }),
  when: string("text", 120),
});
