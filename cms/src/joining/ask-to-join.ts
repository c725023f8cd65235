import { type JoinRequest, memberPath } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { messages } from "../mail/messages/index.ts";
import { oneLine, sendMessage, siteAddress } from "../mail/send.ts";
import { lockAccounts } from "../members/accounts.ts";
import { countAttempts } from "../members/attempts.ts";
import { tellFederation } from "../members/federation.ts";
import { RequestError } from "../request-error.ts";
import { joinUid } from "./join-requests.ts";

const day = 86_400_000;
const byOrigin = countAttempts({ most: 5, withinMs: day });
/** More than a network answers in a day: whatever sends them, it isn't centres. */
const byAll = countAttempts({ most: 100, withinMs: day });

/** Keeps a centre's request to join for the editors. One address asks once at a time; whether it did before is not told. */
export async function askToJoin(strapi: Core.Strapi, { origin, locale, ...asked }: JoinRequest): Promise<void> {
  if (!byOrigin.take(origin) || !byAll.take("all"))
    throw new RequestError(429, "too-many-attempts", "too many requests to join today");
  const isNew = await strapi.db.transaction(async () => {
    await lockAccounts(strapi);
    const pending = await strapi.db.query(joinUid).count({ where: { email: asked.email, state: "waiting" } });
    if (pending > 0) return false;
    await strapi.documents(joinUid).create({ data: { ...asked, language: locale, state: "waiting" } });
    return true;
  });
  if (!isNew) return;
  // Not waited for: the time that messages take would tell that the request is a new one.
  void sendMessage(strapi, asked.email, messages[locale].joinReceived());
  const centre = oneLine(asked.centreName);
  void tellFederation(strapi, (said, { locale: theirs, ...where }) =>
    said.joinWaiting({ centre, page: `${siteAddress(memberPath("diffusion", theirs))}#demandes`, ...where }),
  );
}
