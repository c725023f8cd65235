import type { IconName } from "../marks/icons.ts";

/** One fact that decides whether a team can start. */
export interface Glance {
  readonly icon: IconName;
  readonly label: string;
  readonly values: readonly string[];
}
