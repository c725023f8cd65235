import { drawMotif } from "../components/marks/motif.ts";
import { type Covered, motifFactsOf, schemeOf } from "../components/marks/motif-facts.ts";
import { drawableText, type Lettering, lineHeight, outline, setInLines } from "./lettering.ts";
import { colourOf, schemeColours } from "./share-colours.ts";

/** Size of the picture that goes with a shared link, in points: what networks ask for. */
export const shareSize = { width: 1200, height: 630 } as const;

/** What the picture of a solution, a guide or a kit says and draws. */
export interface Shared extends Covered {
  readonly title: string;
  /** What it is, such as « Fiche solution ». */
  readonly kind: string;
  /** Name of the portal. */
  readonly site: string;
}

const margin = 64;
const foot = 562;
const footSize = 34;
const room = { width: shareSize.width - 2 * margin, height: 210, sizes: [88, 76, 64, 56] } as const;

/** The swarm of a document’s cover over its title, as SVG; a title in a script that the face lacks is left out. */
export function sharePicture({ title, kind, site, ...covered }: Shared): string {
  const colours = schemeColours[schemeOf(covered)];
  const words = drawableText(title);
  const lettering: Lettering = words === "" ? { size: 0, lines: [] } : setInLines(words, room);
  const lastLine = foot - footSize - 44;
  const top = lastLine - (lettering.lines.length - 1) * lettering.size * lineHeight - lettering.size * 0.72;
  const height = Math.round(top - 24);
  const swarm = drawMotif(motifFactsOf(covered), { width: shareSize.width, height, dots: 180 })
    .map(({ part, weight, d }) => `<path stroke="${colourOf(part, colours)}" stroke-width="${weight}" d="${d}"/>`)
    .join("");
  const lines = lettering.lines.map((line, index) => {
    const y = lastLine - (lettering.lines.length - 1 - index) * lettering.size * lineHeight;
    return outline(line, { x: margin, y, size: lettering.size });
  });
  const feet = [
    outline(drawableText(kind), { x: margin, y: foot, size: footSize }),
    outline(drawableText(site), { x: shareSize.width - margin, y: foot, size: footSize, anchor: "end" }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${shareSize.width}" height="${shareSize.height}">`,
    `<rect width="100%" height="100%" fill="${colours.ground}"/>`,
    `<g fill="none" stroke-linecap="round">${swarm}</g>`,
    `<path fill="${colours.ink}" d="${[...lines, ...feet].join("")}"/></svg>`,
  ].join("");
}
