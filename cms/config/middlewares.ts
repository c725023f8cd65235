export default [
  { name: "strapi::logger", config: { level: "warn" } },
  "strapi::errors",
  "strapi::security",
  { name: "strapi::cors", config: { origin: [] } },
  "strapi::query",
  // A batch of a package holds up to 50 lines of up to a million characters.
  {
    name: "strapi::body",
    config: { jsonLimit: "64mb", textLimit: "1mb", formLimit: "1mb", formidable: { maxFileSize: 20 * 1024 * 1024 } },
  },
  "strapi::session",
  "strapi::favicon",
  "strapi::public",
];
