export * from "./addresses.ts";
export * from "./routes.ts";
export * from "./sections.ts";
