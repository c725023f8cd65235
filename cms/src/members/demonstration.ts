import type { Demonstration } from "@essaim/content";
import type { Core, UID } from "@strapi/strapi";
import { z } from "zod";
import { accountUid, findAccount, isOpen, lockAccounts } from "./accounts.ts";

const documentSchema = z.object({ documentId: z.string() });

/** Makes the demonstration accounts that are missing, or closes those that are there; answers the addresses that let somebody in. */
export async function settleDemonstration(
  strapi: Core.Strapi,
  { open, password, accounts }: Demonstration,
): Promise<{ open: string[] }> {
  return await strapi.db.transaction(async () => {
    await lockAccounts(strapi);
    const opened: string[] = [];
    for (const account of accounts) {
      if (open) await make(strapi, account, password);
      const known = await findAccount(strapi, { email: account.email });
      if (known && !open)
        await strapi.documents(accountUid).update({ documentId: known.documentId, data: { blocked: true } });
      else if (known && isOpen(known)) opened.push(account.email);
    }
    return { open: opened };
  });
}

/** One that was made before stays as it is: an editor may have closed it. */
async function make(strapi: Core.Strapi, account: Demonstration["accounts"][number], password: string): Promise<void> {
  const { email, name, federation } = account;
  if (await findAccount(strapi, { email })) return;
  const centre = await documentOf(strapi, "api::centre.centre", account.centre);
  if (account.centre !== undefined && centre === null) return;
  const person = await documentOf(strapi, "api::person.person", account.person);
  await strapi.documents(accountUid).create({
    data: { email, name, password, federation, confirmed: true, blocked: false, centre, person },
  });
}

async function documentOf(strapi: Core.Strapi, type: UID.ContentType, uid: string | undefined): Promise<string | null> {
  const row: unknown = uid === undefined ? null : await strapi.db.query(type).findOne({ where: { uid } });
  return documentSchema.nullable().parse(row)?.documentId ?? null;
}
