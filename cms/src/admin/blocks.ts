import type { StrapiApp } from "@strapi/strapi/admin";

interface RichTextBlock {
  readonly isInBlocksSelector: boolean;
  readonly snippets?: readonly string[];
}

type Blocks = Readonly<Record<string, RichTextBlock>>;

interface ContentManager {
  readonly addRichTextBlocks: (change: (blocks: Blocks) => Blocks) => void;
}

/**
 * Takes pictures out of what a text can be made of: they have fields of their own, with words for those who can't see them.
 * The block itself stays known, so that a text which came with one opens and can be mended.
 */
export function keepPicturesOutOfTexts(app: Pick<StrapiApp, "getPlugin">): void {
  const { addRichTextBlocks } = app.getPlugin("content-manager").apis as unknown as ContentManager;
  addRichTextBlocks(({ image, ...blocks }) =>
    image ? { ...blocks, image: { ...image, isInBlocksSelector: false, snippets: [] } } : blocks,
  );
}
