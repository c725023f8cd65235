import { type Field, type Fields, isFileRefusal, maxFileBytes, mediaSchema, writableFields } from "@essaim/content";
import type { SentFiles } from "../form.ts";
import { isRefusal, type MemberClient } from "../member-client.ts";
import type { Problem } from "./stored-of.ts";
import { isList, newFileName, type TypedItem, type TypedSheet } from "./typed.ts";

/** What a form says once the files that it brought are kept by the CMS, and those that it refused. */
export interface Taken {
  readonly typed: TypedSheet;
  readonly problems: readonly Problem[];
}

/** Hands over the files that came with a form, and puts what the CMS made of them into their fields; no other field is looked at. */
export async function takeFiles(
  fields: Fields,
  sent: TypedSheet,
  { files, send }: { readonly files: SentFiles; readonly send: (file: File) => ReturnType<typeof sendFile> },
): Promise<Taken> {
  const problems: Problem[] = [];
  if (files.size === 0) return { typed: sent, problems };

  async function inFields(within: Fields, typed: TypedSheet, at: string): Promise<TypedSheet> {
    const taken: Record<string, TypedSheet[string]> = { ...typed };
    for (const [name, field] of Object.entries(writableFields(within))) {
      const value = typed[name];
      if (value !== undefined) taken[name] = await inField(field, value, at + name);
    }
    return taken;
  }

  async function inField({ shape }: Field, value: TypedSheet[string], name: string): Promise<TypedSheet[string]> {
    const file = files.get(name + newFileName);
    if (shape.kind === "media" && file && typeof value === "string") {
      const answer = await send(file);
      if (typeof answer === "string") return answer;
      problems.push({ ...answer, name });
      return value;
    }
    if (shape.kind !== "component" || typeof value === "string") return value;
    if (!isList(value)) return inFields(shape.component.fields, value, `${name}.`);
    const items: TypedItem[] = [];
    for (const [place, item] of value.entries())
      items.push({ ...item, typed: await inFields(shape.component.fields, item.typed, `${name}.${place}.`) });
    return items;
  }

  return { typed: await inFields(fields, sent, ""), problems };
}

/** Hands one file over: what its field says from now on, or why it was refused. */
export async function sendFile(
  { client, session, id }: { readonly client: MemberClient; readonly session: string; readonly id: string },
  file: File,
): Promise<string | Omit<Problem, "name">> {
  if (file.size === 0) return { kind: "file", code: "empty-file" };
  // The CMS reads no further, and then its answer gets lost on the way.
  if (file.size > maxFileBytes) return { kind: "file", code: "file-too-large" };
  const query = new URLSearchParams({ key: id, name: file.name.slice(-200) });
  const answer = await client.send(mediaSchema, `sheets/files?${query}`, file, session);
  if (!isRefusal(answer)) return JSON.stringify(answer);
  const { code } = answer;
  return { kind: "file", code: isFileRefusal(code) || code === "too-many-files" ? code : "unknown" };
}
