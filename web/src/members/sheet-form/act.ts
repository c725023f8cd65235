import {
  applyChanges,
  type ContentType,
  changesBetween,
  type Key,
  type Locale,
  memberPath,
  type OwnSheet,
  ownSheetSchema,
  type Stored,
  type VersionChange,
  writableFields,
} from "@essaim/content";
import { z } from "zod";
import { tellChanges } from "../../views/history/tell.ts";
import type { SentFiles } from "../form.ts";
import { isRefusal, type MemberClient } from "../member-client.ts";
import type { Outcome } from "../outcome.ts";
import { jsonOf } from "./json-of.ts";
import { changeList, readAct, sentList } from "./list-acts.ts";
import { stepPath } from "./review.ts";
import { type Problem, storedOf } from "./stored-of.ts";
import { sendFile, takeFiles } from "./take-files.ts";
import { typeOfSheet } from "./type-of-sheet.ts";
import { readTyped, typedOf, withoutBlanks } from "./typed.ts";
import type { Writing } from "./writing.ts";

const place = "adapt";

/** Who writes which sheet. */
export interface Desk {
  readonly client: MemberClient;
  readonly session: string;
  readonly locale: Locale;
  readonly id: Key;
}

/** What the form of a sheet begins with, in its reader’s language. */
export function writingOf(sheet: OwnSheet, locale: Locale): Writing {
  const typed = typedOf(typeOfSheet(sheet.key).fields, sheet.data, locale);
  return { sheet, typed, base: sheet.data, problems: [] };
}

/** Does what a form of a sheet asks: changes a list in it, keeps it, shows it, or leads on to publishing it. What was typed is kept whatever comes of it. */
export async function actOnSheet(desk: Desk, form: URLSearchParams, files: SentFiles): Promise<Outcome> {
  const { client, session, id } = desk;
  const sheet = await client.get(ownSheetSchema, `sheets?${new URLSearchParams({ key: id })}`, session);
  if (isRefusal(sheet)) return { status: sheet.refused, visit: { place, refusal: sheet.code } };
  const type = typeOfSheet(id);
  const send = (file: File) => sendFile(desk, file);
  const { typed: sent, problems: refused } = await takeFiles(type.fields, readTyped(type.fields, form), {
    files,
    send,
  });
  const base = baseOf(type, form.get("base")) ?? sheet.data;
  // The form goes on from what it was made of, until what it says can be compared with what the sheet says now.
  const shown = { ...sheet, revision: form.get("revision") ?? "" };
  const begun = { sheet: shown, base };
  if (refused.length > 0)
    return { status: 400, visit: { place, writing: { ...begun, typed: sent, problems: refused, said: "problems" } } };
  const list = sentList(form.get("act"));
  if (list !== undefined)
    return { visit: { place, writing: { ...begun, typed: sent, problems: [], said: "received", list } } };
  const act = readAct(form.get("act"));
  if (act) {
    const typed = changeList(sent, act);
    const writing: Writing = { ...begun, typed, problems: [], said: "listed", list: act.path[0] ?? "" };
    return { visit: { place, writing } };
  }
  const typed = withoutBlanks(sent);
  const { data, problems } = storedOf(type, typed, base);
  const writing: Writing = { ...begun, typed, problems };
  if (problems.length > 0) return { status: 400, visit: { place, writing: { ...writing, said: "problems" } } };
  if (sheet.revision !== shown.revision)
    return changedMeanwhile({ locale: desk.locale, type }, { ...writing, sheet }, data);
  return keep(desk, writing, { data, act: form.get("act") });
}

async function keep(
  { client, session, locale, id }: Desk,
  writing: Writing,
  { data, act }: { readonly data: Stored; readonly act: string | null },
): Promise<Outcome> {
  const { sheet } = writing;
  const body = { key: id, revision: sheet.revision, data, note: sheet.note, publish: false };
  const saved = await client.post(ownSheetSchema, "sheets/save", body, session);
  if (!isRefusal(saved)) {
    if (act === "preview" && saved.preview) {
      const { pathname, search } = new URL(saved.preview);
      return { to: pathname + search };
    }
    if (act === "review") return { to: stepPath({ id, locale }, "review") };
    return { to: `${memberPath(place, locale)}?${new URLSearchParams({ id, fait: "enregistre" })}` };
  }
  if (saved.code === "changed") {
    const now = await client.get(ownSheetSchema, `sheets?${new URLSearchParams({ key: id })}`, session);
    if (!isRefusal(now)) return changedMeanwhile({ locale, type: typeOfSheet(id) }, { ...writing, sheet: now }, data);
  }
  const problem: Problem = {
    name: saved.field ?? "",
    kind: saved.code === "forbidden-licence" ? "licence" : "invalid",
  };
  return { status: saved.refused, visit: { place, writing: { ...writing, problems: [problem], said: "problems" } } };
}

/**
 * Somebody else has saved the sheet since it was read. What they changed and this member did not is put into the form; where both changed the
 * same thing, the form keeps what was typed, and the page tells what the other wrote. Nothing is saved until the member says so.
 */
function changedMeanwhile(
  { locale, type }: { readonly locale: Locale; readonly type: ContentType },
  writing: Writing,
  written: Stored,
): Outcome {
  const { sheet, base } = writing;
  const fields = writableFields(type.fields);
  const told = changesBetween({ fields, before: base, after: sheet.data });
  const theirs = tellChanges(told, { fields, before: base, after: sheet.data, lang: sheet.locale, cards: {} });
  const typed = typedOf(type.fields, mergedOver({ ...writing, fields, written }), locale);
  return { status: 409, visit: { place, writing: { ...writing, typed, base: sheet.data, said: "changed", theirs } } };
}

function mergedOver({
  fields,
  base,
  sheet,
  written,
}: Writing & { fields: ContentType["fields"]; written: Stored }): Stored {
  const versions = { fields, before: base, after: written };
  const mine = changesBetween(versions);
  const valueOfMine = (change: VersionChange) => ("after" in change ? change.after : undefined);
  const decisions = new Map(mine.map((change) => [change.id, valueOfMine(change)]));
  return applyChanges(versions, mine, sheet.data, decisions).document;
}

/** What the sheet said when it was read, as the form brings it back; undefined where it is none of ours. */
function baseOf({ fields }: ContentType, given: string | null): Stored | undefined {
  const parsed = z.record(z.string(), z.unknown()).safeParse(jsonOf(given ?? "")).data;
  const isOurs =
    parsed &&
    Object.entries(parsed).every(
      ([name, value]) => Object.hasOwn(fields, name) && fields[name]?.stored.safeParse(value).success,
    );
  return isOurs ? parsed : undefined;
}
