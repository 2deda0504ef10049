import { type Console } from "../support/console.ts";
import { launchOptions } from "../support/browser.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

// Playwright starts Chromium without its back/forward cache, where these tests would pass for nothing (M8).
test.use({ launchOptions: { ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] } });

declare global {
  var wasRestored: boolean | undefined;
}

test.beforeEach(async ({ page }) => {
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
});

/** Goes elsewhere and comes back to the page as it was. */
async function leaveAndComeBack({ page }: Console) {
  await page.goto("/favicon.svg");
  // Later, because the way back takes the page away in which this runs.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForFunction(() => globalThis.wasRestored !== undefined);
  expect(await page.evaluate(() => globalThis.wasRestored)).toBe(true);
}

for (const operation of ["edit", "pw"] as const) {
  test(`X31-${operation}: a page that comes back from the browser's cache holds no secret and no session`, async ({ console, page }) => {
    if (operation === "edit") await console.openEdit();
    else await console.openChange();
    await console.newPassword.fill(password);
    await leaveAndComeBack(console);
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
    const values = await page.locator("input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(values.join()).not.toContain(password);
  });
}

test("X31-list: a list that comes back from the browser's cache is shown to nobody until it was read again", async ({ console, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await leaveAndComeBack(console);
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
  await expect(console.names).toHaveCount(0);
  await sandbox.change({ fullName: "Renamed meanwhile" });
  await console.signIn();
  await expect(console.page.getByText("Renamed meanwhile")).toBeVisible();
});
