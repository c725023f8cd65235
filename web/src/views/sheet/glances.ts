import type { Locale, Solution } from "@essaim/content";
import type { Glance } from "../../components/page/glance.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { describeCost, describeDays, describePeople } from "../quantities.ts";

/** What every resource may say about what it takes. */
export type Takes = Pick<Solution, "preparationDays" | "cost" | "groupSize">;

/** What it takes to do it, before the story: time, money, people; then what a solution adds. */
export function glancesOf(takes: Takes, lang: Locale, replication?: Solution["replication"]): Glance[] {
  const t = translatorOf(lang);
  const { preparationDays: days, cost, groupSize } = takes;
  const glances: Glance[] = [
    {
      icon: "clock",
      label: t("sheet.preparation"),
      values: known(days === undefined ? undefined : describeDays(days, lang)),
    },
    { icon: "euro", label: t("sheet.cost"), values: known(cost && describeCost(cost, lang)) },
    { icon: "users", label: t("sheet.groupSize"), values: known(groupSize && describePeople(groupSize, lang)) },
    { icon: "user-check", label: t("sheet.minimumTeam"), values: replication?.minimumTeam ?? [] },
  ];
  return glances.filter(({ values }) => values.length > 0);
}

const known = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
