import { launchOptionsWithCache } from "../support/browser.ts";
import type { Console } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

// Without it these tests would pass for nothing (M8).
test.use({ launchOptions: launchOptionsWithCache });

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
  // A page that still waits for an answer is not kept.
  await page.waitForLoadState("networkidle");
  await page.goto("/favicon.svg");
  // Later, because the way back takes the page away in which this runs.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForFunction(() => location.pathname === "/" && globalThis.wasRestored !== undefined);
  expect(await page.evaluate(() => globalThis.wasRestored)).toBe(true);
}

/** Runs in the page: what it shows and holds. A locator would wait for a navigation that Firefox does not end here. */
function seen() {
  const root = document.querySelector("rekey-console")?.shadowRoot;
  const fields = [...(root?.querySelectorAll("input") ?? [])];
  return { text: root?.textContent ?? "", values: fields.map((field) => field.value).join() };
}

for (const operation of ["edit", "pw"] as const) {
  test(`X31-${operation}: a page that comes back from the browser's cache holds no secret and no session`, { tag: "@firefox" }, async ({ console, page }) => {
    if (operation === "edit") await console.openEdit();
    else await console.openChange();
    await console.newPassword.fill(password);
    await leaveAndComeBack(console);
    await expect.poll(async () => (await page.evaluate(seen)).text).toContain("Sign in to API gateway");
    expect((await page.evaluate(seen)).values).not.toContain(password);
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
