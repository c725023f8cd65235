import { Typography } from "@strapi/design-system";

/** One field of the form, as far as grouping needs it. */
interface PlacedField {
  readonly name: string;
  readonly type: string;
}

type Panel<F> = readonly (readonly F[])[];

/** The layout of a form as Strapi makes it: panels of rows of fields, and what is said beside each field. */
interface EditLayout<F> {
  readonly layout: readonly Panel<F>[];
  readonly metadatas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Begins a new panel, under its heading, at each field that has one. */
export function groupFields<F extends PlacedField, L extends EditLayout<F>>(view: { layout: L }) {
  const panels: (F | HeadingField<F>)[][][] = [];
  for (const row of view.layout.layout.flat()) {
    const [first] = row;
    const heading = first && view.layout.metadatas[first.name]?.["heading"];
    if (first && typeof heading === "string") panels.push([[headingAbove(first, heading)]]);
    const panel = panels.at(-1);
    if (panel) panel.push([...row]);
    else panels.push([[...row]]);
  }
  return { ...view, layout: { ...view.layout, layout: panels } };
}

type HeadingField<F> = F & { type: string; size: number; label: string };

/** A heading takes the place of a field, and the name of the one below: whoever may see that field sees its heading. */
const headingAbove = <F extends PlacedField>(field: F, title: string): HeadingField<F> => ({
  ...field,
  type: "group-heading",
  attribute: { type: "group-heading" },
  size: 12,
  label: title,
  hint: "",
});

/** The heading of a group of fields. */
export function GroupHeading({ label }: { readonly label?: string }) {
  return (
    <Typography tag="h2" variant="beta">
      {label}
    </Typography>
  );
}
