import {
  adaptedAnswerSchema,
  beforeAdaptingSchema,
  type Key,
  keySchema,
  type Locale,
  memberPath,
  ownSheetSchema,
} from "@essaim/content";
import { isRefusal, type MemberClient } from "../member-client.ts";
import { lineOf, type MakePlace, type Outcome, signedIn } from "../outcome.ts";
import { actOnSheet, type Desk, writingOf } from "../sheet-form/act.ts";
import { actOnStep, showStep, steps } from "../sheet-form/review.ts";

const place = "adapt";

/** Making an adaptation of a sheet, and writing the sheets of one’s centre. */
export const adaptPlace: MakePlace = (client) => ({
  show: (request) =>
    signedIn(client, request, async ({ session }) => {
      const query = new URLSearchParams(request.query);
      const id = keySchema.safeParse(query.get("id")).data;
      const step = Object.values(steps).find((one) => one === query.get("etape"));
      if (id !== undefined && step) return showStep({ client, session, locale: request.locale, id }, step);
      if (id !== undefined) return showSheet({ client, session, locale: request.locale, id }, query.get("fait"));
      return showBefore(client, session, { query, locale: request.locale });
    }),
  tooLong: { status: 413, visit: { place, refusal: "too-long" } },
  act: (request, form, files) =>
    signedIn(client, request, async ({ session }) => {
      const id = keySchema.safeParse(form.get("id")).data;
      const desk = id !== undefined && { client, session, locale: request.locale, id };
      if (desk) return form.has("etape") ? actOnStep(desk, form) : actOnSheet(desk, form, files);
      return begin(client, session, { form, locale: request.locale });
    }),
});

/** Address where a sheet is written. */
export const writePath = (key: Key, locale: Locale): string =>
  `${memberPath(place, locale)}?${new URLSearchParams({ id: key })}`;

const versionOf = (given: URLSearchParams): number | undefined => {
  const number = Number(given.get("version"));
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

async function showBefore(
  client: MemberClient,
  session: string,
  { query, locale, refusal }: { query: URLSearchParams; locale: Locale; refusal?: string },
): Promise<Outcome> {
  const key = keySchema.safeParse(query.get("fiche")).data;
  if (key === undefined) return { status: 404, visit: { place, refusal: "not-published" } };
  const asked = new URLSearchParams({ of: key, locale });
  const before = await client.get(beforeAdaptingSchema, `adaptations?${asked}`, session);
  if (isRefusal(before)) return { status: before.refused, visit: { place, refusal: before.code } };
  if (before.isOwn) return { to: writePath(key, locale) };
  const version = versionOf(query);
  const stopped = refusal ?? before.refusal ?? undefined;
  return { visit: { place, before, ...(version && { version }), ...(stopped && { refusal: stopped }) } };
}

async function begin(
  client: MemberClient,
  session: string,
  { form, locale }: { form: URLSearchParams; locale: Locale },
): Promise<Outcome> {
  const [version, title] = [versionOf(form), lineOf(form, "title").trim().slice(0, 200)];
  const asked = { resource: form.get("fiche") ?? "", locale, ...(version && { version }), ...(title && { title }) };
  const made = await client.post(adaptedAnswerSchema, "adaptations", asked, session);
  if (!isRefusal(made)) return { to: writePath(made.key, locale) };
  const shown = await showBefore(client, session, { query: form, locale, refusal: made.code });
  return { ...shown, ...("visit" in shown && { status: made.refused }) };
}

const saidOf: Readonly<Record<string, "saved" | "published" | "withdrawn">> = {
  ...{ enregistre: "saved", publie: "published", retire: "withdrawn" },
};

async function showSheet({ client, session, locale, id }: Desk, done: string | null): Promise<Outcome> {
  const sheet = await client.get(ownSheetSchema, `sheets?${new URLSearchParams({ key: id })}`, session);
  if (isRefusal(sheet)) return { status: sheet.refused, visit: { place, refusal: sheet.code } };
  const said = saidOf[done ?? ""];
  return { visit: { place, writing: { ...writingOf(sheet, locale), ...(said && { said }) } } };
}
