import type { Locale } from "@essaim/content";
import { stringify } from "csv-stringify/sync";
import { translatorOf } from "../../i18n/translator.ts";
import { genderOf } from "../spread-words.ts";
import type { ShownStep } from "./diffusion.ts";

/**
 * The steps as a table for spreadsheets: semicolons and a byte order mark, by which those of France, Belgium and the Netherlands open it as it is;
 * what begins like a formula is kept from being one.
 */
export function diffusionCsv(steps: readonly ShownStep[], locale: Locale): Buffer {
  const t = translatorOf(locale);
  const yesNo = (is: boolean) => t(is ? "diffusion.csv.yes" : "diffusion.csv.no");
  const lines = steps.map(({ of, at, stage, since, words, hasMoved, isReported, isReportDue }) => [
    ...[of.title, at.name, at.city ?? "", t(`stage.${stage}${genderOf(of.type)}`), since ?? "", words ?? ""],
    ...[yesNo(hasMoved), yesNo(isReported), yesNo(isReportDue)],
  ]);
  const columns = ["sheet", "centre", "city", "stage", "since", "words", "moved", "reported", "due"] as const;
  const table = [columns.map((column) => t(`diffusion.csv.${column}`)), ...lines];
  return Buffer.from(
    stringify(table, { delimiter: ";", bom: true, escape_formulas: true, record_delimiter: "windows" }),
  );
}
