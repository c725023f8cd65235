import { z } from "zod";
import { locales } from "../locales.ts";
import type { Field } from "../model/field.ts";
import { enumeration, text } from "../model/fields.ts";
import { lineSchema } from "../model/plain-text.ts";
import { defineType } from "./define-type.ts";

const [mostWords, mostMembers] = [3, 12];
const memberMax = 80;

/** Phrases of more than three words are hardly ever typed alike, and search takes `=` and `>` for signs between members. */
const member = lineSchema(memberMax)
  .regex(/^(?!\s).+(?<!\s)$/u, "must be a single line without spaces around it")
  .regex(/^[^=>]*$/u, "must not hold = or >")
  .regex(/[\p{L}\p{N}]/u, "must hold a letter or a digit")
  .refine((words) => words.split(/\s+/u).length <= mostWords, `must be at most ${mostWords} words long`);

const members = z
  .array(member)
  .min(2, "must name at least two words")
  .max(mostMembers)
  .refine((all) => new Set(all.map((one) => one.toLowerCase())).size === all.length, "names the same word twice");

type Members = Field<typeof members, typeof members, typeof members>;

/** Words and phrases of one meaning, one a line. */
const words: Members = {
  shape: { kind: "lines", max: mostMembers * (memberMax + 1), lineMax: memberMax },
  nature: "fact",
  required: true,
  published: members,
  stored: members,
  packaged: members,
};

/** Words that mean the same to people who search: no page shows them. */
export const synonym = defineType({
  name: "synonym",
  plural: "synonyms",
  localized: false,
  draftAndPublish: false,
  publicity: "all",
  fields: {
    words,
    language: enumeration("fact", locales, { required: true }),
    direction: enumeration("fact", ["equal", "one-way"], { required: true }),
    note: text("fact", 500),
  },
});

export type Synonym = z.infer<typeof synonym.published>;
