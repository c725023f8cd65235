import type { Locale } from "@essaim/content";

/** Why a request is refused. */
export type RefusalCode = "too_long" | "unknown_value" | "malformed" | "out_of_range" | "repeated" | "too_many";

/** What a refused request is answered. */
export interface RequestError {
  readonly code: RefusalCode;
  /** In the language of the request. */
  readonly message: string;
  readonly field: string;
}

const messages = {
  too_long: {
    fr: "La recherche est trop longue : gardez les mots importants, {most} caractères au plus.",
    en: "The search is too long: keep the important words, {most} characters at most.",
    nl: "De zoekopdracht is te lang: behoud de belangrijke woorden, hoogstens {most} tekens.",
  },
  unknown_value: {
    fr: "Le filtre « {field} » n’a pas cette valeur.",
    en: "The filter “{field}” has no such value.",
    nl: "De filter ‘{field}’ heeft deze waarde niet.",
  },
  malformed: {
    fr: "La valeur de « {field} » est mal écrite.",
    en: "The value of “{field}” is badly written.",
    nl: "De waarde van ‘{field}’ is verkeerd geschreven.",
  },
  out_of_range: {
    fr: "« {field} » doit être un nombre entier de {least} à {most}.",
    en: "“{field}” must be a whole number from {least} to {most}.",
    nl: "‘{field}’ moet een geheel getal van {least} tot {most} zijn.",
  },
  repeated: {
    fr: "« {field} » ne peut être donné qu’une fois.",
    en: "“{field}” can be given only once.",
    nl: "‘{field}’ mag maar één keer voorkomen.",
  },
  too_many: {
    fr: "Trop de valeurs pour « {field} » : {most} au plus.",
    en: "Too many values for “{field}”: {most} at most.",
    nl: "Te veel waarden voor ‘{field}’: hoogstens {most}.",
  },
} as const satisfies Record<RefusalCode, Record<Locale, string>>;

/** Words a refusal in a language. */
export function refusal(
  locale: Locale,
  code: RefusalCode,
  field: string,
  bounds: { readonly least?: number; readonly most?: number } = {},
): RequestError {
  const values: Record<string, string | number> = { field, ...bounds };
  const message = messages[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  return { code, message, field };
}
