import { type ExportedLine, exportPageSchema } from "@essaim/content";
import type { z } from "zod";
import { createReader, type LoaderOptions, parseAnswer } from "./load.ts";
import { CmsUnavailable } from "./unavailable.ts";

/** An entry as packages hold it, and when it last changed. */
export interface ExportedEntry {
  readonly line: ExportedLine;
  readonly updatedAt: string;
}

/** All that is published, as packages hold it. Throws `CmsUnavailable`. */
export type PackageLoader = () => AsyncGenerator<ExportedEntry>;

/** Most entries in one answer of the CMS. */
const pageSize = 100;

/** Makes the only reader of whole packages that the site has. */
export function createPackageLoader(options: Omit<LoaderOptions, "refused">): PackageLoader {
  const read = createReader(options);
  return async function* () {
    let after: string | null = "";
    while (after !== null) {
      const page = await readPage(after);
      yield* page.items.filter(({ line }) => !line.damaged);
      if (page.next === after) throw new CmsUnavailable("The CMS gives the same entries again.");
      after = page.next;
    }
  };

  async function readPage(after: string): Promise<z.infer<typeof exportPageSchema>> {
    const query = new URLSearchParams({ limit: String(pageSize), ...(after && { after }) });
    return parseAnswer(exportPageSchema, await read(`/api/package/export?${query}`));
  }
}
