import { join } from "node:path";
import { french } from "../launch/french.mjs";
import { say } from "../launch/progress.mjs";
import { cmsDesk, isBuilt } from "./builds.ts";
import type { DemonstrationAccounts } from "./demonstration.ts";
import { cmsUrl, type PortalPlan, publicUrl } from "./parts.ts";

/** Frames lines for the terminal. */
export function box(lines: readonly string[]): string {
  const set = lines.map(french);
  const width = Math.max(...set.map((line) => line.length));
  const rule = "─".repeat(width + 2);
  return [`┌${rule}┐`, ...set.map((line) => `│ ${line.padEnd(width)} │`), `└${rule}┘`].join("\n");
}

/** How the start went, and the accounts to try the portal with, if there are some. */
interface Started {
  readonly seconds: number;
  readonly hasSearch: boolean;
  readonly demonstration: DemonstrationAccounts | undefined;
}

/** Says where everything is, once the portal serves; the administrator’s password is told at the first start only. */
export function announce(plan: PortalPlan, { seconds, hasSearch, demonstration }: Started): void {
  const { settings, secrets, data, root } = plan;
  const desk = isBuilt(root, cmsDesk) ? "" : "   (prêt dans un instant)";
  const chosen = settings.ESSAIM_ADMIN_PASSWORD !== undefined;
  const password =
    secrets.adminAnnounced || chosen
      ? []
      : [`  mot de passe     ${secrets.ESSAIM_ADMIN_PASSWORD}   (ne sera plus affiché)`];
  say(
    box([
      `Essaim est prêt, en ${seconds} s.`,
      "",
      `Site               ${publicUrl(settings)}/`,
      `Espace rédaction   ${cmsUrl(settings)}/admin${desk}`,
      `  administration   ${settings.ESSAIM_ADMIN_EMAIL}`,
      ...password,
      ...(demonstration ? demonstrationLines(settings, demonstration) : []),
      ...(hasSearch ? [] : ["Recherche          aucun moteur (voir README, MEILI_BIN et MEILI_URL)"]),
      `Messages envoyés   ${settings.SMTP_URL ? `par ${new URL(settings.SMTP_URL).host}` : data.outbox}`,
      `Données            ${data.root}`,
      `Journaux           ${join(data.logs, "*.log")}`,
      "",
      "Ctrl-C arrête tout.",
    ]),
  );
}

function demonstrationLines(settings: PortalPlan["settings"], { password, accounts }: DemonstrationAccounts): string[] {
  return [
    `Pour essayer       ${publicUrl(settings)}/fr/connexion/   (mot de passe : ${password})`,
    ...accounts.map(({ email, as }) => `  ${email.padEnd(24)} ${as}`),
  ];
}

/** Says that the desk, built after the site was up, may be opened. */
export const deskIsReady = ({ settings }: PortalPlan): void =>
  say(`✔ L'espace de rédaction est prêt : ${cmsUrl(settings)}/admin`);
