import { Readable } from "node:stream";
import {
  type EntriesRequest,
  type EntryResult,
  type Existing,
  type ExportedLine,
  entriesAnswerSchema,
  errorSchema,
  exportPageSchema,
  packageKeysSchema,
  packageMediaSchema,
  type ReserveRequest,
  type VersionLine,
  type VersionsRequest,
  versionsPageSchema,
} from "@essaim/content";
import type { z } from "zod";
import type { PortalAddress } from "./environment.ts";
import { frenchAnswer } from "./french.ts";

/** The CMS can't be reached, or can't answer now; loading again later is safe. */
export class OutOfReach extends Error {
  override readonly name = "OutOfReach";
}

/** The CMS refused a request; `line` counts from 1 in the request's own list. */
export class RequestRefused extends Error {
  override readonly name = "RequestRefused";
  readonly status: number;
  readonly code: string;
  readonly line: number | undefined;
  readonly field: string | undefined;

  constructor(status: number, message: string, code = "", line?: number, field?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.line = line;
    this.field = field;
  }
}

/** The package routes of a running CMS. */
export interface Portal {
  readonly keys: () => Promise<Existing>;
  readonly checkMedia: (name: string, bytes: Buffer) => Promise<void>;
  readonly sendMedia: (name: string, bytes: Buffer) => Promise<string>;
  readonly reserve: (request: ReserveRequest) => Promise<void>;
  readonly sendVersions: (request: VersionsRequest) => Promise<void>;
  readonly sendEntries: (request: EntriesRequest, dryRun: boolean) => Promise<EntryResult[]>;
  readonly exportPage: (query: PageQuery) => Promise<Page<ExportedLine>>;
  readonly versionsPage: (query: PageQuery) => Promise<Page<VersionLine>>;
  readonly media: (name: string) => Promise<Readable>;
}

/** A page of an export: what follows `after`, of one type or of all. */
export interface PageQuery {
  readonly type?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Some lines of an export; `next` is the following page's `after`, null at the end. */
export interface Page<L> {
  readonly items: readonly L[];
  readonly next: string | null;
}

/** Opens the package routes of the CMS at an address. */
export function openPortal(address: PortalAddress): Portal {
  const get = (path: string) => send(address, path, { method: "GET" });
  const post = (path: string, body: unknown) =>
    send(address, path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    keys: async () => {
      const { documents } = await answer(await get("keys"), packageKeysSchema);
      return new Map(documents.map(({ key, sourceLocale }) => [key, sourceLocale]));
    },
    checkMedia: async (name, bytes) => discard(await sendBytes(address, "media/check", name, bytes)),
    sendMedia: async (name, bytes) =>
      (await answer(await sendBytes(address, "media", name, bytes), packageMediaSchema)).hash,
    reserve: async (request) => discard(await post("reserve", request)),
    sendVersions: async (request) => discard(await post("versions", request)),
    sendEntries: async (request, dryRun) => {
      const sent = await post(dryRun ? "entries/compare" : "entries", request);
      return (await answer(sent, entriesAnswerSchema)).results;
    },
    exportPage: async (query) => {
      const { items, next } = await answer(await get(`export?${search(query)}`), exportPageSchema);
      return { items: items.map(({ line }) => line), next };
    },
    versionsPage: async (query) => answer(await get(`versions?${search(query)}`), versionsPageSchema),
    media: async (name) => {
      const { body } = await get(`media/${encodeURIComponent(name)}`);
      if (!body) throw new OutOfReach(`le CMS n’a pas donné le fichier ${name}`);
      return Readable.fromWeb(body);
    },
  };
}

function sendBytes(address: PortalAddress, route: string, name: string, bytes: Buffer): Promise<Response> {
  const headers = { "content-type": "application/octet-stream" };
  const request = { method: "POST", headers, body: new Uint8Array(bytes) };
  return send(address, `${route}?name=${encodeURIComponent(name)}`, request);
}

function search({ type, after, limit }: PageQuery): URLSearchParams {
  return new URLSearchParams({ ...(type && { type }), ...(after && { after }), limit: String(limit) });
}

async function send({ url, token }: PortalAddress, path: string, request: RequestInit): Promise<Response> {
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/package/${path}`, { ...request, headers }).catch((cause: unknown) => {
    throw new OutOfReach(`le CMS ne répond pas à l’adresse ${url} : est-il démarré (npm start) ?`, { cause });
  });
  if (response.ok) return response;
  throw await failureOf(response);
}

async function failureOf(response: Response): Promise<Error> {
  const text = await response.text().catch(() => "");
  if (response.status === 401 || response.status === 403)
    return new RequestRefused(response.status, "le CMS refuse le jeton d’import (ESSAIM_IMPORT_TOKEN)");
  if (response.status >= 500) return new OutOfReach(`le CMS ne peut pas répondre (erreur ${response.status})`);
  const told = errorSchema.safeParse(jsonOf(text));
  if (!told.success) return new RequestRefused(response.status, `le CMS refuse la demande (erreur ${response.status})`);
  const { code, message, line, field } = told.data.error;
  return new RequestRefused(response.status, frenchAnswer(code, message), code, line, field);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function answer<S extends z.ZodType>(response: Response, schema: S): Promise<z.output<S>> {
  const text = await response.text().catch((cause: unknown) => {
    throw new OutOfReach("la réponse du CMS s’est interrompue", { cause });
  });
  const parsed = schema.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new OutOfReach(`le CMS répond autre chose que prévu (${new URL(response.url).pathname})`, {
    cause: parsed.error,
  });
}

const discard = async (response: Response): Promise<void> => void (await response.text().catch(() => ""));
