import type { APIRoute } from "astro";
import { answerTwin } from "./twin.ts";

/** A document as Markdown, at its page’s address with `.md` in place of the last slash. */
export const GET: APIRoute = (context) => answerTwin(context, "md");
