import type { OfflineDocument } from "../offline/offline-edition.ts";

/** Begins each of Pagefind’s files once unpacked. */
const signature = "pagefind_dcd";

/** Reads documents from Pagefind’s fragments, each once. */
export class OfflineDocuments {
  readonly #folder: string;
  readonly #read = new Map<string, Promise<OfflineDocument>>();

  /** @param folder address of the index, with a slash at the end */
  constructor(folder: string) {
    this.#folder = folder;
  }

  read(page: string): Promise<OfflineDocument> {
    const known = this.#read.get(page);
    if (known !== undefined) return known;
    const reading = readFragment(`${this.#folder}fragment/${page}.pf_fragment`);
    this.#read.set(page, reading);
    reading.catch(() => this.#read.delete(page));
    return reading;
  }
}

async function readFragment(address: string): Promise<OfflineDocument> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const text = await unpacked(await response.arrayBuffer());
  const { meta }: { meta: OfflineDocument } = JSON.parse(text.slice(signature.length));
  return meta;
}

/** Some servers say themselves that the file is packed; browsers then unpack it on the way. */
async function unpacked(bytes: ArrayBuffer): Promise<string> {
  const isPacked = new Uint8Array(bytes)[0] === 0x1f;
  const stream = new Blob([bytes]).stream();
  return await new Response(isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).text();
}
