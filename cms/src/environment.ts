import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnvironment } from "./environment-schema.ts";

/** The environment of this process. */
export const environment = parseEnvironment(process.env);

const dataFolder = resolve(environment.DATA_DIR);
const cmsFolder = join(dataFolder, "cms");

/** Where the CMS keeps its files: `public` is all that its web server may hand out, so the database stands outside it. */
export const folders = {
  cms: cmsFolder,
  database: join(cmsFolder, "essaim.db"),
  uploads: join(cmsFolder, "uploads"),
  public: join(cmsFolder, "public"),
  outbox: join(dataFolder, "outbox"),
} as const;

/** Makes the folders that are missing. */
export function prepareFolders(): void {
  mkdirSync(folders.uploads, { recursive: true });
  mkdirSync(folders.public, { recursive: true });
  const link = join(folders.public, "uploads");
  if (!existsSync(link)) symlinkSync("../uploads", link, "dir");
}

/** The secret that all of Strapi's keys are derived from: given from outside, else made once and kept beside the data. */
export function masterSecret(): string {
  if (environment.CMS_SECRET) return environment.CMS_SECRET;
  const file = join(folders.cms, "secret");
  if (!existsSync(file)) {
    mkdirSync(folders.cms, { recursive: true });
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, randomBytes(32).toString("base64url"), { mode: 0o600 });
    chmodSync(fresh, 0o600);
    renameSync(fresh, file);
  }
  return readFileSync(file, "utf8");
}
