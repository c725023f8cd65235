/** What ties a field to what is said about it: its hint and its error. */
export const described = (id: string, { hint, error }: { hint?: string | undefined; error?: string | undefined }) => ({
  "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
  "aria-invalid": error ? ("true" as const) : undefined,
});

/** The id of a field in its page. */
export const fieldId = (name: string): string => `field-${name}`;
