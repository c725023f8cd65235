import { z } from "zod";
import { uidSchema } from "../keys.ts";
import { localeSchema } from "../locales.ts";
import { contentTypes } from "../types/index.ts";
import { manifestSchema } from "./manifest.ts";
import { versionLineSchema } from "./version-line.ts";

/** The JSON Schema (draft 2020-12) of a package: its manifest and the lines of its two files. */
export function packageJsonSchema(): Record<string, unknown> {
  const line = (name: string, data: z.ZodType) =>
    z.strictObject({
      type: z.literal(name),
      uid: uidSchema,
      locale: localeSchema,
      status: z.enum(["published", "draft"]).optional(),
      data,
    });
  const toSchema = (schema: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    return rest;
  };
  const lines = Object.values(contentTypes).filter((type) => type.publicity !== "none");
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Essaim package, version 1",
    description:
      "essaim.json follows #/$defs/manifest; each line of content.jsonl follows #/$defs/line; each line of versions.jsonl follows #/$defs/versionLine.",
    oneOf: [{ $ref: "#/$defs/manifest" }, { $ref: "#/$defs/line" }, { $ref: "#/$defs/versionLine" }],
    $defs: {
      manifest: toSchema(manifestSchema),
      line: { oneOf: lines.map((type) => ({ $ref: `#/$defs/${type.name}` })) },
      versionLine: toSchema(versionLineSchema),
      ...Object.fromEntries(lines.map((type) => [type.name, toSchema(line(type.name, type.packaged))])),
    },
  };
}
