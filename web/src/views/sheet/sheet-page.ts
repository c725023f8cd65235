import type { Reading } from "../../content/reading.ts";
import type { PagePlaces } from "../page-head.ts";
import type { Resource } from "../resource-card.ts";
import { readSpread } from "../spread.ts";
import { documentHead } from "./document-head.ts";

/** Reads what the page of a solution, a guide or a kit shows beside its document. */
export async function readSheetPage<R extends Resource>(
  { document, places }: { readonly document: R; readonly places: PagePlaces },
  { locals, url }: { readonly locals: Reading; readonly url: URL },
) {
  return {
    head: documentHead({ document, places }, { locale: locals.locale, url }),
    shown: {
      document,
      spread: await readSpread(document, locals),
      /** Whether the reader asked for the simple version. */
      simple: url.searchParams.get("lecture") === "simplifiee",
    },
  };
}
