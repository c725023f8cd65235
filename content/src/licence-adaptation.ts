/** Why nothing may be adapted. `unknown-licence`: it isn’t one whose terms for adaptations are known here. */
export type AdaptationRefusal = "licence-absent" | "no-derivatives" | "unknown-licence" | "incompatible-licences";

/** Whether something may be adapted, or why not. */
export type Adaptability =
  | { readonly may: true; readonly refusal?: undefined }
  | { readonly may: false; readonly refusal: AdaptationRefusal };

/** What one licence lets an adaptation be under; none, and why, where it forbids. */
type Terms = { readonly licences: readonly string[]; readonly refusal?: AdaptationRefusal };

/**
 * Whether a licence, given as an SPDX expression, lets others publish an adaptation. An entry that names none goes by the portal’s
 * default, which is for the caller to say.
 */
export function mayAdapt(licence: string | undefined): Adaptability {
  const { licences, refusal } = licence === undefined ? refused("licence-absent") : termsOf(licence);
  return licences.length > 0 ? { may: true } : { may: false, refusal: refusal ?? "incompatible-licences" };
}

/**
 * The licences that an adaptation may be under, by SPDX id, the parent’s own first where it may stay; none where nothing may be adapted.
 * Creative Commons’ own chart, its green fields only. The GPL, which BY-SA 4.0 also allows, is for programs and not offered.
 * @see https://creativecommons.org/faq/#if-i-derive-or-adapt-material-offered-under-a-creative-commons-license-which-cc-licenses-can-i-use
 * @see https://creativecommons.org/share-your-work/licensing-considerations/compatible-licenses/
 */
export const adaptationLicences = (parent: string): readonly string[] => termsOf(parent).licences;

const refused = (refusal: AdaptationRefusal): Terms => ({ licences: [], refusal });

/** Reads an expression: OR lets choose, AND asks for both and binds tighter, parentheses first. */
function termsOf(expression: string): Terms {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  const choices = (): Terms => {
    let terms = all();
    while (tokens[0] === "OR") {
      tokens.shift();
      terms = either(terms, all());
    }
    return terms;
  };
  const all = (): Terms => {
    let terms = one();
    while (tokens[0] === "AND") {
      tokens.shift();
      terms = both(terms, one());
    }
    return terms;
  };
  const one = (): Terms => {
    const token = tokens.shift();
    if (token === "(") {
      const inside = choices();
      tokens.shift();
      return inside;
    }
    // What an exception takes away or gives is not known here.
    if (tokens[0] === "WITH") tokens.splice(0, 2);
    else if (token !== undefined) return termsOfOne(token);
    return refused("unknown-licence");
  };
  return choices();
}

const either = (a: Terms, b: Terms): Terms =>
  a.licences.length === 0 && b.licences.length === 0 ? a : { licences: [...new Set([...a.licences, ...b.licences])] };

function both(a: Terms, b: Terms): Terms {
  const refusal = a.refusal ?? b.refusal;
  if (refusal !== undefined) return refused(refusal);
  const licences = a.licences.filter((licence) => b.licences.includes(licence));
  return licences.length > 0 ? { licences } : refused("incompatible-licences");
}

/** Present licences for new works, freest first, with what each asks for. */
const offered = [
  { id: "CC0-1.0", asks: [] },
  { id: "CC-BY-4.0", asks: ["BY"] },
  { id: "CC-BY-SA-4.0", asks: ["BY", "SA"] },
  { id: "CC-BY-NC-4.0", asks: ["BY", "NC"] },
  { id: "CC-BY-NC-SA-4.0", asks: ["BY", "NC", "SA"] },
  { id: "CC-BY-ND-4.0", asks: ["BY", "ND"] },
  { id: "CC-BY-NC-ND-4.0", asks: ["BY", "NC", "ND"] },
] as const satisfies readonly { id: string; asks: readonly string[] }[];

const creativeCommons = /^CC-(BY(?:-NC)?(?:-(?:SA|ND))?)-(\d\.\d)(?:-[A-Z]+)?$/i;
const publicDomain = new Set(["CC0-1.0", "CC-PDDC", "CC-PDM-1.0"]);
const attributionOnly = new Set(["etalab-2.0", "LicenseRef-etalab-2.0"]);
/** The Free Art Licence 1.3 and BY-SA 4.0 each take the other’s adaptations. */
const freeArt = "LAL-1.3";

/** `+` lets a later version be chosen, which the licences of Creative Commons do by themselves. */
function termsOfOne(token: string): Terms {
  const id = token.replace(/\+$/, "");
  if (publicDomain.has(id)) return { licences: offered.map((licence) => licence.id) };
  if (attributionOnly.has(id)) return { licences: [id, ...askingFor(["BY"])] };
  if (id === freeArt) return { licences: [freeArt, "CC-BY-SA-4.0"] };
  const found = creativeCommons.exec(id);
  if (!found) return refused("unknown-licence");
  const [, elements = "", version = ""] = found;
  const asks = elements.toUpperCase().split("-");
  if (asks.includes("ND")) return refused("no-derivatives");
  const others = asks.includes("SA") ? alike(asks, version) : askingFor(asks);
  return { licences: [...new Set([id, ...others])] };
}

/** Licences that ask for all of this at the least, so that keeping to the new one keeps to the old one. */
const askingFor = (wanted: readonly string[]): string[] =>
  offered.filter(({ asks }) => wanted.every((one) => new Set<string>(asks).has(one))).map(({ id }) => id);

/** ShareAlike: a later version of the same, but from 1.0, and what is declared compatible with the present one. */
function alike(asks: readonly string[], version: string): string[] {
  if (version === "1.0") return [];
  const same = `CC-${asks.join("-")}-4.0`;
  return version === "4.0" && !asks.includes("NC") ? [same, freeArt] : [same];
}
