import { createServer, type Server, type Socket } from "node:net";

/** What a server says to a line in place of taking it. */
type Refuse = (line: string) => string | undefined;

/** A server that takes mail by SMTP (RFC 5321), as far as one message needs it, and what it got. */
export async function takeMail(
  refuse: Refuse = () => undefined,
  listenOn = 0,
): Promise<{ url: string; received: string[]; stop(): void }> {
  const received: string[] = [];
  const server: Server = createServer((socket) => converse(socket, received, refuse));
  await new Promise<void>((resolve) => server.listen(listenOn, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, received, stop: () => server.close() };
}

function converse(socket: Socket, received: string[], refuse: Refuse): void {
  let message: string | undefined;
  let rest = "";
  const say = (text: string) => socket.write(`${text}\r\n`);
  const line = (text: string) => {
    const isData = message === undefined && /^DATA/i.test(text);
    if (message === undefined) say(refuse(text) ?? (isData ? "354 go on" : /^QUIT/i.test(text) ? "221 bye" : "250 ok"));
    else if (text === ".") {
      received.push(message);
      say("250 kept");
    } else message += `${text}\r\n`;
    if (isData) message = "";
    else if (text === ".") message = undefined;
  };
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString()).split("\r\n");
    rest = lines.pop() ?? "";
    for (const one of lines) line(one);
  });
  say("220 mail.test");
}
