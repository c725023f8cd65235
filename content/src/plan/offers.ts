import { datedStep } from "../components/loop.ts";
import { applyChanges, type Outcome } from "../diff/apply.ts";
import type { VersionChange } from "../diff/change.ts";
import { changesBetween, isSame, type Versions } from "../diff/compare.ts";
import { fingerprintOf } from "../model/fingerprint.ts";
import { type Plan, plan as planType } from "../types/loop.ts";
import { type DatedStep, keyed } from "./keys.ts";
import { actOf, identityOf, type Offer, type Said, saidOfStep, sidesOf } from "./offer.ts";
import { matchSteps, type PlanVersions, type StepMatch } from "./step-matches.ts";

/** What the latest version offers and the centre has neither taken nor left. */
export function offeredChanges(versions: PlanVersions): Offer[] {
  const left = leftOf(versions.plan);
  return allOffers(versions).flatMap(({ offer }) => (left.has(offer.key) ? [] : [offer]));
}

/** The plan with these offers in it; undefined where one isn't offered, or the centre changed the same thing itself. */
export function takeOffers(versions: PlanVersions, keys: readonly string[]): Plan | undefined {
  const offers = new Map(allOffers(versions).map((one) => [one.offer.key, one]));
  const chosen = [...new Set(keys)].map((key) => offers.get(key));
  const ways = chosen.flatMap((one) => (one?.offer.state === "open" ? [one.way] : []));
  return ways.length === chosen.length ? withWays(versions, ways) : undefined;
}

/** Keys stand side by side in the lines that a plan holds. */
const [keysInLine, mostLeft] = [25, 1300];
const leftOf = ({ left = [] }: Plan): Set<string> => new Set(left.flatMap((line) => line.split(" ")));

/** The plan that won't be offered these changes again. */
export function leaveOffers(plan: Plan, keys: readonly string[]): Plan {
  const all = [...new Set([...leftOf(plan), ...keys])].slice(-mostLeft);
  const lines = Math.ceil(all.length / keysInLine);
  const left = Array.from({ length: lines }, (_, line) =>
    all.slice(line * keysInLine, (line + 1) * keysInLine).join(" "),
  );
  return { ...plan, left };
}

/** How an offer gets into the plan. */
type Way =
  | { readonly add: DatedStep }
  | { readonly remove: DatedStep }
  | { readonly own: DatedStep; readonly versions: Versions; readonly changes: readonly VersionChange[] }
  | { readonly means: VersionChange };

/** An offer before it has its key. */
interface Draft {
  readonly said: Said;
  readonly way: Way;
}

function allOffers(versions: PlanVersions): { readonly offer: Offer; readonly way: Way }[] {
  const { known, added } = matchSteps(versions);
  const drafts: Draft[] = [
    ...known.flatMap(offersOfStep),
    ...added.map(
      (add): Draft => ({ said: { kind: "step-added", state: "open", step: add.title, added: add }, way: { add } }),
    ),
    ...offersOfMeans(versions),
  ];
  const seen = new Map<string, number>();
  return drafts.map(({ said, way }) => {
    const name = fingerprintOf(identityOf(said, versions.madeFrom.startDate));
    const twin = seen.get(name) ?? 0;
    seen.set(name, twin + 1);
    return { offer: { key: twin === 0 ? name : `${name}-${twin}`, ...said }, way };
  });
}

const { key: _key, ...stepFields } = datedStep.fields;

function offersOfStep({ before, after, own }: StepMatch): Draft[] {
  // What the centre dropped is no more its concern.
  if (!own) return [];
  if (!after) {
    const state = isSame({ ...own, key: "" }, { ...before, key: "" }) ? "open" : "own";
    return [{ said: { kind: "step-removed", state, step: before.title }, way: { remove: own } }];
  }
  const versions = { fields: stepFields, before, after };
  const changes = changesBetween(versions).filter(({ kind }) => kind !== "moved");
  const { outcomes } = applyChanges(versions, changes, own);
  const groups = Map.groupBy(changes, ({ id }) => (id === "on" || id === "until" ? "dates" : id));
  return [...groups.values()].flatMap((group) => {
    const state = stateOf(group, outcomes);
    const said = state && group[0] && saidOfStep(group[0], before, after);
    return said ? [{ said: { ...said, state }, way: { own, versions, changes: group } }] : [];
  });
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

const { materials, budget } = planType.fields;
const meansOf = ({ madeFrom, latest }: PlanVersions) => ({
  fields: { materials, budget },
  before: madeFrom,
  after: latest,
});

function offersOfMeans(all: PlanVersions): Draft[] {
  const versions = meansOf(all);
  const changes = changesBetween(versions).filter(({ kind }) => kind !== "moved");
  const { outcomes } = applyChanges(versions, changes, all.plan);
  return changes.flatMap((means) => {
    const state = stateOf([means], outcomes);
    const kind = means.path[0] === "budget" ? "budget" : (`material-${actOf(means)}` as const);
    return state ? [{ said: { kind, state, ...sidesOf(means) }, way: { means } }] : [];
  });
}

/** Takes all ways together: each step and the means are merged once. */
function withWays(all: PlanVersions, ways: readonly Way[]): Plan {
  const means = ways.flatMap((way) => ("means" in way ? [way.means] : []));
  const { steps = [], ...plan } = planType.stored.parse(applyChanges(meansOf(all), means, all.plan).document);
  const removed = new Set(ways.flatMap((way) => ("remove" in way ? [way.remove.key] : [])));
  const changed = Map.groupBy(
    ways.flatMap((way) => ("own" in way ? [way] : [])),
    ({ own }) => own.key,
  );
  const merged = steps.flatMap((step) => {
    if (removed.has(step.key)) return [];
    const own = changed.get(step.key);
    const [first] = own ?? [];
    return first && own
      ? [
          stepWith(
            first.versions,
            own.flatMap(({ changes }) => changes),
            step,
          ),
        ]
      : [step];
  });
  const young = keyed([...merged, ...ways.flatMap((way) => ("add" in way ? [way.add] : []))]);
  return young.length > 0 ? { ...plan, steps: young } : plan;
}

/** The step with what the sheet changed in it; what was ticked under other words is to be looked at again. */
function stepWith(versions: Versions, changes: readonly VersionChange[], own: DatedStep): DatedStep {
  const { done = [], ...step } = datedStep.stored.parse(applyChanges(versions, changes, own).document);
  const ticked = done.filter((item) => step.checklist?.includes(item));
  return ticked.length > 0 ? { ...step, done: ticked } : step;
}
