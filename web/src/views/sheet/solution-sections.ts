import type { Solution } from "@essaim/content";
import { hasText } from "../rich-text.ts";

/** Sections of a solution sheet, in the order in which the field writes them; each says whether a sheet has it. */
const sections = {
  situation: (sheet) => hasText(sheet.startingSituation),
  objectives: (sheet) => sheet.objectives.length > 0,
  steps: (sheet) => sheet.steps.length > 0,
  team: (sheet) => sheet.team.length > 0,
  means: (sheet) => sheet.funding.length > 0 || hasMeans(sheet.means),
  results: (sheet) => sheet.results.length > 0,
  changes: ({ changes }) => changes !== undefined && Object.values(changes).some(hasText),
  roles: (sheet) => sheet.residentRoles.length + sheet.centreRoles.length + sheet.difficulties.length > 0,
  nextSteps: (sheet) => hasText(sheet.nextSteps),
  gallery: (sheet) => sheet.gallery.some(({ file }) => file !== undefined),
  replication: ({ replication }) => hasReplication(replication),
  adoptions: () => true,
  related: (sheet) => sheet.related.length > 0,
  identity: () => true,
} as const satisfies Record<string, (sheet: Solution) => boolean>;

/** Name of a section, also its anchor. */
export type SolutionSection = keyof typeof sections;

/** The sections that a sheet has something to say in. */
export const solutionSections = (sheet: Solution): SolutionSection[] =>
  (Object.keys(sections) as SolutionSection[]).filter((name) => sections[name](sheet));

const hasMeans = (means: Solution["means"]): boolean =>
  means !== undefined &&
  (means.equipment.length > 0 || means.rooms.length > 0 || hasText(means.notes) || hasRange(means.budget));

const hasRange = (range: { min?: number | undefined; max?: number | undefined } | undefined): boolean =>
  range?.min !== undefined || range?.max !== undefined;

function hasReplication(replication: Solution["replication"]): boolean {
  if (replication === undefined) return false;
  const { isExample: _, ...lists } = replication;
  return Object.values(lists).some((list) => list.length > 0);
}
