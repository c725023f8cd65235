import type { TypeForms } from "./fields.ts";
import { guideForm } from "./guide.ts";
import { kitForm } from "./kit.ts";
import { adoptionForm, needForm, planForm, reportForm } from "./loop.ts";
import { audienceForm, centreForm, personForm, themeForm, toolForm } from "./network.ts";
import { pageForm } from "./page.ts";
import { solutionForm } from "./solution.ts";
import { synonymForm } from "./synonym.ts";

export { componentForms } from "./components.ts";

/** The form of every content type. */
export const typeForms = {
  theme: themeForm,
  audience: audienceForm,
  tool: toolForm,
  centre: centreForm,
  person: personForm,
  kit: kitForm,
  guide: guideForm,
  solution: solutionForm,
  page: pageForm,
  adoption: adoptionForm,
  plan: planForm,
  report: reportForm,
  need: needForm,
  synonym: synonymForm,
} satisfies TypeForms;
