import type { Guide } from "./fields.ts";
import { closingGroups, effortGroup, identityGroup, resourceTexts } from "./resource.ts";

/** A method, phase by phase. */
export const guideForm: Guide = {
  texts: {
    ...resourceTexts,
    title: { ...resourceTexts.title, placeholder: "Ex. : Monter un projet avec les habitants" },
    whenToUse: { label: "Quand s’en servir", help: "Les situations où la méthode aide, et celles où elle n’aide pas." },
    principles: { label: "Principes", help: "Ce qui doit rester vrai tout au long." },
    phases: { label: "Phases", help: "Dans l’ordre, chacune avec son but et ce qu’elle produit." },
    sources: { label: "Sources", help: "D’où vient la méthode." },
  },
  groups: [
    identityGroup,
    effortGroup,
    { title: "La méthode", rows: [["whenToUse"], ["principles"], ["phases"], ["sources"]] },
    ...closingGroups,
  ],
  columns: ["title", "centres", "maturity", "updatedAt"],
  title: "title",
  sort: ["updatedAt", "DESC"],
};
