import { z } from "zod";

const id = String.raw`(?:LicenseRef-)?[A-Za-z0-9][A-Za-z0-9.-]*\+?`;
const exception = `(?: WITH ${id})?`;
const simple = `${id}${exception}`;
const expression = new RegExp(
  String.raw`^(?:${simple}|\(${simple}(?: (?:AND|OR) ${simple})*\))(?: (?:AND|OR) (?:${simple}|\(${simple}(?: (?:AND|OR) ${simple})*\)))*$`,
);

/**
 * An SPDX licence expression, `LicenseRef-…` included, with at most one level of parentheses.
 * Only the grammar is checked: the list of licence ids grows faster than portals are updated.
 * @see https://spdx.github.io/spdx-spec/v3.0.1/annexes/spdx-license-expressions/
 */
export const licenceSchema = z
  .string()
  .max(120)
  .regex(expression, "must be an SPDX licence expression, such as CC-BY-SA-4.0");

/** Licence of an entry that names none. */
export const defaultLicence = "CC-BY-SA-4.0";
