import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, for whoever shall be known by them. */
export const newSecretId = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret id: a copy of the database lets nobody in. No salt is needed where nothing can be guessed. */
export const hashOf = (secretId: string): string => createHash("sha256").update(secretId).digest("base64url");
