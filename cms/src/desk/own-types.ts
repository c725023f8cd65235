import type { Core } from "@strapi/strapi";
import type { TypeConfigurations } from "./arrange.ts";
import { namedAttributes } from "./attributes.ts";
import { type Configuration, reword } from "./configuration.ts";
import { type OwnForm, ownForms } from "./own-forms/index.ts";

/** Gives the types that the contract doesn't know their words, and closes to editors what they may not change. */
export async function arrangeOwnTypes(strapi: Core.Strapi): Promise<void> {
  const types: TypeConfigurations = strapi.plugin("content-manager").service("content-types");
  for (const form of ownForms) {
    const model = types.findContentType(form.uid);
    if (!model) throw new Error(`The CMS has no content type ${form.uid}`);
    await types.updateConfiguration(model, configurationOf(form, await types.findConfiguration(model)));
  }
}

function configurationOf({ texts, editable, groups, columns, title, sort }: OwnForm, known: Configuration) {
  const named = Object.entries(texts).flatMap(([name, text]) => namedAttributes(name, undefined, text));
  const headings = groups.flatMap(({ title: heading, rows }): [string, string][] => {
    const first = rows[0]?.[0];
    return heading && first ? [[first, heading]] : [];
  });
  const reworded = reword(known.metadatas, new Map(named.map((one) => [one.attribute, one])), new Map(headings));
  const metadatas = Object.fromEntries(
    Object.entries(reworded).map(([name, { edit, list }]) => [
      name,
      { edit: { ...edit, editable: editable.includes(name) }, list },
    ]),
  );
  const [defaultSortBy, defaultSortOrder] = sort;
  return {
    settings: {
      ...known.settings,
      mainField: title,
      defaultSortBy,
      defaultSortOrder,
      pageSize: 50,
      searchable: true,
      filterable: true,
      bulkable: true,
    },
    metadatas,
    layouts: {
      list: columns,
      edit: groups.flatMap(({ rows }) => rows).map((row) => row.map((name) => ({ name, size: 12 / row.length }))),
    },
  };
}
