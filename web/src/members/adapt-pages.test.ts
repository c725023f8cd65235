import { join } from "node:path";
import { contentType, keptFields, keyOf, maxFileBytes, writableFields } from "@essaim/content";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cms, startCms } from "../../../cms/tests/harness.ts";
import { entry, network, sheet } from "../../../cms/tests/samples.ts";
import { fieldName } from "../i18n/field-names.ts";
import { type BuiltSite, buildSite, startBuiltSite } from "../testing/built-site.ts";
import { newFileName } from "./sheet-form/typed.ts";

const password = "Un-mot-de-passe-2026";
const publicUrl = "https://essaim.test";
const parent = keyOf("solution", "ateliers");
let cms: Cms;
let site: BuiltSite;
let amina = "";
let bruno = "";

const get = (path: string, cookie = amina) => fetch(site.url + path, { headers: { cookie }, redirect: "manual" });
const post = (path: string, fields: Record<string, string> | URLSearchParams, cookie = amina) =>
  fetch(site.url + path, {
    ...{ method: "POST", redirect: "manual", body: new URLSearchParams(fields) },
    headers: { origin: publicUrl, cookie },
  });

/** What a page’s form would send as it stands, but for its buttons. */
function formIn(html: string): URLSearchParams {
  const decode = (text: string) =>
    text
      .replaceAll("&quot;", '"')
      .replaceAll("&#34;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  const form = /<form[^>]*action="\/fr\/adapter\/".*?<\/form>/s.exec(html)?.[0] ?? "";
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<input[^>]*>|<textarea[^>]*>[^<]*<\/textarea>|<select.*?<\/select>/gs)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined || (/type="checkbox"/.test(tag) && !/ checked/.test(tag))) continue;
    const chosen = tag.startsWith("<select") ? (/value="([^"]*)" selected/.exec(tag)?.[1] ?? "") : undefined;
    const written = tag.startsWith("<textarea")
      ? />([^<]*)<\/textarea>/.exec(tag)?.[1]
      : / value="([^"]*)"/.exec(tag)?.[1];
    fields.append(decode(name), decode(chosen ?? written ?? ""));
  }
  return fields;
}

beforeAll(async () => {
  cms = await startCms({ environment: { PUBLIC_URL: publicUrl, PREVIEW_SECRET: "a secret of thirty-two characters" } });
  const entries = [
    ...network,
    entry("centre", "ruche", { name: "La Ruche", kind: "centre-social" }),
    entry("solution", "ateliers", sheet),
    entry("solution", "fermee", { ...sheet, licence: "CC-BY-NC-ND-4.0" }),
  ];
  expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  await cms.run(async (strapi, word) => {
    const centre = await strapi.db.query("api::centre.centre").findOne({ where: { uid: "ruche" } });
    const accounts: { create(given: object): Promise<object> } = strapi.documents("plugin::users-permissions.user");
    for (const name of ["amina", "bruno"]) {
      const email = `${name}@ruche.test`;
      const data = { username: email, email, password: word, name, provider: "local", confirmed: true };
      await accounts.create({ data: { ...data, centre: centre.documentId } });
    }
  }, password);
  const dist = await buildSite("adapt-pages");
  site = await startBuiltSite(dist, {
    ...{ CMS_URL: cms.url, DATA_DIR: join(cms.home.dataDir, "site"), ESSAIM_READ_TOKEN: cms.readToken },
    ...{ PUBLIC_URL: publicUrl, PREVIEW_SECRET: "a secret of thirty-two characters" },
  });
  const cookieOf = async (name: string) => {
    const answer = await post("/fr/connexion/", { email: `${name}@ruche.test`, password }, "");
    return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  };
  [amina, bruno] = [await cookieOf("amina"), await cookieOf("bruno")];
}, 300_000);
afterAll(async () => {
  await site?.stop();
  await cms?.stop();
});

