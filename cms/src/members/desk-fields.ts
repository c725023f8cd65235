/** What editors may say of an account; the rest is its member's, or comes by itself. */
export const deskFields = ["email", "name", "centre", "person", "language", "federation", "blocked"] as const;
