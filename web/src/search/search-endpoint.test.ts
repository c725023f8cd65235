import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";

/** The endpoint as a site started with this search server would answer. */
async function ask(query: string, meiliUrl: string, method: "GET" | "ALL" = "GET"): Promise<Response> {
  vi.stubEnv("MEILI_URL", meiliUrl);
  vi.stubEnv("MEILI_MASTER_KEY", "key");
  vi.resetModules();
  const endpoint = await import("../pages/api/search.ts");
  const url = new URL(`http://site.example/api/search?${query}`);
  // Endpoints read the address alone.
  const context = { url } as Parameters<typeof endpoint.GET>[0];
  return endpoint[method](context);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("The search endpoint", () => {
  it("refuses wrong parameters in the language of the request", async () => {
    const response = await ask("limit=1000&locale=en", "");
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: { code: "out_of_range", field: "limit", message: "“limit” must be a whole number from 1 to 100." },
    });
  });

  it("says that there is no search server, and when to ask again", async () => {
    const response = await ask("q=jardin", "");
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ error: { code: "engine_unavailable" } });
  });

  it("gives up on a search server that doesn’t answer within a second or so", async () => {
    const deaf = createServer(() => undefined).listen(0, "127.0.0.1");
    await new Promise((resolve) => deaf.once("listening", resolve));
    const { port } = deaf.address() as AddressInfo;
    const began = performance.now();
    const response = await ask("q=jardin", `http://127.0.0.1:${port}`);
    expect(response.status).toBe(503);
    expect(performance.now() - began).toBeLessThan(2500);
    deaf.closeAllConnections();
    deaf.close();
  });

  it("takes nothing but GET", async () => {
    const response = await ask("", "", "ALL");
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });
});
