import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { engineCalls } from "./engine-calls.ts";

/** A server that answers each request in turn as told. */
async function serving(...turns: readonly ((response: ServerResponse) => void)[]) {
  let asked = 0;
  const server: Server = createServer((_, response) => turns[asked++]?.(response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { call: engineCalls({ url: `http://127.0.0.1:${port}/`, key: "key" }, 300), asked: () => asked };
}
const say =
  (words: string, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status).end(words);

it("asks again when a connection that was kept open turns out to be broken", async () => {
  const server = await serving(say("{}"), (response) => response.destroy(), say('{"hits":1}'));
  await server.call("/a", {});
  expect(await server.call("/a", {})).toEqual({ hits: 1 });
});

it("asks a server that takes too long once", async () => {
  const server = await serving(say("{}"), () => undefined, say("{}"));
  await server.call("/a", {});
  await expect(server.call("/a", {})).rejects.toThrow();
  expect(server.asked()).toBe(2);
});

it("takes nothing but JSON with status 200 for an answer", async () => {
  const server = await serving(say("<p>", 200), say('{"message":"no"}', 503));
  await expect(server.call("/a", {})).rejects.toThrow();
  await expect(server.call("/a", {})).rejects.toThrow("503");
});