const start = `/fr/adapter/?fiche=${encodeURIComponent(parent)}&version=1`;
async function begin(title: string): Promise<string> {
  const made = await post("/fr/adapter/", { fiche: parent, version: "1", title });
  expect(made.status).toBe(303);
  return made.headers.get("location") ?? "";
}
/** Reads a draft again and publishes it. */
async function publish(path: string, note = "Pour chez nous."): Promise<void> {
  const form = formIn(await (await get(`${path}&etape=relire`)).text());
  form.set("note", note);
  expect((await post("/fr/adapter/", form)).headers.get("location")).toContain("fait=publie");
}
const open = async (path: string, cookie = amina) => formIn(await (await get(path, cookie)).text());

test("a sheet offers to be adapted, or says why its licence forbids it", async () => {
  expect(await (await get("/fr/solutions/ateliers/", "")).text()).toContain(start.replace("&", "&amp;"));
  const forbidden = await (await get("/fr/solutions/fermee/", "")).text();
  expect(forbidden).not.toContain("/fr/adapter/");
  expect(forbidden).toContain("permet de la partager, pas de la modifier");
  expect((await get(start, "")).headers.get("location")).toMatch(/^\/fr\/connexion\/\?suite=/);
  expect(await (await get(`/fr/adapter/?fiche=solution/fermee`)).text()).toContain("pas de la modifier");
});

test("when a step took place is written and shown in the reader’s words, and nothing typed is lost where it can’t be read", async () => {
  const path = await begin("Nos dates");
  const form = await open(path);
  form.set("steps.0.when", "31 février 2025");
  form.set("act", "save");
  const refused = await post("/fr/adapter/", form);
  const text = await refused.text();
  expect(refused.status).toBe(400);
  expect(text).toContain("Écrivez par exemple «\u00a03 mars 2025\u00a0»");
  const again = formIn(text);
  expect(again.get("steps.0.when")).toBe("31 février 2025");
  again.set("steps.0.when", "de novembre 2023 à janvier 2024");
  again.set("act", "save");
  expect((await post("/fr/adapter/", again)).headers.get("location")).toContain("fait=enregistre");
  expect((await open(path)).get("steps.0.when")).toBe("Novembre 2023 à janvier 2024");
  const english = await (await get(path.replace("/fr/adapter/", "/en/adapt/"))).text();
  expect(english).toContain('value="November 2023 to January 2024"');
});

