/** Something wrong with a package, told in French; `line` counts from 1, 0 stands for the whole file; `file` is empty for the whole package. */
export interface Refusal {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly sentence: string;
}

/** A package that can't be loaded, with all that is wrong with it. */
export class PackageRefused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[], options?: ErrorOptions) {
    super(refusals.map(refusalText).join("\n"), options);
    this.name = "PackageRefused";
    this.refusals = refusals;
  }
}

/** Refuses a package for one thing that is wrong with a file of it, or with the whole when `file` is empty. */
export const refuseFile = (file: string, sentence: string, options?: ErrorOptions): PackageRefused =>
  new PackageRefused([{ file, line: 0, field: "", sentence }], options);

/** A failure to read a file, as a refusal of the package. */
export const unreadable = (path: string, cause: Error): PackageRefused =>
  cause instanceof PackageRefused ? cause : refuseFile(path, "fichier illisible ou abîmé", { cause });

/**
 * A refusal on one line of the terminal; `content.jsonl` is the file that a line without a file's name belongs to.
 * @example "ligne 12, champ data.title : au plus 200 caractères"
 */
export function refusalText({ file, line, field, sentence }: Refusal): string {
  const places = [
    ...(file === "" || (file === "content.jsonl" && line > 0) ? [] : [printable(file)]),
    ...(line > 0 ? [`ligne ${line}`] : []),
    ...(field === "" ? [] : [`champ ${printable(field)}`]),
  ];
  return places.length > 0 ? `${places.join(", ")} : ${printable(sentence)}` : printable(sentence);
}

const longest = 300;

/** Text from outside, safe to show on a terminal: no control character, not endless. */
export function printable(text: string): string {
  const safe = text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, "�");
  return safe.length > longest ? `${safe.slice(0, longest)}…` : safe;
}
