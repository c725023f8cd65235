import { secretIdSchema, sessionSeconds } from "@essaim/content";

const name = "essaim_session";

/** The session that a request carries, if it has the form of one. */
export function sessionIn(cookies: string | undefined): string | undefined {
  const value = (cookies ?? "")
    .split(";")
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  return secretIdSchema.safeParse(value).data;
}

/** Has a browser keep a session, out of reach of scripts and of forms on other sites; without one, forget it. */
export function sessionCookie(session: string | undefined, publicUrl: string): string {
  const age = session === undefined ? 0 : sessionSeconds;
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${name}=${session ?? ""}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`;
}
