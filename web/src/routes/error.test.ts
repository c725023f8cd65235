import { locales } from "@essaim/content";
import { expect, test } from "vitest";
import type { Reading } from "../content/reading.ts";
import { CmsUnavailable } from "../content/unavailable.ts";
import { renderPage } from "../testing/render-page.ts";
import ErrorRoute from "./error.astro";

const down = async (): Promise<never> => {
  throw new CmsUnavailable("down");
};

test.each(locales)("with the CMS down, an error page in %s says what happened and leads on", async (locale) => {
  const reading: Reading = {
    locale,
    load: down,
    list: down,
    batch: down,
    adoptionCounts: down,
    descendants: down,
    mentionCounts: down,
    versions: down,
    version: down,
    writtenPages: down,
  };
  const { html } = await renderPage(ErrorRoute, `/_error/503/${locale}/`, reading);
  expect(html).toContain(`<html lang="${locale}"`);
  expect(html).toContain('name="robots" content="noindex"');
  expect(html).toContain('name="q"');
  expect(html).toMatch(new RegExp(`<main[^>]*>.*href="/${locale}/`, "s"));
});
