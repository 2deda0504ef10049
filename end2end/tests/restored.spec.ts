import { isFirefox, launchOptionsWithCache } from "../support/browser.ts";
import type { Console } from "../support/console.ts";
import type { Guard } from "../support/guard.ts";
import { newSecret } from "../support/scanner/canaries.ts";
import { expect, test } from "../support/scanner/test.ts";

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

/** Goes elsewhere. */
async function leave({ page }: Console, guard: Guard) {
  for (const request of guard.requests) {
    const response = await request.response();
    // Firefox does not keep a page that still waits for an answer. Chromium does, and does not always tell the end of
    // one that was fetched ahead.
    if (isFirefox) await response?.finished();
  }
  await page.goto("/favicon.svg");
}

/** Comes back to the page as it was. */
async function comeBack({ page }: Console) {
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

/** Types a new secret; with the first letter the form asks for what it checks a secret against. */
async function fillSecret({ newPassword, page }: Console) {
  const asked = page.waitForResponse("**/common-passwords.txt");
  await newPassword.fill(newSecret);
  await asked;
}

/** Types a token; the connection check asks its question meanwhile, and is refused as it should be. */
async function fillSignIn(console: Console) {
  const asked = console.page.waitForResponse((response) => response.status() === 401);
  await console.open("#/gateway");
  await console.accessToken.fill(newSecret);
  await asked;
}

const forms: [string, (console: Console) => Promise<void>][] = [
  ["X31-edit: the form of an edit", (console) => console.openEdit().then(() => fillSecret(console))],
  ["X31-pw: the form of a change", (console) => console.openChange().then(() => fillSecret(console))],
  ["the sign-in", fillSignIn],
];

// One form is enough in Firefox, which does not keep the sign-in once its check has run (docs/browsers.md).
for (const [form, fill] of forms) {
  test(`${form} that comes back from the browser's cache holds no secret and no session, without a network too (S-03)`, { tag: form.startsWith("X31-pw") ? "@firefox" : [] }, async ({ console, context, guard, page, scan }) => {
    await fill(console);
    await leave(console, guard);
    if (!isFirefox) {
      guard.expect(/ERR_INTERNET_DISCONNECTED/);
      await context.setOffline(true);
    }
    await comeBack(console);
    await expect.poll(async () => (await page.evaluate(seen)).text).toContain("Sign in to API gateway");
    expect((await page.evaluate(seen)).values).not.toContain(newSecret);
    await scan.end("restored");
  });
}

test("X31-list: a list that comes back from the browser's cache is shown to nobody until it was read again", async ({ console, guard, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await leave(console, guard);
  await comeBack(console);
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
  await expect(console.names).toHaveCount(0);
  await sandbox.change({ fullName: "Renamed meanwhile" });
  await console.signIn();
  await expect(console.page.getByText("Renamed meanwhile")).toBeVisible();
});
