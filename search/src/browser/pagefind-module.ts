/** A document that Pagefind found, as far as searches use it. */
export interface PagefindResult {
  /** Name of the document’s page. */
  readonly id: string;
  readonly score: number;
}

/** One index, opened. */
export interface PagefindInstance {
  init(): Promise<void>;
  search(words: string | null): Promise<{ readonly results: readonly PagefindResult[] } | null>;
}

/** Pagefind’s own module, as far as searches use it. */
export interface PagefindModule {
  createInstance(options: {
    readonly basePath: string;
    readonly metaCacheTag: string;
    readonly language: string;
  }): PagefindInstance;
}
