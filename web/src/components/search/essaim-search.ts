import { isChoice, leaveKeyboard, type Remember } from "./search-form.ts";

/** What the script replaces on the page by the server’s own rendering of the new search. */
const parts = ["status", "filter-count", "facets", "results"] as const;
/** Time without a keystroke before a search, in milliseconds. */
const pause = 180;

/**
 * Searches while the reader types or ticks a box: it fetches the page that the form would lead to and shows its results in place.
 * `data-state` is `loading`, `ready` or `failed`. Without it the form works as any form.
 */
class EssaimSearch extends HTMLElement {
  #running: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (form === null) return;
    const indexes = this.dataset["offline"];
    if (indexes !== undefined) {
      void import("./offline-search.ts").then(({ OfflineSearch }) => new OfflineSearch(this, form, indexes).start());
      return;
    }
    this.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "search") this.#later(form);
    });
    this.addEventListener("change", ({ target }) => {
      if (isChoice(target)) void this.#search(form, "pushState");
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      leaveKeyboard();
      void this.#search(form, "pushState");
    });
    addEventListener("popstate", () => void this.#restore(form));
  }

  /** Goes back to a search that was left for another one. */
  async #restore(form: HTMLFormElement): Promise<void> {
    const query = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (field instanceof HTMLInputElement && field.type === "search") field.value = query.get(field.name) ?? "";
      if (field instanceof HTMLSelectElement) field.value = query.get(field.name) ?? field.options[0]?.value ?? "";
    }
    await this.#load(form, location.href);
  }

  #later(form: HTMLFormElement): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(form), pause);
  }

  /** What is chosen can be gone back from; what is typed takes the place of what was typed before. */
  async #search(form: HTMLFormElement, remember: Remember = "replaceState"): Promise<void> {
    await this.#load(form, addressOf(form), remember);
  }

  async #load(form: HTMLFormElement, address: string, remember?: Remember): Promise<void> {
    clearTimeout(this.#timer);
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#show("loading");
    try {
      const response = await fetch(address, { signal: running.signal, headers: { accept: "text/html" } });
      if (!response.ok) throw new Error(`${response.status}`);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (running.signal.aborted) return;
      this.#replace(page);
      if (remember && address !== location.href) history[remember](history.state, "", address);
      document.title = page.title;
      this.#show(page.querySelector<HTMLElement>("essaim-search")?.dataset["state"] ?? "failed");
    } catch {
      // A newer search has taken over, or the network failed: then the browser’s own way shows why.
      if (!running.signal.aborted) this.#fail(form);
    }
  }

  #fail(form: HTMLFormElement): void {
    this.#show("failed");
    if (navigator.onLine) form.submit();
  }

  #replace(page: Document): void {
    const focus = document.activeElement;
    const held = focus instanceof HTMLInputElement && focus.type === "checkbox" ? focus : undefined;
    for (const part of parts) {
      const selector = `[data-part="${part}"]`;
      const now = this.querySelector(selector);
      const next = page.querySelector(selector);
      if (now === null || next === null) continue;
      // What the reader unfolded stays so.
      const [folded, coming] = [now.querySelector("details"), next.querySelector("details")];
      if (folded?.open && coming) coming.open = true;
      now.replaceChildren(...next.childNodes);
    }
    if (held === undefined) return;
    const selector = `input[name="${CSS.escape(held.name)}"][value="${CSS.escape(held.value)}"]`;
    this.querySelector<HTMLInputElement>(selector)?.focus();
  }

  #show(state: string): void {
    this.dataset["state"] = state;
    const results = this.querySelector<HTMLElement>('[data-part="results"]');
    if (results === null) return;
    results.dataset["state"] = state;
    results.ariaBusy = String(state === "loading");
  }
}

/** Where a form would lead, without its empty fields and what is as usual. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "" && !(name === "sort" && value === "relevance")) {
      query.append(name, value);
    }
  }
  return `${form.action}${query.size === 0 ? "" : `?${query}`}`;
}

customElements.define("essaim-search", EssaimSearch);
