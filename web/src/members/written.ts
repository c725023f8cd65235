import { memberPath } from "@essaim/content";
import { nextAddress } from "./member-address.ts";
import type { MemberRequest, Outcome } from "./outcome.ts";

/** Field of the sign-in form that carries what was written along. */
export const writtenField = "ecrit";
const [mostTexts, longestText] = [60, 100_000] as const;

/** The texts of a form that somebody wrote: choices, dates and what the form itself carries along hold no blank, or are JSON. */
const textsOf = (form: URLSearchParams): string[] =>
  [...form]
    .flatMap(([name, value]) => (name !== "suite" && /\S\s+\S/.test(value) && !/^[[{]/.test(value) ? value.trim() : []))
    .slice(0, mostTexts);

/** What the sign-in form carries along. */
export const carriedIn = (form: URLSearchParams): string[] =>
  form
    .getAll(writtenField)
    .slice(0, mostTexts)
    .map((text) => text.slice(0, longestText));

/** Where a form came from somebody whose session had ended, nothing of what they wrote is lost: they see it while they sign in, and after. */
export function withWritten(outcome: Outcome, { locale }: MemberRequest, form: URLSearchParams): Outcome {
  const signIn = `${memberPath("signIn", locale)}?`;
  if (!("to" in outcome) || outcome.session !== null || !outcome.to.startsWith(signIn)) return outcome;
  const written = textsOf(form);
  if (written.length === 0) return outcome;
  const next = nextAddress(new URLSearchParams(outcome.to.slice(signIn.length)).get("suite"));
  return { status: 401, session: null, visit: { place: "signIn", written, ...(next !== undefined && { next }) } };
}
