import { launchOptions } from "../support/browser.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

// Playwright starts Chromium without its back/forward cache, where this test would pass for nothing (M8).
test.use({ launchOptions: { ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

declare global {
  var wasRestored: boolean | undefined;
}

test("a page that comes back from the browser's cache holds no secret and no session", async ({ console, page }) => {
  // A page that may not be stored is not always put into the cache; this one must be.
  await page.route((url) => url.pathname === "/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "cache-control": "no-cache" } });
  });
  await page.addInitScript(() => {
    addEventListener("pageshow", (event) => {
      globalThis.wasRestored = event.persisted;
    });
  });
  await console.openChange();
  await console.newPassword.fill(password);
  await page.goto("/favicon.svg");
  // Later, because the way back takes the page away in which this runs.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForFunction(() => globalThis.wasRestored !== undefined);
  expect(await page.evaluate(() => globalThis.wasRestored)).toBe(true);
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
  const values = await page.locator("input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(values.join()).not.toContain(password);
});
