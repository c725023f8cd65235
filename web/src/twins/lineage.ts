import {
  type Descendant,
  keyOf,
  keySchema,
  type Locale,
  type ResourceType,
  resourceTypes,
  splitKey,
  type stages,
} from "@essaim/content";
import { z } from "zod";
import type { Reading } from "../content/reading.ts";
import type { Resource } from "../views/resource-card.ts";

/** A resource in the lineage of another; without title and slug where it isn’t published any more. */
export interface Relative {
  readonly type: ResourceType;
  readonly uid: string;
  readonly title?: string;
  readonly slug?: string;
  readonly locale?: Locale | null;
}

/** Where a resource comes from, what came of it, and how far it has spread, as far as that is public. */
export interface Lineage {
  /** Its parent, and the parent’s version that it was made from. */
  readonly derivedFrom: (Relative & { readonly version: number | null }) | null;
  /** From the root to the parent. */
  readonly ancestry: readonly Relative[];
  readonly adaptations: readonly Relative[];
  /** Centres by the furthest stage that each has reached. */
  readonly adoptions: Readonly<Record<(typeof stages)[number], number>>;
}

/** Most generations that an ancestry goes back. */
const mostGenerations = 50;

const derivationSchema = z.object({ derivedFrom: z.object({ document: keySchema }) });

const relativeOf = ({ type, uid, slug, locale, data }: Resource): Relative => ({
  type,
  uid,
  title: data.title,
  slug,
  locale,
});

function relativeOfDescendant({ key, title, slug, locale }: Descendant): Relative {
  const { type, uid } = splitKey(key);
  return { type: resourceTypes.find((one) => one === type) ?? "solution", uid, title, slug, locale };
}

/** Reads the lineage of a resource. */
export async function readLineage(document: Resource, locals: Reading): Promise<Lineage> {
  const key = keyOf(document.type, document.uid);
  const [ancestry, derived, counts] = await Promise.all([
    readAncestry(document, locals),
    locals.descendants(key),
    locals.adoptionCounts([key]),
  ]);
  const parent = ancestry.at(-1);
  const own = counts.get(key);
  return {
    derivedFrom: parent ? { ...parent, version: document.data.derivedFrom?.version ?? null } : null,
    ancestry,
    adaptations: derived.items.filter(({ parent: from }) => from === key).map(relativeOfDescendant),
    adoptions: {
      ...{ interested: own?.interested ?? 0, preparing: own?.preparing ?? 0, running: own?.running ?? 0 },
      ...{ adopted: own?.adopted ?? 0, stopped: own?.stopped ?? 0 },
    },
  };
}

async function readAncestry(document: Resource, locals: Reading): Promise<Relative[]> {
  const ancestry: Relative[] = [];
  const seen = new Set([keyOf(document.type, document.uid)]);
  let current: Resource | null = document;
  while (current && ancestry.length < mostGenerations) {
    const parent: Pick<Relative, "type" | "uid"> | undefined = await parentOf(current, locals);
    if (!parent || seen.has(keyOf(parent.type, parent.uid))) break;
    seen.add(keyOf(parent.type, parent.uid));
    current = (await locals.load(parent.type, {
      uid: parent.uid,
      locale: locals.locale,
      fallback: true,
    })) as Resource | null;
    ancestry.unshift(current ? relativeOf(current) : { type: parent.type, uid: parent.uid });
  }
  return ancestry;
}

/** The parent of a resource; one that isn’t published any more is named by the resource’s own version alone. */
async function parentOf(document: Resource, locals: Reading): Promise<Pick<Relative, "type" | "uid"> | undefined> {
  const { derivedFrom } = document.data;
  if (!derivedFrom || derivedFrom.document) return derivedFrom?.document;
  if (document.locale !== document.sourceLocale) return undefined;
  const version = await locals.version(document, document.version);
  const written = derivationSchema.safeParse(version?.data).data?.derivedFrom.document;
  if (!written) return undefined;
  const { type: name, uid } = splitKey(written);
  const type = resourceTypes.find((one) => one === name);
  return type && { type, uid };
}
