import type { MotifPath, Scheme } from "../components/marks/motif.ts";

/** Colours of a motif outside a page, where no style reaches it: those of the page's own. */
export interface SchemeColours {
  readonly ground: string;
  readonly core: string;
  readonly thread: string;
  readonly cluster: string;
  readonly accent: string;
  /** Of words on this ground. */
  readonly ink: string;
}

const [dark, light] = ["#12302d", "#f3f6ee"];

/** Colours of each scheme. */
export const schemeColours = {
  night: { ground: "#0b4a46", core: "#f6d04d", thread: "#a9d6c9", cluster: light, accent: "#ff9d7e", ink: light },
  yellow: { ground: "#f6d04d", core: dark, thread: "#6d5a0c", cluster: "#0b5d57", accent: "#a53a22", ink: dark },
  flax: { ground: "#cdd8f6", core: "#2f4187", thread: "#5567ad", cluster: dark, accent: "#a53a22", ink: dark },
  brick: { ground: "#9c3620", core: "#fde9b2", thread: "#f0b19e", cluster: "#f6d04d", accent: "#cdd8f6", ink: light },
} as const satisfies Record<Scheme, SchemeColours>;

/** Colour of a part of a motif. */
export const colourOf = (part: MotifPath["part"], colours: SchemeColours): string =>
  part === "thread" || part === "cluster" || part === "accent" ? colours[part] : colours.core;
