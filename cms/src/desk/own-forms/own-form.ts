import type { FieldText } from "../form.ts";

/** How the desk shows a type that the CMS keeps for editors alone, beside those of the contract. */
export interface OwnForm<Name extends string = string> {
  readonly uid: string;
  readonly texts: Readonly<Record<Name, FieldText>>;
  /** What editors may change; the rest comes by itself. */
  readonly editable: readonly Name[];
  /** Fields side by side, under a heading. */
  readonly groups: readonly { readonly title?: string; readonly rows: readonly (readonly Name[])[] }[];
  readonly columns: readonly Name[];
  readonly title: Name;
  readonly sort: readonly [by: Name | "updatedAt" | "createdAt", order: "ASC" | "DESC"];
}

/** Has the names of the fields checked where a form is written. */
export const ownForm = <Name extends string>(
  form: Pick<OwnForm<Name>, "texts" | "uid"> & Omit<OwnForm<NoInfer<Name>>, "texts" | "uid">,
): OwnForm<Name> => form;
