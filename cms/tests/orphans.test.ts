import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { administrator, type Cms, type Home, makeHome, startCms } from "./harness.ts";

let home: Home;
let first: Cms;
let second: Cms | undefined;
beforeAll(async () => {
  home = await makeHome("sqlite");
  first = await startCms({ home });
});
afterAll(async () => {
  await first.kill();
  await second?.stop();
  await home.dispose();
});

test("files of an upload that was cut off leave the store with a later start, those of the media library stay", async () => {
  const uploads = join(home.dataDir, "cms", "uploads");
  const stored = () => readdirSync(uploads).sort();
  const { body } = await first.ask("/admin/login", { method: "POST", body: administrator, token: null });
  const photo = await sharp({ create: { width: 700, height: 400, channels: 3, background: "#0b5d57" } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append("files", new File([new Uint8Array(photo)], "photo.jpg", { type: "image/jpeg" }));
  const headers = { authorization: `Bearer ${body.data.token}` };
  const sent = await fetch(`${first.url}/upload`, { method: "POST", headers, body: form });
  expect(sent.status).toBe(201);
  await first.kill();

  const kept = stored();
  expect(kept.length).toBeGreaterThan(2);
  const dayBefore = Date.now() / 1000 - 25 * 60 * 60;
  for (const name of kept) utimesSync(join(uploads, name), dayBefore, dayBefore);
  for (const name of ["cut_off.jpg", "just_now.jpg"]) writeFileSync(join(uploads, name), "half a photo");
  utimesSync(join(uploads, "cut_off.jpg"), dayBefore, dayBefore);

  second = await startCms({ home });
  await expect.poll(stored, { timeout: 20_000 }).toEqual([...kept, "just_now.jpg"].sort());
});
