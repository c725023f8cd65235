import { type Blocks, blocksToText } from "@essaim/content";

/** Whether a text says anything: an editor that was opened and left leaves an empty paragraph behind. */
export const hasText = (blocks: Blocks | undefined): blocks is Blocks =>
  blocks !== undefined && blocksToText(blocks).trim() !== "";
