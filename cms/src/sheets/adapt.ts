import {
  type AdaptationRefusal,
  adaptationLicences,
  adaptationTitle,
  type adaptSchema,
  contentType,
  defaultLicence,
  type Key,
  keyOf,
  type Locale,
  localeSchema,
  mayAdapt,
  referenceAttributes,
  type Stored,
  saidIn,
  splitKey,
  withoutStory,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf, strapiUid } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import { linksTo } from "../package/known-documents.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { rememberParent } from "../publication/lasting-parent.ts";
import { RequestError } from "../request-error.ts";
import { type PublishedCopy, publishedCopy } from "./published-copy.ts";
import { sheetInput } from "./sheet-input.ts";

type Centre = NonNullable<Account["centre"]>;
const createdSchema = z.object({ uid: z.string() });

/** Makes a draft of a member’s centre from a version of a published sheet, where its licence lets it be adapted. */
export async function adapt(
  strapi: Core.Strapi,
  { centre }: Account,
  asked: z.infer<typeof adaptSchema>,
): Promise<{ key: Key }> {
  if (!centre) throw new RequestError(403, "no-centre", "who acts for no centre can't adapt for one");
  return inFeedTransaction(strapi, async (trx) => {
    const parent = await publishedCopy(trx, asked.resource, asked.locale, asked.version);
    const { type } = parent;
    const locale = localeSchema.parse(parent.row.locale);
    const stored = adaptationOf(parent, asked.resource, { centre, locale, title: asked.title });
    // Its address is made from its title, as that of any new sheet.
    const { slug: _, ...data } = await sheetInput(strapi, type.fields, stored, locale);
    const { uid } = createdSchema.parse(await strapi.documents(strapiUid(type)).create({ data, locale }));
    const key = keyOf(type.name, uid);
    await rememberParent(trx, key, asked.resource);
    await linkAdoption(strapi, centre, asked.resource, key);
    return { key };
  });
}

/** The licence that an adaptation of a sheet begins under, its parent’s own where it may stay; or why there can be none. */
export function termsOf(
  stored: Stored,
):
  | { readonly licence: string; readonly refusal?: undefined }
  | { readonly refusal: AdaptationRefusal; readonly licence?: undefined } {
  const licence = typeof stored["licence"] === "string" ? stored["licence"] : defaultLicence;
  const { refusal } = mayAdapt(licence);
  const [first] = adaptationLicences(licence);
  return refusal === undefined && first !== undefined
    ? { licence: first }
    : { refusal: refusal ?? "incompatible-licences" };
}

function licenceOf(stored: Stored): string {
  const terms = termsOf(stored);
  if (terms.licence !== undefined) return terms.licence;
  throw new RequestError(403, terms.refusal, "its licence lets nobody adapt it", { field: "resource" });
}

/** What is left behind beside what happened there: what the parent’s own people have checked, tried and answer for. */
const parentsOwn = ["slug", "contact", "verifiedOn", "reviewDue", "maturity"] as const;

function adaptationOf(
  { stored, number, type }: PublishedCopy,
  parent: Key,
  { centre, locale, title }: { centre: Centre; locale: Locale; title: string | undefined },
): Stored {
  const licence = licenceOf(stored);
  const copy = saidIn(withoutStory(type.fields), stored);
  for (const name of parentsOwn) delete copy[name];
  const easyRead = z.looseObject({ status: z.string() }).safeParse(copy["easyRead"]).data;
  // Nobody has validated what it will say now.
  if (easyRead) copy["easyRead"] = { body: easyRead["body"], status: "simplified" };
  const name = title ?? adaptationTitle(String(stored["title"]), centre.name, locale);
  const derivedFrom = { document: parent, version: number };
  return { ...copy, title: name, centres: [centre.uid], derivedFrom, ...(type.fields["licence"] && { licence }) };
}

const adoptionRows = z.array(z.looseObject({ documentId: z.string() }));

/** Has the centre’s adoption of the parent, if there is one that names no adaptation yet, name this one. */
async function linkAdoption(strapi: Core.Strapi, centre: Centre, parent: Key, adaptation: Key): Promise<void> {
  const { fields } = contentType("adoption");
  const attributesOf = (name: "resource" | "adaptation") => {
    const field = fields[name];
    return field ? referenceAttributes(name, field) : [];
  };
  const attributeFor = (name: "resource" | "adaptation", key: Key) =>
    attributesOf(name).find(({ target }) => target === splitKey(key).type)?.attribute ?? "";
  const rows: unknown = await rowsOf(strapi, { name: "adoption" }).findMany({
    where: {
      centre: { documentId: centre.documentId },
      [attributeFor("resource", parent)]: { uid: splitKey(parent).uid },
    },
    populate: Object.fromEntries(attributesOf("adaptation").map(({ attribute }) => [attribute, { select: ["uid"] }])),
    orderBy: { id: "desc" },
  });
  const free = adoptionRows
    .parse(rows)
    .find((row) => attributesOf("adaptation").every(({ attribute }) => row[attribute] === null));
  const link = free && (await linksTo(strapi, [adaptation], undefined)).get(adaptation);
  if (!link) return;
  const data = { [attributeFor("adaptation", adaptation)]: { set: [link] } };
  await strapi.documents(strapiUid({ name: "adoption" })).update({ documentId: free.documentId, data });
}
