import { maxFileBytes } from "@essaim/content";
import { environment, folders } from "../src/environment.ts";
import { outbox } from "../src/mail/outbox.ts";
import { secretKey } from "../src/secret-keys.ts";

export default {
  "users-permissions": { config: { jwtSecret: secretKey("user sessions") } },
  email: {
    config: {
      provider: "nodemailer",
      providerOptions: environment.SMTP_URL ? { url: environment.SMTP_URL } : outbox(folders.outbox),
      settings: { defaultFrom: environment.MAIL_FROM },
    },
  },
  // Nothing is refused by the type that it is declared to have: src/upload looks at the bytes.
  upload: { config: { sizeLimit: maxFileBytes, security: { deniedTypes: [] } } },
};
