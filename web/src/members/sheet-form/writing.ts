import type { OwnSheet } from "@essaim/content";
import type { ToldSection } from "../../views/history/tell.ts";
import type { Problem } from "./stored-of.ts";
import type { TypedSheet } from "./typed.ts";

/** A sheet that is being written. */
export interface Writing {
  readonly sheet: OwnSheet;
  readonly typed: TypedSheet;
  /** What the sheet said when it was read, for the form to bring back. */
  readonly base: OwnSheet["data"];
  readonly problems: readonly Problem[];
  /** What just happened. `changed`: somebody else has saved it since it was read. */
  readonly said?: "saved" | "published" | "withdrawn" | "changed" | "listed" | "received" | "problems";
  /** The list that a button has just changed. */
  readonly list?: string;
  /** What somebody else has changed meanwhile. */
  readonly theirs?: readonly ToldSection[];
}
