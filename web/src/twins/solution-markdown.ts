import { type Locale, languageOf, type PublishedDocument, type Solution } from "@essaim/content";
import { formatNumber } from "../i18n/numbers.ts";
import { formatPartialDate } from "../i18n/partial-dates.ts";
import { type Translate, translatorOf } from "../i18n/translator.ts";
import { describeCost } from "../views/quantities.ts";
import { describeDates } from "../views/sheet/solution-dates.ts";
import { join, list, named, numbered, plain, rich, section } from "./markdown.ts";
import { easyReadMarkdown, resourceMarkdown, type TwinPlace } from "./resource-markdown.ts";

/** A solution sheet as Markdown, its sections in the order of its page. */
export function solutionMarkdown(document: PublishedDocument<"solution">, place: TwinPlace): string {
  const { data } = document;
  const lang = languageOf(document);
  const t = translatorOf(lang);
  const body = join(
    section(t("section.situation"), rich(data.startingSituation)),
    section(t("section.objectives"), list(data.objectives.map(plain))),
    section(t("section.steps"), join(...data.steps.map((step) => stepMarkdown(step, lang)))),
    section(t("section.team"), list(data.team.map(({ role, count, mission }) => roleMarkdown(count, role, mission)))),
    section(t("section.means"), meansMarkdown(data, lang, t)),
    section(t("section.results"), list(data.results.map((result) => resultMarkdown(result, lang)))),
    section(t("section.changes"), changesMarkdown(data.changes, t)),
    section(
      t(data.difficulties.length > 0 ? "section.roles" : "section.rolesOnly"),
      join(
        section(t("roles.residents"), numbered(data.residentRoles.map(plain)), 3),
        section(t("roles.centre"), numbered(data.centreRoles.map(plain)), 3),
        section(t("difficulties.title"), numbered(data.difficulties.map((one) => difficultyMarkdown(one, t))), 3),
      ),
    ),
    section(t("section.nextSteps"), rich(data.nextSteps)),
    section(t("section.replication"), replicationMarkdown(data.replication, t)),
    easyReadMarkdown(document, lang),
  );
  return resourceMarkdown(document, body, place, describeDates(data, lang));
}

const roleMarkdown = (count: number | undefined, role: string, mission: string | undefined): string =>
  plain([[count, role].filter((part) => part !== undefined).join(" "), mission].filter(Boolean).join(" – "));

const stepMarkdown = ({ title, when, duration, body }: Solution["steps"][number], lang: Locale): string => {
  const moment = [when && formatPartialDate(when, lang), duration].filter((part) => part !== undefined).join(", ");
  return section([title, moment].filter(Boolean).join(" – "), rich(body) || " ", 3).trim();
};

function meansMarkdown({ means, funding }: Solution, lang: Locale, t: Translate): string {
  return join(
    section(t("means.funding"), list(funding.map(plain)), 3),
    section(t("means.budget"), means?.budget ? plain(describeCost(means.budget, lang) ?? "") : "", 3),
    section(t("means.rooms"), list((means?.rooms ?? []).map(plain)), 3),
    section(t("means.equipment"), list((means?.equipment ?? []).map(plain)), 3),
    rich(means?.notes),
  );
}

function resultMarkdown({ label, value, unit, moreThan, body }: Solution["results"][number], lang: Locale): string {
  const figure = value === undefined ? "" : `${formatNumber(value, lang)}${unit ? ` ${unit}` : ""}`;
  const more = moreThan ? ` ${translatorOf(lang)("results.more")}` : "";
  return join(plain(figure === "" ? label : `${figure}${more} ${label}`), rich(body));
}

const changesMarkdown = (changes: Solution["changes"], t: Translate): string =>
  join(
    section(t("changes.residents"), rich(changes?.residents), 3),
    section(t("changes.centre"), rich(changes?.centre), 3),
    section(t("changes.territory"), rich(changes?.territory), 3),
    section(t("changes.partners"), rich(changes?.partners), 3),
  );

const difficultyMarkdown = (
  { title, whatHappened, howOvercome }: Solution["difficulties"][number],
  t: Translate,
): string => join(`**${plain(title)}**`, rich(whatHappened), named(t("difficulties.helped"), rich(howOvercome)));

function replicationMarkdown(replication: Solution["replication"], t: Translate): string {
  if (replication === undefined) return "";
  const part = (key: "prerequisites" | "pitfalls" | "mustKeep" | "mayAdapt" | "skills") =>
    section(t(`replication.${key}`), list(replication[key].map(plain)), 3);
  return join(
    replication.isExample ? `_${plain(t("replication.example"))}_` : undefined,
    part("prerequisites"),
    section(t("sheet.minimumTeam"), list(replication.minimumTeam.map(plain)), 3),
    part("skills"),
    part("pitfalls"),
    part("mustKeep"),
    part("mayAdapt"),
    section(t("replication.plan"), numbered(replication.plan.map((step) => planStepMarkdown(step, t))), 3),
  );
}

type PlanStep = NonNullable<Solution["replication"]>["plan"][number];

function planStepMarkdown({ title, weekOffset, durationWeeks, role, checklist }: PlanStep, t: Translate): string {
  const moment = weekOffset === undefined ? undefined : weekMarkdown(weekOffset, t);
  const lasts = durationWeeks ? t("plan.lasts", { count: durationWeeks }) : undefined;
  const facts = [moment, lasts, role].filter((fact) => fact !== undefined).join(", ");
  return join(
    plain([title, facts].filter(Boolean).join(" – ")),
    list(checklist.map(plain), () => "- [ ]"),
  );
}

function weekMarkdown(weekOffset: number, t: Translate): string {
  if (weekOffset === 0) return t("plan.start");
  return weekOffset < 0 ? t("plan.before", { count: -weekOffset }) : t("plan.after", { count: weekOffset });
}
