import { site } from "../../../access/tokens.ts";

const route = (method: "GET" | "POST", path: string, action: string) => ({
  method,
  path: `/member/${path}`,
  handler: `member.${action}`,
  config: { auth: { strategies: site, scope: [`api::member.member.${action}`] } },
});

export default {
  routes: [
    route("POST", "sign-in", "signIn"),
    route("POST", "sign-out", "signOut"),
    route("POST", "sign-out-everywhere", "signOutEverywhere"),
    route("GET", "me", "me"),
    route("POST", "forgotten", "forgotten"),
    route("POST", "password", "password"),
    route("POST", "invitations", "invite"),
    route("POST", "invitation", "invitation"),
    route("POST", "invitation/accept", "accept"),
  ],
};