test("a member makes an adaptation, writes it without a script, looks at it and publishes it", async () => {
  const before = await (await get(start)).text();
  expect(before).toContain("Des ateliers pour tous – adaptation de La Ruche");
  const path = await begin("Nos ateliers");
  expect(path).toBe("/fr/adapter/?id=solution%2Fnos-ateliers");
  expect(await (await get(start)).text()).toContain("Nos ateliers (brouillon)");
  const form = await open(path);
  expect(form.get("startingSituation")).toBe("Les demandes **montent**.\n\n- une\n- deux");
  form.set("summary", "Chez nous, <b>autrement</b>.");
  form.set("act", "add:steps");
  const longer = await post("/fr/adapter/", form);
  expect(longer.status).toBe(200);
  const added = formIn(await longer.text());
  expect([added.get("summary"), added.get("steps.2.@")]).toEqual(["Chez nous, <b>autrement</b>.", ""]);
  added.set("steps.2.title", "Raconter");
  added.set("act", "up:steps.2");
  const moved = formIn(await (await post("/fr/adapter/", added)).text());
  expect(["0", "1", "2"].map((place) => moved.get(`steps.${place}.title`))).toEqual([
    "Lancement",
    "Raconter",
    "Ateliers",
  ]);
  moved.set("act", "preview");
  const looked = await post("/fr/adapter/", moved);
  expect(looked.headers.get("location")).toMatch(/^\/apercu\/\?lien=/);
  const preview = await (await get(looked.headers.get("location") ?? "")).text();
  expect(preview).toContain("Chez nous, &lt;b&gt;autrement&lt;/b&gt;.");
  const again = await open(path);
  expect(again.get("startDate")).toBe("");
  again.set("act", "review");
  const review = (await post("/fr/adapter/", again)).headers.get("location") ?? "";
  expect(review).toBe(`${path}&etape=relire`);
  const read = await (await get(review)).text();
  for (const words of [
    "Raconter",
    "encore exactement ce que dit la fiche d’origine (L’Escale et Le Phare)",
    "résultats",
  ])
    expect(read).toContain(words);
  const last = formIn(read);
  const silent = await post("/fr/adapter/", last);
  expect([silent.status, (await silent.text()).includes('id="field-note-error"')]).toEqual([400, true]);
  expect((await get("/fr/solutions/nos-ateliers/", "")).status).toBe(404);
  last.set("note", "Plus court.");
  const published = await post("/fr/adapter/", last);
  expect(published.headers.get("location")).toContain("fait=publie");
  await expect.poll(async () => (await get("/fr/solutions/nos-ateliers/", "")).status, { timeout: 5000 }).toBe(200);
  const page = await (await get("/fr/solutions/nos-ateliers/", "")).text();
  for (const words of ["Raconter", "La Ruche", "Des ateliers pour tous"]) expect(page).toContain(words);
  const family = () => get("/fr/solutions/ateliers/", "").then((answer) => answer.text());
  await expect.poll(family, { timeout: 5000 }).toContain("/fr/solutions/nos-ateliers/origine/");
  const difference = await (await get("/fr/solutions/nos-ateliers/origine/", "")).text();
  for (const words of ["Plus court.", "Raconter", "Chez nous", "Des ateliers pour tous"])
    expect(difference).toContain(words);
  expect((await get("/fr/solutions/ateliers/origine/", "")).status).toBe(404);
  expect(await (await get("/fr/solutions/nos-ateliers/historique/", "")).text()).toContain("Plus court.");
});

test("what is wrong is told beside its field, and what was typed stays", async () => {
  const form = await open(await begin("Avec des fautes"));
  form.set("title", "");
  form.set("startingSituation", "a | b\n--|--\n1 | 2");
  form.set("startDate", "hier");
  form.set("place", "Lens");
  form.set("act", "save");
  const answer = await post("/fr/adapter/", form);
  const html = await answer.text();
  expect(answer.status).toBe(400);
  for (const name of ["title", "startDate"]) expect(html).toContain(`id="field-${name}-error"`);
  expect(html).toContain("Rien n’est encore enregistré");
  expect(formIn(html).get("place")).toBe("Lens");
});

/** Sends a form as browsers send one that takes files. */
const postFiles = (fields: URLSearchParams, files: Record<string, File>, cookie = amina) => {
  const body = new FormData();
  for (const [name, value] of fields) if (!name.endsWith(newFileName)) body.append(name, value);
  for (const [name, file] of Object.entries(files)) body.append(name + newFileName, file);
  return fetch(`${site.url}/fr/adapter/`, {
    ...{ method: "POST", redirect: "manual", body, headers: { origin: publicUrl, cookie } },
  });
};
const photo = async (color: string) => {
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: color } });
  return new File([new Uint8Array(await picture.jpeg().toBuffer())], "salle.jpg");
};

test("every field of a sheet is in its form, or said to stay as it is", async () => {
  const html = await (await get(await begin("Tous les champs"))).text();
  const { fields } = contentType("solution");
  for (const [name, { shape }] of Object.entries(writableFields(fields))) {
    const mark = shape.kind !== "component" ? `name="${name}"` : shape.many ? `"add:${name}"` : `name="${name}.`;
    expect(html, name).toContain(mark);
  }
  const kept = /Le reste est gardé[^<]*/.exec(html)?.[0] ?? "";
  for (const path of keptFields(fields))
    expect(kept).toContain(fieldName(path.split(".").at(-1) ?? "", "fr").toLocaleLowerCase("fr"));
});

