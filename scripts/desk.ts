import { z } from "zod";
import type { PortalAddress } from "./portal.ts";

const entrySchema = z.looseObject({ documentId: z.string() });
const listSchema = z.object({ results: z.array(entrySchema) });
const createdSchema = z.object({ data: entrySchema });
const uploadedSchema = z.tuple([z.object({ id: z.number() })]);
const previewSchema = z.object({ data: z.object({ url: z.url() }) });
const signInSchema = z.object({ data: z.object({ token: z.string() }) });

const accounts = "plugin::users-permissions.user";
const joinRequests = "api::join-request.join-request";

/** What the admin's own API answers about an entry. */
export type Entry = z.infer<typeof entrySchema>;

/** An editor at the CMS desk: the same calls as the admin panel makes. */
export class Desk {
  readonly #cms: string;
  readonly #token: string;

  private constructor(cms: string, token: string) {
    this.#cms = cms;
    this.#token = token;
  }

  /** Signs the first administrator in. */
  static async signIn({ cms, admin, deskToken }: PortalAddress): Promise<Desk> {
    if (deskToken !== undefined) return new Desk(cms, deskToken);
    const response = await fetch(`${cms}/admin/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(admin),
    });
    if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
    const { data } = signInSchema.parse(await response.json());
    return new Desk(cms, data.token);
  }

  /** Lets others work in the same session. */
  get token(): string {
    return this.#token;
  }

  async #call(method: string, path: string, body?: unknown, section = "collection-types"): Promise<unknown> {
    const response = await fetch(`${this.#cms}/content-manager/${section}/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }

  /** The entry of a type with this uid. */
  async find(type: string, uid: string, locale?: string): Promise<Entry> {
    const where = new URLSearchParams({ "filters[uid][$eq]": uid, ...(locale && { locale }) });
    const { results } = listSchema.parse(await this.#call("GET", `api::${type}.${type}?${where}`));
    const [entry] = results;
    if (!entry) throw new Error(`The desk knows no ${type} ${uid}`);
    return entry;
  }

  /** Makes an entry of a type that has no drafts. */
  async create(type: string, fields: Record<string, unknown>): Promise<Entry> {
    return createdSchema.parse(await this.#call("POST", `api::${type}.${type}`, fields)).data;
  }

  /** Saves fields of an entry without publishing it. */
  async save(type: string, documentId: string, fields: Record<string, unknown>, locale?: string): Promise<void> {
    await this.#call("PUT", `api::${type}.${type}/${documentId}${locale ? `?locale=${locale}` : ""}`, fields);
  }

  /** Saves fields of an entry and publishes it. */
  async publish(type: string, documentId: string, fields: Record<string, unknown>, locale: string): Promise<void> {
    await this.#call("POST", `api::${type}.${type}/${documentId}/actions/publish?locale=${locale}`, fields);
  }

  /** Invites somebody to act for a centre. */
  async invite(email: string, centre: string): Promise<Entry> {
    const { documentId } = await this.find("centre", centre);
    const fields = { email, centre: { connect: [{ documentId }] } };
    return createdSchema.parse(await this.#call("POST", accounts, fields)).data;
  }

  /** Takes an account out of its centre. */
  async takeOut(email: string): Promise<void> {
    const { documentId } = await this.#of(accounts, email);
    await this.#call("PUT", `${accounts}/${documentId}`, { centre: { set: [] } });
  }

  /** Removes an account for good. */
  async closeAccount(email: string): Promise<void> {
    const { documentId } = await this.#of(accounts, email);
    await this.#call("DELETE", `${accounts}/${documentId}`);
  }

  /** Accepts the centre from which somebody asked to join. */
  async acceptJoining(email: string): Promise<void> {
    const { documentId } = await this.#of(joinRequests, email);
    await this.#call("PUT", `${joinRequests}/${documentId}`, { state: "accepted" });
  }

  async #of(type: string, email: string): Promise<Entry> {
    const where = new URLSearchParams({ "filters[email][$eq]": email });
    const { results } = listSchema.parse(await this.#call("GET", `${type}?${where}`));
    const [entry] = results;
    if (!entry) throw new Error(`The desk knows nothing of ${email}`);
    return entry;
  }

  /** Puts a file into the media library; returns its id there. */
  async upload(bytes: Uint8Array, name: string, type: string): Promise<number> {
    const form = new FormData();
    form.append("files", new File([new Uint8Array(bytes)], name, { type }));
    form.append("fileInfo", JSON.stringify({ name, caption: "", alternativeText: "", folder: null }));
    const headers = { authorization: `Bearer ${this.#token}` };
    const response = await fetch(`${this.#cms}/upload`, { method: "POST", headers, body: form });
    if (!response.ok) throw new Error(`The upload answered ${response.status}: ${await response.text()}`);
    const [file] = uploadedSchema.parse(await response.json());
    return file.id;
  }

  /** Where the site shows the draft of an entry. */
  async previewAddress(type: string, documentId: string, locale: string): Promise<string> {
    const asked = new URLSearchParams({ documentId, locale, status: "draft" });
    const answer = await this.#call("GET", `api::${type}.${type}?${asked}`, undefined, "preview/url");
    return previewSchema.parse(answer).data.url;
  }

  /** Withdraws an entry in one locale. */
  async unpublish(type: string, documentId: string, locale: string): Promise<void> {
    await this.#call("POST", `api::${type}.${type}/${documentId}/actions/unpublish?locale=${locale}`, {});
  }

  /** Deletes an entry in all locales. */
  async remove(type: string, documentId: string): Promise<void> {
    await this.#call("DELETE", `api::${type}.${type}/${documentId}?locale=*`);
  }
}
