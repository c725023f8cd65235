import { type Locale, type MemberNotice, resourceTypes } from "@essaim/content";
import { historyPath, localizedPath, parentPath } from "../../routing/index.ts";

/** Where a notice leads, and the words for it. */
export interface NoticeLink {
  readonly href: string;
  readonly words: "notices.sheet" | "notices.history" | "notices.adaptation" | "notices.report";
}

/** Where a notice leads; nowhere when what it tells of isn't published any more. */
export function noticeLink({ kind, data, slug, otherSlug }: MemberNotice, locale: Locale): NoticeLink | undefined {
  const page = (key: string, at: string) => {
    const type = resourceTypes.find((one) => key.startsWith(`${one}/`));
    return type && localizedPath(type, at, locale);
  };
  const other = kind === "adapted" && data.other && otherSlug !== null ? page(data.other.key, otherSlug) : undefined;
  if (other !== undefined) return { href: parentPath(other, locale), words: "notices.adaptation" };
  const own = slug === null ? undefined : page(data.about, slug);
  if (own === undefined) return undefined;
  if (kind === "changed" || kind === "taken") return { href: historyPath(own, locale), words: "notices.history" };
  return kind === "reported" && data.report !== undefined
    ? { href: `${own}#bilan-${data.report}`, words: "notices.report" }
    : { href: own, words: "notices.sheet" };
}
