import { joinFormSchema } from "@essaim/content";
import { originOf } from "../form.ts";
import { type MakePlace, noticeOf } from "../outcome.ts";
import { isTrapped, nothingTyped, readTyped, typedAs } from "../typed-form.ts";

const place = "join";

/** Where a centre from outside asks to join the network. */
export const joinPlace: MakePlace = (client) => ({
  show: async () => ({ visit: { place, typed: nothingTyped } }),
  async act({ req, locale }, form) {
    if (isTrapped(form)) return { visit: { place, notice: "asked" } };
    const read = readTyped(joinFormSchema, form);
    if ("typed" in read) return { status: 400, visit: { place, typed: read.typed, notice: "mend" } };
    const refusal = await client.tell("join", { ...read.data, locale, origin: originOf(req) });
    if (!refusal) return { visit: { place, notice: "asked" } };
    const notice = refusal.refused === 429 ? "tooManyToday" : noticeOf(refusal);
    return { status: refusal.refused, visit: { place, typed: typedAs(read.data), notice } };
  },
});
