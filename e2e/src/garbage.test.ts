import { connect } from "node:net";
import { describe, expect, inject, it } from "vitest";

const { site } = inject("portal");

/** Sends a request line as it is: `fetch` would clean it first. */
function rawStatus(requestTarget: string, method = "GET"): Promise<number> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${method} ${requestTarget} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`),
    );
    let answer = "";
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)));
  });
}

describe("Addresses that make no sense", () => {
  const targets = [
    "/%00",
    "/%E0%A4%A",
    `/${"a".repeat(5000)}`,
    `/fr/solutions/${"b".repeat(300)}/`,
    "//evil.example/",
    "/fr//solutions/",
    "/fr/solutions/%2e%2e/",
    "/../../etc/passwd",
    "/fr/solutions/a%2Fb/",
    "/fr/solutions/%3Cscript%3E/",
    "/xx/",
    "/fr/nulle-part/",
    "/fr/solutions/centres-sociaux-connectes.json/",
    "/_astro/nothing.js",
    "/fr/recherche/?type=nothing",
    "/fr/kits/hackathon/?duree=-1&personnes=abc",
  ];
  for (const target of targets) {
    it(`answers ${target.slice(0, 60)} without an error of its own`, async () => {
      const status = await rawStatus(target);
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    });
  }

  it("shows a 404 page of the portal, in the language of the address", async () => {
    for (const [path, word] of [
      ["/fr/solutions/rien-ici/", /n’existe|introuvable|trouv/i],
      ["/en/solutions/nothing-here/", /not (?:be )?found|find|exist/i],
    ] as const) {
      const response = await fetch(site + path);
      expect(response.status).toBe(404);
      const html = await response.text();
      expect(html).toMatch(word);
      expect(html).toContain(`lang="${path.slice(1, 3)}"`);
    }
  });

  it("refuses methods it does not know", async () => {
    expect(await rawStatus("/fr/", "DELETE")).toBe(405);
    expect(await rawStatus("/fr/", "TRACE")).toBeLessThan(500);
  });

  it("says what is wrong with a search request", async () => {
    for (const [query, field] of [
      ["limit=101", "limit"],
      ["offset=-1", "offset"],
      ["locale=xx", "locale"],
      ["type=nothing", "type"],
    ]) {
      const response = await fetch(`${site}/api/search?q=a&${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: { field, code: expect.any(String), message: expect.any(String) },
      });
    }
  });
});
