import type { Stored } from "@essaim/content";

/** What lists sort by: the title without accents or case, so that « École » stands beside « Ecole ». */
export function titleKey(stored: Stored, uid: string): string {
  const { title, name, labels } = stored;
  const label = typeof labels === "object" && labels !== null && "fr" in labels ? labels.fr : undefined;
  const found = [title, name, label].find((value) => typeof value === "string");
  return String(found ?? uid)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, "");
}
