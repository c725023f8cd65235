import type { Page } from "playwright-core";
import type { PortalAddress } from "../../../scripts/portal.ts";

const patience = { timeout: 60_000 };
const collection = (type: string) => `/admin/content-manager/collection-types/api::${type}.${type}`;

/** Opens the first entry of a list whose row says this. */
async function openEntry(page: Page, cms: string, type: string, words: string): Promise<void> {
  // In French whatever language was looked at before, and whole: the list begins with what was changed last.
  await page.goto(`${cms}${collection(type)}?page=1&pageSize=100&plugins[i18n][locale]=fr`);
  await page.locator("tbody tr", { hasText: words }).first().getByRole("link").first().click(patience);
  await page.locator('[name="title"]').waitFor(patience);
}

const joining = {
  ...{ centreName: "Centre du Canal", kind: "association", postcode: "59140", city: "Dunkerque", website: "" },
  ...{ name: "Odile", email: "odile@canal.example", why: "Partager nos ateliers.", nickname: "" },
};
const asking = {
  ...{ fiche: "solution/centres-sociaux-connectes", text: "Combien de personnes ?" },
  ...{ name: "Odile", email: "odile@canal.example", nickname: "" },
};

/** Sends a form of the site as a reader does. */
async function sendForm(site: string, path: string, fields: Record<string, string>): Promise<void> {
  const sent = { method: "POST", headers: { origin: site }, body: new URLSearchParams(fields) };
  const answer = await fetch(site + path, sent);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

/** Screens under « Paramètres », by the address and a word that is there once they are. */
const settings = [
  ["overview", "application-infos", "Formule"],
  ["languages", "internationalization", "Ajouter une langue"],
  ["media library", "media-library", "Enregistrer"],
  ["webhooks", "webhooks", "Webhooks"],
  ["roles", "roles", "Ajouter un rôle"],
  ["users", "users", "Peut entrer"],
  ["administration tokens", "admin-tokens", "Créer un jeton d’administration"],
  ["mail", "email", "Envoyer un essai"],
] as const;

/** The screens that an editor uses, then those of whoever looks after the desk, in the order of a day's work: each is reached, then looked at. */
export const screens: readonly { name: string; reach(page: Page, portal: PortalAddress): Promise<void> }[] = [
  {
    name: "sign-in",
    async reach(page, { cms }) {
      await page.goto(`${cms}/admin`);
      await page.locator('[name="email"]').waitFor(patience);
    },
  },
  {
    name: "sign-in refused",
    async reach(page, { admin }) {
      await page.fill('[name="email"]', admin.email);
      await page.fill('[name="password"]', "Ce-n-est-pas-lui-1");
      await page.click('[type="submit"]');
      await page.locator('[role="alert"], #global-form-error').first().waitFor(patience);
    },
  },
  {
    name: "home",
    async reach(page, { admin }) {
      await page.fill('[name="email"]', admin.email);
      await page.fill('[name="password"]', admin.password);
      await page.click('[type="submit"]');
      await page.getByText("Dernières publications").waitFor(patience);
    },
  },
  {
    name: "list of solutions",
    async reach(page, { cms }) {
      await page.goto(`${cms}${collection("solution")}`);
      await page.locator("tbody tr").first().waitFor(patience);
    },
  },
  {
    name: "new synonym",
    async reach(page, { cms }) {
      await page.goto(`${cms}${collection("synonym")}/create`);
      await page.locator('[name="words"]').waitFor(patience);
    },
  },
  {
    name: "searches that found nothing",
    async reach(page, { cms }) {
      await page.goto(`${cms}${collection("missed-search")}`);
      await page.getByRole("heading", { name: "Recherches sans réponse" }).waitFor(patience);
    },
  },
  {
    name: "accounts of the site",
    async reach(page, { cms }) {
      await page.goto(`${cms}/admin/content-manager/collection-types/plugin::users-permissions.user`);
      await page.getByRole("heading", { name: "Comptes des centres" }).waitFor(patience);
    },
  },
  {
    name: "new account",
    async reach(page, { cms }) {
      await page.goto(`${cms}/admin/content-manager/collection-types/plugin::users-permissions.user/create`);
      await page.locator('[name="email"]').waitFor(patience);
    },
  },
  {
    name: "requests to join",
    async reach(page, { site, cms }) {
      await sendForm(site, "/fr/rejoindre/", joining);
      await page.goto(`${cms}${collection("join-request")}`);
      await page.getByRole("heading", { name: "Demandes pour rejoindre" }).waitFor(patience);
    },
  },
  {
    name: "a request to join",
    async reach(page) {
      await page.locator("tbody tr", { hasText: joining.centreName }).getByRole("link").first().click(patience);
      await page.locator('[name="centreName"]').waitFor(patience);
    },
  },
  {
    name: "questions",
    async reach(page, { site, cms }) {
      await sendForm(site, "/fr/question/", asking);
      await page.goto(`${cms}${collection("question")}`);
      await page.getByRole("heading", { name: "Questions posées" }).waitFor(patience);
    },
  },
  {
    name: "a question",
    async reach(page) {
      await page.locator("tbody tr", { hasText: asking.name }).getByRole("link").first().click(patience);
      await page.locator('[name="text"]').waitFor(patience);
    },
  },
  {
    name: "empty sheet",
    async reach(page, { cms }) {
      await page.goto(`${cms}${collection("solution")}/create`);
      await page.locator('[name="title"]').waitFor(patience);
    },
  },
  {
    name: "publication refused",
    async reach(page) {
      await page.getByRole("button", { name: "Publier", exact: true }).click(patience);
      await page.getByText("Ce champ est obligatoire.").first().waitFor(patience);
    },
  },
  {
    name: "filled sheet",
    reach: (page, { cms }) => openEntry(page, cms, "solution", "Connectés"),
  },
  {
    name: "component opened",
    async reach(page) {
      const step = page.getByRole("heading", { level: 3 }).getByRole("button").first();
      await step.scrollIntoViewIfNeeded(patience);
      await step.click(patience);
      await page.getByText("Ce qui a été fait").waitFor(patience);
    },
  },
  {
    name: "other languages",
    async reach(page) {
      // Not the sheet's own « langue d'origine », which nobody changes.
      await page
        .locator('[role="combobox"]:not([aria-disabled="true"])')
        .and(page.getByRole("combobox", { name: /langue/i }))
        .first()
        .click(patience);
      await page.getByRole("option").first().waitFor(patience);
    },
  },
  {
    name: "kit with its running order",
    async reach(page, { cms }) {
      await page.keyboard.press("Escape");
      await openEntry(page, cms, "kit", "ackathon");
      await page.getByText("Le déroulé").waitFor(patience);
    },
  },
  {
    name: "media library",
    async reach(page, { cms }) {
      await page.goto(`${cms}/admin/plugins/upload`);
      await page.getByRole("heading", { level: 1 }).waitFor(patience);
    },
  },
  {
    name: "adding files",
    async reach(page) {
      await page.getByRole("button", { name: "Nouveau" }).click(patience);
      await page.getByRole("menuitem", { name: "Ajouter d’après une adresse" }).click(patience);
      await page.getByRole("dialog").waitFor(patience);
    },
  },
  {
    name: "profile",
    async reach(page, { cms }) {
      await page.keyboard.press("Escape");
      await page.goto(`${cms}/admin/me`);
      await page.locator('[name="firstname"]').waitFor(patience);
    },
  },
  ...settings.map(([name, path, word]) => ({
    name: `settings: ${name}`,
    async reach(page: Page, { cms }: PortalAddress) {
      await page.goto(`${cms}/admin/settings/${path}`);
      await page.locator("main").getByText(word).first().waitFor(patience);
    },
  })),
];
