import { exportedType, isTypeName, keyOf, type Locale, problemsOf } from "@essaim/content";
import { frenchRefusal } from "./french.ts";
import { OutOfReach } from "./portal.ts";
import type { Refusal } from "./refusal.ts";

/** What the portal exports of one entry or version. */
export interface Contents {
  readonly type: string;
  readonly uid: string;
  readonly locale: Locale | null;
  readonly number?: number;
  readonly damaged?: true | undefined;
  readonly data: Record<string, unknown>;
}

/** Where exported contents break the contract: a package with them could not be loaded again. */
export function contractFaults({ data, damaged, ...name }: Contents): Refusal[] {
  if (!isTypeName(name.type))
    throw new OutOfReach(`le portail exporte « ${name.type} », qui n’est pas un type connu ici`);
  const file = nameOf(name);
  if (damaged)
    return [{ file, line: 0, field: "", sentence: "contenu abîmé dans la base : publiez de nouveau cette fiche" }];
  const parsed = exportedType(name.type).packaged.safeParse(data, { reportInput: true });
  return parsed.success ? [] : problemsOf(parsed.error, 0).map((problem) => frenchRefusal(problem, file));
}

/** Why an entry that is about something unpublished is in no package. */
export const orphanFault = ({ type, ...name }: Contents): Refusal => ({
  file: nameOf({ type, ...name }),
  line: 0,
  field: exportedType(type).about ?? "",
  sentence: "renvoie à une fiche qui n’est pas publiée",
});

const nameOf = ({ type, uid, locale, number }: Omit<Contents, "data">): string =>
  [keyOf(type, uid), ...(locale ? [`(${locale})`] : []), ...(number ? [`version ${number}`] : [])].join(" ");
