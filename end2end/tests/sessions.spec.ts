import { v6WithBasic, v7, zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

test.beforeEach(async ({ console }) => {
  await new Visit(console, v7).openList();
  await console.tab("Cloud").click();
  await expect(console.heading("Sign in to Cloud")).toBeVisible();
  await new Visit(console, zstack).signIn();
  await new Visit(console, zstack).listIsRead();
});

test("the start page lists every connection with its state", async ({ console, page }) => {
  await console.link("Rekey").click();
  await expect(console.heading("Connections")).toBeVisible();
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toContainText([/API gateway.*Not signed in/s, /Monitoring.*Signed in/s, /Monitoring \(v6\).*Not signed in/s, /Cloud.*Signed in/s]);
});

test("two sessions live side by side, and each is sent to its own system", async ({ console, sandbox }) => {
  await console.tab("Monitoring").click();
  await new Visit(console, v7).listIsRead();
  await console.tab("Cloud").click();
  await new Visit(console, zstack).listIsRead();
  await expect(console.tabs.getByText("Signed in", { exact: true })).toHaveCount(2);
  await expect(console.tab("Cloud")).toHaveAttribute("aria-current", "page");
  for (const row of await sandbox.log()) expect(row.answered).toBe(200);
});

test("another version of the same system is another session, with a sign-in of its own", async ({ console, sandbox }) => {
  await console.tab("Monitoring (v6)").click();
  await expect(console.heading("Sign in to Monitoring (v6)")).toBeVisible();
  await new Visit(console, v6WithBasic).signIn();
  await new Visit(console, v6WithBasic).listIsRead();
  const schemes = (await sandbox.log()).map(({ path, headers }) => `${path.split("/").slice(1, 3).join("/")} ${headers.authorization?.scheme}`);
  expect(new Set(schemes)).toEqual(new Set(["thousandeyes/v7 Bearer", "zstack/api Bearer", "thousandeyes/v6 Basic"]));
});

test("signing out of one leaves the other signed in", async ({ console }) => {
  await console.signOut.click();
  await expect(console.heading("Sign in to Cloud")).toBeVisible();
  await expect(console.tabs.getByText("Signed in", { exact: true })).toHaveCount(1);
  await console.tab("Monitoring").click();
  await new Visit(console, v7).listIsRead();
  await console.signOut.click();
  await expect(console.heading("Sign in to Monitoring")).toBeVisible();
  await expect(console.tabs.getByText("Signed in", { exact: true })).toHaveCount(0);
});

test("a session that one server ends leaves the other alone", async ({ console, page, sandbox }) => {
  await sandbox.faults({ method: "GET", path: "/zstack/*", times: 9, fault: { kind: "respond", status: 401, body: {} } });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(console.heading("Sign in to Cloud")).toBeVisible();
  await console.tab("Monitoring").click();
  await new Visit(console, v7).listIsRead();
});

test("reloading ends all of them", async ({ console, page }) => {
  await page.reload();
  await expect(console.heading("Sign in to Cloud")).toBeVisible();
  await expect(console.tabs.getByText("Signed in", { exact: true })).toHaveCount(0);
});
