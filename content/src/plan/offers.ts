import { datedStep } from "../components/loop.ts";
import { applyChanges, type Outcome } from "../diff/apply.ts";
import type { VersionChange } from "../diff/change.ts";
import { changesBetween, isSame } from "../diff/compare.ts";
import { fingerprintOf } from "../model/fingerprint.ts";
import { type Plan, plan as planType } from "../types/loop.ts";
import { type DatedStep, keyed } from "./keys.ts";
import { actOf, identityOf, type Offer, type Said, saidOfStep, sidesOf } from "./offer.ts";
import { matchSteps, type PlanVersions, type StepMatch } from "./step-matches.ts";

/** What the latest version offers and the centre has neither taken nor left. */
export function offeredChanges(versions: PlanVersions): Offer[] {
  const left = new Set(versions.plan.left);
  return allOffers(versions).flatMap(({ offer }) => (left.has(offer.key) ? [] : [offer]));
}

/** The plan with one offer in it; undefined where it isn't offered, or the centre changed the same thing itself. */
export function takeOffer(versions: PlanVersions, key: string): Plan | undefined {
  const found = allOffers(versions).find(({ offer }) => offer.key === key);
  return found?.offer.state === "open" ? found.take() : undefined;
}

/** Most offers that a plan remembers to have left. */
const mostLeft = 60;

/** The plan that won't be offered a change again. */
export const leaveOffer = (plan: Plan, key: string): Plan => ({
  ...plan,
  left: [...(plan.left ?? []).filter((one) => one !== key), key].slice(-mostLeft),
});

/** An offer before it has its key. */
interface Draft {
  readonly said: Said;
  readonly take: () => Plan;
}

function allOffers(versions: PlanVersions): { readonly offer: Offer; readonly take: () => Plan }[] {
  const { known, added } = matchSteps(versions);
  const drafts = [
    ...known.flatMap((match) => offersOfStep(match, versions.plan)),
    ...added.map((step) => offerOfNew(step, versions.plan)),
    ...offersOfMeans(versions),
  ];
  const seen = new Map<string, number>();
  return drafts.map(({ said, take }) => {
    const name = fingerprintOf(identityOf(said, versions.madeFrom.startDate));
    const twin = seen.get(name) ?? 0;
    seen.set(name, twin + 1);
    return { offer: { key: twin === 0 ? name : `${name}-${twin}`, ...said }, take };
  });
}

const offerOfNew = (added: DatedStep, plan: Plan): Draft => ({
  said: { kind: "step-added", state: "open", step: added.title, added },
  take: () => ({ ...plan, steps: keyed([...(plan.steps ?? []), added]) }),
});

const { key: _key, ...stepFields } = datedStep.fields;

function offersOfStep({ before, after, own }: StepMatch, plan: Plan): Draft[] {
  const withStep = (change: readonly DatedStep[]): Plan => {
    const steps = keyed((plan.steps ?? []).flatMap((step) => (step === own ? change : [step])));
    const { steps: _, ...rest } = plan;
    return steps.length > 0 ? { ...rest, steps } : rest;
  };
  // What the centre dropped is no more its concern.
  if (!own) return [];
  if (!after) return [offerToRemove(before, own, () => withStep([]))];
  const changes = changesBetween({ fields: stepFields, before, after }).filter(({ kind }) => kind !== "moved");
  const versions = { fields: stepFields, before, after };
  const { outcomes } = applyChanges(versions, changes, own);
  const groups = Map.groupBy(changes, ({ id }) => (id === "on" || id === "until" ? "dates" : id));
  return [...groups.values()].flatMap((group) => {
    const state = stateOf(group, outcomes);
    const said = state && group[0] && saidOfStep(group[0], before, after);
    return said ? [{ said: { ...said, state }, take: () => withStep([stepWith(versions, group, own)]) }] : [];
  });
}

function offerToRemove(before: DatedStep, own: DatedStep, take: () => Plan): Draft {
  const isUntouched = isSame({ ...own, key: "" }, { ...before, key: "" });
  return { said: { kind: "step-removed", state: isUntouched ? "open" : "own", step: before.title }, take };
}

/** Nothing where all is there already. */
function stateOf(
  changes: readonly VersionChange[],
  outcomes: ReadonlyMap<string, Outcome>,
): Offer["state"] | undefined {
  const became = new Set(changes.map(({ id }) => outcomes.get(id)));
  if (became.has("conflict")) return "own";
  return became.has("taken") ? "open" : undefined;
}

/** The step with what the sheet changed in it; what was ticked under other words is to be looked at again. */
function stepWith(
  versions: Parameters<typeof applyChanges>[0],
  changes: readonly VersionChange[],
  own: DatedStep,
): DatedStep {
  const { done = [], ...step } = datedStep.stored.parse(applyChanges(versions, changes, own).document);
  const ticked = done.filter((item) => step.checklist?.includes(item));
  return ticked.length > 0 ? { ...step, done: ticked } : step;
}

function offersOfMeans({ plan, madeFrom, latest }: PlanVersions): Draft[] {
  const { materials, budget } = planType.fields;
  const versions = { fields: { materials, budget }, before: madeFrom, after: latest };
  const changes = changesBetween(versions).filter(({ kind }) => kind !== "moved");
  const { outcomes } = applyChanges(versions, changes, plan);
  return changes.flatMap((change) => {
    const state = stateOf([change], outcomes);
    const kind = change.path[0] === "budget" ? "budget" : (`material-${actOf(change)}` as const);
    const take = () => planType.stored.parse(applyChanges(versions, [change], plan).document);
    return state ? [{ said: { kind, state, ...sidesOf(change) }, take }] : [];
  });
}
