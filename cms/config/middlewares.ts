import { maxFileBytes } from "@essaim/content";

export default [
  { name: "strapi::logger", config: { level: "warn" } },
  "strapi::errors",
  "strapi::security",
  { name: "strapi::cors", config: { origin: [] } },
  "strapi::query",
  // Packages may bring more: see src/setup/body-limits.ts. A file that is somewhat too large gets as far as the media library, which says so in words.
  {
    name: "strapi::body",
    config: { jsonLimit: "4mb", textLimit: "1mb", formLimit: "1mb", formidable: { maxFileSize: 4 * maxFileBytes } },
  },
  "strapi::session",
  "strapi::favicon",
  "strapi::public",
];
