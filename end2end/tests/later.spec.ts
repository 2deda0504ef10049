import type { Page } from "@playwright/test";
import { demo } from "../support/sandbox.ts";
import { flipByte } from "../support/tamper.ts";
import { expect, test } from "../support/test.ts";

/** The pages behind the sign-in. */
const later = "**/assets/rekey-later-*.wasm";

test("the second part comes once the first form is there, before anybody signs in", async ({ console, page }) => {
  const arrived = page.waitForResponse(later);
  await console.open();
  await expect(console.accessToken).toBeVisible();
  expect((await arrived).status()).toBe(200);
  await page.waitForLoadState("networkidle");
  await page.route(later, (route) => route.abort());
  await console.signIn();
  await expect(console.link("retail")).toBeVisible();
});

/** Holds it back until it is let go. */
async function hold(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(later, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

test("who signs in before it is there waits for it", async ({ console, page }) => {
  const release = await hold(page);
  await console.open("#/gateway");
  await console.signIn();
  await expect(console.button("Signing in…")).toHaveAttribute("aria-busy", "true");
  release();
  await expect(console.link("retail")).toBeVisible();
});

test.describe("with a proxy that signs, where nobody signs in", () => {
  test.use({
    configuration: { connections: [{ id: "gateway", kind: "apinizer", baseUrl: "/apinizer", auth: "proxy", projects: ["retail", "wholesale"] }] },
  });

  test("a page that needs it says that it waits", async ({ console, page }) => {
    const release = await hold(page);
    await console.open("#/gateway");
    await expect(page.getByRole("status").filter({ hasText: "Loading…" })).toBeVisible();
    release();
    await expect(console.link("retail")).toBeVisible();
  });

  test("a part that cannot be fetched is told, and fetched when one tries again", async ({ console, guard, page }) => {
    guard.expect(/^console: rekey: later-unreachable/);
    guard.expectNote(/Failed to load resource/);
    await page.route(later, (route) => route.abort());
    await console.open("#/gateway");
    await expect(console.heading("A part of Rekey could not be loaded")).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("Nothing was changed. Check the network.");
    await console.button("Try again").click();
    await expect(console.heading("A part of Rekey could not be loaded")).toBeVisible();
    await page.unroute(later);
    await console.button("Try again").click();
    await expect(console.link("retail")).toBeVisible();
  });
});

test("a part that cannot be fetched is told, the token stays, and signing in fetches it again", async ({ console, guard, page, sandbox }) => {
  guard.expect(/^console: rekey: later-unreachable/);
  guard.expectNote(/Failed to load resource/);
  await page.route(later, (route) => route.abort());
  await console.open("#/gateway");
  await console.signIn();
  await expect(console.heading("A part of Rekey could not be loaded")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "A part of" })).toContainText("Nothing was changed. Check the network.");
  await expect(console.accessToken).toHaveValue(demo.token);
  expect(await sandbox.log()).toEqual([]);
  await page.unroute(later);
  await console.signInButton.click();
  await expect(console.link("retail")).toBeVisible();
  await expect(console.signOut).toBeVisible();
});

test("a password is not sent before the part that sends it has come", async ({ console, guard, page, sandbox }) => {
  guard.expect(/^console: rekey: later-unreachable/);
  guard.expectNote(/Failed to load resource/);
  await page.route(later, (route) => route.abort());
  await console.open();
  await console.signInByPassword();
  await expect(console.heading("A part of Rekey could not be loaded")).toBeVisible();
  expect(await sandbox.log()).toEqual([]);
  await page.unroute(later);
  await console.signInButton.click();
  await expect(console.link("retail")).toBeVisible();
});

for (const [what, file] of [["it", later], ["its style sheet", "**/assets/rekey-later-*.css"]] as const) {
  test(`one changed byte in ${what} is seen, and it does not start (W-04)`, { tag: "@firefox" }, async ({ console, guard, page, sandbox }) => {
    guard.expectNote(/integrity|Failed to find a valid digest/i);
    guard.expect(/^console: rekey: later-unverified/);
    await flipByte(page, file);
    await console.open("#/gateway");
    await console.signIn();
    await expect(console.heading("A part of Rekey could not be verified")).toBeVisible();
    expect(await sandbox.log()).toEqual([]);
    await page.unroute(file);
    await console.signInButton.click();
    await expect(console.link("retail")).toBeVisible();
  });
}

test("its rules of style are in force when it shows something, and belong to every console of the page", async ({ console, page }) => {
  await console.openList();
  await page.evaluate(() => document.querySelector("rekey-console")?.after(document.createElement("rekey-console")));
  const second = page.locator("rekey-console").nth(1);
  await expect(second.getByRole("combobox", { name: "Language" })).toHaveCSS("appearance", "none");
  await expect(page.locator("rekey-console").first().getByRole("table")).toHaveCSS("border-collapse", "collapse");
});

test("a console that is put elsewhere in the page starts afresh with the same parts", async ({ console, page }) => {
  await console.openList();
  await page.evaluate(() => {
    const element = document.querySelector("rekey-console");
    if (element === null) throw new Error("There is no console.");
    element.remove();
    document.body.prepend(element);
  });
  await console.signIn();
  await expect(console.heading("Credentials")).toBeVisible();
});
