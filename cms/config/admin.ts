import { deskReset } from "../src/mail/desk-reset.ts";
import { previewSettings } from "../src/preview/preview-address.ts";
import { secretKey } from "../src/secret-keys.ts";

export default {
  auth: { secret: secretKey("admin sessions") },
  apiToken: { salt: secretKey("api tokens"), secrets: { encryptionKey: secretKey("api token display") } },
  transfer: { token: { salt: secretKey("transfer tokens") } },
  secrets: { encryptionKey: secretKey("encryption") },
  forgotPassword: { emailTemplate: deskReset },
  flags: { nps: false, promoteEE: false },
  preview: previewSettings,
  autoOpen: false,
};
