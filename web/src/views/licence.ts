const creativeCommons = /^CC-(BY(?:-NC)?(?:-(?:SA|ND))?)-(\d\.\d)$/;
const names: Readonly<Record<string, string>> = {
  "CC0-1.0": "Creative Commons CC0 1.0",
  "LicenseRef-etalab-2.0": "Licence Ouverte 2.0",
  "etalab-2.0": "Licence Ouverte 2.0",
};

/** A licence’s name for readers. @example licenceName("CC-BY-SA-4.0") // "Creative Commons BY-SA 4.0" */
export function licenceName(spdx: string): string {
  const found = creativeCommons.exec(spdx);
  return found ? `Creative Commons ${found[1]} ${found[2]}` : (names[spdx] ?? spdx);
}

/** Where a licence can be read, if it is one that we know an address for. */
export function licenceAddress(spdx: string): string | undefined {
  const found = creativeCommons.exec(spdx);
  if (found) return `https://creativecommons.org/licenses/${found[1]?.toLowerCase()}/${found[2]}/`;
  return spdx === "CC0-1.0" ? "https://creativecommons.org/publicdomain/zero/1.0/" : undefined;
}
