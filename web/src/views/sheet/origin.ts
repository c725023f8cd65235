import type { CentreCard, PublishedDocument, ResourceCard } from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import type { Resource } from "../resource-card.ts";

/** Where an adaptation comes from. */
export interface Origin {
  /** Its parent; undefined where it is published no more. */
  readonly sheet: ResourceCard | undefined;
  readonly centres: readonly CentreCard[];
}

/** Reads where an adaptation comes from, and from whom; undefined for what is no adaptation. */
export async function readOrigin({ data }: Resource, { load, locale }: Reading): Promise<Origin | undefined> {
  const { derivedFrom } = data;
  if (!derivedFrom) return undefined;
  const sheet = derivedFrom.document;
  if (!sheet) return { sheet, centres: [] };
  const parent: PublishedDocument<Resource["type"]> | null = await load(sheet.type, {
    ...{ uid: sheet.uid, locale, fallback: true },
  });
  return { sheet, centres: parent?.data.centres ?? [] };
}
