import {
  canonicalJson,
  changesBetween,
  comparedFields,
  contentType,
  type Fields,
  isTypeName,
  type OwnSheet,
  type Stored,
  saidIn,
  splitKey,
  withoutStory,
} from "@essaim/content";
import { type ToldSection, tellChanges } from "../history/tell.ts";

/** What is read again before a draft is published. */
export interface Review {
  /** What its changes are counted from; nothing where it is the first of its kind. */
  readonly since: "published" | "original" | undefined;
  readonly count: number;
  readonly sections: readonly ToldSection[];
  /** Fields whose texts still say what the original says, word for word. */
  readonly unchanged: readonly string[];
  /** Fields of what happened at the centre, of which nothing is said yet. */
  readonly untold: readonly string[];
}

/** Compares a draft with what readers see now, or an adaptation that nobody has seen yet with its original. */
export function reviewOf({ key, locale: lang, data, published, original, cards }: OwnSheet): Review {
  const { type } = splitKey(key);
  const { fields } = contentType(isTypeName(type) ? type : "solution");
  const inherited = departureFields(fields, false);
  const compared = published
    ? { fields, before: published.data, after: data }
    : { fields: inherited, before: saidIn(inherited, original?.data ?? {}), after: saidIn(inherited, data) };
  const changes = published || original ? changesBetween(compared) : [];
  const since = published ? "published" : original ? "original" : undefined;
  return {
    ...{ since, count: changes.length, sections: tellChanges(changes, { ...compared, lang, cards }) },
    unchanged: original ? unchangedTexts(inherited, original.data, data) : [],
    untold: original ? storyNames(fields).filter((name) => data[name] === undefined) : [],
  };
}

/** The fields in which an adaptation is shown beside its original: what can travel, and its name. */
export const departureFields = (fields: Fields, isTranslation: boolean): Fields => ({
  ...(fields["title"] && { title: fields["title"] }),
  ...comparedFields(fields, isTranslation),
});

function unchangedTexts(fields: Fields, before: Stored, after: Stored): string[] {
  const [old, young] = [saidIn(fields, before), saidIn(fields, after)];
  return Object.keys(fields).filter(
    (name) =>
      fields[name]?.nature === "text" &&
      young[name] !== undefined &&
      canonicalJson(old[name]) === canonicalJson(young[name]),
  );
}

const storyNames = (fields: Fields): string[] =>
  Object.keys(fields).filter((name) => !Object.hasOwn(withoutStory(fields), name));
