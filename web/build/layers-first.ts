import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

const layers = new URL("../src/styles/layers.css", import.meta.url);

/**
 * Opens every stylesheet with the order of the cascade’s layers. The bundler puts components’ styles before those that they
 * rely on, and the first mention of a layer decides its rank.
 * @see https://developer.mozilla.org/docs/Web/CSS/@layer
 */
export const layersFirst = (): Plugin => ({
  name: "essaim:layers-first",
  enforce: "pre",
  async transform(code, id) {
    if (!/\.css$|[?&]lang\.css/.test(id)) return undefined;
    return `${(await readFile(layers, "utf8")).trim()}\n${code}`;
  },
});
