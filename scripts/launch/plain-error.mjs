/** A failure whose message is the one line, in French, that the person at the terminal needs: no stack is shown. */
export class PlainError extends Error {}
