import type { PhrasingContent } from "mdast";
import { linkAddressProblem } from "./link-address.ts";
import { MarkdownError } from "./markdown-error.ts";
import { type Addresses, refuseTitle } from "./read-addresses.ts";
import type { Inline, Mark, Text } from "./schema.ts";

type Marks = Readonly<Partial<Record<Mark, true>>>;

/** Texts and links of phrasing content. @throws {MarkdownError} */
export function readInline(nodes: readonly PhrasingContent[], addresses: Addresses, marks: Marks = {}): Inline[] {
  let opened: PhrasingContent | undefined;
  const content = nodes.flatMap((node): Inline[] => {
    if (node.type === "html") {
      opened = readUnderline(node, node.value, opened, marks);
      return [];
    }
    return readNode(node, addresses, opened ? { ...marks, underline: true } : marks);
  });
  if (opened) throw refused(opened, "<u> is not closed where it was opened");
  return content;
}

/** The tag that is open after this one: `<u>…</u>` is the one piece of HTML that blocks can hold. */
function readUnderline(node: PhrasingContent, html: string, opened: PhrasingContent | undefined, marks: Marks) {
  if (html === "<u>" && !opened && !marks.underline) return node;
  if (html === "</u>" && opened) return undefined;
  throw refused(node, `HTML cannot be kept, except <u>…</u> around text: ${html}`);
}

function readNode(node: PhrasingContent, addresses: Addresses, marks: Marks): Inline[] {
  switch (node.type) {
    case "text":
      return [{ type: "text", text: node.value, ...marks }];
    case "break":
      return [{ type: "text", text: "\n", ...marks }];
    case "inlineCode":
      return [{ type: "text", text: node.value, ...marks, code: true }];
    case "strong":
      return readInline(node.children, addresses, { ...marks, bold: true });
    case "emphasis":
      return readInline(node.children, addresses, { ...marks, italic: true });
    case "delete":
      return readInline(node.children, addresses, { ...marks, strikethrough: true });
    case "link":
      refuseTitle(node);
      return [readLink(node, node.url, readInline(node.children, addresses, marks))];
    case "linkReference":
      return [readLink(node, addresses.get(node.identifier) ?? "", readInline(node.children, addresses, marks))];
    default:
      throw refused(node, `${NAMES[node.type] ?? node.type} cannot be kept`);
  }
}

const IMAGES = "images in the text (put the file in an image field)";
const NAMES: Partial<Record<PhrasingContent["type"], string>> = { image: IMAGES, imageReference: IMAGES };

const refused = (node: PhrasingContent, reason: string) => new MarkdownError(node.position?.start.line ?? 1, reason);

function readLink(node: PhrasingContent, address: string, content: Inline[]): Inline {
  const url = address.trim();
  const problem = linkAddressProblem(url);
  if (problem !== undefined) throw refused(node, `${problem} (${url.slice(0, 100)})`);
  return { type: "link", url, children: content.filter((child): child is Text => child.type === "text") };
}
