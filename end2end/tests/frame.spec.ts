import type { Page } from "@playwright/test";
import { Greeting } from "../support/greeting.ts";
import { expect, follow, frameOf, inFrame, pressChange, signIn, test } from "../support/portal-test.ts";
import { demo } from "../support/sandbox.ts";
import { newSecret } from "../support/scanner/canaries.ts";

// The console in a frame of a portal on another site (E-01, E-03, E-05, E-09, E-10).

/** Opens the page of the portal that holds the frame. */
async function openFrame(page: Page, origin: string) {
  await page.goto(`${origin}/plain/`);
  await page.getByRole("link", { name: "API access in a frame", exact: true }).click();
  return frameOf(page);
}

test("signs in by the portal's token, changes a password, and leaves nothing behind", async ({ page, portal, sandbox, scan }) => {
  const frame = await openFrame(page, portal.origin);
  const console = inFrame(frame);
  await expect(console.signOut).toBeVisible();
  expect(portal.asked).toEqual([{ connection: "gateway", reason: "needed" }]);
  await follow(console.link("retail"));
  await follow(console.link("Change password of api-user"));
  await console.newPassword.fill(newSecret);
  await expect(page.locator("html")).toHaveAttribute("data-dirty");
  // A browser that keeps both sites in one process shows the frame's field with the page's.
  await scan.step("typed", { field: "secret" });
  await pressChange(console);
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, newSecret)).toEqual([200, 200, 200]);
  await expect(page.getByRole("region", { name: "Activity" }).getByRole("listitem")).toHaveText([/of api-user \(gateway\): saved$/]);
  await expect(page.locator("html")).not.toHaveAttribute("data-dirty");
  await scan.step("saved");
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await expect(page.locator("iframe")).toHaveCount(0);
  await scan.end("taken out of the page");
  expect(page.frames()).toHaveLength(1);
});

test("a frame without a token shows the sign-in, follows the portal's colours and gets the height that it needs", async ({ page, portal }) => {
  portal.tokens = [null];
  const frame = await openFrame(page, portal.origin);
  const console = inFrame(frame);
  await expect(console.accessToken).toBeVisible();
  await page.getByRole("button", { name: "Dark", exact: true }).click();
  await expect(frame.locator("rekey-console")).toHaveAttribute("theme", "dark");
  await signIn(console);
  await follow(console.link("retail"));
  await console.listIsRead();
  const heights = () => frame.evaluate(() => [document.documentElement.scrollHeight, window.innerHeight]);
  await expect.poll(async () => new Set(await heights()).size, "the frame is as high as what it shows").toBe(1);
  const [height = 0] = await heights();
  // The same again once everything has had its time: nothing grows because the frame has grown.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await heights()).toEqual([height, height]);
});

test("a list of a hundred and more does not make the frame grow without end", async ({ page, portal, sandbox }) => {
  await sandbox.reset(400);
  const frame = await openFrame(page, portal.origin);
  const console = inFrame(frame);
  await follow(console.link("retail"));
  await expect(console.longList).toBeVisible();
  await expect.poll(() => frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  expect(await frame.evaluate(() => window.innerHeight)).toBeLessThan(1200);
});

test("in a portal that is isolated the frame is there as well (E-10)", { tag: "@firefox" }, async ({ page, portal }) => {
  portal.isIsolated = true;
  const frame = await openFrame(page, portal.origin);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  await expect(inFrame(frame).signOut).toBeVisible();
});

test("a portal may show the frame only once the console says that it is ready", async ({ page, portal, sandbox }) => {
  const greeting = await Greeting.of(page, portal.origin, sandbox.origin);
  await page.evaluate(() => document.querySelector("iframe")?.style.setProperty("display", "none"));
  await greeting.answer();
  await expect.poll(() => greeting.heard("ready")).toHaveLength(1);
});
