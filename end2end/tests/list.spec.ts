import { address } from "../support/console.ts";
import { answer } from "../support/faults.ts";
import { expect, test } from "../support/test.ts";

test("the projects of the account are links, and lead to their credentials", async ({ console, page }) => {
  await console.enter(address.projects);
  await expect(console.heading("Projects")).toBeVisible();
  await console.link("wholesale").click();
  await expect(page).toHaveURL(new RegExp(`${address.list("wholesale")}$`));
  await expect(page.getByRole("table", { name: "Credentials" }).getByRole("rowheader")).toHaveText([
    "edi-gateway",
    "warehouse-sync",
  ]);
});

test("every credential has its state in words and its two links", async ({ console, page }) => {
  await console.openList();
  const states: [string, string][] = [
    ["api-user", "Active"],
    ["billing-batch", "Expires soon"],
    ["legacy-erp", "Disabled"],
    ["partner-acme", "Expired"],
    ["reporting", "Active"],
  ];
  for (const [name, state] of states) {
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
    await expect(row.getByText(state, { exact: true })).toBeVisible();
    await expect(row.getByRole("link", { name: `Edit ${name}`, exact: true })).toBeVisible();
    await expect(row.getByRole("link", { name: `Change password of ${name}`, exact: true })).toBeVisible();
  }
});

test("the filter narrows the list by name, person and role, and says how many are left", async ({ console, page }) => {
  await console.openList();
  const names = page.getByRole("table", { name: "Credentials" }).getByRole("rowheader");
  const filter = page.getByRole("searchbox", { name: "Filter credentials" });
  await filter.fill("BILLING");
  await expect(names).toHaveText(["billing-batch"]);
  await expect(page.getByText("1 of 7 credentials")).toBeVisible();
  await filter.fill("partner acme");
  await expect(names).toHaveText(["partner-acme"]);
  await filter.fill("stock");
  await expect(names).toHaveText(["api-user", "kiosk-eu", "ops team/eu 50%"]);
  await filter.fill("no such thing");
  await expect(page.getByText("No credential matches “no such thing”")).toBeVisible();
  await console.button("Clear filter").click();
  await expect(names).toHaveCount(7);
});

test("what is searched for stands in no address (P-06)", async ({ console, page }) => {
  await console.openList();
  await page.getByRole("searchbox", { name: "Filter credentials" }).fill("billing");
  await expect(page.getByText("1 of 7 credentials")).toBeVisible();
  expect(page.url()).not.toContain("billing");
});

test("a project without credentials says so and where they come from", async ({ console, page }) => {
  await console.openList("empty");
  await expect(page.getByText("No credentials in empty")).toBeVisible();
});

test("a list that could not be read is read when one tries again", async ({ console, page, sandbox }) => {
  await sandbox.everyRead(answer(403, { error: "forbidden", error_description: "Not you" }));
  await console.enter(address.list());
  await expect(page.getByText("You have no permission to read this.")).toBeVisible();
  await sandbox.faults();
  await console.button("Try again").click();
  await console.listIsRead();
});

test("X24-list: a refresh that does not work keeps the list and says that it is the old one", async ({ console, page, sandbox }) => {
  await console.openList();
  await expect(page.getByRole("rowheader", { name: "api-user" })).toBeVisible();
  await sandbox.everyRead(answer(200, '{"success": true, "resultList": [{"username": "api-us'));
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText("The last refresh did not work. This is the list as it was read before.")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "api-user" })).toBeVisible();
});

test("X28a-list: a refresh shows what another admin has changed", async ({ console, page, sandbox }) => {
  await console.openList();
  await sandbox.change({ fullName: "Renamed by Selin" });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText("Renamed by Selin")).toBeVisible();
});

test("one record that cannot be read leaves the others readable (H-08)", async ({ console, page, sandbox }) => {
  const good = await sandbox.credential();
  await sandbox.everyRead(answer(200, { success: true, resultList: [good, { username: 7 }, "nonsense"] }));
  await console.openList();
  await expect(page.getByRole("rowheader", { name: "api-user" })).toBeVisible();
  await expect(page.getByText("This record could not be read")).toHaveCount(2);
});

for (const where of ["#/nobody", "#/gateway/projects/retail/credentials/api-user/delete", "#/gateway/projects/%2e%2e"]) {
  test(`the address ${where} names no page and says so`, async ({ console, sandbox }) => {
    await console.open(where);
    await expect(console.heading("There is no such page")).toBeVisible();
    expect(await sandbox.log()).toEqual([]);
  });
}

test("a credential that is not there is told by name", async ({ console, page }) => {
  await console.enter(address.edit("nobody"));
  await expect(page.getByText("There is no credential nobody here")).toBeVisible();
  await console.link("Back to credentials").click();
  await expect(console.heading("Credentials")).toBeVisible();
});
