import type { StrapiApp } from "@strapi/strapi/admin";
import { keepPicturesOutOfTexts } from "./blocks.ts";
import { colours } from "./colours.ts";
import { nameValues } from "./enumeration-cells.tsx";
import { french } from "./french/index.ts";
import { GroupHeading, groupFields } from "./groups.tsx";
import { translateHardCoded } from "./hard-coded.ts";
import logo from "./logo/essaim.svg";
import { markAsEssaim } from "./marks.ts";
import { hideFrame, skipAnnouncement, speakFrench } from "./settings.ts";
import { typesetFrench } from "./typeset.ts";

// Before Strapi reads its settings: whoever has not chosen a language gets the sign-in page in French.
speakFrench();
skipAnnouncement();

export default {
  config: {
    locales: ["fr"],
    translations: { fr: french },
    auth: { logo },
    menu: { logo },
    theme: colours,
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    markAsEssaim(logo);
    translateHardCoded();
    hideFrame(app);
    typesetFrench(app);
    app.addFields({ type: "group-heading", Component: GroupHeading });
  },
  bootstrap(app: Pick<StrapiApp, "registerHook" | "getPlugin">) {
    keepPicturesOutOfTexts(app);
    app.registerHook("Admin/CM/pages/EditView/mutate-edit-view-layout", groupFields);
    app.registerHook("Admin/CM/pages/ListView/inject-column-in-table", nameValues);
  },
};
