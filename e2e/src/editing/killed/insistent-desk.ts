import type { Desk } from "../../../../scripts/desk.ts";
import type { Ask } from "./interfaces.ts";
import type { Persistence } from "./persistence.ts";

/** Languages of the portal. */
export type Language = "fr" | "en" | "nl";

/** A line of a package. */
export interface PackageEntry {
  readonly type: string;
  readonly uid: string;
  readonly data: object;
}

/** How editors write: at the desk and by packages, each thing until it is acknowledged. */
export class InsistentDesk {
  readonly #desk: Desk;
  readonly #askPackages: Ask;
  readonly #persistence: Persistence;

  constructor(desk: Desk, askPackages: Ask, persistence: Persistence) {
    this.#desk = desk;
    this.#askPackages = askPackages;
    this.#persistence = persistence;
  }

  /** Loads a package of published entries. */
  async load(entries: readonly PackageEntry[], locale: Language = "fr"): Promise<void> {
    const whole = entries.map((entry) => ({ ...entry, locale, sourceLocale: "fr", status: "published", files: {} }));
    const send = () => this.#askPackages("/api/package/entries", { entries: whole });
    await this.#persistence.write(send, entries.length);
  }

  async documentIdOf(type: string, uid: string, locale?: Language): Promise<string> {
    return (await this.#persistence.insist(() => this.#desk.find(type, uid, locale))).documentId;
  }

  async publish(type: string, documentId: string, title: string, locale: Language): Promise<void> {
    await this.#persistence.write(() => this.#desk.publish(type, documentId, { title }, locale));
  }

  async unpublish(type: string, documentId: string, locale: Language): Promise<void> {
    await this.#persistence.write(() => this.#desk.unpublish(type, documentId, locale));
  }

  /** Deletes; a deletion that was carried out but not acknowledged finds nothing at its second try. */
  async remove(type: string, documentId: string): Promise<void> {
    let tries = 0;
    await this.#persistence.write(async () => {
      tries += 1;
      await this.#desk.remove(type, documentId).catch((error: unknown) => {
        if (tries === 1 || !String(error).includes(" answered 404")) throw error;
      });
    });
  }
}
