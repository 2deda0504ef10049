import type { Console } from "../support/console.ts";
import { address } from "../support/console.ts";
import { hold } from "../support/hold.ts";
import { limitSessions, useFor } from "../support/limits.ts";
import { demo } from "../support/sandbox.ts";
import { newSecret } from "../support/scanner/canaries.ts";
import { expect, test } from "../support/scanner/test.ts";

const minutes = 60_000;
const changed = "Orders, and what was changed of them";
const signedOut = (console: Console) => console.page.getByRole("alert").filter({ hasText: "You were signed out" });
const idling = (console: Console) => console.page.getByRole("alert").filter({ hasText: "Nobody has used this page for a while." });

test.beforeEach(({ page }) => page.clock.install());

test.describe("a session that nobody uses (S-14)", () => {
  test.beforeEach(async ({ console }) => {
    await console.openEdit();
    await console.field("Description").fill(changed);
    await console.newPassword.fill(newSecret);
  });

  test("is announced with the time that is left, and any use keeps it", async ({ console, page }) => {
    await page.clock.runFor(8.9 * minutes);
    await expect(idling(console)).toHaveCount(0);
    await page.clock.runFor(0.3 * minutes);
    await expect(idling(console)).toContainText(/You are signed out in 0:4\d\./);
    // A script is nobody.
    await page.evaluate(() => dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true })));
    await page.clock.runFor(10_000);
    await expect(idling(console)).toContainText(/You are signed out in 0:3\d\./);
    await page.mouse.move(9, 9);
    await expect(idling(console)).toHaveCount(0);
    await page.clock.runFor(8.9 * minutes);
    await expect(console.newPassword).toHaveValue(newSecret);
  });

  test("is over after ten minutes: token and secret are nowhere, and the same token brings the changes back", async ({ console, page, scan }) => {
    await page.clock.runFor(10.1 * minutes);
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
    await expect(signedOut(console)).toContainText("Nobody used this page for 10 min.");
    await scan.end("idle");
    await console.signIn();
    await expect(console.field("Description")).toHaveValue(changed);
    await expect(console.newPassword).toHaveValue("");
  });

  test("keeps its changes from whoever signs in next", async ({ console, page, sandbox }) => {
    const { description } = await sandbox.credential();
    await page.clock.runFor(10.1 * minutes);
    await console.signInByPassword();
    await expect(console.field("Description")).toHaveValue(description);
    await expect(page.getByText("are still here.")).toHaveCount(0);
  });

  test("is over when the computer wakes up, and no press revives it", async ({ console, page }) => {
    // The steady clock stood still.
    await page.clock.setSystemTime(Date.now() + 11 * minutes);
    await page.mouse.move(9, 9);
    await expect(signedOut(console)).toBeVisible();
  });
});

test("a session ends after the longest time that it may last, however much it is used (S-14)", async ({ console, page, scan }) => {
  await limitSessions(page, { lifetimeHours: 1 });
  await console.openEdit();
  await console.field("Description").fill(changed);
  await useFor(page, 58.5);
  const notice = page.getByRole("status").filter({ hasText: "it has lasted as long as it may" });
  await expect(notice).toContainText(/^Your session ends at \d\d:\d\d:\d\d:/);
  await page.mouse.move(9, 9);
  await page.clock.runFor(1.6 * minutes);
  await expect(signedOut(console)).toContainText("A session lasts at most 1 h.");
  await scan.end("over");
});

test("a change that is on its way is not cut off: its result is shown, and then the session ends (S-14)", async ({ console, page, sandbox }) => {
  await limitSessions(page, { lifetimeHours: 1 });
  await console.openChange();
  await useFor(page, 59.5);
  const release = await hold(page, /\/credentials\/.+/);
  const asked = page.waitForRequest((request) => request.method() === "PATCH");
  await console.change(newSecret);
  await asked;
  await page.clock.runFor(1 * minutes);
  release();
  await console.expectOutcome("saved");
  await page.clock.runFor(0.5 * minutes);
  await console.expectOutcome("saved");
  await page.clock.runFor(0.7 * minutes);
  await expect(signedOut(console)).toBeVisible();
  expect(await sandbox.gateways(demo.username, newSecret)).toEqual([200, 200, 200]);
});

test("signing out in one tab signs out the others, and nothing but that is told (S-17)", async ({ console, context, scan }) => {
  const { Console } = await import("../support/console.ts");
  const other = new Console(await context.newPage());
  await other.openList();
  await console.openChange();
  await console.newPassword.fill(newSecret);
  await other.page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    new BroadcastChannel("rekey").onmessage = ({ data }) => told.push(data);
    // What is no such message is not heard.
    const channel = new BroadcastChannel("rekey");
    for (const message of [null, 1, "sign-out", { kind: "sign-out" }, { kind: "other", connection: "gateway" }, { kind: "sign-out", connection: "none" }]) {
      channel.postMessage(message);
    }
  });
  await expect(console.newPassword).toHaveValue(newSecret);
  await console.signOutAnyway();
  await expect(signedOut(other)).toContainText("in another tab");
  const told = await other.page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told.slice(-1));
  expect(told).toEqual([{ kind: "sign-out", connection: "gateway", page: expect.any(Number) }]);
  await scan.end("signed out");
});

test("a sign-out in another tab ends a form with what was typed in it (S-17)", async ({ console, context, scan }) => {
  const { Console } = await import("../support/console.ts");
  const other = new Console(await context.newPage());
  await other.openList();
  await console.open(address.edit());
  await console.signIn();
  await console.field("Description").fill(changed);
  await console.newPassword.fill(newSecret);
  await other.signOut.click();
  await expect(signedOut(console)).toContainText("in another tab");
  await scan.end("signed out elsewhere");
  await console.signIn();
  await expect(console.field("Description")).not.toHaveValue(changed);
});
