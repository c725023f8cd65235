/** Lets somebody read the password that they type; where no script runs it stays hidden, and so do both. */
class ShowPassword extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector("input");
    const field = this.parentElement?.querySelector<HTMLInputElement>("input[type=password]");
    if (!(box && field)) return;
    const show = (isShown: boolean) => {
      box.checked = isShown;
      field.type = isShown ? "text" : "password";
    };
    box.addEventListener("change", () => show(box.checked));
    // Browsers suggest again what was sent from a field of text, and tick again what was ticked when somebody comes back.
    field.form?.addEventListener("submit", () => show(false));
    window.addEventListener("pageshow", () => show(false));
    this.hidden = false;
  }
}

customElements.define("show-password", ShowPassword);
