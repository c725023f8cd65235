import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";

/** A part that serves on a port; started as `stand-in.mjs PORT [MODE]`, it tells in `MODE` what it does on top. */
const [port = "0", mode = ""] = process.argv.slice(2);

if (mode === "fail") {
  console.error("le fichier de réglages manque");
  process.exit(3);
}
if (mode === "stubborn") process.on("SIGTERM", () => undefined);
if (mode.startsWith("child:")) {
  const child = spawn("sleep", ["600"], { stdio: "ignore" });
  writeFileSync(mode.slice("child:".length), String(child.pid));
}
createServer((_, response) => response.end(String(process.pid))).listen(Number(port), "127.0.0.1");
