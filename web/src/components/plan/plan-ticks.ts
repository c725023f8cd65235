type Said = "saving" | "saved" | "failed" | "contested" | "stopped";

/** Saves each tick of a plan as it is made; without it, the form’s button does. */
class PlanTicks extends HTMLElement {
  /** What is in the boxes and not known to be saved. */
  #isUnsaved = false;
  #isSending = false;
  /** Set once a colleague’s ticks, or the end of a session, wait for the member to look at them. */
  #isStopped = false;

  connectedCallback(): void {
    if (this.#button) this.#button.hidden = true;
    this.#tell(this.dataset["auto"]);
    this.addEventListener("change", () => this.#ticked());
    this.addEventListener("submit", () => {
      this.#isUnsaved = false;
    });
    window.addEventListener("online", () => this.#isUnsaved && this.#ticked());
    // Who comes back finds the ticks as they are saved by then.
    window.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) window.location.reload();
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.#isUnsaved) event.preventDefault();
    });
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector('button[value="ticks"]');
  }

  #tell(text = ""): void {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = text;
  }

  #say(said: Said): void {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" }).format(new Date());
    this.#tell(this.dataset[said]?.replace("…", said === "saved" ? time : "…"));
    if (this.#button) this.#button.hidden = said === "saving" || said === "saved";
  }

  #ticked(): void {
    this.#isUnsaved = true;
    if (!this.#isSending && !this.#isStopped) void this.#save();
  }

  async #save(): Promise<void> {
    const form = this.#form;
    if (!form) return;
    this.#isSending = true;
    this.#say("saving");
    const sent = ticksIn(form);
    const answer = await this.#send(form).catch(() => undefined);
    this.#isSending = false;
    if (!answer) return this.#say("failed");
    const saved = answer.page.querySelector<HTMLFormElement>("plan-ticks form");
    if (answer.isTaken && saved) return this.#taken(form, saved, { sent, page: answer.page });
    this.#isStopped = true;
    if (!saved) return this.#say("stopped");
    const open = [...form.querySelectorAll("details")].map((part) => part.open);
    for (const [place, part] of saved.querySelectorAll("details").entries()) part.open = open[place] ?? false;
    const focused = document.activeElement?.getAttribute("name");
    form.replaceWith(document.adoptNode(saved));
    if (focused) this.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    this.#say("contested");
  }

  async #send(form: HTMLFormElement): Promise<{ readonly isTaken: boolean; readonly page: Document }> {
    const body = new URLSearchParams({ act: "ticks" });
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // What answers in the place of a portal that is out of order says nothing of the ticks.
    if (answer.status >= 500) throw new Error(`The portal answered ${answer.status}`);
    return { isTaken: answer.ok, page };
  }

  #taken(
    form: HTMLFormElement,
    saved: HTMLFormElement,
    { sent, page }: { readonly sent: ReadonlyMap<string, string>; readonly page: Document },
  ): void {
    this.#isUnsaved = [...ticksIn(form)].some(([key, boxes]) => boxes !== sent.get(key));
    takeOver(form, saved, sent);
    for (const part of document.querySelectorAll("[data-told]")) {
      const now = page.querySelector(`[data-told="${CSS.escape(part.getAttribute("data-told") ?? "")}"]`);
      if (now) part.replaceChildren(...document.adoptNode(now).childNodes);
    }
    if (this.#isUnsaved) void this.#save();
    else this.#say("saved");
  }
}

/** The boxes of each part of a plan, with which are ticked, by its key. */
function ticksIn(form: HTMLFormElement): Map<string, string> {
  return new Map(
    partsIn(form).map(({ key }) => [key, JSON.stringify(boxesOf(form, key).map((box) => [box.value, box.checked]))]),
  );
}

const partsIn = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>('input[name^="shown:"]')].map((shown) => ({
    shown,
    key: shown.name.slice("shown:".length),
  }));

const boxesOf = (form: HTMLFormElement, key: string): HTMLInputElement[] => {
  const [item, done] = [`item:${key}:`, `done:${key}`];
  const all = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  return all.filter(({ name }) => name.startsWith(item) || name === done);
};

/**
 * Takes over what the CMS keeps by now, a colleague’s ticks too. Boxes that were ticked while the answer was on its way stay, and go with the
 * next one: compared with what was saved of them just now or, where a colleague was first, with what was seen before, so that it is told.
 */
function takeOver(form: HTMLFormElement, saved: HTMLFormElement, sent: ReadonlyMap<string, string>): void {
  const [mine, theirs] = [ticksIn(form), ticksIn(saved)];
  const shownNow = new Map(partsIn(saved).map(({ key, shown }) => [key, shown.value]));
  for (const { key, shown } of partsIn(form)) {
    const isTouched = mine.get(key) !== sent.get(key);
    const boxes = boxesOf(saved, key);
    const own = boxesOf(form, key);
    const isAlike = own.map(({ value }) => value).join("\n") === boxes.map(({ value }) => value).join("\n");
    if (!isAlike || (isTouched && theirs.get(key) !== sent.get(key))) continue;
    shown.value = shownNow.get(key) ?? shown.value;
    if (!isTouched) for (const [place, box] of own.entries()) box.checked = boxes[place]?.checked ?? box.checked;
    const [step, stepNow] = [
      shown.closest("li"),
      partsIn(saved)
        .find((one) => one.key === key)
        ?.shown.closest("li"),
    ];
    if (step && stepNow) step.className = stepNow.className;
  }
}

customElements.define("plan-ticks", PlanTicks);
