import type { APIRoute } from "astro";
import { answerTwin } from "./twin.ts";

/** A document as JSON, at its page’s address with `.json` in place of the last slash. */
export const GET: APIRoute = (context) => answerTwin(context, "json");
