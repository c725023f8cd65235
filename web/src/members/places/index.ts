import type { MemberPlace } from "@essaim/content";
import type { MemberClient } from "../member-client.ts";
import type { Place } from "../outcome.ts";
import { adaptPlace } from "./adapt.ts";
import { adoptPlace } from "./adopt.ts";
import { adoptionPlace } from "./adoption.ts";
import { diffusionPlace } from "./diffusion.ts";
import { invitationPlace } from "./invitation.ts";
import { joinPlace } from "./join.ts";
import { mergePlace } from "./merge.ts";
import { noticesPlace } from "./notices.ts";
import { ownCentrePlace } from "./own-centre.ts";
import { passwordPlace } from "./password.ts";
import { planPlace } from "./plan.ts";
import { profilePlace } from "./profile.ts";
import { questionPlace } from "./question.ts";
import { reportPlace } from "./report.ts";
import { signInPlace } from "./sign-in.ts";

/** How each page for members answers. */
export const makePlaces = (client: MemberClient, publicUrl: string): Readonly<Record<MemberPlace, Place>> => ({
  signIn: signInPlace(client),
  password: passwordPlace(client),
  invitation: invitationPlace(client),
  ownCentre: ownCentrePlace(client),
  notices: noticesPlace(client),
  diffusion: diffusionPlace(client),
  join: joinPlace(client),
  question: questionPlace(client),
  profile: profilePlace(client),
  adopt: adoptPlace(client),
  adoption: adoptionPlace(client),
  plan: planPlace(client, publicUrl),
  adapt: adaptPlace(client),
  report: reportPlace(client),
  merge: mergePlace(client),
});
