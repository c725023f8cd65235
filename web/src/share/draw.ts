import sharp from "sharp";

let last: Promise<unknown> = Promise.resolve();

/** Draws an SVG as PNG. One at a time: a robot that asks for every picture leaves the rest of the machine to readers. */
export function drawPng(svg: string): Promise<Buffer> {
  const drawn = last.then(() => sharp(Buffer.from(svg)).png({ palette: true, colours: 64 }).toBuffer());
  last = drawn.catch(() => undefined);
  return drawn;
}
