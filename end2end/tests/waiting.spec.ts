import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";
const hour = 3_600_000;

test.beforeEach(async ({ console, page, sandbox }) => {
  await page.clock.install();
  await console.openChange();
  await sandbox.nextWrite({ kind: "delay", milliseconds: hour });
  await console.change(password);
  await expect(page.getByText("Sending to")).toBeVisible();
});

test("the wait is told after 1, 10 and 30 seconds (N-09)", async ({ page }) => {
  await page.clock.runFor("00:01");
  await expect(page.getByText("Sending to API gateway.")).toBeVisible();
  await page.clock.runFor("00:10");
  await expect(page.getByText("Sent 10 s ago. Deploying to all environments can take a while.")).toBeVisible();
  await page.clock.runFor("00:20");
  await expect(page.getByText("Sent 30 s ago. No answer yet. It may still be carried out. Nothing is sent a second time.")).toBeVisible();
});

test("no answer within two minutes is unknown, and the password stays", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
  await page.clock.runFor("02:01");
  await console.expectOutcome("unknown");
  await expect(console.result).toContainText("The server did not answer in time.");
  await expect(console.result).toContainText("It may still arrive.");
  await expect(console.newPassword).toHaveValue(password);
  expect(await sandbox.writes()).toHaveLength(1);
});

test("who stops waiting is told that it may still arrive, never that it was cancelled (F-02)", async ({ console, page }) => {
  await page.clock.runFor("00:31");
  await console.button("Stop waiting").click();
  await console.expectOutcome("unknown");
  await expect(console.result).toContainText("You stopped waiting for the answer.");
  await expect(console.result).not.toContainText(/error|failed|cancelled/i);
});
