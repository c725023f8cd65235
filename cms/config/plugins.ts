import { secretKey } from "../src/secret-keys.ts";

/** Largest file that the media library takes, in bytes. */
const sizeLimit = 20 * 1024 * 1024;

export default {
  "users-permissions": { config: { jwtSecret: secretKey("user sessions") } },
  upload: { config: { sizeLimit } },
};
