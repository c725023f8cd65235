import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { lockHolder, takeLock } from "../launch/lock.mjs";
import { PlainError } from "../launch/plain-error.mjs";

const mebibyte = 1024 ** 2;

/** Below this, a database or a search index may be cut off in the middle of a write. */
const neededBytes = 300 * mebibyte;

const subfolders = ["cms", "logs", "meili", "pages"] as const;

/** Paths of everything that the portal keeps. */
export interface DataFolder {
  readonly root: string;
  readonly logs: string;
  readonly meili: string;
  /** Where messages wait to be read without an SMTP server. */
  readonly outbox: string;
  readonly secrets: string;
  /** Says how far the loading of the first content came. */
  readonly firstContent: string;
  /** Lets another portal have the folder. */
  release(): void;
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

/** Where the keys of a data folder stand. */
export const secretsFile = (root: string): string => join(root, "secrets.json");

const lockFile = (root: string) => join(root, "portal.lock");

const inUse = (root: string, holder: number) =>
  new PlainError(
    `Un portail tourne déjà sur ${root} (processus ${holder}) : arrêtez-le, ou choisissez un autre DATA_DIR.`,
  );

/**
 * Looks at the folder without touching it.
 * @throws PlainError when it is broken, full, or used by another portal
 */
export function checkDataFolder(root: string): void {
  const holder = lockHolder(lockFile(root));
  if (holder !== undefined) throw inUse(root, holder);
  for (const path of [root, ...subfolders.map((name) => join(root, name))]) {
    if (existsSync(path) && !statSync(path).isDirectory()) {
      throw new PlainError(
        `${path} est un fichier alors qu'il faut un dossier : déplacez-le, ou choisissez un autre DATA_DIR.`,
      );
    }
  }
  const existing = nearestExisting(root);
  try {
    if (!statSync(existing).isDirectory()) throw new Error("not a folder");
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new PlainError(
      `Le dossier de données ${root} ne peut pas être écrit : changez ses droits, ou choisissez un autre DATA_DIR.`,
      { cause },
    );
  }
  const { bavail, bsize } = statfsSync(existing);
  if (bavail * bsize < neededBytes) {
    const free = Math.floor((bavail * bsize) / mebibyte);
    throw new PlainError(
      `Il reste ${free} Mo sur le disque de ${root} : il en faut ${neededBytes / mebibyte} Mo au moins.`,
    );
  }
}

/**
 * Takes the folder for this portal alone, and makes what is missing in it.
 * @throws PlainError when that can’t be done
 */
export function openDataFolder(root: string): DataFolder {
  checkDataFolder(root);
  try {
    for (const name of subfolders) mkdirSync(join(root, name), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new PlainError(`Le dossier de données ${root} ne peut pas être préparé.`, { cause });
  }
  const lock = takeLock(lockFile(root));
  if ("holder" in lock) throw inUse(root, lock.holder);
  return {
    root,
    logs: join(root, "logs"),
    meili: join(root, "meili"),
    outbox: join(root, "outbox"),
    secrets: secretsFile(root),
    firstContent: join(root, "first-content.json"),
    release: lock.release,
  };
}
