/** Milliseconds without a keystroke after which what was typed is saved. */
const restMs = 8000;

/** Saves a sheet while it is written, and changes its lists without leaving the page; without it, the form works by itself. */
class SheetForm extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #isStopped = false;

  connectedCallback(): void {
    this.addEventListener("input", () => this.#touched());
    this.addEventListener("change", (event) => this.#chosen(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    // What came back unsaved is still to be saved.
    this.#isDirty = ["problems", "changed", "listed", "received"].includes(this.#form?.dataset["said"] ?? "");
    // Who comes back from looking at the draft finds what was saved since, not the page as it was left.
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) window.location.reload();
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.#isDirty) event.preventDefault();
    });
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  #say(what: "saving" | "saved" | "unsaved" | "failed" | "stopped" | "heavy"): void {
    const status = this.querySelector("[data-status]");
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
    if (status) status.textContent = (this.dataset[what] ?? "").replace("…", what === "saved" ? time : "…");
  }

  #touched(): void {
    this.#isDirty = true;
    if (this.#isStopped) return;
    this.#say("unsaved");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), restMs);
  }

  #submitted(event: SubmitEvent): void {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement)) return;
    if (!submitter.value.includes(":")) {
      this.#isDirty = false;
      return;
    }
    event.preventDefault();
    void this.#change(submitter.value, submitter.formAction.split("#")[1] ?? "");
  }

  /** A file is handed over as soon as it is chosen. */
  #chosen({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
    const [file] = target.files ?? [];
    if (!file) return;
    if (file.size > Number(this.dataset["most"])) {
      target.value = "";
      this.#say("heavy");
      return;
    }
    const button = target.parentElement?.querySelector("button");
    if (button) void this.#change(button.value, target.id);
  }

  async #send(act: string): Promise<HTMLFormElement | null> {
    const form = this.#form;
    if (!form) return null;
    const body = new FormData(form);
    body.set("act", act);
    const answer = await fetch(form.action, { method: "POST", body });
    return new DOMParser()
      .parseFromString(await answer.text(), "text/html")
      .querySelector<HTMLFormElement>("sheet-form form");
  }

  async #save(): Promise<void> {
    this.#say("saving");
    const sent = this.#form && new FormData(this.#form);
    const answer = await this.#send("save").catch(() => null);
    if (!answer) return this.#say("failed");
    if (answer.dataset["said"] !== "saved") {
      this.#isStopped = true;
      return this.#say("stopped");
    }
    for (const name of ["revision", "base"]) {
      const [own, theirs] = [this.#form?.elements.namedItem(name), answer.elements.namedItem(name)];
      if (own instanceof HTMLInputElement && theirs instanceof HTMLInputElement) own.value = theirs.value;
    }
    // What was typed while the answer was on its way is saved next.
    this.#isDirty =
      JSON.stringify([...(sent ?? [])].slice(3)) !==
      JSON.stringify([...(this.#form ? new FormData(this.#form) : [])].slice(3));
    this.#say(this.#isDirty ? "unsaved" : "saved");
    if (this.#isDirty) this.#touched();
  }

  async #change(act: string, goal: string): Promise<void> {
    const answer = await this.#send(act).catch(() => null);
    const form = this.#form;
    if (!answer || !form) return this.#say("failed");
    const open = new Set(
      [...form.querySelectorAll<HTMLDetailsElement>("details[open]")].map((part) => part.dataset["part"]),
    );
    for (const part of answer.querySelectorAll("details")) part.open ||= open.has(part.dataset["part"]);
    form.replaceWith(document.adoptNode(answer));
    const target = this.querySelector(`#${CSS.escape(goal)}`);
    target?.scrollIntoView({ block: "nearest" });
    target?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, button")?.focus();
    this.#touched();
  }
}

customElements.define("sheet-form", SheetForm);
