import { cp, mkdtemp, rm } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BuiltSite, buildSite, startBuiltSite } from "./testing/built-site.ts";
import { FakeCms, until } from "./testing/fake-cms.ts";

const sheet = "/fr/solutions/un-jardin/";

let dist: string;
beforeAll(async () => {
  dist = await buildSite();
}, 180_000);

let cms: FakeCms;
let cmsUrl: string;
let dataDir: string;
let site: BuiltSite;

const publish = (title: string) =>
  cms.publish({ type: "solution", uid: "un-jardin", data: { title, summary: "Un résumé.", slug: "un-jardin" } });

/** Publishes, and waits until the site knows of it: a page that it renders before, it renders again. */
const publishSeen = async (title: string) => {
  publish(title);
  await siteFollowed();
};

const siteFollowed = () => until(() => cms.followed === cms.last);

const start = async (variables: Record<string, string> = {}) => {
  site = await startBuiltSite(dist, { CMS_URL: cmsUrl, DATA_DIR: dataDir, ...variables });
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends exactly this request; `fetch` would tidy the address first. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    const req = request({ hostname, port, path, method, headers, agent: false }, (res) => {
      let body = "";
      res.setEncoding("utf8");
      res.on("data", (text: string) => {
        body += text;
      });
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
    });
    req.on("error", reject).end();
  });
}

/** Sends bytes that no HTTP client would; resolves with the status, or 0 if the connection is just closed. */
function askRaw(bytes: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    let answer = "";
    connect(Number(port), hostname)
      .on("data", (data) => {
        answer += data.toString("latin1");
      })
      .on("close", () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)))
      .on("error", reject)
      .end(bytes, "latin1");
  });
}

