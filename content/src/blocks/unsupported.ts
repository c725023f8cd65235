import type { Extension } from "mdast-util-from-markdown";
import type { Unsafe } from "mdast-util-to-markdown";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { MarkdownError } from "./markdown-error.ts";

/** Syntax that is recognised only to refuse it, rather than take its signs for text. */
export const unsupportedSyntax = () => [gfmTable(), gfmFootnote()];

/** Refuses tables and footnotes as soon as the parser meets one. */
export const unsupportedTokens: Extension = {
  enter: Object.fromEntries(
    Object.entries({ table: "tables", gfmFootnoteCall: "footnotes", gfmFootnoteDefinition: "footnotes" }).map(
      ([token, name]) => [
        token,
        ({ start }) => {
          throw new MarkdownError(start.line, `${name} cannot be kept`);
        },
      ],
    ),
  ),
};

/** Places where text would read as the second row of a table or lose a character, so that it is written escaped. */
export const unsupportedUnsafe: Unsafe[] = [
  { atBreak: true, character: "|", after: "[\\t :|-]" },
  { atBreak: true, character: ":", after: "-" },
  { atBreak: true, character: "-", after: "[:|-]" },
  // Parsers take a byte order mark at the start of a text for a sign of its encoding.
  { character: "\uFEFF", inConstruct: "phrasing" },
];
