import { createServer } from "node:net";
import { PlainError } from "../launch/plain-error.mjs";

/** A port that one of the portal’s parts will listen on. */
export interface WantedPort {
  /** The variable that moves it. */
  readonly variable: string;
  readonly host: string;
  readonly port: number;
}

const reasons = new Map([
  [
    "EADDRINUSE",
    ({ variable, port }: WantedPort) =>
      `Le port ${port} est déjà pris : choisissez-en un autre avec ${variable}=…, ou arrêtez le programme qui l'occupe.`,
  ],
  [
    "EACCES",
    ({ variable, port }: WantedPort) =>
      `Le port ${port} n'est pas permis à ce compte : choisissez-en un au-dessus de 1023 avec ${variable}=….`,
  ],
  ["EADDRNOTAVAIL", ({ host }: WantedPort) => `L'adresse ${host} n'est pas celle de cette machine : corrigez HOST.`],
  ["ENOTFOUND", ({ host }: WantedPort) => `Le nom ${host} est inconnu : corrigez HOST.`],
]);

function tryPort(wanted: WantedPort): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const reason =
        reasons.get(cause.code ?? "")?.(wanted) ??
        `Le port ${wanted.port} (${wanted.variable}) ne peut pas être ouvert : ${cause.message}.`;
      reject(new PlainError(reason, { cause }));
    });
    server.listen({ host: wanted.host, port: wanted.port, exclusive: true }, () => server.close(() => resolve()));
  });
}

/** Makes sure that every port is free before anything is started. */
export async function checkPorts(wanted: readonly WantedPort[]): Promise<void> {
  for (const one of wanted) await tryPort(one);
}
