import { type Change, type Key, keyOf, type Locale, type PublishedType } from "@essaim/content";

/** Collects the names of everything that a page shows: it is out of date once one of them changes. */
export type Tags = Set<string>;

/** Tag of what shows « all documents of a type »: any change of one of them changes it. */
export const typeTag = (type: PublishedType): string => `type:${type}`;

const mention = "mention:";

/** Tag of what shows « all documents of a type that refer to a key »: the publication of one more, or of one of them anew, changes it. */
export const mentionTag = (type: PublishedType, key: Key): string => `${mention}${type}>${key}`;

const withdrawal = "withdrawal:";

/** Tag of a document's own page, which must not outlive the document in that language. */
export const withdrawalTag = (type: PublishedType, uid: string, locale: Locale | null): string =>
  `${withdrawal}${keyOf(type, uid)}@${locale ?? "all"}`;

/** Whether a change of this tag means that the page has no right to be served any longer. */
export const isWithdrawalTag = (tag: string): boolean => tag.startsWith(withdrawal);

/** The tags that one row of the feed changes. */
export function tagsOfChange({ type, uid, locale, action, mentions = [] }: Change): string[] {
  const tags: string[] = [keyOf(type, uid), typeTag(type), ...mentions.map((key) => mentionTag(type, key))];
  if (action === "delete") tags.push(withdrawalTag(type, uid, locale));
  return tags;
}

/** The same dependence in fewer tags: a page that shows all solutions need not name each. */
export function condense(tags: Tags): string[] {
  return [...tags].filter((tag) => {
    if (tag.startsWith(mention)) return !tags.has(`type:${tag.slice(mention.length, tag.indexOf(">"))}`);
    const slash = tag.indexOf("/");
    return slash === -1 || tag.startsWith(withdrawal) || !tags.has(`type:${tag.slice(0, slash)}`);
  });
}
