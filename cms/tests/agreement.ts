import { createHash } from "node:crypto";
import { z } from "zod";

/** Asks a database for rows. */
export type Query = (sql: string) => Promise<unknown[]>;

const whole = z.coerce.number();
const published = z.array(z.object({ id: whole, document_id: z.string(), locale: z.string(), title: z.string() }));
const live = z.array(
  z.object({
    document_id: z.string(),
    locale: z.string(),
    entry_id: whole,
    version: whole,
    json: z.string(),
    hash: z.string(),
  }),
);
const changes = z.array(
  z.object({ document_id: z.string(), locale: z.string(), action: z.string(), version: whole.nullable() }),
);
const numbers = z.array(z.object({ uid: z.string(), locale: z.string(), highest: whole, how_many: whole }));

/** Where content, versions and feed contradict one another, in words; nothing when they agree. Reads the solutions of a database at rest. */
export async function disagreements(query: Query): Promise<string[]> {
  const wrong: string[] = [];
  const name = (row: { document_id: string; locale: string }) => `${row.document_id} ${row.locale}`;
  const rows = published.parse(
    await query("select id, document_id, locale, title from solutions where published_at is not null"),
  );
  const lives = live.parse(
    await query(
      "select l.document_id, l.locale, l.entry_id, l.version, v.json, v.hash from essaim_live l join essaim_versions v on v.id = l.version_id where l.type = 'solution'",
    ),
  );
  const lifeOf = new Map(lives.map((row) => [name(row), row]));
  if (lives.length !== rows.length) wrong.push(`${rows.length} published rows, ${lives.length} live ones`);
  for (const row of rows) {
    const life = lifeOf.get(name(row));
    if (!life) wrong.push(`${name(row)} is published but not live`);
    else if (life.entry_id !== row.id) wrong.push(`${name(row)}: another row is live`);
    else if (JSON.parse(life.json).title !== row.title)
      wrong.push(`${name(row)}: the live version says something else`);
  }
  for (const life of lives)
    if (createHash("sha256").update(life.json).digest("hex") !== life.hash)
      wrong.push(`${name(life)}: a version changed`);
  const last = new Map(
    changes
      .parse(
        await query(
          "select document_id, locale, action, version from essaim_changes where type = 'solution' order by id",
        ),
      )
      .map((row) => [name(row), row]),
  );
  for (const [document, change] of last) {
    const life = lifeOf.get(document);
    if ((change.action === "publish") !== (life !== undefined))
      wrong.push(`${document}: the feed's last word is ${change.action}`);
    if (life && change.version !== life.version)
      wrong.push(`${document}: the feed says version ${change.version}, live is ${life.version}`);
  }
  for (const life of lives) if (!last.has(name(life))) wrong.push(`${name(life)} is live but not in the feed`);
  for (const { uid, locale, highest, how_many } of numbers.parse(
    await query(
      "select uid, locale, max(number) as highest, count(*) as how_many from essaim_versions group by uid, locale",
    ),
  )) {
    if (highest !== how_many) wrong.push(`${uid} ${locale}: versions are missing`);
  }
  return wrong;
}
