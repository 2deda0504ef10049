import type { Console } from "../support/console.ts";
import { judge, secret } from "../support/observe.ts";
import { expect, test } from "../support/test.ts";

test.beforeEach(({ page }) => page.clock.install());

/** A computer that was asleep: the clock jumps, and what was due meanwhile comes at once. */
const sleep = (console: Console, time: string) => console.page.clock.fastForward(time);

test("X11-list: a list that does not come in time is told, and asked for again when one says so", async ({ console, page, sandbox }) => {
  await sandbox.everyRead({ kind: "delay", milliseconds: 60_000 });
  await console.openList();
  const words = page.getByText("The server did not answer in time.");
  // Asked three times, with pauses in between, which the jumps end as well.
  await expect(async () => {
    await sleep(console, "00:31");
    await expect(words).toBeVisible({ timeout: 100 });
  }).toPass();
  expect((await sandbox.log()).filter(({ path }) => path.endsWith("/credentials/"))).toHaveLength(3);
  await sandbox.faults();
  await console.button("Try again").click();
  await console.listIsRead();
});

for (const operation of ["edit", "pw"] as const) {
  test(`X40-${operation}: a write that is overdue after a sleep is a doubt, is applied later, and is not sent again (X11-${operation})`, async ({ console, guard, sandbox }) => {
    await sandbox.nextWrite({ kind: "delay", milliseconds: 2_500 });
    if (operation === "edit") {
      await console.openEdit();
      await console.newPassword.fill(secret);
      await console.field("Full name").fill("Order service");
      await console.review();
      await console.save();
    } else {
      await console.openChange();
      await console.change(secret);
    }
    await expect.poll(async () => (await sandbox.writes()).length).toBe(1);
    await sleep(console, "05:00");
    await judge({ console, guard, api: sandbox }, "unknown", {
      words: ["The server did not answer in time.", "The old or the new password may be valid now."],
      appliesLater: true,
    });
    expect(await sandbox.writes()).toHaveLength(1);
  });
}

test("X40-list: who comes back after a while sees the list as it is then", async ({ console, page, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await sandbox.change({ fullName: "Renamed meanwhile" });
  const asked = async () => (await sandbox.log()).filter(({ path }) => path.endsWith("/credentials/")).length;
  const before = await asked();
  const comeBack = () => page.evaluate(() => void dispatchEvent(new Event("focus")));
  await comeBack();
  expect(await asked(), "a moment is no while").toBe(before);
  await sleep(console, "06:00");
  await comeBack();
  await expect(page.getByText("Renamed meanwhile")).toBeVisible();
});
