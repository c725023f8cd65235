import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const candidates = [
  process.env["CHROMIUM_BIN"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The Chromium of this machine, if it has one. */
export const chromiumPath: string | undefined = candidates.find((path) => path !== undefined && existsSync(path));

/** Starts it without a window and without talking to anyone but the portal. */
export function openBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error("No Chromium on this machine");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
