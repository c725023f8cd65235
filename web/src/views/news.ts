import type { CentreCard, PublishedDocument, Stage } from "@essaim/content";
import type { Reading } from "../content/reading.ts";
import { type CardView, cardOfDocument, cardOfReference, type Resource } from "./resource-card.ts";

/** Something that happened in the network; `at` is a day or an instant, in ISO 8601. */
export type News = { readonly at: string; readonly card: CardView; readonly isExample: boolean } & (
  | { readonly kind: "new" | "adaptation" }
  | { readonly kind: "version"; readonly version: number }
  | { readonly kind: "stage"; readonly stage: Exclude<Stage, "interested">; readonly centre: CentreCard | undefined }
  | { readonly kind: "report"; readonly report: string; readonly centre: CentreCard | undefined }
);

const looked = 24;

/** Tells what happened, newest first: at most `most`, of which the newest of each kind, so that a day of publishing hides nobody's try. */
export async function readNews(resources: readonly Resource[], most: number, locals: Reading): Promise<News[]> {
  const query = { locale: locals.locale, sort: "-updatedAt", limit: looked } as const;
  const [adoptions, reports] = await Promise.all([locals.list("adoption", query), locals.list("report", query)]);
  const all = [
    ...resources.map(newsOfResource),
    ...adoptions.items.flatMap(newsOfAdoption),
    ...(await newsOfReports(reports.items, locals)),
  ].toSorted(newestFirst);
  const firsts = new Set([...Map.groupBy(all, familyOf).values()].flatMap(([first]) => first ?? []));
  const others = all.filter((news) => !firsts.has(news)).slice(0, Math.max(0, most - firsts.size));
  return [...firsts, ...others].toSorted(newestFirst).slice(0, most);
}

const newestFirst = (a: News, b: News): number => b.at.localeCompare(a.at);
const familyOf = ({ kind }: News): string => (kind === "stage" || kind === "report" ? kind : "sheet");

function newsOfResource(document: Resource): News {
  const { version, updatedAt: at } = document;
  const isExample = document.data.isExample ?? false;
  const told = { card: cardOfDocument(document), at, isExample };
  if (version > 1) return { ...told, kind: "version", version };
  return { ...told, kind: document.data.derivedFrom?.document ? "adaptation" : "new" };
}

function newsOfAdoption({ data, updatedAt }: PublishedDocument<"adoption">): News[] {
  const { stage, resource, centre } = data;
  if (stage === "interested" || resource === undefined) return [];
  const at = data.history.findLast((change) => change.stage === stage)?.on ?? updatedAt;
  return [{ kind: "stage", stage, centre, card: cardOfReference(resource), at, isExample: data.isExample ?? false }];
}

async function newsOfReports(reports: readonly PublishedDocument<"report">[], locals: Reading): Promise<News[]> {
  const told = reports.flatMap(({ uid, data, publishedAt }) =>
    data.adoption
      ? [{ uid, adoption: data.adoption, at: data.on ?? publishedAt, isExample: data.isExample ?? false }]
      : [],
  );
  // One by one, and not as a batch: it would name the sheets as the portal's first language does.
  const adoptions = await Promise.all(
    told.map(({ adoption: { documentId } }) => locals.load("adoption", { documentId, locale: locals.locale })),
  );
  return told.flatMap(({ uid: report, at, isExample }, index) => {
    const { resource, centre } = adoptions[index]?.data ?? {};
    return resource ? [{ kind: "report", report, centre, card: cardOfReference(resource), at, isExample }] : [];
  });
}
