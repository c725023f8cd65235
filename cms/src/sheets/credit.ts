import { changeNoteMax, type Key, keySchema, type Locale, type Stored } from "@essaim/content";
import { z } from "zod";
import { type Sql, whole } from "../database.ts";
import { tables } from "../publication/tables.ts";
import type { FamilyPair } from "./family-pair.ts";
import { publishedCopy } from "./published-copy.ts";

const people = (stored: Stored): string[] => z.array(z.string()).catch([]).parse(stored["contributors"]);

/** Those who wrote the adaptation are named among those who contributed to the original. */
export function creditedIn({ direction, from }: FamilyPair, document: Stored): Stored {
  const contributors = [...new Set([...people(document), ...(direction === "up" ? people(from.stored) : [])])];
  return contributors.length === people(document).length ? document : { ...document, contributors };
}

const sentences: Readonly<Record<Locale, Record<FamilyPair["direction"], (title: string) => string>>> = {
  fr: {
    up: (title) => `Reprend des idées de l’adaptation «\u00a0${title}\u00a0».`,
    down: (title) => `Suit des nouveautés de la fiche d’origine «\u00a0${title}\u00a0».`,
  },
  en: {
    up: (title) => `Takes over ideas of the adaptation “${title}”.`,
    down: (title) => `Follows news of the original sheet “${title}”.`,
  },
  nl: {
    up: (title) => `Neemt ideeën over van de aanpassing “${title}”.`,
    down: (title) => `Volgt nieuws van de oorspronkelijke fiche “${title}”.`,
  },
};

const sentenceOf = ({ into, from, direction }: Pick<FamilyPair, "into" | "from" | "direction">): string =>
  sentences[into.locale][direction](String(from.stored["title"]));

/** The note of the next version, which says whose idea it was, as far as there is room. */
export function notedIn({ into, from, direction }: FamilyPair): string {
  const said = sentenceOf({ into, from, direction });
  const whole = [into.note, said].filter(Boolean).join(" ");
  return into.note.includes(said) || whole.length > changeNoteMax ? into.note : whole;
}

/** Those whom a merge has added to the people who contributed. */
export const creditedBy = (before: Stored, after: Stored): string[] =>
  people(after).filter((one) => !people(before).includes(one));

const uidsSchema = z
  .string()
  .nullable()
  .transform((json) => z.array(z.string()).parse(JSON.parse(json ?? "[]")));
const takenSchema = z.array(z.object({ id: whole, from_key: keySchema, credited: uidsSchema }));

/** What a draft says once a change that it took is undone: its credit goes too, unless another change by the same people stays. */
export async function withoutCredit(
  sql: Sql,
  pair: FamilyPair,
  { id, stored }: { readonly id: number; readonly stored: Stored },
): Promise<{ readonly stored: Stored; readonly note: string }> {
  const { into, from } = pair;
  const taken = takenSchema.parse(await sql(tables.merges).where({ into_key: into.key, state: "taken" }).orderBy("id"));
  const others = taken.filter((row) => row.id !== id);
  const sameSheet = others.filter(({ from_key }) => from_key === `${from.row.type}/${from.row.uid}`);
  const note =
    sameSheet.length > 0 ? into.note : into.note.replace(sentenceOf(pair), "").replaceAll(/ {2,}/g, " ").trim();
  const named = taken.find((row) => row.id === id)?.credited ?? [];
  const left: string[] = [];
  for (const person of named) {
    const heir = sameSheet[0] ?? (await findCredited(sql, others, { person, locale: into.locale }));
    if (!heir) left.push(person);
    else
      await sql(tables.merges)
        .where({ id: heir.id })
        .update({ credited: JSON.stringify([...new Set([...heir.credited, ...named])]) });
  }
  const contributors = people(stored).filter((one) => !left.includes(one));
  if (left.length === 0) return { stored, note };
  const { contributors: _, ...rest } = stored;
  return { stored: contributors.length > 0 ? { ...rest, contributors } : rest, note };
}

/** Another change that was taken from a sheet of the same person. */
async function findCredited<T extends { readonly from_key: Key }>(
  sql: Sql,
  others: readonly T[],
  { person, locale }: { readonly person: string; readonly locale: Locale },
): Promise<T | undefined> {
  for (const [key, [row]] of Map.groupBy(others, ({ from_key }) => from_key)) {
    const copy = await publishedCopy(sql, key, locale).catch(() => undefined);
    if (copy && people(copy.stored).includes(person)) return row;
  }
  return undefined;
}
