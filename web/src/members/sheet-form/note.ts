/** What a form says of why a sheet changes. */
export const noteIn = (form: URLSearchParams): string => (form.get("note") ?? "").replaceAll("\r\n", "\n").trim();
