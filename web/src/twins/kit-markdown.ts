import { type Kit, languageOf, type PublishedDocument } from "@essaim/content";
import { formatClock } from "../i18n/dates.ts";
import { type Translate, translatorOf } from "../i18n/translator.ts";
import { planRunningOrder } from "../views/sheet/running-order.ts";
import { join, list, named, plain, rich, section } from "./markdown.ts";
import { easyReadMarkdown, resourceMarkdown, type TwinPlace } from "./resource-markdown.ts";

/** A kit as Markdown: its usual running order, for its usual number of people. */
export function kitMarkdown(document: PublishedDocument<"kit">, place: TwinPlace): string {
  const { data } = document;
  const lang = languageOf(document);
  const t = translatorOf(lang);
  const order = planRunningOrder(data, {});
  const level = order.days.length > 1 ? 4 : 3;
  const days = order.days.map(({ day, moments }) => {
    const told = moments.map(({ moment, start, minutes }) =>
      section(`${formatClock(start, lang)} – ${moment.title} (${minutes} min)`, momentMarkdown(moment, t), level),
    );
    return order.days.length > 1 ? section(t("kit.day", { day }), join(...told), 3) : join(...told);
  });
  const body = join(
    section(t("kit.purpose"), rich(data.purpose)),
    section(t("kit.before"), tasks(data.before)),
    section(t("kit.agenda"), join(...days)),
    section(t("kit.materials"), list(order.materials.map(({ name }) => plain(name)))),
    section(t("kit.afterwards"), tasks(data.after)),
    easyReadMarkdown(document, lang),
  );
  return resourceMarkdown(document, body, place);
}

const momentMarkdown = (
  { kind, optional, goal, facilitator, participants, materials }: Kit["agenda"][number],
  t: Translate,
) =>
  join(
    plain([t(`kit.kind.${kind}`), optional && t("kit.optional")].filter(Boolean).join(", ")),
    named(t("kit.goal"), goal && plain(goal)),
    named(`${t("kit.facilitator")} –`, rich(facilitator)),
    named(`${t("kit.print.participants")} –`, rich(participants)),
    list(materials.map(({ name }) => plain(name))),
  );

const tasks = (all: Kit["before"]): string =>
  list(
    all.map(({ title, when }) => plain([title, when].filter(Boolean).join(" – "))),
    () => "- [ ]",
  );
