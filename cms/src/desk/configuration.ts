import type { ContentType, Fields } from "@essaim/content";
import { type Cell, type NamedAttribute, namedAttributes, rowsOf } from "./attributes.ts";
import type { ComponentForm, FieldText, TypeForm } from "./form.ts";
import { typeForms } from "./forms/index.ts";

/** What the desk keeps of one attribute. */
export interface Metadata {
  readonly edit: Readonly<Record<string, unknown>>;
  readonly list: Readonly<Record<string, unknown>>;
}

/** What the desk keeps of one type or component. */
export interface Configuration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<Record<string, Metadata>>;
  readonly layouts: { readonly list: readonly string[]; readonly edit: readonly (readonly Cell[])[] };
}

/** Strapi’s own attributes, as list columns and filters name them. */
const ownLabels: Readonly<Record<string, string>> = {
  id: "Numéro",
  documentId: "Numéro du document",
  createdAt: "Créée le",
  updatedAt: "Modifiée le",
  publishedAt: "Publiée le",
  createdBy: "Créée par",
  updatedBy: "Modifiée par",
  locale: "Langue",
  status: "État",
  localizations: "Traductions",
};

/** Fields that stand beside those of the contract: the CMS fills them, and nobody changes them. */
const identityTexts: Readonly<Record<string, FieldText>> = {
  uid: {
    label: "Identifiant",
    help: "Donné à la création d’après le titre. Il ne change jamais\u00a0: d’autres portails citent la fiche par lui.",
  },
  sourceLocale: {
    label: "Langue d’origine",
    help: "Celle dans laquelle la fiche a été créée. Les faits communs à toutes les langues s’y modifient.",
  },
};

function wordsOf(fields: Fields, texts: Readonly<Record<string, FieldText>>): ReadonlyMap<string, NamedAttribute> {
  const named = Object.entries(texts).flatMap(([name, text]) => namedAttributes(name, fields[name], text));
  return new Map(named.map((one) => [one.attribute, one]));
}

/** What stands above the fields that nobody changes. */
const identityHeading = "Repères du portail";

/** The headings of a type’s form, by the attribute that they stand above. */
const headingsOf = (type: ContentType, { groups }: TypeForm): ReadonlyMap<string, string> =>
  new Map([
    ...groups.flatMap(({ title, rows }): [string, string][] => {
      const first = rowsOf(type.fields, rows)[0]?.[0];
      return first ? [[first.name, title]] : [];
    }),
    ["uid", identityHeading],
  ]);

/** Lays new words over what the desk knows of each attribute; whether it can be sorted or searched stays as it is. */
export function reword(
  known: Configuration["metadatas"],
  words: ReadonlyMap<string, NamedAttribute>,
  headings: ReadonlyMap<string, string> = new Map(),
): Configuration["metadatas"] {
  return Object.fromEntries(
    Object.entries(known).map(([attribute, { edit: before, list }]): [string, Metadata] => {
      const { heading: _, ...edit } = before;
      const heading = headings.get(attribute);
      const own = words.get(attribute);
      const label = own?.label ?? ownLabels[attribute];
      if (!label) return [attribute, { edit, list }];
      if (!own) return [attribute, { edit: { ...edit, label }, list: { ...list, label } }];
      const { help, placeholder, target } = own;
      const chosenBy = target && typeForms[target].title;
      return [
        attribute,
        {
          edit: {
            ...edit,
            label,
            description: help,
            placeholder,
            editable: !Object.hasOwn(identityTexts, attribute),
            // The desk’s pages begin a new panel there: Strapi itself has no groups of fields.
            ...(heading && { heading }),
            ...(chosenBy && { mainField: chosenBy }),
          },
          list: { ...list, label },
        },
      ];
    }),
  );
}

/** How the desk shows a type, laid over what it knows of it. */
export function typeConfiguration(type: ContentType, form: TypeForm, known: Configuration): Configuration {
  const identity = type.localized ? ["uid", "sourceLocale"] : ["uid"];
  const [by, order] = form.sort;
  return {
    settings: {
      ...known.settings,
      mainField: form.title,
      defaultSortBy: by,
      defaultSortOrder: order,
      pageSize: 20,
      searchable: true,
      filterable: true,
      bulkable: true,
    },
    metadatas: reword(
      known.metadatas,
      wordsOf(type.fields, { ...form.texts, ...identityTexts }),
      headingsOf(type, form),
    ),
    layouts: {
      list: form.columns,
      edit: [
        ...form.groups.flatMap(({ rows }) => rowsOf(type.fields, rows)),
        identity.map((name) => ({ name, size: 12 / identity.length })),
      ],
    },
  };
}

/** How the desk shows a component, laid over what it knows of it. */
export function componentConfiguration(fields: Fields, form: ComponentForm, known: Configuration): Configuration {
  return {
    settings: { ...known.settings, ...(form.title && { mainField: form.title }) },
    metadatas: reword(known.metadatas, wordsOf(fields, form.texts)),
    layouts: { list: known.layouts.list, edit: rowsOf(fields, form.rows) },
  };
}
