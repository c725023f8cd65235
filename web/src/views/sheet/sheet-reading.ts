import type { Resource } from "../resource-card.ts";

/** A text that is easy to read, in place of a sheet’s own. */
export type EasyRead = NonNullable<Resource["data"]["easyRead"]>;

/** What a page shows of a sheet: all of it, or its simple version. */
export interface SheetReading<S extends string> {
  /** The simple version, if there is one. */
  readonly easyRead: EasyRead | undefined;
  /** Whether it is the one shown. */
  readonly isSimple: boolean;
  readonly sections: readonly S[];
  readonly has: (name: S) => boolean;
}

/** Sections that the simple version leaves in place: how to take the sheet up, and what became of it. */
const keptBesideSimple: readonly string[] = ["replication", "adoptions", "related", "identity"];

/** Chooses what to show of a sheet that has something to say in all of these sections; `simple` is whether the reader asked for the simple version. */
export function readingOf<S extends string>(
  { easyRead: given }: Pick<Resource["data"], "easyRead">,
  all: readonly S[],
  simple: boolean,
): SheetReading<S> {
  const easyRead = given?.body ? given : undefined;
  const isSimple = simple && easyRead !== undefined;
  const sections = isSimple ? all.filter((name) => keptBesideSimple.includes(name)) : all;
  return { easyRead, isSimple, sections, has: (name) => sections.includes(name) };
}
