import { type CentreCard, contentTypes, type Locale } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";

const { kind: kindField, size: sizeField } = contentTypes.centre.fields;

/** What readers go by to find a centre like theirs. @example « Centre social · Petit centre · Douaisis » */
export function centreTraits({ kind, size, territory }: CentreCard, lang: Locale): string {
  const t = translatorOf(lang);
  const [knownKind, knownSize] = [kindField.stored.safeParse(kind).data, sizeField.stored.safeParse(size).data];
  return [knownKind && t(`centre.kind.${knownKind}`), knownSize && t(`centre.size.${knownSize}`), territory]
    .filter(Boolean)
    .join(" · ");
}
