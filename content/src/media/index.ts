export * from "./file-kinds.ts";
export * from "./file-refusals.ts";
export * from "./media.ts";
export * from "./picture-sizes.ts";
