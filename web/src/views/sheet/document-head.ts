import type { Locale } from "@essaim/content";
import { picturePath, sectionOfType } from "../../routing/index.ts";
import type { PageHead } from "../page-head.ts";
import type { Resource } from "../resource-card.ts";
import type { Sheet } from "../sheet.ts";
import { documentData } from "../structured-data.ts";

/** Head of a solution’s, guide’s or kit’s page. */
export function documentHead(
  sheet: Pick<Sheet<"solution" | "guide" | "kit">, "places"> & { readonly document: Resource },
  page: { readonly locale: Locale; readonly url: URL },
): PageHead {
  const { document, places } = sheet;
  return {
    title: document.data.title,
    description: document.data.summary,
    places,
    section: sectionOfType[document.type],
    twins: true,
    picture: { path: picturePath(places.canonical), alt: document.data.title },
    data: documentData(document, page),
  };
}
