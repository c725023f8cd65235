import type { contentTypes } from "@essaim/content";
import type { TypeForm } from "../form.ts";

type FormOf<N extends keyof typeof contentTypes> = TypeForm<(typeof contentTypes)[N]["fields"]>;

/** One form for each content type of the contract: a field without a label doesn’t compile. */
export type TypeForms = { readonly [N in keyof typeof contentTypes]: FormOf<N> };

export type Solution = FormOf<"solution">;
export type Guide = FormOf<"guide">;
export type Kit = FormOf<"kit">;
export type Page = FormOf<"page">;
export type Centre = FormOf<"centre">;
export type Person = FormOf<"person">;
export type Term = FormOf<"theme">;
export type Tool = FormOf<"tool">;
export type Adoption = FormOf<"adoption">;
export type Plan = FormOf<"plan">;
export type Report = FormOf<"report">;
export type Need = FormOf<"need">;
export type Synonym = FormOf<"synonym">;
