import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a stand-in does with what it is asked. */
export type Conduct = "passes on" | "answers a web page" | "answers other JSON" | "trickles" | "breaks off";

/** Stands before a search server, so that one site sees it fail in ways that it hardly ever does by itself. */
export interface EngineStandIn {
  readonly url: string;
  conduct: Conduct;
  close(): void;
}

/** Starts one that passes everything on. */
export async function startStandIn(engineUrl: string): Promise<EngineStandIn> {
  const standIn = { url: "", conduct: "passes on" as Conduct, close: () => server.closeAllConnections() };
  const server = createServer((asked, answer) => conducts[standIn.conduct](asked, answer, engineUrl));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  standIn.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return standIn;
}

type Conducted = (asked: IncomingMessage, answer: ServerResponse, engineUrl: string) => void;

const json = { "content-type": "application/json" };
const conducts: Readonly<Record<Conduct, Conducted>> = {
  "passes on": (asked, answer, engineUrl) => {
    const { method, headers } = asked;
    const passed = request(engineUrl + (asked.url ?? "/"), { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  },
  "answers a web page": (asked, answer) => {
    asked.resume();
    answer.writeHead(200, { "content-type": "text/html" }).end("<!DOCTYPE html><title>Maintenance</title>");
  },
  "answers other JSON": (asked, answer) => {
    asked.resume();
    answer.writeHead(200, json).end('{"results":{"hits":"none"},"version":7}');
  },
  trickles: (asked, answer) => {
    asked.resume();
    answer.writeHead(200, json);
    const dripping = setInterval(() => answer.write(" "), 100);
    answer.on("close", () => clearInterval(dripping));
  },
  "breaks off": (asked, answer) => {
    asked.resume();
    answer.writeHead(200, { ...json, "content-length": "1000" }).write('{"results":[');
    setTimeout(() => answer.destroy(), 20);
  },
};