test("themes are ticked, and pictures and files sent, without a script; what is refused loses nothing of the rest", async () => {
  const path = await begin("Avec des photos");
  const form = await open(path);
  expect(form.getAll("themes").sort()).toEqual(["accueil", "numerique"]);
  form.delete("themes", "accueil");
  form.set("title", "");
  const cover = { "cover.file": await photo("#336699") };
  form.set("act", "save");
  const told = await postFiles(form, cover);
  const html = await told.text();
  expect(told.status).toBe(400);
  for (const words of ["salle.jpg", 'id="field-title-error"']) expect(html).toContain(words);
  const held = formIn(html);
  expect(held.getAll("themes")).toEqual(["numerique"]);
  held.set("title", "Avec des photos");
  held.set("act", "save");
  const silent = await post("/fr/adapter/", held);
  expect([silent.status, (await silent.text()).includes('id="field-cover.alt-error"')]).toEqual([400, true]);
  held.set("cover.alt", "La salle, le soir");
  held.set("act", "add:attachments");
  const longer = formIn(await (await post("/fr/adapter/", held)).text());
  longer.set("attachments.0.title", "Les courses");
  longer.set("act", "send:attachments.0.file");
  const refused = await postFiles(longer, { "attachments.0.file": new File(["<html><script>"], "courses.pdf") });
  const why = await refused.text();
  expect([refused.status, why.includes("Ce fichier n’a pas été pris")]).toEqual([400, true]);
  expect(formIn(why).get("attachments.0.title")).toBe("Les courses");
  const whole = formIn(why);
  whole.set("act", "send:attachments.0.file");
  const received = await postFiles(whole, { "attachments.0.file": new File(["Du pain."], "courses.txt") });
  const page = await received.text();
  expect([received.status, page.includes("Le fichier est arrivé")]).toEqual([200, true]);
  const ready = formIn(page);
  ready.set("act", "save");
  expect((await post("/fr/adapter/", ready)).status).toBe(303);
  const saved = await (await get(path)).text();
  const thumbnail = /src="(\/apercu\/[^"]*)"/.exec(saved)?.[1]?.replaceAll("&amp;", "&").replaceAll("&#38;", "&") ?? "";
  const shown = await get(thumbnail);
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/webp"]);
  await publish(path);
  await expect.poll(async () => (await get("/fr/solutions/avec-des-photos/", "")).status, { timeout: 5000 }).toBe(200);
  const published = await (await get("/fr/solutions/avec-des-photos/", "")).text();
  for (const words of ["La salle, le soir", "Les courses", "Numérique"]) expect(published).toContain(words);
  const cleared = formIn(await (await get(path)).text());
  cleared.set("act", "clear:cover");
  expect(formIn(await (await post("/fr/adapter/", cleared)).text()).get("cover.file")).toBe("");
});

test("files that are too large are refused in words; nobody else’s form of files is read", async () => {
  const path = await begin("Trop lourd");
  const form = await open(path);
  form.set("place", "Lens");
  form.set("act", "save");
  const large = await postFiles(form, { "cover.file": new File([new Uint8Array(maxFileBytes + 1)], "film.png") });
  const html = await large.text();
  expect([large.status, html.includes("le fichier pèse plus de 20")]).toEqual([400, true]);
  expect(formIn(html).get("place")).toBe("Lens");
  const huge = await postFiles(form, { "cover.file": new File([new Uint8Array(3 * maxFileBytes)], "film.png") });
  expect([huge.status, (await huge.text()).includes("Revenez à la page précédente")]).toEqual([413, true]);
  const alone = await postFiles(form, { "cover.file": await photo("#000000") }, "");
  expect([alone.status, (await alone.text()).includes('name="password"')]).toEqual([401, true]);
  const elsewhere = await fetch(`${site.url}/fr/connexion/`, {
    ...{ method: "POST", redirect: "manual", body: new FormData(), headers: { origin: publicUrl } },
  });
  expect(elsewhere.status).toBe(400);
});

