import { maxFileBytes } from "@essaim/content";
import { secretKey } from "../src/secret-keys.ts";

export default {
  "users-permissions": { config: { jwtSecret: secretKey("user sessions") } },
  // Nothing is refused by the type that it is declared to have: src/upload looks at the bytes.
  upload: { config: { sizeLimit: maxFileBytes, security: { deniedTypes: [] } } },
};
