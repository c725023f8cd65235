import {
  type Blocks,
  blocksSchema,
  blocksToMarkdown,
  changesBetween,
  comparedFields,
  contentType,
  fieldAt,
  isTypeName,
  type MergeOffer,
  splitKey,
  textOfBlocks,
  type VersionChange,
} from "@essaim/content";
import { type ToldChange, tellChanges } from "../history/tell.ts";
import { linesOf, linesOfItem, type Telling } from "../history/value-text.ts";

type Offered = MergeOffer["changes"][number];

/** One change that can be taken over, in words. */
export interface ToldOffer extends Offered {
  readonly told: ToldChange;
  /** What the draft says there, in a conflict; absent where it has nothing there any more. */
  readonly ownLines?: readonly string[];
  /** What a text to write in place of both begins with; absent where nothing can be written. */
  readonly draft?: string;
}

/** All changes of one field. */
export interface OfferSection {
  readonly name: string;
  readonly changes: readonly ToldOffer[];
}

/** Puts what can be taken over in words, field by field. */
export function tellOffer(offer: MergeOffer): OfferSection[] {
  const { type } = splitKey(offer.into.key);
  const fields = comparedFields(contentType(isTypeName(type) ? type : "solution").fields, false);
  const { before, after, cards, locale: lang } = offer;
  const changes = changesBetween({ fields, before, after });
  const states = new Map(offer.changes.map((one) => [one.id, one]));
  const byId = new Map(changes.map((change) => [change.id, change]));
  return tellChanges(changes, { fields, before, after, lang, cards }).map(({ name, changes: told }) => ({
    name,
    changes: told.flatMap((one): ToldOffer[] => {
      const [state, change] = [states.get(one.id), byId.get(one.id)];
      if (!state || !change) return [];
      return [
        { ...state, told: one, ...(state.own !== undefined && ownWords(change, state.own, { lang, cards }, fields)) },
      ];
    }),
  }));
}

function ownWords(
  change: VersionChange,
  own: unknown,
  telling: Telling,
  fields: ReturnType<typeof comparedFields>,
): Pick<ToldOffer, "ownLines" | "draft"> {
  const field = fieldAt(fields, change.path);
  if (!field) return {};
  const name = String(change.path.findLast((step) => typeof step === "string"));
  if (change.kind === "block")
    return { ownLines: textOfBlocks([own]).split("\n"), draft: blocksToMarkdown(blocksOf([own])) };
  if (change.kind === "text") return { ownLines: [String(own)], draft: String(own) };
  if (change.kind !== "value") return { ownLines: linesOfItem(name, field, own, telling) };
  const ownLines = linesOf(name, field, own, telling);
  if (field.shape.kind === "blocks") return { ownLines, draft: blocksToMarkdown(blocksOf(own)) };
  return field.shape.kind === "string" || field.shape.kind === "text" ? { ownLines, draft: String(own) } : { ownLines };
}

const blocksOf = (value: unknown): Blocks => blocksSchema.catch([]).parse(value);
