/** Buttons that need a script: they stay hidden where none runs. */
class PageActions extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button?.dataset["action"] === "print") window.print();
      if (button?.dataset["action"] === "copy") void this.#copy(button);
    });
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    const words = button.querySelector<HTMLElement>("[data-done]");
    const before = words?.textContent ?? "";
    await navigator.clipboard.writeText(location.href.replace(location.hash, ""));
    if (words === null) return;
    words.textContent = words.dataset["done"] ?? before;
    setTimeout(() => {
      words.textContent = before;
    }, 3000);
  }
}

customElements.define("page-actions", PageActions);
