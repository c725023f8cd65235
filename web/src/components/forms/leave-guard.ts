/** Says that a form within holds what isn’t saved, and asks before its page is left; without it, the form works all the same. */
class LeaveGuard extends HTMLElement {
  #isChanged = false;

  connectedCallback(): void {
    this.addEventListener("input", () => this.#change(true));
    this.addEventListener("submit", () => this.#change(false));
    window.addEventListener("beforeunload", (event) => {
      if (this.#isChanged) event.preventDefault();
    });
  }

  #change(isChanged: boolean): void {
    this.#isChanged = isChanged;
    const status = this.querySelector<HTMLElement>("[data-unsaved]");
    if (status) status.hidden = !isChanged;
  }
}

customElements.define("leave-guard", LeaveGuard);