describe("with the CMS up", () => {
  beforeAll(openCms);
  beforeAll(() => start());
  beforeEach(siteFollowed);
  afterAll(closeAll);

  test("a page is read from the CMS once, then served from memory until its document changes", async () => {
    await publishSeen("Un jardin");
    await until(async () => (await ask(sheet)).body.includes("Un jardin"));
    const { reads } = cms;
    for (let reader = 0; reader < 5; reader++) expect((await ask(sheet)).status).toBe(200);
    expect(cms.reads).toBe(reads);
    publish("Un potager");
    await until(async () => (await ask(sheet)).body.includes("Un potager"));
  });

  test("a thousand readers of a page that just changed cause one render", async () => {
    await ask(sheet);
    const { reads } = cms;
    await publishSeen("Un verger");
    await until(async () => (await ask(sheet)).body.includes("Un verger"));
    const perRender = cms.reads - reads;
    await publishSeen("Une serre");
    const before = cms.reads;
    const bodies = await Promise.all(
      Array.from({ length: 1000 }, () => fetch(site.url + sheet).then((res) => res.text())),
    );
    await until(async () => (await ask(sheet)).body.includes("Une serre"));
    expect(bodies).toHaveLength(1000);
    expect(cms.reads - before).toBeLessThanOrEqual(2 * perRender);
  });

  test("a page of the portal itself that is published or withdrawn changes the foot of pages that were kept", async () => {
    const about = 'href="/fr/a-propos/"';
    await until(async () => !(await ask(sheet)).body.includes(about));
    cms.publish({ type: "page", uid: "about", data: { title: "À propos", slug: "a-propos", body: [] } });
    await until(async () => (await ask(sheet)).body.includes(about));
    cms.withdraw("page", "about");
    await until(async () => !(await ask(sheet)).body.includes(about));
  });

  test("a sheet has a picture for shared links, drawn once per change of the sheet", async () => {
    const path = "/fr/solutions/un-jardin.png";
    const picture = async () => {
      const answer = await fetch(site.url + path, { headers: { "accept-encoding": "br" } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const { headers } = answer;
      expect([answer.status, headers.get("content-type"), headers.get("content-encoding")]).toEqual([
        ...[200, "image/png", null],
      ]);
      return bytes;
    };
    await publishSeen("Un jardin");
    const first = await picture();
    expect([first.readUInt32BE(16), first.readUInt32BE(20)]).toEqual([1200, 630]);
    expect((await ask(sheet)).body).toContain(`<meta property="og:image" content="${site.url}${path}">`);
    const { reads } = cms;
    expect((await picture()).equals(first)).toBe(true);
    expect(cms.reads).toBe(reads);
    publish("Un potager");
    await until(async () => !(await picture()).equals(first));
    for (const none of ["/fr/solutions/aucune.png", "/nl/solutions/un-jardin.png", "/fr/centres/un-centre.png"])
      expect((await ask(none)).status, none).toBe(404);
  });

  test("a reader who has the page is told so, whatever the encoding", async () => {
    const { headers } = await ask(sheet);
    const known = { "if-none-match": String(headers.etag), "accept-encoding": "br" };
    const again = await ask(sheet, known);
    expect([again.status, again.body]).toEqual([304, ""]);
    expect((await ask(sheet, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("a page has the encoding that the reader asks for, and the same bytes in each", async () => {
    const plain = await ask(sheet);
    for (const encoding of ["br", "gzip"]) {
      const answer = await ask(sheet, { "accept-encoding": encoding });
      expect(answer.headers["content-encoding"]).toBe(encoding);
      expect(answer.headers.vary).toContain("Accept-Encoding");
    }
    const decoded = await (await fetch(site.url + sheet)).text();
    expect(decoded).toBe(plain.body);
  });

  test("HEAD gives the head of GET and no body", async () => {
    const [get, head] = [await ask(sheet), await ask(sheet, {}, "HEAD")];
    expect(head.body).toBe("");
    expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
  });

  test("pages, errors too, forbid foreign scripts and frames", async () => {
    for (const path of [sheet, "/fr/nothing/", "/%00"]) {
      const { headers } = await ask(path);
      expect(headers["content-security-policy"], path).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
      expect(headers["content-security-policy"], path).not.toContain("unsafe");
      expect(headers["x-content-type-options"], path).toBe("nosniff");
      expect(headers["content-type"], path).toBe("text/html; charset=utf-8");
    }
  });

  test("a reader without a language is sent to French, others to their own", async () => {
    expect((await ask("/")).headers.location).toBe("/fr/");
    const dutch = await ask("/", { "accept-language": "nl-BE,nl;q=0.9" });
    expect([dutch.status, dutch.headers.location]).toEqual([302, "/nl/"]);
    expect(dutch.headers.vary).toContain("Accept-Language");
  });

  test("an address without its slash leads to the page", async () => {
    const answer = await ask("/fr/solutions/un-jardin?x=1");
    expect([answer.status, answer.headers.location]).toEqual([301, "/fr/solutions/un-jardin/?x=1"]);
  });

  test("a query makes no other page", async () => {
    await ask(sheet);
    const { reads } = cms;
    expect((await ask(`${sheet}?utm_source=x`)).status).toBe(200);
    expect(cms.reads).toBe(reads);
  });

  test("a list with filters is read once, however its address is written, until one of its kind changes", async () => {
    const list = "/fr/solutions/?theme=jardin&sort=title";
    const first = await ask(list);
    expect([first.status, first.headers["cache-control"]]).toEqual([200, "no-cache"]);
    const { reads } = cms;
    for (const query of ["sort=title&theme=jardin", "theme=jardin&sort=title&page=1&cost=7&utm_source=x"])
      expect((await ask(`/fr/solutions/?${query}`)).body).toBe(first.body);
    expect((await ask(list, { "if-none-match": String(first.headers.etag) })).status).toBe(304);
    expect(cms.reads).toBe(reads);
    publish("Un jardin partagé");
    await until(async () => (await ask(list)).body.includes("Un jardin partagé"));
  });

  test("sixty readers of sixty addresses at once all get their page", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => ask(`/fr/reseau/?besoin=mot-${index}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test("an address with the site’s name in it leads to the same page", async () => {
    expect((await ask(`http://any.example${sheet}`)).body).toBe((await ask(sheet)).body);
    expect((await ask("http://any.example")).headers.location).toBe("/fr/");
  });

  test.each([
    ["/%00", 400],
    ["/%E0%A4%A", 400],
    ["//evil.example/", 400],
    ["/fr/solutions/%00/", 400],
    ["/fr/solutions/a%2Fb/", 400],
    [`/${"a".repeat(2040)}/`, 404],
    [`/${"a".repeat(5000)}`, 400],
    ["/fr/solutions/nothing/", 404],
    ["/fr/solutions/un-jardin.json/", 404],
    ["/nl/solutions/un-jardin/", 404],
    ["/_error/500/fr/", 404],
    ["/_image?href=/x", 404],
    ["/_server-islands/x/", 404],
    ["/de/", 404],
    ["/sitemap-fr-99.xml", 404],
  ])("%s is answered with %i", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test.each(["TRACE", "POST", "DELETE", "OPTIONS"])("%s is refused by name", async (method) => {
    const answer = await ask(sheet, {}, method);
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  test.each([
    "GET /fr/ HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
    "GET http://evil.example/fr/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
    "GET /fr/\u00e9?\u00e9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "GET /fr?\u00e9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "GET /favicon.svg HTTP/1.1\r\nHost: x\r\nRange: bytes=9-2\r\nConnection: close\r\n\r\n",
    "GET /fr/ HTTP/1.1\r\nHost: x\r\nIf-None-Match: \u00ff\r\nAccept-Encoding: ;;q=,\r\nConnection: close\r\n\r\n",
    "POST /%00 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nConnection: close\r\n\r\n{",
    "GARBAGE\r\n\r\n",
  ])("%j brings no failure", async (bytes) => {
    expect(await askRaw(bytes)).toBeLessThan(500);
    expect((await ask("/healthz")).status).toBe(200);
  });

  test("the map of the site lists what is published, in its languages only", async () => {
    const index = await ask("/sitemap-index.xml");
    expect(index.headers["content-type"]).toContain("application/xml");
    expect(index.body).toContain(`<loc>${site.url}/sitemap-fr-1.xml</loc>`);
    const [french, english] = [await ask("/sitemap-fr-1.xml"), await ask("/sitemap-en-1.xml")];
    expect(french.body).toContain(`<loc>${site.url}${sheet}</loc><lastmod>`);
    expect(french.body).toContain(`hreflang="fr" href="${site.url}${sheet}"`);
    expect(english.body).not.toContain("un-jardin");
    expect(english.body).toContain(`<loc>${site.url}/en/</loc>`);
    expect((await ask("/robots.txt")).body).toContain(`Sitemap: ${site.url}/sitemap-index.xml`);
  });

  test("the schema of packages is a JSON Schema", async () => {
    const { status, body } = await ask("/schema/package.json");
    expect(status).toBe(200);
    expect(JSON.parse(body)).toHaveProperty("$schema");
  });

  test("files are compressed, and kept by browsers only where their name carries a hash", async () => {
    const icon = await ask("/favicon.svg", { "accept-encoding": "br" });
    expect(icon.headers).toMatchObject({ "content-encoding": "br", "cache-control": "no-cache" });
    const stylesheet = /\/_astro\/[^"]+\.css/.exec((await ask(sheet)).body)?.[0];
    if (stylesheet === undefined) throw new Error("The page has no stylesheet.");
    const css = await ask(stylesheet, { "accept-encoding": "gzip" });
    expect(css.headers).toMatchObject({ "content-encoding": "gzip", "x-content-type-options": "nosniff" });
    expect(css.headers["cache-control"]).toContain("immutable");
  });

  test("its health is good", async () => {
    await until(async () => JSON.parse((await ask("/healthz")).body).cms === "up");
    expect(JSON.parse((await ask("/healthz")).body)).toMatchObject({
      status: "ok",
      search: { engine: expect.any(String) },
    });
  });
});

describe("through troubles", () => {
  beforeEach(openCms);
  afterEach(closeAll);

  test("a CMS that goes down takes no page along that was rendered once; others get a 503 page", async () => {
    publish("Un jardin");
    await start();
    expect((await ask(sheet)).body).toContain("Un jardin");
    const { port } = cms;
    await cms.close();
    await until(async () => JSON.parse((await ask("/healthz")).body).cms === "down");
    expect((await ask(sheet)).status).toBe(200);
    const other = await ask("/en/solutions/other/");
    expect(other.status).toBe(503);
    expect(other.headers["retry-after"]).toBe("5");
    expect(other.body).toContain('lang="en"');
    await cms.listen(port);
    await until(async () => (await ask("/en/solutions/other/")).status === 404);
  });

  test("a page that changed while its CMS fails is served as it was, and renewed after", async () => {
    publish("Un jardin");
    await start();
    await ask(sheet);
    cms.mood = "broken";
    publish("Un potager");
    expect((await ask(sheet)).body).toContain("Un jardin");
    cms.mood = "well";
    await until(async () => (await ask(sheet)).body.includes("Un potager"));
  });

  test("after a restart, pages come from disk with the CMS down, and those that changed meanwhile are renewed with it up", async () => {
    const publicUrl = "https://essaim.example";
    publish("Un jardin");
    await start({ PUBLIC_URL: publicUrl });
    await ask(sheet);
    expect(await site.stop()).toBe(0);
    const { port } = cms;
    await cms.close();
    await start({ PUBLIC_URL: publicUrl });
    const { url } = site;
    expect((await fetch(url + sheet)).status).toBe(200);
    expect((await ask("/fr/solutions/other/")).status).toBe(503);
    expect(await site.stop()).toBe(0);

    await cms.listen(port);
    publish("Un potager");
    await start({ PUBLIC_URL: publicUrl });
    expect((await ask(sheet)).body).toContain("Un potager");
  });

  test("SIGTERM lets requests in flight end and exits with 0", async () => {
    publish("Un jardin");
    await start();
    cms.mood = "silent";
    const inFlight = ask("/fr/solutions/");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const asked = Date.now();
    const stopped = site.stop();
    expect((await inFlight).status).toBe(503);
    expect(await stopped).toBe(0);
    expect(Date.now() - asked).toBeLessThan(4_900);
  });

  test("pages that nobody asked for before a new build took their code from the disk are rendered all the same", async () => {
    publish("Un jardin");
    const replaced = `${dist}-replaced`;
    await cp(dist, replaced, { recursive: true });
    site = await startBuiltSite(replaced, { CMS_URL: cmsUrl, DATA_DIR: dataDir });
    await rm(replaced, { recursive: true });
    expect((await ask(sheet)).status).toBe(200);
    const missing = await ask("/fr/kits/aucun/");
    expect(missing.status).toBe(404);
    expect(missing.body).toContain("<h1");
  });

  test("a wrong setting or a taken port is one clear line and a failure", async () => {
    await expect(start({ ESSAIM_READ_TOKEN: "" })).rejects.toThrow(
      /ended with 1: The site can't start: ESSAIM_READ_TOKEN/,
    );
    await start();
    const port = new URL(site.url).port;
    await expect(startBuiltSite(dist, { CMS_URL: cmsUrl, DATA_DIR: `${dataDir}/b`, PORT: port })).rejects.toThrow(
      /EADDRINUSE/,
    );
  });
});

async function openCms(): Promise<void> {
  cms = new FakeCms();
  cmsUrl = await cms.listen();
  dataDir = await mkdtemp(join(tmpdir(), "essaim-site-"));
}

async function closeAll(): Promise<void> {
  await site.stop();
  await cms.close();
  await rm(dataDir, { recursive: true, force: true });
}
