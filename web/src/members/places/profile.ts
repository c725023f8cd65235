import { memberPath, type Profile, type ProfileField, profileAnswerSchema, profileFormSchema } from "@essaim/content";
import { z } from "zod";
import { isRefusal, type MemberClient } from "../member-client.ts";
import {
  lineOf,
  type MakePlace,
  type MemberRequest,
  noticeOf,
  type Outcome,
  type Signed,
  signedIn,
} from "../outcome.ts";
import { readTyped, type Typed, typedAs } from "../typed-form.ts";
import type { Notice } from "../visit.ts";

const place = "profile";

/** What a member says of themselves, what the portal knows of them, and how they leave. */
export const profilePlace: MakePlace = (client) => ({
  show: (request) =>
    signedIn(client, request, (signed) =>
      new URLSearchParams(request.query).has("donnees")
        ? sendData(client, signed)
        : showProfile(client, request, signed),
    ),
  act: (request, form) =>
    signedIn(client, request, (signed) =>
      form.get("act") === "leave" ? leave(client, request, signed, form) : save(client, request, signed, form),
    ),
});

/** A form that wasn't taken: what was typed, and why. */
interface Kept {
  readonly status: number;
  readonly notice: Notice;
  readonly typed?: Typed<ProfileField>;
}

async function showProfile(
  client: MemberClient,
  { locale }: MemberRequest,
  { session, member }: Signed,
  kept?: Kept,
): Promise<Outcome> {
  const answer = await client.get(profileAnswerSchema, `profile?locale=${locale}`, session);
  if (isRefusal(answer)) return { to: memberPath("signIn", locale) };
  const { profile, revision, tools } = answer;
  const { typed = typedAs(valuesOf(profile)), status, ...notice } = kept ?? {};
  return { visit: { place, member, typed, revision, tools, ...notice }, ...(status !== undefined && { status }) };
}

const valuesOf = ({ name, role, skills, offers, languages, tools, listed, contactOptIn }: Profile) => ({
  ...{ name, role, skills: skills.join("\n"), offers: offers.join("\n"), languages: languages.join("\n") },
  ...{ tools: tools.join(" "), listed: listed ? "on" : "", contactOptIn: contactOptIn ? "on" : "" },
});

async function save(
  client: MemberClient,
  request: MemberRequest,
  signed: Signed,
  form: URLSearchParams,
): Promise<Outcome> {
  const read = readTyped(profileFormSchema, form);
  if ("typed" in read) return showProfile(client, request, signed, { status: 400, typed: read.typed, notice: "mend" });
  const body = { profile: read.data, revision: lineOf(form, "revision"), locale: request.locale };
  const refusal = await client.tell("profile", body, signed.session);
  if (!refusal) return showProfile(client, request, signed, { status: 200, notice: "kept" });
  return showProfile(client, request, signed, {
    status: refusal.refused,
    typed: typedAs(valuesOf(read.data)),
    notice: refusal.code === "changed-meanwhile" ? "changedMeanwhile" : noticeOf(refusal),
  });
}

async function sendData(client: MemberClient, { session }: Signed): Promise<Outcome> {
  const data = await client.get(z.record(z.string(), z.unknown()), "data", session);
  const body = Buffer.from(`${JSON.stringify(isRefusal(data) ? {} : data, null, 2)}\n`);
  return { file: { name: "essaim.json", type: "application/json; charset=utf-8", body } };
}

async function leave(
  client: MemberClient,
  request: MemberRequest,
  signed: Signed,
  form: URLSearchParams,
): Promise<Outcome> {
  const refusal = await client.tell("leave", { password: lineOf(form, "password") }, signed.session);
  if (!refusal) return { visit: { place: "signIn", notice: "left" }, session: null };
  const notice = refusal.code === "wrong-password" ? "wrongPassword" : noticeOf(refusal);
  return showProfile(client, request, signed, { status: refusal.refused, notice });
}