test("a page names whom it was adapted from; where a sheet between was withdrawn, the family stays together and says so", async () => {
  const derived = (uid: string, title: string, from: string) =>
    entry("solution", uid, {
      ...{ title, summary: "S", centres: ["ruche"], licence: "CC-BY-SA-4.0" },
      derivedFrom: { document: `solution/${from}`, version: 1 },
    });
  const entries = [derived("fille", "La fille cachée", "ateliers"), derived("petite", "La petite-fille", "fille")];
  expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  const text = async (path: string) => (await get(path, "")).text();
  const from = /Adaptée de.*?<\/span>/s;
  await expect.poll(() => text("/fr/solutions/fille/"), { timeout: 5000 }).toMatch(from);
  expect(from.exec(await text("/fr/solutions/fille/"))?.[0].replaceAll(/<[^>]*>/g, "")).toContain(
    "Des ateliers pour tous (L’Escale, Le Phare)",
  );
  expect(await text("/fr/solutions/fille/origine/")).toContain('href="/fr/centres/escale/"');
  await expect.poll(() => text("/fr/solutions/ateliers/"), { timeout: 5000 }).toContain("La fille cachée");
  await cms.run(async (strapi) => {
    const row = await strapi.db.query("api::solution.solution").findOne({ where: { uid: "fille" } });
    const documents: { unpublish(given: object): Promise<object> } = strapi.documents("api::solution.solution");
    await documents.unpublish({ documentId: row.documentId, locale: "*" });
  });
  await expect.poll(() => text("/fr/solutions/ateliers/"), { timeout: 5000 }).toContain("Fiche retirée");
  const root = await text("/fr/solutions/ateliers/");
  expect([root.includes("La petite-fille"), root.includes("La fille cachée")]).toEqual([true, false]);
  await expect.poll(() => text("/fr/solutions/petite/"), { timeout: 5000 }).toContain("qui n’est plus publiée");
  expect(await text("/fr/solutions/petite/")).not.toContain("La fille cachée");
});

test("two members at once: the second is told, sees both texts, and nothing is lost", async () => {
  const path = await begin("À deux");
  const [first, second] = [await open(path), await open(path, bruno)];
  first.set("summary", "Le résumé d’Amina.");
  first.set("place", "Lens");
  first.set("act", "save");
  expect((await post("/fr/adapter/", first)).status).toBe(303);
  second.set("summary", "Le résumé de Bruno.");
  second.set("objectives", "autre chose");
  second.set("act", "save");
  const told = await post("/fr/adapter/", second, bruno);
  expect(told.status).toBe(409);
  const html = await told.text();
  expect(html).toContain("Ce que l’autre personne a changé");
  const merged = formIn(html);
  expect(["summary", "place", "objectives"].map((name) => merged.get(name))).toEqual([
    "Le résumé de Bruno.",
    "Lens",
    "autre chose",
  ]);
  merged.set("act", "save");
  expect((await post("/fr/adapter/", merged, bruno)).status).toBe(303);
});

test("other centres’ sheets, forged ids and forbidden licences are refused", async () => {
  expect((await get(`/fr/adapter/?id=${encodeURIComponent(parent)}`)).status).toBe(403);
  expect((await get("/fr/adapter/?id=solution%2F..%2Fx")).status).toBe(404);
  expect((await get("/fr/adapter/")).status).toBe(404);
  const form = await open(await begin("Trop libre"));
  form.set("licence", "CC0-1.0");
  form.set("act", "publish");
  const answer = await post("/fr/adapter/", form);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('id="field-licence-error"');
  form.set("base", '{"constructor":1}');
  expect((await post("/fr/adapter/", form)).status).toBe(400);
});

