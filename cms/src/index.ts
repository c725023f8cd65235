import type { Core } from "@strapi/strapi";
import { arrangeDesk } from "./desk/arrange.ts";
import { arrangeOwnTypes } from "./desk/own-types.ts";
import { guardJoinRequests } from "./joining/guard-join-requests.ts";
import { closeRegistration, extendAccounts } from "./members/accounts.ts";
import { guardAccounts } from "./members/guard-accounts.ts";
import { forgetEnded } from "./members/sessions.ts";
import { guardMissedSearches } from "./missed-searches/guard.ts";
import { forgetOldSearches } from "./missed-searches/record.ts";
import { startNotices, stopNotices } from "./notices/keep-telling.ts";
import { nameFeed } from "./publication/feed.ts";
import { extendFiles, followFiles } from "./publication/files.ts";
import { hookDocuments } from "./publication/hook.ts";
import { registerTables } from "./publication/tables.ts";
import { stopWaiting } from "./reading/changes.ts";
import { closeMarketplace, createFirstAdministrator, nameRoles, speakFrench } from "./setup/administrator.ts";
import { takeLargePackages } from "./setup/body-limits.ts";
import { giveEditorsTheirTypes } from "./setup/editor-rights.ts";
import { setUpLocales } from "./setup/locales.ts";
import { keepFactsWhereTheyAre } from "./setup/own-facts.ts";
import { closePublicRole } from "./setup/public-role.ts";
import { guardUploads, refuseEmptyUploads } from "./upload/guard-uploads.ts";
import { stopWatchingForOrphans, watchForOrphans } from "./upload/orphans.ts";

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerTables(strapi);
    extendFiles(strapi);
    extendAccounts(strapi);
    speakFrench(strapi);
    refuseEmptyUploads(strapi);
    takeLargePackages(strapi);
    hookDocuments(strapi);
    guardMissedSearches(strapi);
    guardAccounts(strapi);
    guardJoinRequests(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    followFiles(strapi);
    guardUploads(strapi);
    keepFactsWhereTheyAre(strapi);
    await nameFeed(strapi);
    await setUpLocales(strapi);
    await closePublicRole(strapi);
    await closeRegistration(strapi);
    await forgetEnded(strapi);
    await arrangeDesk(strapi);
    await arrangeOwnTypes(strapi);
    await forgetOldSearches(strapi);
    await nameRoles(strapi);
    await giveEditorsTheirTypes(strapi);
    await closeMarketplace(strapi);
    await createFirstAdministrator(strapi);
    watchForOrphans(strapi);
    startNotices(strapi);
  },
  async destroy() {
    stopWatchingForOrphans();
    await stopNotices();
    await stopWaiting();
  },
};
