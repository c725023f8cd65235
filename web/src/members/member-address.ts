import {
  type Key,
  type Locale,
  locales,
  type Member,
  type MemberPlace,
  memberPath,
  memberPlaces,
} from "@essaim/content";

/** A page for members, in a language. */
export interface MemberAddress {
  readonly place: MemberPlace;
  readonly locale: Locale;
}

const addresses: ReadonlyMap<string, MemberAddress> = new Map(
  (Object.keys(memberPlaces) as MemberPlace[]).flatMap((place) =>
    locales.map((locale) => [memberPath(place, locale), { place, locale }] as const),
  ),
);

/** The page for members that stands at a path, if one does. */
export const memberPlaceAt = (path: string): MemberAddress | undefined => addresses.get(path);

/** What an address may be made of to stand in a header. */
const printable = /^[\x21-\x7e]+$/;

/** An address to go on to, as a form or a link gives it, if it is one of ours for members: no other is ever followed. */
export function nextAddress(given: string | null): string | undefined {
  if (given === null || !given.startsWith("/") || given.length > 1000 || !printable.test(given)) return undefined;
  const [path = "", ...query] = given.split("?");
  return memberPlaceAt(path) ? [path, ...query].join("?") : undefined;
}

/** Where a member begins: the federation's team with the view of all centres, others with their own centre. */
export const startPath = ({ federation }: Member, locale: Locale): string =>
  memberPath(federation ? "diffusion" : "ownCentre", locale);

/** Where anybody asks about a sheet, a person or a centre. */
export const askPath = (of: Key, locale: Locale): string => `${memberPath("question", locale)}?fiche=${of}`;

/** Where a centre takes a resource up. */
export const adoptPath = (resource: Key, locale: Locale): string => `${memberPath("adopt", locale)}?fiche=${resource}`;

/** The page of a centre's own adoption; `done` is what was just done there. */
export const adoptionPath = (uid: string, locale: Locale, done?: string): string =>
  `${memberPath("adoption", locale)}?${new URLSearchParams({ id: uid, ...(done !== undefined && { fait: done }) })}`;

/** The page of the plan of a centre's adoption; `step` is the one to write, by its key, or `new`, `done` what was just done there, `at` the part that it was done to. */
export const planPath = (
  adoption: string,
  locale: Locale,
  { step, done, at }: { step?: string; done?: string; at?: string | undefined } = {},
): string =>
  `${memberPath("plan", locale)}?${new URLSearchParams({
    id: adoption,
    ...(step !== undefined && { etape: step }),
    ...(done !== undefined && { fait: done }),
    ...(at !== undefined && { ou: at }),
  })}${at === undefined ? "" : `#${at}`}`;

/** The part of a plan's page that shows a step. */
export const stepAnchor = (key: string): string => `etape-${key}`;
/** The other parts of a plan's page that are saved apart. */
export const planAnchors = { means: "means-title", notes: "notes-title" } as const;

/** Where a centre tells what happened in an adoption of its own. */
export const reportPath = (uid: string, locale: Locale, done?: string): string =>
  `${memberPath("report", locale)}?${new URLSearchParams({ id: uid, ...(done !== undefined && { fait: done }) })}`;
