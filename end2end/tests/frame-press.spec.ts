import type { Page } from "@playwright/test";
import type { Console } from "../support/console.ts";
import { expect, follow, frameOf, inFrame, pressChange, signIn, test } from "../support/portal-test.ts";
import { demo } from "../support/sandbox.ts";
import { secret } from "../support/observe.ts";

// A press in a frame counts only if its button could be seen (E-04); the portal is the one that hides it.

const covered = "Something lies over this button, so the press was not taken.";
const tooSoon = "because this button had only just come into sight";

test.beforeEach(async ({ page, portal }) => {
  portal.tokens = [null];
  await page.clock.install();
  await page.goto(`${portal.origin}/plain/#/framed`);
  const console = inFrame(await frameOf(page));
  await signIn(console);
  await follow(console.link("retail"));
});

/** The form that changes a password, with a new one in it, and the time standing still. */
async function openForm(page: Page) {
  const console = inFrame(await frameOf(page));
  await console.listIsRead();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await follow(console.link("Change password of api-user"));
  await console.newPassword.fill(secret);
  return console;
}

/**
 * Presses until the form says this. With the keyboard: Chromium takes no pointer for half a second in a frame that has
 * moved, if it is watched for what lies over it.
 */
const pressUntil = (console: Console, words: string) =>
  expect(async () => {
    await console.newPassword.press("Enter");
    await expect(console.page.getByRole("alert").filter({ hasText: words })).toBeVisible({ timeout: 100 });
  }).toPass();

/** Presses until the press counts. */
async function pressOn(console: Console, page: Page) {
  await page.clock.resume();
  await pressChange(console);
  await console.expectOutcome("saved");
}

test("a press counts when its button has been in sight for half a second", async ({ page, sandbox }) => {
  const console = await openForm(page);
  await pressUntil(console, tooSoon);
  await page.clock.runFor(400);
  await pressUntil(console, tooSoon);
  expect(await sandbox.writes()).toEqual([]);
  await pressOn(console, page);
  expect(await sandbox.gateways(demo.username, secret)).toEqual([200, 200, 200]);
});

test("a press does not count while something lies over its button, whether it can be seen through or not", async ({ page, sandbox }) => {
  const console = await openForm(page);
  // What lies over the frame, and lets every press through to it.
  await page.evaluate(() => {
    const decoy = Object.assign(document.createElement("div"), { id: "decoy", textContent: "Press here to win" });
    Object.assign(decoy.style, { position: "fixed", inset: "0", background: "white", pointerEvents: "none" });
    document.body.append(decoy);
  });
  await pressUntil(console, covered);
  await page.clock.runFor(5_000);
  await pressUntil(console, covered);
  await page.evaluate(() => document.querySelector("#decoy")?.remove());
  await pressUntil(console, tooSoon);
  // The same the other way: the frame itself cannot be seen.
  await page.locator("iframe").evaluate((frame) => void (frame.style.opacity = "0.01"));
  await pressUntil(console, covered);
  expect(await sandbox.writes()).toEqual([]);
  await page.locator("iframe").evaluate((frame) => void (frame.style.opacity = ""));
  await pressOn(console, page);
});

test("saving in a review, and sending once more, are held to the same", async ({ guard, page, sandbox }) => {
  // The browser's word on the attribute; the dialog itself gives the focus all the same.
  guard.expectNote(/Blocked autofocusing/);
  const console = inFrame(await frameOf(page));
  await follow(console.link("Edit api-user"));
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(secret);
  await sandbox.nextWrite({ kind: "apply-then-drop" });
  await expect(async () => {
    await console.review();
    await expect(console.dialog()).toBeVisible({ timeout: 100 });
  }).toPass();
  await expect(console.dialog().getByRole("button", { name: "Cancel", exact: true })).toBeFocused();
  await expect(async () => {
    await console.save();
    await expect(console.result).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await console.expectOutcome("unknown");
  await sandbox.faults();
  await page.locator("iframe").evaluate((frame) => void (frame.style.opacity = "0.01"));
  const before = await sandbox.writes();
  await expect(async () => {
    await console.button("Send the same changes again").click();
    await expect(console.page.getByText(covered)).toBeVisible({ timeout: 100 });
  }).toPass();
  expect(await sandbox.writes()).toHaveLength(before.length);
});
