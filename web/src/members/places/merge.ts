import { keySchema, mergeOfferSchema } from "@essaim/content";
import { isRefusal, type MemberClient } from "../member-client.ts";
import { mergePath, type Pair } from "../merge-path.ts";
import { type MakePlace, type Outcome, signedIn } from "../outcome.ts";
import type { VisitOf } from "../visit.ts";

const place = "merge";

/** Taking changes over from one sheet of a family into another, one at a time. */
export const mergePlace: MakePlace = (client) => ({
  show: (request) =>
    signedIn(client, request, ({ session }) => {
      const query = new URLSearchParams(request.query);
      const said = says.find((one) => one === query.get("fait"));
      return showOffer(client, session, { pair: pairIn(query), ...(said && { said }) });
    }),
  act: (request, form) =>
    signedIn(client, request, async ({ session }) => {
      const pair = pairIn(form);
      if (!pair) return showOffer(client, session, { pair });
      const { path, body, said } = askedBy(form, pair);
      const answer = await client.post(mergeOfferSchema, path, body, session);
      if (!isRefusal(answer)) return { to: `${mergePath(pair, request.locale, said)}#${placeIn(form)}` };
      const problem = { code: answer.code, change: form.get("change") ?? "", text: form.get("text") ?? "" };
      const shown = await showOffer(client, session, { pair, problem });
      return { ...shown, status: answer.refused };
    }),
});

const says = ["taken", "left", "undone", "followed"] as const;

function pairIn(given: URLSearchParams): Pair | undefined {
  const [from, into] = [keySchema.safeParse(given.get("de")).data, keySchema.safeParse(given.get("dans")).data];
  return from && into && { from, into };
}

/** Where on the page the browser goes on. */
const placeIn = (form: URLSearchParams): string => /^c-\d+$/.exec(form.get("place") ?? "")?.[0] ?? "dit";

function askedBy(form: URLSearchParams, pair: Pair): { path: string; body: object; said: (typeof says)[number] } {
  const act = form.get("act");
  if (act === "follow") return { path: "merges/follow", body: pair, said: "followed" };
  if (act === "undo")
    return { path: "merges/undo", body: { ...pair, taken: Number(form.get("taken")) }, said: "undone" };
  const [base, version] = [Number(form.get("base")), Number(form.get("version"))];
  const text = form.get("text")?.replaceAll("\r\n", "\n");
  const decision = act === "take" || act === "write" ? act : "leave";
  const body = {
    ...pair,
    base,
    version,
    change: form.get("change") ?? "",
    decision,
    ...(decision === "write" && { text }),
  };
  return { path: "merges", body, said: decision === "leave" ? "left" : "taken" };
}

async function showOffer(
  client: MemberClient,
  session: string,
  { pair, ...shown }: Pick<VisitOf<"merge">, "said" | "problem"> & { readonly pair: Pair | undefined },
): Promise<Outcome> {
  if (!pair) return { status: 404, visit: { place, refusal: "not-related" } };
  const offer = await client.get(mergeOfferSchema, `merges?${new URLSearchParams({ ...pair })}`, session);
  if (isRefusal(offer)) return { status: offer.refused, visit: { place, refusal: offer.code } };
  return { visit: { place, offer, ...shown } };
}
