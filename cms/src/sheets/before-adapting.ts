import {
  adaptationTitle,
  type BeforeAdapting,
  type Key,
  keyOf,
  type Locale,
  localeSchema,
  referenceAttributes,
  splitKey,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import { liveOfUids } from "../reading/live-rows.ts";
import { termsOf } from "./adapt.ts";
import { isBy } from "./draft-sheet.ts";
import { publishedCopy, sheetType } from "./published-copy.ts";

const draftRows = z.array(z.object({ uid: z.string(), title: z.string().nullish() }));

/** What a member is told before adapting a published sheet. Throws a RequestError of 404. */
export async function beforeAdapting(
  strapi: Core.Strapi,
  member: Account,
  { of: key, locale: wanted }: { readonly of: Key; readonly locale: Locale },
): Promise<BeforeAdapting> {
  const { centre } = member;
  const { row, stored } = await publishedCopy(strapi.db.connection, key, wanted);
  const locale = localeSchema.parse(row.locale);
  const title = String(stored["title"]);
  const terms = termsOf(stored);
  return {
    ...{ key, locale, slug: row.slug, title, proposed: adaptationTitle(title, centre?.name ?? "", locale) },
    ...{ refusal: terms.refusal ?? null, licence: terms.licence ?? null },
    isOwn: isBy({ stored }, member),
    items: centre ? await adaptationsBy(strapi, centre, key) : [],
  };
}

/** The sheets that a centre has adapted from another, published or not, newest first. */
async function adaptationsBy(
  strapi: Core.Strapi,
  centre: NonNullable<Account["centre"]>,
  parent: Key,
): Promise<BeforeAdapting["items"]> {
  const type = sheetType(parent);
  const { type: target, uid } = splitKey(parent);
  const { shape } = type.fields["derivedFrom"] ?? {};
  const field = shape?.kind === "component" ? shape.component.fields["document"] : undefined;
  const attributes = field ? referenceAttributes("document", field) : [];
  const attribute = attributes.find((one) => one.target === target)?.attribute ?? "";
  const rows: unknown = await rowsOf(strapi, type).findMany({
    where: {
      ...{ centres: { documentId: centre.documentId }, derivedFrom: { [attribute]: { uid } }, publishedAt: null },
    },
    select: ["uid", "title"],
    orderBy: { id: "desc" },
  });
  const drafts = draftRows.parse(rows);
  const sql = strapi.db.connection;
  const live = await liveOfUids(
    sql,
    type.name,
    drafts.map((draft) => draft.uid),
  );
  return drafts.map((draft) => ({
    key: keyOf(type.name, draft.uid),
    title: draft.title ?? draft.uid,
    published: live.some((row) => row.uid === draft.uid),
  }));
}
