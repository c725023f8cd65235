import type { TargetType } from "../cards.ts";
import type { Field } from "./field.ts";

/** A CMS attribute behind a field; only references to several types need more than one. */
export interface ReferenceAttribute {
  readonly attribute: string;
  readonly target: TargetType;
}

const suffixes: Partial<Record<TargetType, { one: string; many: string }>> = {
  solution: { one: "Solution", many: "Solutions" },
  guide: { one: "Guide", many: "Guides" },
  kit: { one: "Kit", many: "Kits" },
};

/**
 * The CMS's relations behind a reference field: the field's own name for one target type, else one attribute per type.
 * @example related → relatedSolutions, relatedGuides, relatedKits
 */
export function referenceAttributes(name: string, field: Field): ReferenceAttribute[] {
  const { shape } = field;
  if (shape.kind !== "reference") return [];
  const [first, ...more] = shape.targets;
  if (first && more.length === 0) return [{ attribute: name, target: first }];
  return shape.targets.map((target) => ({
    attribute: `${name}${suffixes[target]?.[shape.many ? "many" : "one"] ?? target}`,
    target,
  }));
}

/** Whether references of this field are written as keys (`kit/hackathon`) instead of uids. */
export const writesKeys = (field: Field): boolean => field.shape.kind === "reference" && field.shape.targets.length > 1;
