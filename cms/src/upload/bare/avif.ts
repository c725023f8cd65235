import { type Box, boxesOf } from "../iso-boxes.ts";

const needed = new Set(["ftyp", "meta", "mdat"]);
const neededInMeta = new Set(["hdlr", "pitm", "iloc", "iinf", "iprp", "iref", "idat"]);
const neededProperties = new Set(["ispe", "pixi", "av1C", "auxC", "colr", "pasp"]);
/** A version and flags stand before the content. */
const fullHeader = 4;

/** Whether an AVIF is nothing but its points. */
export function isBareAvif(bytes: Buffer): boolean {
  for (const box of boxesOf(bytes)) {
    if (!needed.has(box.type)) return false;
    if (box.type === "meta" && !isBareMeta(bytes, box)) return false;
  }
  return true;
}

function isBareMeta(bytes: Buffer, { contentStart, end }: Box): boolean {
  for (const box of boxesOf(bytes, contentStart + fullHeader, end)) {
    if (!neededInMeta.has(box.type)) return false;
    if (box.type === "iinf" && !holdsPicturesOnly(bytes, box)) return false;
    if (box.type === "iprp" && !hasBareProperties(bytes, box)) return false;
  }
  return true;
}

/** Places, texts and cameras are items beside the picture. */
function holdsPicturesOnly(bytes: Buffer, { contentStart, end }: Box): boolean {
  const counted = bytes.readUInt8(contentStart) === 0 ? 2 : 4;
  for (const item of boxesOf(bytes, contentStart + fullHeader + counted, end)) {
    // Its number, then a protection index, stand before the type.
    const number = bytes.readUInt8(item.contentStart) < 3 ? 2 : 4;
    const at = item.contentStart + fullHeader + number + 2;
    if (bytes.toString("latin1", at, at + 4) !== "av01") return false;
  }
  return true;
}

function hasBareProperties(bytes: Buffer, { contentStart, end }: Box): boolean {
  for (const container of boxesOf(bytes, contentStart, end)) {
    if (container.type !== "ipco") continue;
    for (const { type, contentStart: at } of boxesOf(bytes, container.contentStart, container.end)) {
      if (!neededProperties.has(type)) return false;
      if (type === "colr" && bytes.toString("latin1", at, at + 4) !== "nclx") return false;
    }
  }
  return true;
}
