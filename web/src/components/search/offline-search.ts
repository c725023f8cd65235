import type { Locale } from "@essaim/content";
import { createOfflineClient, facets, type Hit, type OfflineRequest, type SearchAnswer } from "@essaim/search/browser";
import { sectionOfType, sections } from "../../routing/sections.ts";
import { addressOf, localeOf, requestOf } from "./offline-request.ts";
import { isChoice, leaveKeyboard, type Remember } from "./search-form.ts";

const pause = 120;

/**
 * Makes a search page of the offline edition work: no server renders results there, so that the page’s own form, facets and rows are filled from
 * the index beside it.
 */
export class OfflineSearch {
  readonly #page: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #locale: Locale;
  readonly #client: ReturnType<typeof createOfflineClient>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** @param base address of the indexes, relative to the page */
  constructor(page: HTMLElement, form: HTMLFormElement, base: string) {
    this.#page = page;
    this.#form = form;
    this.#locale = localeOf(document.documentElement.lang);
    const indexes = new URL(base, location.href).href;
    const root = new URL("../", indexes).href;
    this.#client = createOfflineClient({
      base: indexes,
      urlOf: ({ type, slug, locale }) => `${root}${locale}/${sections[sectionOfType[type]][locale]}/${slug}/`,
    });
  }

  /** Reads the page’s address, searches, and searches again as the reader types or chooses. */
  start(): void {
    this.#fill(new URLSearchParams(location.search));
    this.#page.addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== "search") return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(), pause);
    });
    this.#page.addEventListener("change", ({ target }) => {
      if (isChoice(target)) void this.#search(0, "pushState");
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      leaveKeyboard();
      void this.#search(0, "pushState");
    });
    addEventListener("popstate", () => {
      this.#fill(new URLSearchParams(location.search));
      void this.#search();
    });
    void this.#search(Number(new URLSearchParams(location.search).get("offset")) || 0);
  }

  #fill(query: URLSearchParams): void {
    for (const field of this.#form.elements) {
      if (field instanceof HTMLInputElement && field.type === "checkbox")
        field.checked = query.getAll(field.name).includes(field.value);
      else if (field instanceof HTMLInputElement && field.name === "q") field.value = query.get("q") ?? "";
      else if (field instanceof HTMLSelectElement) field.value = query.get(field.name) ?? field.options[0]?.value ?? "";
    }
    for (const kept of this.#form.querySelectorAll("input[data-kept]")) kept.remove();
    // Choices for which the page has no box are kept all the same.
    for (const facet of facets)
      for (const value of query.getAll(facet))
        if (!this.#boxes().some((box) => box.name === facet && box.value === value)) this.#keep(facet, value);
  }

  #keep(name: string, value: string): void {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    field.dataset["kept"] = "";
    this.#form.append(field);
  }

  async #search(offset = 0, remember: Remember = "replaceState"): Promise<void> {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    const request = requestOf(new FormData(this.#form), this.#locale, offset);
    this.#show("loading");
    try {
      const answer = await this.#client.search(request);
      if (asked !== this.#asked) return;
      const address = addressOf(request);
      if (address !== location.pathname + location.search) history[remember](history.state, "", address);
      this.#render(answer, request);
      this.#show("ready");
    } catch (error) {
      if (asked !== this.#asked) return;
      console.error(error);
      this.#show("failed");
    }
  }

  #render(answer: SearchAnswer, request: OfflineRequest): void {
    this.#part("status")?.replaceChildren(...this.#status(answer, request.q.trim()));
    for (const box of this.#boxes()) {
      const counts = this.#countsOf(answer, box.name);
      const count = counts[box.value] ?? 0;
      const label = box.closest("label");
      const shown = label?.querySelector("small");
      if (shown) shown.textContent = count.toLocaleString(this.#locale);
      if (label) label.style.display = count === 0 && !box.checked ? "none" : "";
    }
    this.#hideEmptyFacets();
    const results = this.#part("results");
    if (results === null) return;
    if (request.offset === 0) results.replaceChildren();
    results.querySelector("[data-offline-more]")?.remove();
    if (answer.total === 0) {
      results.append(this.#nothing(request.q.trim()));
      return;
    }
    const list = results.querySelector("ol") ?? results.appendChild(document.createElement("ol"));
    list.append(...answer.hits.flatMap((hit) => this.#row(hit) ?? []));
    const shown = request.offset + answer.hits.length;
    if (shown < answer.total) results.append(this.#more(shown));
  }

  #status({ total, suggestion, isLoose }: SearchAnswer, query: string): Node[] {
    const count = document.createElement("strong");
    const words = this.#words(total < 2 && this.#locale === "fr" ? "one" : total === 1 ? "one" : "other");
    count.textContent = words.replace(/\d+/, total.toLocaleString(this.#locale));
    const small = (text: string) => {
      const span = document.createElement("span");
      span.className = "small";
      span.textContent = text;
      return span;
    };
    return [
      count,
      ...(query === "" ? [] : [document.createTextNode(` ${this.#words("for", query)}`)]),
      ...(suggestion === null || total === 0 ? [] : [small(this.#words("understood", suggestion))]),
      ...(isLoose ? [small(this.#words("loose"))] : []),
    ];
  }

  #hideEmptyFacets(): void {
    for (const part of this.#page.querySelectorAll<HTMLElement>("fieldset, .facets .more, .facets")) {
      const boxes = [...part.querySelectorAll<HTMLElement>("label")];
      part.style.display = boxes.every((label) => label.style.display === "none") ? "none" : "";
    }
  }

  #nothing(query: string): Node {
    const template = this.#page.querySelector<HTMLTemplateElement>("template[data-offline-empty]");
    const panel = template?.content.cloneNode(true) ?? document.createDocumentFragment();
    const title = panel instanceof DocumentFragment ? panel.querySelector("h2") : null;
    if (title) title.textContent = query === "" ? this.#words("emptyNoQuery") : this.#words("empty", query);
    return panel;
  }

  #row(hit: Hit): Node | undefined {
    const template = this.#page.querySelector<HTMLTemplateElement>(`template[data-offline-row="${hit.type}"]`);
    const row = template?.content.cloneNode(true);
    if (!(row instanceof DocumentFragment)) return undefined;
    const [title, passage] = [row.querySelector("h2"), row.querySelector(".rest p")];
    const link = title?.querySelector("a");
    if (!title || !link || !passage) return undefined;
    link.href = hit.url;
    title.lang = hit.locale;
    link.replaceChildren(...marked(hit.titleHighlights));
    passage.setAttribute("lang", hit.locale);
    passage.replaceChildren(...marked(hit.highlights));
    if (!hit.isExample) row.querySelector(".example-tag")?.remove();
    if (!hit.isAdaptation) row.querySelector(".adaptation-tag")?.remove();
    const by = row.querySelector(".by");
    if (by) by.textContent = hit.by;
    if (hit.by === "") by?.remove();
    const maturity = this.#page.querySelector<HTMLTemplateElement>(
      `template[data-offline-maturity="${hit.maturity ?? ""}"]`,
    );
    if (maturity && hit.type !== "centre") row.querySelector(".facts")?.append(maturity.content.cloneNode(true));
    return row;
  }

  #more(offset: number): HTMLElement {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button button-line", textContent: this.#words("more") });
    button.dataset["offlineMore"] = "";
    button.addEventListener("click", () => void this.#search(offset));
    return button;
  }

  #words(name: string, value = ""): string {
    const template = this.#page.querySelector<HTMLTemplateElement>("template[data-offline-words]");
    const text = template?.content.querySelector(`[data-words="${name}"]`)?.textContent ?? "";
    return text.replace("%", () => value);
  }

  #countsOf(answer: SearchAnswer, name: string): Readonly<Record<string, number>> {
    const facet = facets.find((each) => each === name);
    return facet === undefined ? {} : answer.facets[facet];
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#form.elements].flatMap((field) =>
      field instanceof HTMLInputElement && field.type === "checkbox" ? field : [],
    );
  }

  #part(name: string): HTMLElement | null {
    return this.#page.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  #show(state: "loading" | "ready" | "failed"): void {
    this.#page.dataset["state"] = state;
    const results = this.#part("results");
    if (results === null) return;
    results.dataset["state"] = state;
    results.ariaBusy = String(state === "loading");
  }
}

function marked(segments: Hit["highlights"]): Node[] {
  return segments.map(({ text, hit }) => {
    if (!hit) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}
