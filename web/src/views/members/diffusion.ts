import { type Diffusion, type DiffusionStep, keyOf, type Locale, type Stage, stages } from "@essaim/content";
import { localizedPath } from "../../routing/index.ts";

type Centre = Diffusion["centres"][number];
type Sheet = Diffusion["resources"][number];

/** What the reader wants to see of it. */
export interface DiffusionChoice {
  readonly stage: Stage | "";
  readonly centre: string;
  readonly sheet: string;
  readonly only: "moved" | "due" | "";
}

/** A step with what it is about. */
export interface ShownStep extends DiffusionStep {
  readonly at: Centre;
  readonly of: Sheet;
}

/** A line of the table: a sheet, and where each centre of the columns is with it. */
export interface DiffusionRow {
  readonly sheet: Sheet;
  readonly href: string;
  readonly cells: readonly (ShownStep | undefined)[];
}

/** The diffusion view as a page shows it. */
export interface DiffusionPage {
  readonly choice: DiffusionChoice;
  /** All of the network, by name. */
  readonly centres: readonly Centre[];
  /** What can be chosen. */
  readonly choices: {
    readonly centres: readonly Centre[];
    readonly sheets: readonly { readonly key: string; readonly title: string }[];
  };
  readonly columns: readonly Centre[];
  readonly rows: readonly DiffusionRow[];
  /** Centres that have taken up nothing that they tell the network of, federations apart; only where nothing is chosen. */
  readonly apart: readonly Centre[];
  readonly steps: readonly ShownStep[];
  readonly moved: readonly ShownStep[];
  readonly due: readonly ShownStep[];
}

/** Reads what was chosen; what isn't understood counts as nothing. */
export function readDiffusionChoice(query: URLSearchParams): DiffusionChoice {
  const only = query.get("only");
  return {
    stage: stages.find((stage) => stage === query.get("stage")) ?? "",
    centre: query.get("centre") ?? "",
    sheet: query.get("sheet") ?? "",
    only: only === "moved" || only === "due" ? only : "",
  };
}

/** The address of a choice, as the form on the page makes it. */
export const choiceQuery = (choice: DiffusionChoice, more: Readonly<Record<string, string>> = {}): string => {
  const chosen = Object.entries({ ...choice, ...more }).filter(([, value]) => value !== "");
  return chosen.length === 0 ? "" : `?${new URLSearchParams(chosen)}`;
};

/** Arranges the view: sheets by title in lines, centres by name in columns, as far as they are chosen. */
export function toDiffusionPage(
  { centres, resources, steps }: Diffusion,
  choice: DiffusionChoice,
  locale: Locale,
): DiffusionPage {
  const { compare } = new Intl.Collator(locale);
  const centreOf = new Map(centres.map((centre) => [centre.uid, centre]));
  const sheetOf = new Map<string, Sheet>(resources.map((sheet) => [keyOf(sheet.type, sheet.uid), sheet]));
  const all = steps.flatMap((step): ShownStep[] => {
    const [at, of] = [centreOf.get(step.centre), sheetOf.get(step.resource)];
    return at && of ? [{ ...step, at, of }] : [];
  });
  const chosen = all.filter((step) => isChosen(step, choice));
  const byName = (found: readonly Centre[]) => distinct(found).toSorted((a, b) => compare(a.name, b.name));
  const byTitle = (found: readonly Sheet[]) => distinct(found).toSorted((a, b) => compare(a.title, b.title));
  const columns = byName(chosen.map(({ at }) => at));
  const sheets = byTitle(chosen.map(({ of }) => of));
  const taken = new Set(all.map(({ centre }) => centre));
  return {
    ...{ choice, columns },
    centres: byName(centres),
    choices: {
      centres: byName(all.map(({ at }) => at)),
      sheets: byTitle(all.map(({ of }) => of)).map(({ type, uid, title }) => ({ key: keyOf(type, uid), title })),
    },
    rows: sheets.map((sheet) => ({
      sheet,
      href: localizedPath(sheet.type, sheet.slug, locale),
      cells: columns.map((at) => chosen.find((step) => step.of === sheet && step.at === at)),
    })),
    apart: isEmpty(choice) ? byName(centres.filter(({ uid, kind }) => kind !== "federation" && !taken.has(uid))) : [],
    steps: chosen,
    moved: all.filter(({ hasMoved }) => hasMoved),
    due: all.filter((step) => step.isReportDue),
  };
}

const isEmpty = (choice: DiffusionChoice): boolean => Object.values(choice).every((value) => value === "");

const isChosen = (step: ShownStep, { stage, centre, sheet, only }: DiffusionChoice): boolean =>
  (stage === "" || step.stage === stage) &&
  (centre === "" || step.centre === centre) &&
  (sheet === "" || step.resource === sheet) &&
  (only !== "moved" || step.hasMoved) &&
  (only !== "due" || step.isReportDue);

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];
