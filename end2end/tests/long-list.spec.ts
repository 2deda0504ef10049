import { expectAccessible } from "../support/access.ts";
import { address } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const generated = 1000;
/** With the demo data of the project. */
const all = generated + 7;
const inWords = all.toLocaleString("en-GB");

test.beforeEach(async ({ console, sandbox }) => {
  await sandbox.reset(generated);
  await console.openList();
  await expect(console.names.first()).toBeVisible();
});

test("a list of a thousand has the rows in sight and no others, and tells how many there are", async ({ console, page }) => {
  const table = page.getByRole("table", { name: "Credentials" });
  await expect(page.getByText(`${inWords} credentials`)).toBeVisible();
  await expect(table).toHaveAttribute("aria-rowcount", `${all + 1}`);
  expect(await console.names.count()).toBeLessThan(40);
  await expect(table.getByRole("row").nth(1)).toHaveAttribute("aria-rowindex", "2");
});

test("the last row is one key away (UX-51)", async ({ console, page }) => {
  await console.longList.focus();
  await page.keyboard.press("End");
  const last = page.getByRole("table", { name: "Credentials" }).getByRole("row").last();
  await expect(last).toHaveAttribute("aria-rowindex", `${all + 1}`);
  await expect(last).toBeInViewport();
  expect(await console.names.count()).toBeLessThan(40);
  await page.keyboard.press("Home");
  await expect(console.names.first()).toBeInViewport();
});

test("a row that has the focus keeps it while one looks elsewhere, and Tab goes on from it", async ({ console, page }) => {
  const names = await console.names.allTextContents();
  const first = console.link(`Edit ${names[0]}`);
  const second = console.link(`Edit ${names[1]}`);
  await first.focus();
  await console.longList.evaluate((box) => box.scrollTo(0, 20_000));
  await expect(console.names.filter({ hasText: names[3] })).toHaveCount(0);
  await expect(first).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(second).toBeFocused();
  await expect(second).toBeInViewport();
});

test("Tab walks from row to row, also beyond the rows that were there", async ({ console, page }) => {
  const count = await console.names.count();
  await console.longList.focus();
  // Two links in each row, after the heads of the columns.
  for (let presses = 0; presses < 4 + 2 * (count + 5); presses += 1) await page.keyboard.press("Tab");
  const row = page.getByRole("row").filter({ has: page.locator(":focus") });
  await expect(row).toHaveCount(1);
  expect(Number(await row.getAttribute("aria-rowindex"))).toBeGreaterThan(count);
});

test("each head puts the list in its order, then in the other one, then back in the server's", async ({ console, page }) => {
  const served = await console.names.allTextContents();
  const head = page.getByRole("columnheader", { name: "Username" });
  const press = () => head.getByRole("button", { name: "Username" }).click();
  await press();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/\?sort=name$/);
  await expect(console.names.first()).toHaveText("api-user");
  await press();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(console.names.first()).not.toHaveText("api-user");
  await press();
  await expect(head).not.toHaveAttribute("aria-sort");
  await expect(page).not.toHaveURL(/sort/);
  expect(await console.names.allTextContents()).toEqual(served);
});

test("a number in a name counts as a number", async ({ page }) => {
  await page.getByRole("button", { name: "Full name", exact: true }).click();
  await page.getByRole("searchbox", { name: "Filter credentials" }).fill("generated");
  const people = page.getByRole("table", { name: "Credentials" }).getByRole("row").getByText(/^Generated \d+$/);
  await expect(people.first()).toHaveText("Generated 1");
  await expect(people.nth(1)).toHaveText("Generated 2");
});

test("what wants attention comes first by state", async ({ page }) => {
  await page.getByRole("button", { name: "State", exact: true }).click();
  const first = page.getByRole("table", { name: "Credentials" }).getByRole("row").nth(1);
  await expect(first.getByText("Expired", { exact: true })).toBeVisible();
});

test("an order in the address is the list's, when it is opened and when it is written there later", async ({ console, page }) => {
  await page.goto(`${address.list()}?sort=-name`);
  const head = page.getByRole("columnheader", { name: "Username" });
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(console.names.first()).not.toHaveText("api-user");
  await page.reload();
  await console.signIn();
  await expect(head).toHaveAttribute("aria-sort", "descending");
});

test("who comes back from a form finds search, order and place as they were", async ({ console, page }) => {
  const filter = page.getByRole("searchbox", { name: "Filter credentials" });
  await page.getByRole("button", { name: "Username", exact: true }).click();
  await filter.fill("1");
  await expect(page.getByText(new RegExp(`of ${inWords} credentials`))).toBeVisible();
  await console.longList.evaluate((box) => box.scrollTo(0, 3_000));
  // 3,000 pixels are fifty rows; four more are made before the first one in sight, after the row of the heads.
  await expect(page.getByRole("row").nth(1)).toHaveAttribute("aria-rowindex", "48");
  const name = (await console.names.allTextContents())[8];
  const edit = console.link(`Edit ${name}`);
  await expect(edit).toBeInViewport();
  const top = await console.longList.evaluate((box) => box.scrollTop);
  await edit.click();
  await expect(console.heading(/^Edit /)).toBeVisible();
  await page.goBack();
  await expect(filter).toHaveValue("1");
  await expect(page.getByRole("columnheader", { name: "Username" })).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => console.longList.evaluate((box) => box.scrollTop)).toBe(top);
  await expect(edit).toBeInViewport();
  expect(page.url()).not.toContain("=1");
});

test("a search shows the first of what it finds", async ({ console, page }) => {
  await console.longList.evaluate((box) => box.scrollTo(0, 20_000));
  await page.getByRole("searchbox", { name: "Filter credentials" }).fill("gen");
  await expect.poll(() => console.longList.evaluate((box) => box.scrollTop)).toBe(0);
});

test("on a narrow page the order is chosen from a list", async ({ console, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Username, descending");
  await expect(page).toHaveURL(/\?sort=-name$/);
  await expect(console.names.first()).not.toHaveText("api-user");
  await expect(page.getByRole("button", { name: "Username", exact: true })).toBeHidden();
});

test("a long list keeps WCAG 2.2 AA and never scrolls the page sideways, at either width", async ({ page }) => {
  await expectAccessible(page);
});
