/** How a search is remembered: as a step of its own, to which the reader can go back, or in place of the one before. */
export type Remember = "pushState" | "replaceState";

/** Whether a field is chosen from, not typed into. */
export const isChoice = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === "checkbox");

/** Takes the keyboard of a phone away, which would cover what was found. */
export function leaveKeyboard(): void {
  if (matchMedia("(pointer: coarse)").matches && document.activeElement instanceof HTMLElement)
    document.activeElement.blur();
}
