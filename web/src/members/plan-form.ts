import { type DatedStep, fingerprintOf, type Plan, type PlanAct, restoredStepSchema, seenOf } from "@essaim/content";
import { z } from "zod";
import { planAnchors, stepAnchor } from "./member-address.ts";
import { textOf } from "./typed-form.ts";

/** The forms of a plan's page. */
export const planForms = [
  "make",
  "ticks",
  "step",
  "add",
  "remove",
  "restore",
  "means",
  "notes",
  "start",
  "take",
  "leave",
] as const;
/** A form of a plan's page. */
export type PlanForm = (typeof planForms)[number];
/** The name of a form, as its button sends it. */
export const planFormSchema = z.enum(planForms);

/** What is ticked of a step. */
export interface Ticks {
  readonly done: readonly string[];
  readonly isDone: boolean;
}

/** The ticks that a member changed in a form, by the key of their step, each with what the step looked like when they saw it. */
export type ChangedTicks = Readonly<Record<string, Ticks & { readonly seen: string }>>;

/** What a form remembers of ticks as they were shown: the state that the CMS compares, and what was ticked. */
export const shownTicks = (step: DatedStep): string =>
  `${seenOf.ticks(step)} ${ticksPrint({ done: step.done ?? [], isDone: step.doneOn !== undefined })}`;
/** What a form remembers of the materials as they were shown. */
export const shownGathered = (plan: Plan): string =>
  `${seenOf.gathered(plan)} ${ticksPrint({ done: plan.gathered ?? [], isDone: false })}`;

const ticksPrint = ({ done, isDone }: Ticks): string => fingerprintOf([[...done].sort(), isDone]);

const valuesOf = (form: URLSearchParams, start: string): string[] =>
  [...form].filter(([name]) => name.startsWith(start)).map(([, value]) => value);

/** The ticks that somebody changed: what stayed as it was shown is nobody's wish. */
export function changedTicks(form: URLSearchParams): ChangedTicks {
  const changed: Record<string, Ticks & { seen: string }> = {};
  for (const [name, shown] of form) {
    if (!name.startsWith("shown:")) continue;
    const key = name.slice("shown:".length);
    const ticks = { done: valuesOf(form, `item:${key}:`), isDone: form.has(`done:${key}`) };
    const [seen = "", was = ""] = shown.split(" ");
    if (ticksPrint(ticks) !== was) changed[key] = { ...ticks, seen };
  }
  return changed;
}

/** The key under which the materials stand among the ticks: no step has it. */
export const materialsKey = "materials";

/** What a form asks of the CMS, which says what is wrong with it; nothing where nothing was changed. */
export function editsOf(kind: Exclude<PlanForm, "make">, form: URLSearchParams): readonly object[] {
  const seen = form.get("seen") ?? "";
  const key = form.get("key") ?? "";
  switch (kind) {
    case "ticks":
      return Object.entries(changedTicks(form)).map(([step, { done, isDone, seen: then }]) =>
        step === materialsKey
          ? ({ kind: "gathered", seen: then, gathered: [...done] } satisfies PlanAct)
          : ({ kind: "ticks", key: step, seen: then, done: [...done], isDone } satisfies PlanAct),
      );
    case "add":
      return [{ kind, step: stepOf(form) }];
    case "step":
      return [{ kind, key, seen, step: stepOf(form) }];
    case "remove":
      return [{ kind, key, seen }];
    case "restore":
      return [{ kind, step: removedStepOf(form) }];
    case "means":
      return [
        {
          kind,
          seen,
          materials: linesOf(form, "materials"),
          budget: amountOf(form, "budget"),
          spent: amountOf(form, "spent"),
        },
      ];
    case "notes":
      return [{ kind, seen, notes: paragraphsOf(form, "notes") }];
    case "start":
      return [{ kind, seen, startDate: form.get("startDate") ?? "" }];
    case "take":
    case "leave":
      return [{ kind, offers: form.getAll("offer") }];
  }
}

/** A step that was just taken away, as its button remembers it; the CMS says what is wrong with a forged one. */
function removedStepOf(form: URLSearchParams): unknown {
  try {
    return JSON.parse(form.get("removed") ?? "");
  } catch {
    return undefined;
  }
}

/** The part that a form is about, for its sender to come back to; a step that is new has the key that the CMS gave it. */
export function partOf(kind: PlanForm, form: URLSearchParams, { steps = [] }: Plan): string | undefined {
  switch (kind) {
    case "step":
      return stepAnchor(form.get("key") ?? "");
    case "add": {
      const { title } = stepOf(form);
      const added = steps.findLast((step) => step.title === title);
      return added?.key && stepAnchor(added.key);
    }
    case "restore": {
      const { data } = restoredStepSchema.safeParse(removedStepOf(form));
      return data && stepAnchor(data.key);
    }
    case "ticks": {
      const [first] = Object.keys(changedTicks(form));
      return first === undefined || first === materialsKey ? first && planAnchors.means : stepAnchor(first);
    }
    case "means":
    case "notes":
      return planAnchors[kind];
    default:
      return undefined;
  }
}

function stepOf(form: URLSearchParams): { readonly title: string } {
  const checklist = linesOf(form, "checklist");
  return {
    title: lineOf(form, "title") ?? "",
    ...{ on: lineOf(form, "on"), until: lineOf(form, "until"), role: lineOf(form, "role") },
    ...{ responsible: lineOf(form, "responsible"), note: paragraphsOf(form, "note") },
    ...(checklist.length > 0 && { checklist }),
  };
}

/** Signs that nobody sees and no plan keeps come along when people paste from tables and word processors. */
const inOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, " ").trim();
const lineOf = (form: URLSearchParams, name: string): string | undefined =>
  inOneLine(textOf(form, name) ?? "") || undefined;
const paragraphsOf = (form: URLSearchParams, name: string): string | undefined =>
  textOf(form, name)?.replace(/[^\P{Cc}\n\t]+/gu, " ");

/** Lines in which there is something to see. */
const linesOf = (form: URLSearchParams, name: string): string[] =>
  (textOf(form, name) ?? "")
    .split("\n")
    .map(inOneLine)
    .filter((line) => /[^\s\p{DI}\u2800]/u.test(line));

/** An amount as people write it, « 1 200,50 »; what is none goes on as it is, for the CMS to refuse. */
function amountOf(form: URLSearchParams, name: string): number | string | undefined {
  const text = textOf(form, name);
  if (text === undefined) return undefined;
  const amount = Number(text.replace(/[\s€]/gu, "").replace(",", "."));
  return Number.isNaN(amount) ? text : amount;
}
