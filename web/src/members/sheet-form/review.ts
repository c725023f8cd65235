import { type Locale, memberPath, type OwnSheet, ownSheetSchema, writableFields } from "@essaim/content";
import { isRefusal } from "../member-client.ts";
import type { Outcome } from "../outcome.ts";
import type { Desk } from "./act.ts";
import { noteIn } from "./note.ts";
import { typeOfSheet } from "./type-of-sheet.ts";

const place = "adapt";

/** The steps after writing, as addresses and forms name them. */
export const steps = { review: "relire", withdraw: "retirer" } as const;

/** A draft that is read again before everybody can read it. */
export interface Reviewing {
  readonly sheet: OwnSheet;
  readonly note: string;
  /** The withdrawn languages to publish with it: all of them, unless somebody chose. */
  readonly also: readonly Locale[];
  readonly problem?: "note" | "changed" | "sheet" | "also";
}

/** Address of a step after writing. */
export const stepPath = ({ id, locale }: Pick<Desk, "id" | "locale">, step: keyof typeof steps): string =>
  `${memberPath(place, locale)}?${new URLSearchParams({ id, etape: steps[step] })}`;

/** Fields of the step's own form. */
const problems = ["note", "also"] as const;

const read = ({ client, session, id }: Desk) =>
  client.get(ownSheetSchema, `sheets?${new URLSearchParams({ key: id })}`, session);

/** Shows a step after writing. */
export async function showStep(desk: Desk, step: string): Promise<Outcome> {
  const sheet = await read(desk);
  if (isRefusal(sheet)) return { status: sheet.refused, visit: { place, refusal: sheet.code } };
  if (step === steps.withdraw) return { visit: { place, withdrawing: sheet } };
  return { visit: { place, reviewing: { sheet, note: sheet.note, also: sheet.withdrawn } } };
}

/** Publishes the draft that was read again, as it was read; or takes the sheet off the site. */
export const actOnStep = (desk: Desk, form: URLSearchParams): Promise<Outcome> =>
  form.get("etape") === steps.withdraw ? withdraw(desk) : publish(desk, form);

async function publish(desk: Desk, form: URLSearchParams): Promise<Outcome> {
  const { client, session, id, locale } = desk;
  const sheet = await read(desk);
  if (isRefusal(sheet)) return { status: sheet.refused, visit: { place, refusal: sheet.code } };
  const note = noteIn(form);
  const also = sheet.withdrawn.filter((one) => form.getAll("also").includes(one));
  const again = (status: number, problem: NonNullable<Reviewing["problem"]>, now = sheet): Outcome => ({
    status,
    visit: { place, reviewing: { sheet: now, note, also, problem } },
  });
  const revision = form.get("revision") ?? "";
  if (revision !== sheet.revision) return again(409, "changed");
  if (note === "") return again(400, "note");
  const written = Object.keys(writableFields(typeOfSheet(id).fields));
  const data = Object.fromEntries(Object.entries(sheet.data).filter(([name]) => written.includes(name)));
  const saved = await client.post(
    ownSheetSchema,
    "sheets/save",
    { key: id, revision, data, note, publish: true, also },
    session,
  );
  if (!isRefusal(saved)) return { to: `${memberPath(place, locale)}?${new URLSearchParams({ id, fait: "publie" })}` };
  if (saved.code !== "changed") return again(saved.refused, problems.find((one) => one === saved.field) ?? "sheet");
  const now = await read(desk);
  return again(409, "changed", isRefusal(now) ? sheet : now);
}

async function withdraw({ client, session, id, locale }: Desk): Promise<Outcome> {
  const done = await client.post(ownSheetSchema, "sheets/withdraw", { key: id }, session);
  if (isRefusal(done)) return { status: done.refused, visit: { place, refusal: done.code } };
  return { to: `${memberPath(place, locale)}?${new URLSearchParams({ id, fait: "retire" })}` };
}
