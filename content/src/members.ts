import { z } from "zod";
import { uidSchema } from "./keys.ts";
import { type Locale, localeSchema } from "./locales.ts";
import { lineSchema } from "./model/plain-text.ts";

/** Fewest signs of a password, and most bytes: bcrypt reads no further. */
export const [shortestPassword, longestPassword] = [10, 72];

/** A password that a member chooses. */
export const passwordSchema = z
  .string()
  .min(shortestPassword)
  .refine((text) => new TextEncoder().encode(text).length <= longestPassword, "must have at most 72 bytes");

/** What a member is called: it stands in messages and under what they publish. */
export const memberNameSchema = z.string().trim().pipe(lineSchema(160));

/** An address as accounts go by it: in lower case. */
export const memberEmailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** What a session is called by: 256 random bits in base64url. Links of accounts have the same form. */
export const secretIdSchema = z.string().regex(/^[\w-]{43}$/);

/** Where a request came from, as the site sees it: attempts are counted by it. */
export const originSchema = z.string().min(1).max(64);

/** Someone who has an account, as they see themselves; `centre` is the one that they act for, `federation` whether they belong to its team. */
export const memberSchema = z.object({
  name: z.string(),
  email: z.string(),
  centre: z.object({ uid: z.string(), name: z.string() }).nullable(),
  federation: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

/** Body of `POST /api/member/sign-in`. */
export const signInSchema = z.strictObject({
  email: z.string().max(300),
  password: z.string().max(300),
  origin: originSchema,
});
/** Body of `POST /api/member/forgotten`. */
export const forgottenSchema = z.strictObject({
  email: z.string().max(300),
  locale: localeSchema,
  origin: originSchema,
});
/** Body of `POST /api/member/password`. */
export const newPasswordSchema = z.strictObject({ link: secretIdSchema, password: passwordSchema });
/** Body of `POST /api/member/invitation`: what is it for? */
export const invitationSchema = z.strictObject({ link: secretIdSchema });
/** Body of `POST /api/member/invitation/accept`. */
export const acceptSchema = z.strictObject({
  link: secretIdSchema,
  name: memberNameSchema,
  password: passwordSchema,
});
/** Body of `POST /api/member/invitations`; the federation may name the centre that somebody shall act for, by its uid. */
export const inviteSchema = z.strictObject({
  email: memberEmailSchema,
  locale: localeSchema,
  centre: uidSchema.optional(),
});

/** A session that begins. */
export const sessionAnswerSchema = z.object({ session: secretIdSchema, member: memberSchema });
/** Whom an invitation is for, by the name that they gave if any, and into which centre. */
export const invitationAnswerSchema = z.object({
  email: z.string(),
  name: z.string().nullable(),
  centre: z.string().nullable(),
});
/** Who the session's member is, and how many notices they have not read. */
export const memberAnswerSchema = z.object({ member: memberSchema, unread: z.number() });
export type Reader = z.infer<typeof memberAnswerSchema>;

/** An invitation that nobody has accepted yet: `sentAt` is when its last message went, `isOver` whether no link opens it any more. */
export const pendingInvitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  centre: z.string().nullable(),
  sentAt: z.string().nullable(),
  isOver: z.boolean(),
});
export type PendingInvitation = z.infer<typeof pendingInvitationSchema>;
/** An answer of `GET /api/member/invitations`: those of the whole network, for the federation. */
export const pendingInvitationsSchema = z.object({ invitations: z.array(pendingInvitationSchema) });
/** Body of `POST /api/member/invitations/again` and `…/cancel`. */
export const namedInvitationSchema = z.strictObject({ id: z.string().min(1).max(64) });

/** An answer of `GET /api/member/colleagues`: who else acts for the member’s centre, and who was invited to. */
export const colleaguesSchema = z.object({
  colleagues: z.array(z.object({ name: z.string() })),
  ...pendingInvitationsSchema.shape,
});
export type Colleague = z.infer<typeof colleaguesSchema>["colleagues"][number];

/** How long a session that isn't used lasts, in seconds. */
export const sessionSeconds = 30 * 86_400;

/** The header in which the site passes on a member's session. */
export const sessionHeader = "x-essaim-session";

/** First word, after the language, of the addresses of members' pages: messages link to them. */
export const memberPlaces = {
  signIn: { fr: "connexion", en: "sign-in", nl: "aanmelden" },
  password: { fr: "mot-de-passe", en: "password", nl: "wachtwoord" },
  invitation: { fr: "invitation", en: "invitation", nl: "uitnodiging" },
  ownCentre: { fr: "mon-centre", en: "my-centre", nl: "mijn-centrum" },
  notices: { fr: "nouvelles", en: "notices", nl: "meldingen" },
  profile: { fr: "mon-profil", en: "my-profile", nl: "mijn-profiel" },
  diffusion: { fr: "diffusion", en: "diffusion", nl: "verspreiding" },
  question: { fr: "question", en: "question", nl: "vraag" },
  join: { fr: "rejoindre", en: "join", nl: "aansluiten" },
  adopt: { fr: "essaimer", en: "adopt", nl: "overnemen" },
  adoption: { fr: "essaimage", en: "adoption", nl: "overname" },
  plan: { fr: "plan", en: "plan", nl: "plan" },
  adapt: { fr: "adapter", en: "adapt", nl: "aanpassen" },
  report: { fr: "bilan", en: "report", nl: "verslag" },
  merge: { fr: "reprendre", en: "take-over", nl: "wijzigingen-overnemen" },
} as const satisfies Record<string, Record<Locale, string>>;

/** A page for members. */
export type MemberPlace = keyof typeof memberPlaces;

/** Address of a page for members. @example memberPath("signIn", "nl") // "/nl/aanmelden/" */
export const memberPath = (place: MemberPlace, locale: Locale): string => `/${locale}/${memberPlaces[place][locale]}/`;