test("drafts and sheets are found again on the centre’s page, and one’s own sheet is written, not adapted", async () => {
  const path = await begin("À retrouver");
  const centre = async (cookie = amina) => (await get("/fr/mon-centre/", cookie)).text();
  const link = `href="${path}"`;
  const before = await centre(bruno);
  expect([before.includes("Brouillon"), before.includes(link)]).toEqual([true, true]);
  await publish(path);
  await expect
    .poll(() => centre(), { timeout: 5000 })
    .toMatch(/Modifier<span class="visually-hidden"[^>]*> – À retrouver/);
  const form = await open(path);
  form.set("summary", "Encore autre chose.");
  form.set("act", "save");
  await post("/fr/adapter/", form);
  expect(await centre()).toContain("Des changements attendent");
  const own = await get("/fr/adapter/?fiche=solution/a-retrouver");
  expect([own.status, own.headers.get("location")]).toEqual([303, path]);
});

test("what happened at the original’s centre is left out, and shown beside", async () => {
  const html = await (await get(await begin("Sans histoire"))).text();
  expect(formIn(html).has("results.0.label")).toBe(false);
  expect(html).toMatch(/Chez L’Escale et Le Phare \(pour mémoire\)/);
  expect(html).toContain("1er\u00a0février 2017");
});

test("a draft that changed since it was read again isn’t published", async () => {
  const path = await begin("Relue à deux");
  const review = formIn(await (await get(`${path}&etape=relire`)).text());
  const form = await open(path, bruno);
  form.set("summary", "Un mot de Bruno.");
  form.set("act", "save");
  expect((await post("/fr/adapter/", form, bruno)).status).toBe(303);
  review.set("note", "Pour chez nous.");
  const refused = await post("/fr/adapter/", review);
  const html = await refused.text();
  expect([refused.status, html.includes("changé ce brouillon entre-temps")]).toEqual([409, true]);
  expect([formIn(html).get("note"), html.includes("Un mot de Bruno")]).toEqual(["Pour chez nous.", true]);
  expect((await get("/fr/solutions/relue-a-deux/", "")).status).toBe(404);
});

test("a sheet is taken off the site once that was confirmed, and published again", async () => {
  const path = await begin("De passage");
  await publish(path);
  const seen = async () => (await get("/fr/solutions/de-passage/", "")).status;
  await expect.poll(seen, { timeout: 5000 }).toBe(200);
  expect(await (await get(path)).text()).toContain(`${path}&amp;etape=retirer`);
  const asked = formIn(await (await get(`${path}&etape=retirer`)).text());
  expect(await seen()).toBe(200);
  const done = await post("/fr/adapter/", asked);
  expect(await (await get(done.headers.get("location") ?? "")).text()).toContain("n’est plus sur le site");
  await expect.poll(seen, { timeout: 5000 }).toBe(404);
  await publish(path, "De retour.");
  await expect.poll(seen, { timeout: 5000 }).toBe(200);
});

test("a sheet that was taken off comes back in the languages that it had, unless a tick is taken away", async () => {
  const entries = [
    entry("solution", "deux-langues", { title: "Deux langues", summary: "S", centres: ["ruche"] }),
    entry("solution", "deux-langues", { title: "Two languages", summary: "S" }, { locale: "en" }),
  ];
  expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  const path = "/fr/adapter/?id=solution%2Fdeux-langues";
  const seen = async () =>
    Promise.all(["/fr/", "/en/"].map(async (home) => (await get(`${home}solutions/deux-langues/`, "")).status));
  const review = async () => (await get(`${path}&etape=relire`)).text();
  await expect.poll(seen, { timeout: 5000 }).toEqual([200, 200]);
  await post("/fr/adapter/", formIn(await (await get(`${path}&etape=retirer`)).text()));
  await expect.poll(seen, { timeout: 5000 }).toEqual([404, 404]);
  expect(await review()).toMatch(/<legend[^>]*>Publier aussi<.*name="also" value="en" checked.*anglais</s);
  const unticked = formIn(await review());
  unticked.delete("also");
  unticked.set("note", "");
  const again = await (await post("/fr/adapter/", unticked)).text();
  expect([again.includes("Publier aussi"), formIn(again).get("also")]).toEqual([true, null]);
  await publish(path, "De retour.");
  await expect.poll(seen, { timeout: 5000 }).toEqual([200, 200]);
  expect(await review()).not.toContain("Publier aussi");
});
