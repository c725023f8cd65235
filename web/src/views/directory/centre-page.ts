import {
  keyOf,
  type Locale,
  localeSchema,
  type PublishedDocument,
  type ResourceCard,
  type Stage,
} from "@essaim/content";
import { layOut, type NetworkMap } from "../../components/network/map/network-map.ts";
import type { Reading } from "../../content/reading.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { typeset } from "../../i18n/typography.ts";
import { type Helper, toHelpers } from "../network/people.ts";
import { readAll } from "../network/read-all.ts";
import type { PageHead } from "../page-head.ts";
import { type CardView, cardOfDocument, withSpread } from "../resource-card.ts";
import { readResources } from "../resources.ts";
import type { Sheet } from "../sheet.ts";
import { textIn } from "./directory.ts";
import { centreData } from "./structured-data.ts";

/** Something that a centre takes up from others. */
export interface Taken {
  readonly resource: ResourceCard;
  readonly stage: Stage;
  readonly since: string | undefined;
  readonly words: string | undefined;
  /** Language of its words. */
  readonly lang: Locale;
  readonly adaptation: ResourceCard | undefined;
  /** The report that it wrote, to be read on the resource’s own page. */
  readonly report: string | undefined;
  readonly isExample: boolean;
}

/** A question that a centre asked and that is still open. */
export interface Question {
  readonly uid: string;
  readonly title: string;
  readonly on: string | undefined;
  readonly lang: Locale;
  readonly isExample: boolean;
}

/** What a centre’s page shows beside the centre itself. */
export interface CentreLife {
  readonly shared: readonly CardView[];
  readonly taken: readonly Taken[];
  readonly questions: readonly Question[];
  readonly helpers: readonly Helper[];
  readonly map: NetworkMap | undefined;
}

const mostShown = 60;

/** Reads what a centre shares, takes up and asks, and who of it can be talked to. */
export async function readCentreLife(centre: PublishedDocument<"centre">, locals: Reading): Promise<CentreLife> {
  const key = keyOf("centre", centre.uid);
  const mentions = [key] as const;
  const [shared, adoptions, reports, needs, people] = await Promise.all([
    readShared(centre.uid, locals),
    readAll(locals, "adoption", { mentions }),
    readAll(locals, "report", { mentions, through: "adoption" }),
    readAll(locals, "need", { mentions }),
    readAll(locals, "person", { mentions }),
  ]);
  const own = adoptions.filter(({ data }) => data.centre?.uid === centre.uid);
  const { coordinates, city, name } = centre.data;
  return {
    shared,
    taken: toTaken(own, reports),
    questions: needs.filter(({ data }) => data.centre?.uid === centre.uid && data.state !== "answered").map(toQuestion),
    helpers: toHelpers(people, locals.locale).filter((helper) => helper.centre?.uid === centre.uid),
    map: coordinates && layOut([{ id: centre.uid, label: city ?? name, position: coordinates, weight: 6 }]),
  };
}

/** What a centre shares: its solutions, guides and kits. */
async function readShared(centre: string, locals: Reading): Promise<CardView[]> {
  const { all } = await readResources(locals, { centre, limit: mostShown });
  return withSpread(all.map(cardOfDocument), locals);
}

const order: readonly Stage[] = ["adopted", "running", "preparing", "interested", "stopped"];

function toTaken(
  adoptions: readonly PublishedDocument<"adoption">[],
  reports: readonly PublishedDocument<"report">[],
): Taken[] {
  return adoptions
    .flatMap(({ uid, sourceLocale: lang, data }) => {
      const { resource, stage, stoppedBecause, adaptation } = data;
      if (!resource) return [];
      const change = data.history.findLast((one) => one.stage === stage);
      const words = (stage === "stopped" ? stoppedBecause : undefined) ?? change?.note;
      return {
        ...{ stage, lang, adaptation, since: change?.on },
        resource: typeset(resource, resource.locale),
        words: words && typeset(words, lang),
        report: reports.find((report) => report.data.adoption?.uid === uid)?.uid,
        isExample: data.isExample ?? false,
      };
    })
    .toSorted(
      (a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || (b.since ?? "").localeCompare(a.since ?? ""),
    );
}

/** A question as the pages of its centre and its themes show it. */
export function toQuestion({ uid, sourceLocale, data }: PublishedDocument<"need">): Question {
  const lang = localeSchema.safeParse(data.language).data ?? sourceLocale;
  return { uid, title: typeset(data.title, lang), on: data.on, lang, isExample: data.isExample ?? false };
}

/** Head of a centre’s page. */
export function centreHead(sheet: Sheet<"centre">, url: URL): PageHead {
  const { name, kind, city, description } = sheet.document.data;
  const t = translatorOf(sheet.lang);
  return {
    title: city === undefined ? name : `${name}, ${city}`,
    description: textIn(description, sheet.lang)?.text ?? [t(`centre.kind.${kind}`), city].filter(Boolean).join(", "),
    places: sheet.places,
    twins: true,
    data: centreData(sheet.document, { locale: sheet.lang, url }),
    section: "network",
  };
}
