import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const root = new URL("../../../", import.meta.url).pathname;

/** Texts that pages must stand: each is put into every field, cut to what the field holds. */
const texts = {
  long: "Anticonstitutionnellement".repeat(12),
  mixed: "مرحبا بكم في المركز 👩🏽‍💻🐝 </script><script>globalThis.ran = 1</script> « ‮à l’envers‬ »",
} as const;

/** What a page of extremes is called in addresses: a text, or `least` for a document of a title and a summary only. */
export type Extreme = keyof typeof texts | "least";

/** Fields count UTF-16 units, and hold no half of a sign. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();

/** The lines of one solution, guide and kit full of a text, taken up and reported on by a centre full of it too. */
function linesOf(name: keyof typeof texts): object[] {
  const text = (length: number) => cut(texts[name], length);
  /** Prose is Markdown, in which the sign that opens a tag is escaped. */
  const prose = (length: number) => text(length).replaceAll("<", "\\<");
  const list = [text(200), text(200)];
  const uid = `extreme-${name}`;
  const document = (type: string, data: object) => ({ type, uid, locale: "fr", status: "published", data });
  const head = {
    ...{ title: text(200), summary: text(300), themes: [uid], audiences: [uid], tools: [uid], centres: [uid] },
    ...{ contact: uid, contributors: [uid], source: { title: text(200), url: "https://exemple.fr/" } },
    ...{ links: [{ title: text(200), url: "https://exemple.fr/" }], maturity: "tested", preparationDays: 3650 },
    easyRead: { body: prose(2000) },
    cost: { min: 0, max: 1_000_000 },
  };
  const steps = Array.from({ length: 60 }, () => ({ title: text(200), duration: text(80), body: prose(500) }));
  const labels = { fr: text(200) };
  return [
    ...["theme", "audience", "tool"].map((type) => ({ type, uid, locale: "fr", data: { labels } })),
    { type: "centre", uid, locale: "fr", data: { name: text(160), kind: "centre-social", city: text(120) } },
    { type: "person", uid, locale: "fr", data: { name: text(160), role: labels, centre: uid } },
    document("solution", {
      ...head,
      ...{
        startingSituation: prose(2000),
        objectives: list,
        place: text(200),
        funding: list,
        steps,
        nextSteps: prose(500),
      },
      team: [{ role: text(120), count: 10_000, mission: text(400) }],
      means: { equipment: list, rooms: list, notes: prose(500), budget: { min: 1, max: 2 } },
      results: [{ label: text(200), value: 1_000_000_000, unit: text(40), moreThan: true }],
      changes: { residents: prose(500), centre: prose(500), territory: prose(500), partners: prose(500) },
      ...{ residentRoles: list, centreRoles: list },
      difficulties: [{ title: text(200), whatHappened: prose(500), howOvercome: prose(500) }],
      replication: {
        ...{ prerequisites: list, mustKeep: list, mayAdapt: list, skills: list, minimumTeam: list, pitfalls: list },
        plan: [{ title: text(200), weekOffset: -104, durationWeeks: 520, role: text(120), checklist: list }],
      },
    }),
    document("guide", {
      ...head,
      whenToUse: prose(500),
      principles: [{ title: text(200), body: prose(500) }],
      phases: [{ title: text(200), goal: text(400), activities: list, deliverables: list, kits: [uid] }],
      sources: [{ title: text(200), url: "https://exemple.fr/" }],
    }),
    document("kit", {
      ...head,
      derivedFrom: { document: `solution/${uid}`, version: 1 },
      purpose: prose(500),
      agenda: Array.from({ length: 12 }, () => ({
        ...{ title: text(200), minutes: 5, kind: "groups", goal: text(400), facilitator: prose(500), roles: list },
        materials: [{ name: text(200), quantity: 1, per: "person" }],
      })),
      before: [{ title: text(200) }],
      after: [{ title: text(200) }],
      groupSize: { min: 1, max: 10_000 },
    }),
    ...["solution", "guide", "kit"].flatMap((type) => [
      {
        type: "adoption",
        uid: `${uid}-${type}`,
        locale: "fr",
        data: {
          ...{ centre: uid, resource: `${type}/${uid}`, stage: "running", visibility: "all" },
          history: [{ stage: "running", on: "2026-01-01", note: text(2000) }],
        },
      },
      {
        type: "report",
        uid: `${uid}-${type}`,
        locale: "fr",
        status: "published",
        data: {
          ...{ adoption: `${uid}-${type}`, on: "2026-02-01", audienceReached: 1_000_000, cost: 10_000_000 },
          ...{
            context: prose(2000),
            changed: prose(2000),
            failed: prose(2000),
            advice: prose(2000),
            visibility: "all",
          },
        },
      },
    ]),
  ];
}

const least = ["solution", "guide", "kit"].map((type) => ({
  ...{ type, uid: "extreme-least", locale: "fr", status: "published" },
  data: { title: "Rien de plus", summary: "Un titre et un résumé." },
}));

/** Loads documents that go as far as their fields allow into a portal. */
export async function loadExtremes({ cms, dataDir }: { cms: string; dataDir: string }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-extremes-"));
  const lines = [...linesOf("long"), ...linesOf("mixed"), ...least];
  const manifest = { format: "essaim-package", version: 1, title: "Extrêmes", date: "2026-01-01" };
  try {
    await writeFile(join(folder, "essaim.json"), JSON.stringify(manifest));
    await writeFile(join(folder, "content.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    const env = { ...process.env, CMS_URL: cms, DATA_DIR: dataDir };
    await promisify(execFile)(process.execPath, [join(root, "seed/src/import.ts"), folder], { env });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
