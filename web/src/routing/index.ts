export * from "./addresses.ts";
export * from "./preferred-locale.ts";
export * from "./routes.ts";
export * from "./sections.ts";
