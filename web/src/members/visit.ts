import type {
  Adoptable,
  Askable,
  BeforeAdapting,
  Colleague,
  DatedStep,
  invitationAnswerSchema,
  JoinField,
  Key,
  Member,
  MemberAdoption,
  MemberNotice,
  MemberPlace,
  MemberPlan,
  MemberPlanAnswer,
  MemberReport,
  MergeOffer,
  NetworkAdoption,
  NoticesAnswer,
  OwnSheet,
  OwnSheets,
  PendingInvitation,
  PlannedEffort,
  ProfileAnswer,
  ProfileField,
  Question,
  QuestionField,
  Reader,
  WaitingJoin,
} from "@essaim/content";
import type { z } from "zod";
import type { DiffusionPage } from "../views/members/diffusion.ts";
import type { ChangedTicks, PlanForm } from "./plan-form.ts";
import type { Reviewing } from "./sheet-form/review.ts";
import type { Writing } from "./sheet-form/writing.ts";
import type { Typed } from "./typed-form.ts";

/** What a member's page says first, about what was just asked. */
export type Notice =
  | "wrong"
  | "tooMany"
  | "sent"
  | "changed"
  | "linkEnded"
  | "invalidPassword"
  | "invalidAddress"
  | "invited"
  | "invitedAgain"
  | "invitationCancelled"
  | "invitationGone"
  | "tooManyInvitations"
  | "asked"
  | "joinAccepted"
  | "joinDeclined"
  | "joinDecided"
  | "joinKnown"
  | "mend"
  | "tooManyToday"
  | "adopted"
  | "adoptedWithPlan"
  | "stageChanged"
  | "stageWithPlan"
  | "corrected"
  | "correctionTooLate"
  | "followed"
  | "kept"
  | "reported"
  | "draftKept"
  | "changedMeanwhile"
  | "takenUpAlready"
  | "noCentre"
  | "nothingDone"
  | "ownSheet"
  | "unknownSheet"
  | "unknownAdoption"
  | "mailStopped"
  | "wrongPassword"
  | "left"
  | "planChanged"
  | "stepGone"
  | "stepKept"
  | "stepRemoved"
  | "questionSent"
  | "ownQuestion"
  | "answerSent"
  | "answeredAlready"
  | "refused";

/** The forms of an adoption’s page. */
export const adoptionActs = ["stage", "correct", "stop", "follow", "visibility", "note"] as const;
/** A form of an adoption’s page. */
export type AdoptionAct = (typeof adoptionActs)[number];

/** What each page for members shows of its one reader. */
interface Shown {
  /** `email` is what was typed, to be typed once; `next` is where somebody was going who had to sign in first. */
  readonly signIn: {
    readonly email?: string;
    readonly next?: string;
    /** What somebody wrote into a form, whose session had ended meanwhile. */
    readonly written?: readonly string[];
    /** Who wrote it has signed in again. */
    readonly isBack?: boolean;
  };
  /** `link` is the secret of a message's link. */
  readonly password: { readonly link?: string };
  /** `invitation` tells whom the link is for. */
  readonly invitation: { readonly link?: string; readonly invitation?: z.infer<typeof invitationAnswerSchema> };
  /** Without `adoption` there is none to tell of. */
  readonly report: {
    readonly adoption?: MemberAdoption;
    readonly report?: MemberReport | null;
    readonly planned?: PlannedEffort;
    readonly today?: string;
    readonly typed?: Typed;
  };
  /** Who acts for no centre has only themselves; `questions` are those that the member can answer, `unread` is news not seen yet. */
  readonly ownCentre: {
    readonly member: Member;
    readonly unread: readonly MemberNotice[];
    readonly questions: readonly Question[];
    readonly asked: readonly Question[];
    readonly today?: string;
    readonly adoptions?: readonly MemberAdoption[];
    readonly colleagues?: readonly Colleague[];
    readonly invitations?: readonly PendingInvitation[];
    /** What the centre writes, published or not. */
    readonly sheets?: OwnSheets["sheets"];
  };
  /**
   * `as` is the member who asks, `isMine` whether the reader asked what is shown, `sent` what
   * about a question has just gone. Without `asking` or `answering` there is nothing left to write.
   */
  readonly question: {
    readonly asking?: Askable & { readonly of: Key; readonly as?: string; readonly typed: Typed<QuestionField> };
    readonly answering?: {
      readonly question: Question;
      readonly before: readonly Question[];
      readonly isMine?: boolean;
      readonly link?: string;
      readonly typed: Typed<QuestionField>;
    };
    readonly sent?: Askable & { readonly of: Key };
  };
  /** `stop` is the link by which somebody ends the e-mails. */
  readonly notices: { readonly told?: NoticesAnswer; readonly stop?: string };
  readonly profile: Omit<ProfileAnswer, "profile"> & { readonly member: Member; readonly typed: Typed<ProfileField> };
  /** Without `page` the reader isn't of the federation's team. */
  readonly diffusion: {
    readonly page?: DiffusionPage;
    readonly questions?: readonly Question[];
    readonly asked?: readonly Question[];
    readonly joins?: readonly WaitingJoin[];
    readonly invitations?: readonly PendingInvitation[];
    readonly seenAt?: string | null;
    readonly at?: string;
  };
  /** Nothing is left to type once the request was sent. */
  readonly join: { readonly typed?: Typed<JoinField> };
  /** Without `adoptable` there is nothing to take up. */
  readonly adopt: { readonly adoptable?: Adoptable; readonly today?: string; readonly typed?: Typed };
  /** Without `adoption` there is none to show. `typed` was sent by the form `act`, or without it when taking the sheet up, and not taken. */
  readonly adoption: {
    readonly adoption?: MemberAdoption;
    readonly others?: readonly NetworkAdoption[];
    readonly today?: string;
    readonly act?: AdoptionAct;
    readonly typed?: Typed;
  };
  /** Without `adoption` there is none to show, without `plan` it has none yet. `edited` is the step that is written: its key, or `new`; `at` the part that was just saved; `removed` the step that was just taken away. */
  readonly plan: {
    readonly adoption?: MemberAdoption;
    readonly plan?: MemberPlan;
    readonly cost?: MemberPlanAnswer["cost"];
    readonly centre?: string | undefined;
    readonly today?: string;
    readonly edited?: string;
    readonly at?: string;
    readonly removed?: DatedStep;
    readonly act?: PlanForm;
    readonly typed?: Typed;
    readonly ticks?: ChangedTicks;
  };
  /** Before there is an adaptation, and once it is being written. */
  readonly adapt: {
    /** The CMS’s word for why nothing can be done. */
    readonly refusal?: string;
    readonly before?: BeforeAdapting;
    readonly version?: number;
    readonly writing?: Writing;
    /** A draft to be read again and published, or a sheet to be taken off the site. */
    readonly reviewing?: Reviewing;
    readonly withdrawing?: OwnSheet;
  };
  /** `problem` is what was refused of one change, and what was typed for it. */
  readonly merge: {
    readonly refusal?: string;
    readonly offer?: MergeOffer;
    readonly said?: "taken" | "left" | "undone" | "followed";
    readonly problem?: { readonly code: string; readonly change: string; readonly text: string };
  };
}

/** One request for a certain page that is made for one person. */
export type VisitOf<P extends MemberPlace> = Shown[P] & {
  readonly place: P;
  readonly notice?: Notice;
  /** Who has signed in, for the menu of their own pages. */
  readonly reader?: Reader;
};

/** One request for a page that is made for one person. */
export type Visit = { readonly [P in MemberPlace]: VisitOf<P> }[MemberPlace];
