import { judge, noteVersions, secret } from "../support/observe.ts";
import { v7 } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

test.beforeEach(({ page }) => page.clock.install());

const list = "/apinizer/apiops/projects/retail/credentials/";

test("X15-list: what a refresh no longer finds is told by name, once", async ({ console, page, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await sandbox.remove();
  await console.button("Refresh credentials").click();
  const note = page.getByRole("status").filter({ hasText: "No longer there since the list was last read: api-user." });
  await expect(note).toBeVisible();
  await expect(console.link("Edit", "api-user")).toHaveCount(0);
  await console.button("Refresh credentials").click();
  await expect(note).toHaveCount(0);
});

test("X27-list: as often as Refresh is pressed, the list is read once at a time", async ({ console, page, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await sandbox.faults({ method: "GET", path: list, times: 100, fault: { kind: "delay", milliseconds: 500 } });
  const asked = async () => (await sandbox.log()).filter(({ path }) => path === list).length;
  const already = await asked();
  await console.button("Refresh credentials").evaluate((button: HTMLButtonElement) => {
    for (let press = 0; press < 50; press += 1) button.click();
  });
  await expect(page.getByText("Reading credentials…")).toBeVisible();
  await expect(page.getByText("7 credentials")).toBeVisible();
  expect(await asked()).toBe(already + 1);
});

/** The answer to a refresh that began before something else comes after it, with what was true before (I7). */
test.describe("an answer that is overtaken", () => {
  const isRead = ({ path, answered }: { path: string; answered: number | null }) => path === list && answered === null;

  test.beforeEach(async ({ console, page, sandbox }) => {
    await console.openList();
    await console.listIsRead();
    await sandbox.faults({ method: "GET", path: list, fault: { kind: "overtaken" } });
    await console.button("Refresh credentials").click();
    await expect.poll(async () => (await sandbox.log()).some(isRead)).toBe(true);
    await expect(page.getByText("API user")).toBeVisible();
  });

  test("X26-list: a list from before an edit does not take the edit back", async ({ console, guard, page, sandbox }) => {
    const shown = await noteVersions(page, "tbody tr", ["API user", "Order service"]);
    const late = page.waitForEvent("requestfinished", (request) => request.url().endsWith(list));
    await console.link("Edit", "api-user").click();
    await console.field("Full name").fill("Order service");
    await console.newPassword.fill(secret);
    await console.review();
    await console.save();
    await judge({ console, guard, api: sandbox }, "saved");
    await late;
    await page.goBack();
    await expect(page.getByText("Order service")).toBeVisible();
    expect(await shown()).toEqual([0, 1]);
  });

  test("X26-pw: nor what somebody else did before the password was changed", async ({ console, guard, page, sandbox }) => {
    await sandbox.change({ fullName: "Order service" });
    const shown = await noteVersions(page, "tbody tr", ["API user", "Order service"]);
    await console.link("Change password", "of api-user").click();
    await console.change(secret);
    await judge({ console, guard, api: sandbox }, "saved");
    await page.goBack();
    await expect(page.getByText("Order service")).toBeVisible();
    expect(await shown()).toEqual([0, 1]);
  });
});

test("X26-edit: a list from before a rename does not give the record its old name back", async ({ console, page, sandbox }) => {
  const path = "/thousandeyes/v7/credentials";
  const visit = new Visit(console, v7);
  await visit.openList();
  await sandbox.faults({ method: "GET", path, fault: { kind: "overtaken" } });
  await console.button("Refresh credentials").click();
  await expect.poll(async () => (await sandbox.log()).some((row) => row.path === path && row.answered === null)).toBe(true);
  await console.link("Edit", v7.record.name).click();
  const shown = await noteVersions(page, "h1", [v7.record.name, "Checkout of 2027"]);
  await visit.rename("Checkout of 2027");
  await console.expectOutcome("saved");
  await expect(console.heading("Edit Checkout of 2027")).toBeVisible();
  await expect.poll(async () => (await sandbox.log()).every((row) => row.answered !== null)).toBe(true);
  await page.waitForLoadState("networkidle");
  expect(await shown()).toEqual([0, 1]);
});
