import { type Fault, limited } from "../support/faults.ts";
import { type System, v7, zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const typed = "new value of a test";
const again = "Send the same value again";

const refuse = ({ write: { method, path } }: System, fault: Fault, times = 1) => ({ method, path, times, fault });

test.beforeEach(({ page }) => page.clock.install());

/** How long to wait where no header can be read: the vendor's window where one is documented (T10), else X17b. */
const waits: [System, number][] = [
  [v7, 60],
  [zstack, 15],
];

for (const [system, seconds] of waits) {
  const { record, title, vault } = system;

  test(`${title}: a write that is refused for seconds is sent once more by itself, and says so meanwhile (X17a)`, async ({ console, page, sandbox }) => {
    await sandbox.faults(refuse(system, limited(8)));
    const visit = new Visit(console, system);
    await visit.openChange();
    await visit.change(typed);
    await expect(console.heldBack).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(1);
    await page.clock.runFor("00:09");
    await console.expectOutcome("saved");
    expect((await sandbox.writes()).map((row) => row.answered)).toEqual([429, 200]);
    expect(await sandbox.vault(vault, record.id, typed)).toBe(200);
  });

  test(`${title}: there is no third time by itself`, async ({ console, page, sandbox }) => {
    await sandbox.faults(refuse(system, limited(2), 20));
    const visit = new Visit(console, system);
    await visit.openChange();
    await visit.change(typed);
    await expect(console.heldBack).toBeVisible();
    await page.clock.runFor("00:03");
    await console.expectOutcome("rejected");
    await page.clock.runFor("02:00");
    await expect(console.button(again)).toBeVisible();
    expect(await sandbox.writes()).toHaveLength(2);
  });

  test(`${title}: a long wait is counted down, and then the same can be sent again (X17a)`, async ({ console, page, sandbox }) => {
    await sandbox.faults(refuse(system, limited(40)));
    const visit = new Visit(console, system);
    await visit.openChange();
    await visit.change(typed);
    await console.expectOutcome("rejected");
    await expect(console.result).toContainText("Nothing was changed: the old value is still valid.");
    await expect(console.result).toContainText(/Allowed again in (40|39) s/);
    await expect(console.button(again)).toHaveCount(0);
    await page.clock.runFor("00:20");
    await expect(console.result).toContainText(/Allowed again in (20|19|18) s/);
    await page.clock.runFor("00:20");
    await expect(visit.newValue).toHaveValue(typed);
    expect(await sandbox.writes()).toHaveLength(1);
    await console.button(again).click();
    await console.expectOutcome("saved");
    expect(await sandbox.vault(vault, record.id, typed)).toBe(200);
  });

  test(`${title}: without a header to read, the wait is ${seconds} seconds, and then it goes at once (T10, X17b)`, async ({ console, page, sandbox }) => {
    await sandbox.faults(refuse(system, limited()));
    const visit = new Visit(console, system);
    await visit.openChange();
    await visit.change(typed);
    await console.expectOutcome("rejected");
    await expect(console.result).toContainText(new RegExp(`Allowed again in (${seconds}|${seconds - 1}|${seconds - 2}) s`));
    await page.clock.runFor((seconds - 8) * 1_000);
    await expect(console.button(again)).toHaveCount(0);
    await page.clock.runFor(8_000);
    await console.button(again).click();
    await page.clock.runFor("00:02");
    await console.expectOutcome("saved");
    expect((await sandbox.writes()).map((row) => row.answered)).toEqual([429, 200]);
  });

  test(`${title}: an edit that was refused for its rate can be sent again, and keeps what was typed`, async ({ console, page, sandbox }) => {
    await sandbox.faults(refuse(system, limited(40)));
    const visit = new Visit(console, system);
    await visit.openEdit();
    await visit.rename("Renamed");
    await console.expectOutcome("rejected");
    await page.clock.runFor("00:41");
    await expect(console.field("Name")).toHaveValue("Renamed");
    await console.button("Send the same changes again").click();
    await console.expectOutcome("saved");
    expect(await sandbox.read(system.read)).toMatchObject({ name: "Renamed" });
  });
}

test("who signs out while a refused write waits for its second try has sent it once (I9)", async ({ console, page, sandbox }) => {
  await sandbox.faults(refuse(zstack, limited(8)));
  const visit = new Visit(console, zstack);
  await visit.openChange();
  await visit.change(typed);
  await expect(console.heldBack).toBeVisible();
  await console.signOutAnyway();
  await page.clock.runFor("00:09");
  await visit.signIn();
  await expect(console.signOut).toBeVisible();
  expect((await sandbox.writes()).map((row) => row.answered)).toEqual([429]);
});
