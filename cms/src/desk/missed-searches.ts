import type { Core } from "@strapi/strapi";
import type { TypeConfigurations } from "./arrange.ts";
import { namedAttributes } from "./attributes.ts";
import { type Configuration, reword } from "./configuration.ts";
import type { FieldText } from "./form.ts";

/** What editors say of a search, as its schema has it. */
export const missedSearchAnswers = ["to-do", "done", "ignored"] as const;

/** What stands beside the fields of a search that found nothing. */
export const missedSearchTexts = {
  words: {
    label: "Mots cherchés",
    help: "Comptés par semaine, sans rien de la personne. Une recherche n’apparaît qu’à partir de la deuxième fois.",
  },
  language: "Langue de la recherche",
  times: { label: "Nombre de fois", help: "En douze mois\u00a0; ce qui est plus ancien s’efface." },
  firstWeek: { label: "Première semaine", help: "Le lundi de cette semaine." },
  lastWeek: { label: "Dernière semaine", help: "Le lundi de cette semaine." },
  answer: {
    label: "Réponse",
    help: "Une fiche à écrire, ou un synonyme à ajouter, et la recherche est traitée. Supprimez-la si elle nomme quelqu’un.",
  },
} satisfies Readonly<Record<string, FieldText>>;

const uid = "api::missed-search.missed-search";

/** Gives the list of searches that found nothing its words; only what became of them can be changed there. */
export async function arrangeMissedSearches(strapi: Core.Strapi): Promise<void> {
  const types: TypeConfigurations = strapi.plugin("content-manager").service("content-types");
  const model = types.findContentType(uid);
  if (!model) throw new Error(`The CMS has no content type ${uid}`);
  await types.updateConfiguration(model, configurationOf(await types.findConfiguration(model)));
}

function configurationOf(known: Configuration): Configuration {
  const named = Object.entries<FieldText>(missedSearchTexts).flatMap(([name, text]) =>
    namedAttributes(name, undefined, text),
  );
  const reworded = reword(known.metadatas, new Map(named.map((one) => [one.attribute, one])));
  const metadatas = Object.fromEntries(
    Object.entries(reworded).map(([name, { edit, list }]) => [
      name,
      { edit: { ...edit, editable: name === "answer" }, list },
    ]),
  );
  const half = (name: keyof typeof missedSearchTexts) => ({ name, size: 6 });
  return {
    settings: {
      ...known.settings,
      mainField: "words",
      defaultSortBy: "times",
      defaultSortOrder: "DESC",
      pageSize: 50,
      searchable: true,
      filterable: true,
      bulkable: true,
    },
    metadatas,
    layouts: {
      list: ["words", "language", "times", "lastWeek", "answer"],
      edit: [
        [half("words"), half("language")],
        [half("times"), half("answer")],
        [half("firstWeek"), half("lastWeek")],
      ],
    },
  };
}
