/** Addresses that a link of an author may lead to. */
const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

/** The address of a link, or undefined when it leads where a click must not go: then its words stand alone. */
export function linkTarget(url: string): string | undefined {
  const address = url.trim();
  if (/^\/(?![/\\])/.test(address)) return address;
  return URL.canParse(address) && allowed.has(new URL(address).protocol) ? address : undefined;
}
