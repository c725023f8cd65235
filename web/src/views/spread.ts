import {
  type AdoptionCounts,
  adoptionsByCentre,
  type CentreCard,
  furthestAdoption,
  type Key,
  keyOf,
  type Locale,
  languageOf,
  latestChange,
  localeSchema,
  type PublishedDocument,
  type Report,
  type ResourceCard,
  type Stage,
} from "@essaim/content";
import { nothingCounted } from "../content/load.ts";
import type { Reading } from "../content/reading.ts";
import { typeset } from "../i18n/typography.ts";
import { type FamilyMember, familyOf } from "./family.ts";
import { type CardView, cardOfReference, keyOfCard, type Resource } from "./resource-card.ts";
import { type Origin, readOrigin } from "./sheet/origin.ts";

/** A centre that has taken a resource up, or noted it. */
export interface Adopter {
  readonly uid: string;
  readonly centre: CentreCard | undefined;
  readonly stage: Stage;
  /** Day on which it came to this stage. */
  readonly since: string | undefined;
  /** What it said then, or why it stopped. */
  readonly words: string | undefined;
  /** Language of its words. */
  readonly lang: Locale;
  readonly adaptation: ResourceCard | undefined;
  /** The report to read, if it wrote one. */
  readonly report: string | undefined;
  readonly isExample: boolean;
}

/** What a centre tells of its adoption. */
export interface Account {
  readonly uid: string;
  readonly centre: CentreCard | undefined;
  readonly stage: Stage;
  readonly report: Report;
  readonly lang: Locale;
}

/** What became of a resource in other centres. */
export interface Spread {
  readonly counts: AdoptionCounts;
  /** The same counts for whatever the resource shows the cover of. */
  readonly others: ReadonlyMap<Key, AdoptionCounts>;
  /** One for each centre, newest change of stage first. */
  readonly adopters: readonly Adopter[];
  /** Newest first. */
  readonly accounts: readonly Account[];
  /** What it was made from, if it is an adaptation. */
  readonly origin: Origin | undefined;
  /** What was made from it, and from what was made from it. */
  readonly descendants: readonly FamilyMember[];
  /** What the resource itself refers to for further reading. */
  readonly related: readonly CardView[];
}

const most = 500;

/** Reads what became of a resource. */
export async function readSpread(document: Resource, locals: Reading): Promise<Spread> {
  const key = keyOf(document.type, document.uid);
  const related = document.data.related.map(cardOfReference);
  const kits =
    document.type === "guide" ? document.data.phases.flatMap((phase) => phase.kits.map(cardOfReference)) : [];
  // Side by side: while the CMS looks one up, the site reads another.
  const [adoptions, reports, descendants, counts, origin] = await Promise.all([
    readAdoptions(key, locals),
    readReports(key, locals),
    locals.descendants(key),
    locals.adoptionCounts([key, ...[...related, ...kits].map(keyOfCard)]),
    readOrigin(document, locals),
  ]);
  const counted = (card: CardView): CardView => ({ ...card, spread: counts.get(keyOfCard(card)) });
  return {
    counts: counts.get(key) ?? nothingCounted,
    others: counts,
    adopters: toAdopters(adoptions, reports),
    accounts: toAccounts(adoptions, reports),
    origin,
    descendants: familyOf(key, descendants),
    related: related.map(counted),
  };
}

async function readAdoptions(key: Key, locals: Reading): Promise<PublishedDocument<"adoption">[]> {
  const { items } = await locals.list("adoption", { locale: locals.locale, mentions: [key], limit: most });
  return items.filter(({ data: { resource } }) => resource && keyOf(resource.type, resource.uid) === key);
}

async function readReports(key: Key, locals: Reading): Promise<PublishedDocument<"report">[]> {
  const query = { locale: locals.locale, mentions: [key], through: "adoption", limit: most } as const;
  const { items } = await locals.list("report", query);
  return items.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
}

const dayOf = ({ data, publishedAt }: PublishedDocument<"report">): string => data.on ?? publishedAt;

function toAdopters(
  adoptions: readonly PublishedDocument<"adoption">[],
  reports: readonly PublishedDocument<"report">[],
): Adopter[] {
  const staged = adoptions.map((document) => ({ uid: document.uid, stage: document.data.stage, document }));
  return adoptionsByCentre(staged, ({ document }) => document.data.centre?.uid)
    .map((own) => {
      const { uid, stage, document } = furthestAdoption(own);
      const { data } = document;
      const lang = languageOf(document);
      const { since, words } = latestChange(data);
      const written = new Set(own.map((one) => one.uid));
      return {
        ...{ uid, stage, lang, centre: data.centre, adaptation: data.adaptation, since },
        words: words && typeset(words, lang),
        report: reports.find(({ data: { adoption } }) => adoption && written.has(adoption.uid))?.uid,
        isExample: data.isExample ?? false,
      };
    })
    .toSorted((a, b) => (b.since ?? "").localeCompare(a.since ?? ""));
}

const toAccounts = (
  adoptions: readonly PublishedDocument<"adoption">[],
  reports: readonly PublishedDocument<"report">[],
): Account[] =>
  reports.flatMap(({ uid, data }) => {
    const adoption = adoptions.find((one) => one.uid === data.adoption?.uid);
    if (adoption === undefined) return [];
    const lang = localeSchema.safeParse(data.language).data ?? languageOf(adoption);
    const { centre, stage } = adoption.data;
    return [{ uid, centre, stage, lang, report: typeset(data, lang) }];
  });
