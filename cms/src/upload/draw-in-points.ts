import { buffer } from "node:stream/consumers";
import sharp from "sharp";

/** Longest side of a drawing once it is a picture, in points: sharp on the widest page. */
const longestSide = 1440;
/** Points per inch at which a unit of a drawing is a point, and the bounds of what the library takes. */
const [usualDensity, leastDensity, mostDensity] = [72, 1, 2400];

async function draw(): Promise<void> {
  sharp.concurrency(1);
  const drawing = await buffer(process.stdin);
  const { width, height } = await sharp(drawing, { limitInputPixels: false }).metadata();
  const density = (usualDensity * longestSide) / Math.max(width, height);
  const limitInputPixels = 2 * longestSide ** 2;
  const options = { density: Math.min(Math.max(density, leastDensity), mostDensity), limitInputPixels };
  process.stdout.write(await sharp(drawing, options).png({ compressionLevel: 9 }).toBuffer());
}

draw().catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
