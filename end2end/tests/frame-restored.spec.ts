import { launchOptionsWithCache } from "../support/browser.ts";
import { expect, frameOf, inFrame, test } from "../support/portal-test.ts";

// Without it this test would pass for nothing (M8).
test.use({ launchOptions: launchOptionsWithCache });

test("a portal that comes back from the browser's cache finds no session in its frame, and is greeted anew (S-03, E-03)", { tag: "@firefox" }, async ({ page, portal }) => {
  portal.mayBeKept = true;
  await page.addInitScript(() => {
    addEventListener("pageshow", ({ persisted }) => void (globalThis.wasRestored = persisted));
  });
  await page.goto(`${portal.origin}/plain/#/framed`);
  await expect(inFrame(await frameOf(page)).signOut).toBeVisible();
  await page.goto(`${portal.origin}/vue/`);
  // Later, because the way back takes the page away in which this runs.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForFunction(() => location.pathname === "/plain/" && globalThis.wasRestored === true);
  // Playwright does not see the frames of a page that was restored, so the portal tells: it is asked as at first.
  const asked = { connection: "gateway", reason: "needed" };
  await expect.poll(() => portal.asked).toEqual([asked, asked]);
});
