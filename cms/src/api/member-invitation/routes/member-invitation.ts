import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const ofInvitation = routeOf("member-invitation");

export default {
  routes: [
    ofInvitation("GET", "/member/invitations", "pending", site),
    ofInvitation("POST", "/member/invitations", "invite", site),
    ofInvitation("POST", "/member/invitations/again", "again", site),
    ofInvitation("POST", "/member/invitations/cancel", "cancel", site),
  ],
};
