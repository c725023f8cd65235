import type { Fields } from "@essaim/content";

/** What an editor reads beside a field: its label alone, or with a sentence of help and an example inside the empty field. */
export type FieldText = string | { readonly label: string; readonly help?: string; readonly placeholder?: string };

/** Fields side by side; text fields and components that need the whole width stand alone. */
export type Row<Name extends string = string> = readonly Name[];

/** Fields that belong together, under a heading of the form. */
export interface Group<Name extends string = string> {
  readonly title: string;
  readonly rows: readonly Row<Name>[];
}

type NameOf<F extends Fields> = Extract<keyof F, string>;

/** How the desk shows a content type. */
export interface TypeForm<F extends Fields = Fields> {
  readonly texts: { readonly [N in NameOf<F>]: FieldText };
  /** Every field stands in exactly one of them, in the order of the sheet that readers see. */
  readonly groups: readonly Group<NameOf<F>>[];
  /** The columns of the list, beside state and languages: attributes, or Strapi’s own dates. */
  readonly columns: readonly (NameOf<F> | "uid" | "updatedAt")[];
  /** What an entry is called where it is chosen: a plain field. */
  readonly title: NameOf<F> | "uid";
  readonly sort: readonly [by: NameOf<F> | "uid" | "updatedAt", order: "ASC" | "DESC"];
}

/** How the desk shows a component; its rows hold every field once. */
export interface ComponentForm {
  readonly texts: Readonly<Record<string, FieldText>>;
  readonly rows: readonly Row[];
  /** What a folded component is called. */
  readonly title?: string;
}

/** The text of a field, whichever way it is written. */
export const toText = (text: FieldText): { label: string; help?: string; placeholder?: string } =>
  typeof text === "string" ? { label: text } : text;
