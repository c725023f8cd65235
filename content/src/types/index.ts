import type { z } from "zod";
import type { ContentType } from "./define-type.ts";
import { guide } from "./guide.ts";
import { kit } from "./kit.ts";
import { adoption, need, plan, report } from "./loop.ts";
import { audience, centre, person, theme, tool } from "./network.ts";
import { page } from "./page.ts";
import { solution } from "./solution.ts";
import { synonym } from "./synonym.ts";

/** Every content type, in the order in which a package lists them: what is referred to comes first where it can. */
export const contentTypes = {
  theme,
  audience,
  tool,
  centre,
  person,
  kit,
  guide,
  solution,
  page,
  adoption,
  plan,
  report,
  need,
  synonym,
} as const;

/** A content type's name. */
export type TypeName = keyof typeof contentTypes;
/** The types that visitors read: all but `plan`. */
export type PublishedType = Exclude<TypeName, "plan">;
/** The types a centre writes to share what it does. */
export type ResourceType = "solution" | "guide" | "kit";
/** A type's published data. */
export type PublishedData<T extends TypeName> = z.infer<(typeof contentTypes)[T]["published"]>;

/** Names of the types that visitors read. */
export const publishedTypes = Object.keys(contentTypes).filter((name): name is PublishedType => name !== "plan");
/** Names of the resource types. */
export const resourceTypes = ["solution", "guide", "kit"] as const satisfies readonly ResourceType[];

/** Whether a name from outside is a content type's. */
export const isTypeName = (name: string): name is TypeName => Object.hasOwn(contentTypes, name);

/** A type by its name, for code that treats all types alike. */
export const contentType = (name: TypeName): ContentType => contentTypes[name];
