import { sectionOfType } from "../../routing/index.ts";
import type { PageHead } from "../page-head.ts";
import type { History } from "./history.ts";

/** Head of a page about a resource’s versions; search engines have the resource itself. */
export const historyHead = ({ sheet, places }: History, title: string): PageHead => ({
  title: `${title} – ${sheet.document.data.title}`,
  description: sheet.document.data.summary,
  places,
  section: sectionOfType[sheet.document.type],
  unlisted: true,
});
