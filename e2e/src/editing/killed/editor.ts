import type { InsistentDesk, Language } from "./insistent-desk.ts";
import { Random } from "./random.ts";

type ResourceType = "solution" | "guide" | "kit";

interface Sheet {
  readonly type: ResourceType;
  readonly uid: string;
  readonly documentId: string;
  /** Title last written in each language, and whether it is published. */
  readonly texts: Map<Language, { readonly title: string; readonly isPublished: boolean }>;
}

const resourceTypes = ["solution", "guide", "kit"] as const;
const stages = ["interested", "preparing", "running", "adopted", "stopped"] as const;
/** Entries of one package. */
const packageSize = 5;
const acts = {
  create: 8,
  translate: 6,
  rewrite: 6,
  edit: 34,
  unpublish: 12,
  remove: 7,
  rename: 7,
  adopt: 14,
  abandon: 6,
};

/** What an editor is given. */
export interface EditorOptions {
  /** Names of all editors, this one's first: each keeps a theme and a centre that all name in their sheets. */
  readonly names: readonly [string, ...string[]];
  readonly seed: number;
  readonly desk: InsistentDesk;
}

/** An editor who works on sheets of their own, by the desk and by packages, and remembers what was acknowledged. */
export class Editor {
  readonly #names: readonly string[];
  readonly #name: string;
  readonly #desk: InsistentDesk;
  readonly #random: Random;
  readonly #sheets = new Map<string, Sheet>();
  readonly #adoptions = new Map<string, { readonly documentId: string; readonly stage: string }>();
  readonly #vocabulary = new Map<string, string>();
  #count = 0;

  constructor({ names, seed, desk }: EditorOptions) {
    this.#names = names;
    this.#name = names[0];
    this.#desk = desk;
    this.#random = new Random(seed);
  }

  /** The names that readers must find, by `type/uid` or `type/uid/language`: titles, labels, stages of adoptions. */
  expected(): Map<string, string> {
    const found = new Map(this.#vocabulary);
    for (const [uid, { stage }] of this.#adoptions) found.set(`adoption/${uid}`, stage);
    for (const { type, uid, texts } of this.#sheets.values()) {
      for (const [language, { title, isPublished }] of texts)
        if (isPublished) found.set(`${type}/${uid}/${language}`, title);
    }
    return found;
  }

  /** Writes this editor's theme and centre. */
  async begin(): Promise<void> {
    await this.#renameTheme();
    await this.#renameCentre();
  }

  /** Writes one thing or another. */
  async act(): Promise<void> {
    const sheet = this.#random.pick([...this.#sheets.values()]);
    const act = sheet ? this.#random.weighted(acts) : "create";
    if (sheet === undefined || act === "create") return await this.#create();
    if (act === "rename") return await (this.#random.below(2) === 0 ? this.#renameTheme() : this.#renameCentre());
    const writing = {
      translate: () => this.#load(this.#some(), this.#random.below(2) === 0 ? "en" : "nl"),
      rewrite: () => this.#load(this.#some(), "fr"),
      edit: () => this.#edit(sheet),
      unpublish: () => this.#unpublish(sheet),
      remove: () => this.#remove(sheet),
      adopt: () => this.#adopt(sheet),
      abandon: () => this.#abandon(),
    };
    await writing[act]();
  }

  #word(): string {
    this.#count += 1;
    return `${this.#name} ${this.#count}`;
  }

  #title = (): string => `Fiche de ${this.#word()}`;

  async #renameTheme(): Promise<void> {
    const name = `Thème de ${this.#word()}`;
    await this.#desk.load([{ type: "theme", uid: this.#name, data: { labels: { fr: name } } }]);
    this.#vocabulary.set(`theme/${this.#name}`, name);
  }

  async #renameCentre(): Promise<void> {
    const name = `Centre de ${this.#word()}`;
    await this.#desk.load([
      { type: "centre", uid: this.#name, data: { name, kind: "centre-social", territory: name } },
    ]);
    this.#vocabulary.set(`centre/${this.#name}`, name);
  }

  /** New sheets, or some that were there before under the same name. */
  async #create(): Promise<void> {
    const wanted = Array.from({ length: packageSize }, () => {
      const type = this.#random.pick(resourceTypes) ?? "kit";
      const uid = `${this.#name}-${this.#random.below(60)}`;
      return this.#sheets.get(`${type}/${uid}`) ?? { type, uid, documentId: "", texts: new Map() };
    });
    await this.#load(wanted, "fr");
  }

  /** Some of the sheets that there are. */
  #some(): Sheet[] {
    const all = [...this.#sheets.values()];
    return Array.from({ length: packageSize }, () => this.#random.pick(all)).filter((one) => one !== undefined);
  }

  /** Loads a package of sheets with new titles in one language, and facts where it is their own. */
  async #load(sheets: readonly Sheet[], language: Language): Promise<void> {
    const byKey = new Map(sheets.map((sheet) => [`${sheet.type}/${sheet.uid}`, { sheet, title: this.#title() }]));
    const entries = [...byKey.values()].map(({ sheet: { type, uid }, title }) => {
      const facts = { themes: this.#named(), centres: this.#named(), maturity: "tested" };
      return { type, uid, data: { title, summary: title, ...(language === "fr" && facts) } };
    });
    await this.#desk.load(entries, language);
    for (const [key, { sheet, title }] of byKey) {
      const { type, uid, texts } = sheet;
      texts.set(language, { title, isPublished: true });
      if (sheet.documentId !== "") continue;
      this.#sheets.set(key, { ...sheet, documentId: await this.#desk.documentIdOf(type, uid, language) });
    }
  }

  /** Some of the editors' themes or centres. */
  #named = (): string[] => this.#names.filter(() => this.#random.below(2) === 0);

  async #edit({ type, documentId, texts }: Sheet): Promise<void> {
    const language = this.#random.pick([...texts.keys()]);
    if (language === undefined) return;
    const title = this.#title();
    await this.#desk.publish(type, documentId, title, language);
    texts.set(language, { title, isPublished: true });
  }

  async #unpublish({ type, documentId, texts }: Sheet): Promise<void> {
    const language = this.#random.pick([...texts].flatMap(([name, { isPublished }]) => (isPublished ? name : [])));
    const text = language && texts.get(language);
    if (!text) return;
    await this.#desk.unpublish(type, documentId, language);
    texts.set(language, { ...text, isPublished: false });
  }

  async #remove({ type, uid, documentId }: Sheet): Promise<void> {
    await this.#desk.remove(type, documentId);
    this.#sheets.delete(`${type}/${uid}`);
  }

  async #adopt(sheet: Sheet): Promise<void> {
    // One more, the next stage of one, or one that belonged to another sheet.
    const before = this.#random.below(2) === 0 ? this.#random.pick([...this.#adoptions.keys()]) : undefined;
    const uid = before ?? `${this.#name}-a${this.#count}`;
    const stage = this.#random.pick(stages) ?? "running";
    const data = {
      resource: `${sheet.type}/${sheet.uid}`,
      centre: this.#random.pick(this.#names),
      stage,
      visibility: "all",
    };
    await this.#desk.load([{ type: "adoption", uid, data }]);
    this.#adoptions.set(uid, { documentId: await this.#desk.documentIdOf("adoption", uid), stage });
  }

  async #abandon(): Promise<void> {
    const one = this.#random.pick([...this.#adoptions]);
    if (one === undefined) return;
    const [uid, { documentId }] = one;
    await this.#desk.remove("adoption", documentId);
    this.#adoptions.delete(uid);
  }
}
