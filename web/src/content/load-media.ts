import { type LiveMedia, liveMediaSchema } from "@essaim/content";
import { CmsUnavailable } from "./unavailable.ts";

/** Reads files that live documents show from the CMS. */
export interface MediaLoader {
  /** What is known of a file; undefined when no live document shows it. Throws `CmsUnavailable`. */
  about(hash: string): Promise<LiveMedia | undefined>;
  /** The bytes of a file or a copy, by its name on the site; undefined when there is none. Throws `CmsUnavailable`. */
  bytes(hash: string, name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** What a loader of files needs. */
export interface MediaLoaderOptions {
  readonly cmsUrl: string;
  readonly token: string;
  /** Longest wait for one answer, in milliseconds; the bytes of a large file may take ten times as long. */
  readonly timeoutMs: number;
}

/** Makes the only reader of the CMS's files that the site has. */
export function createMediaLoader({ cmsUrl, token, timeoutMs }: MediaLoaderOptions): MediaLoader {
  async function ask(path: string, patience: number): Promise<Response | undefined> {
    const response = await fetch(`${cmsUrl}/api/media/${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patience),
    }).catch((cause: unknown) => {
      throw new CmsUnavailable(`The CMS did not answer for the file ${path}.`, { cause });
    });
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 404) return undefined;
    throw new CmsUnavailable(`The CMS answered ${response.status} for the file ${path}.`);
  }

  return {
    async about(hash) {
      const response = await ask(hash, timeoutMs);
      if (response === undefined) return undefined;
      const parsed = liveMediaSchema.safeParse(await response.json().catch(() => undefined));
      if (parsed.success) return parsed.data;
      throw new CmsUnavailable("The CMS's answer about a file has an unknown shape.", { cause: parsed.error });
    },
    async bytes(hash, name) {
      const response = await ask(`${hash}/${name}`, timeoutMs * 10);
      return response?.body ? chunksOf(response.body) : undefined;
    },
  };
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}
