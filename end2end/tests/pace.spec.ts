import { limited } from "../support/faults.ts";
import { useFor } from "../support/limits.ts";
import { v7 } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

test.beforeEach(({ page }) => page.clock.install());

test("X17b-list: a list that is refused for its rate says when it is read again, and is", async ({ console, page, sandbox }) => {
  await sandbox.faults({ method: "GET", path: "/thousandeyes/v7/credentials", fault: limited(20) });
  const visit = new Visit(console, v7);
  await visit.enter(v7.list);
  await expect(page.getByText(/^The server takes no more requests for the moment\. Reading again at \d\d:\d\d:\d\d\.$/)).toBeVisible();
  await expect(console.link("Edit Checkout login")).toHaveCount(0);
  await page.clock.runFor("00:21");
  await visit.listIsRead();
  expect((await sandbox.log()).filter((row) => row.answered === 429)).toHaveLength(1);
});

test("a list that is refused for longer than a minute says how long, and is read by hand", async ({ console, page, sandbox }) => {
  await sandbox.faults({ method: "GET", path: "/thousandeyes/v7/credentials", fault: limited(600) });
  const visit = new Visit(console, v7);
  await visit.enter(v7.list);
  await expect(page.getByRole("alert")).toContainText("The server asks to wait 600 seconds.");
  await useFor(page, 10.1);
  await console.button("Try again").click();
  await visit.listIsRead();
});

test.describe("a write while the server wants to be left alone", () => {
  test.beforeEach(async ({ console, page, sandbox }) => {
    const visit = new Visit(console, v7);
    await visit.openList();
    await sandbox.faults({ method: "GET", path: "/thousandeyes/v7/credentials", fault: limited(40) });
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByText("Reading again at")).toBeVisible();
    await console.link(`Change value of ${visit.record.name}`).click();
    await visit.change("new value of a test");
    await expect(console.heldBack).toBeVisible();
    expect(await sandbox.writes()).toEqual([]);
  });

  test("is held back, says so, and is sent once when its time has come (N-10)", async ({ console, page, sandbox }) => {
    await page.clock.runFor("00:41");
    await console.expectOutcome("saved");
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test("can be taken back meanwhile: nothing was sent", async ({ console, page, sandbox }) => {
    await console.button("Stop waiting").click();
    await console.expectOutcome("not-sent");
    await page.clock.runFor("01:00");
    expect(await sandbox.writes()).toEqual([]);
    await expect(new Visit(console, v7).newValue).toHaveValue("new value of a test");
  });
});

test("however often the list is refreshed, 60 requests leave at once and then one a second: 120 in a minute (N-10)", async ({ console, page, sandbox }) => {
  test.slow();
  await new Visit(console, v7).openList();
  // From here on time passes only when it is told to; after two minutes nothing of before counts.
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.clock.runFor("02:00");
  const before = (await sandbox.log()).length;
  const sent = async () => (await sandbox.log()).length - before;
  const refresh = page.getByRole("button", { name: "Refresh" });
  /** The list has been read once more after `trigger`. */
  const readAgain = async (trigger: () => Promise<unknown>) => {
    const answered = page.waitForResponse(/\/v7\/credentials\?/);
    await trigger();
    await (await answered).finished();
    await expect(page.getByText("6 credentials")).toBeVisible();
  };

  for (let press = 0; press < 60; press += 1) await readAgain(() => refresh.click());
  expect(await sent()).toBe(60);
  for (let second = 0; second < 20; second += 1) {
    await readAgain(async () => {
      // Who presses while one waits for its turn starts no other.
      for (let press = 0; press < 3; press += 1) await refresh.click();
      expect(await sent()).toBe(60 + second);
      await page.clock.runFor(1_000);
    });
  }
  expect(await sent()).toBe(80);
});
