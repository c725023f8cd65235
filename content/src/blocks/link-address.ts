const PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:"]);
const MAX_ADDRESS_LENGTH = 2048;

/**
 * What is wrong with the address of a link, or `undefined` when it may be kept.
 * Narrower than Strapi's own rule, which also lets through `ftp:` and `//other.site`; like it, refuses a bare `#anchor`.
 */
export function linkAddressProblem(address: string): string | undefined {
  if (address.length > MAX_ADDRESS_LENGTH) return `a link's address is at most ${MAX_ADDRESS_LENGTH} characters long`;
  if (/\p{Cc}/u.test(address) || address.trim() !== address) return "a link's address must not hold control characters";
  if (address.startsWith("/")) {
    return /^\/[/\\]/.test(address) ? "a link inside the site starts with a single “/”" : undefined;
  }
  const protocol = URL.canParse(address) ? new URL(address).protocol : undefined;
  if (protocol !== undefined && PROTOCOLS.has(protocol)) return undefined;
  return "a link must start with http://, https://, mailto:, tel: or, inside the site, “/”";
}
