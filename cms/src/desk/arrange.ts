import { contentType, contentTypes, isTypeName } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { components } from "./components.ts";
import { type Configuration, componentConfiguration, typeConfiguration } from "./configuration.ts";
import { componentForms, typeForms } from "./forms/index.ts";

interface Model {
  readonly uid: string;
}

interface Configurations {
  findConfiguration(model: Model): Promise<Configuration>;
  updateConfiguration(model: Model, configuration: Configuration): Promise<unknown>;
}

/** The content manager’s service for types. */
export interface TypeConfigurations extends Configurations {
  findContentType(uid: string): Model | undefined;
}

interface ComponentConfigurations extends Configurations {
  findComponent(uid: string): Model | undefined;
}

/**
 * Gives the desk its labels, help, order of fields and list columns. The code owns them: what somebody changed by hand is as it was at the next start.
 * @see docs/decisions/0050-the-desk-from-code.md
 */
export async function arrangeDesk(strapi: Core.Strapi): Promise<void> {
  const types: TypeConfigurations = strapi.plugin("content-manager").service("content-types");
  for (const name of Object.keys(contentTypes).filter(isTypeName)) {
    const model = types.findContentType(`api::${name}.${name}`);
    if (!model) throw new Error(`The CMS has no content type ${name}`);
    const known = await types.findConfiguration(model);
    await types.updateConfiguration(model, typeConfiguration(contentType(name), typeForms[name], known));
  }
  const own: ComponentConfigurations = strapi.plugin("content-manager").service("components");
  for (const [name, form] of Object.entries(componentForms)) {
    const model = own.findComponent(name);
    if (!model) throw new Error(`The CMS has no component ${name}`);
    const fields = components.get(name)?.fields ?? {};
    await own.updateConfiguration(model, componentConfiguration(fields, form, await own.findConfiguration(model)));
  }
}
