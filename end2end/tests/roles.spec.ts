import type { Console } from "../support/console.ts";
import { expectAccessible } from "../support/access.ts";
import { address } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const unused = "Not used elsewhere in this project";

const field = ({ page }: Console) => page.getByRole("combobox", { name: "Roles", exact: true });
const list = ({ page }: Console) => page.getByRole("listbox", { name: "Roles", exact: true });
const options = (console: Console) => list(console).getByRole("option");
const marked = (console: Console) => list(console).getByRole("option", { selected: true });

/** Opens the form of `billing-batch`, which has the role `billing`, by way of the list of its project. */
async function open(console: Console) {
  await console.openList();
  await console.link("Edit billing-batch").click();
  await expect(field(console)).toBeVisible();
}

test("the roles of the project are offered, the most used first, without those chosen already (UX-48)", async ({ console, sandbox }) => {
  await open(console);
  await expect(field(console)).toHaveAttribute("aria-expanded", "false");
  await expect(list(console)).toBeHidden();
  const reads = (await sandbox.log()).length;
  await field(console).press("ArrowDown");
  await expect(field(console)).toHaveAttribute("aria-expanded", "true");
  await expect(options(console)).toHaveText(["stock 3 credentials", "reports 2 credentials", "orders 1 credential", "partner 1 credential"]);
  expect((await sandbox.log()).length).toBe(reads);
});

test("what is typed filters them, their number is said, and Enter takes the marked one (UX-48)", async ({ console, page }) => {
  await open(console);
  await field(console).pressSequentially("OR");
  await expect(options(console)).toHaveText(["reports 2 credentials", "orders 1 credential"]);
  await expect(page.getByRole("status").filter({ hasText: "2 suggestions" })).toHaveCount(1);
  await expect(marked(console)).toHaveCount(0);
  await field(console).press("ArrowDown");
  await field(console).press("ArrowDown");
  await expect(marked(console)).toHaveText("orders 1 credential");
  await expect(field(console)).toHaveAttribute("aria-activedescendant", await marked(console).getAttribute("id") ?? "");
  await field(console).press("ArrowDown");
  await expect(marked(console)).toHaveText("reports 2 credentials");
  await field(console).press("ArrowUp");
  await field(console).press("Enter");
  await expect(console.entries("Roles")).toHaveText([`billing ${unused}`, "orders"]);
  await expect(field(console)).toHaveValue("");
  await expect(field(console)).toBeFocused();
  await expect(list(console)).toBeHidden();
  await expect(console.dialog("billing-batch")).toHaveCount(0);
});

test("Enter takes what was typed while nothing is marked, and Home goes back to the text (UX-48)", async ({ console, page }) => {
  await open(console);
  await field(console).pressSequentially("stoc");
  await field(console).press("ArrowDown");
  await expect(marked(console)).toHaveCount(1);
  await field(console).press("Home");
  await expect(marked(console)).toHaveCount(0);
  await expect(list(console)).toBeVisible();
  await field(console).press("Enter");
  await expect(console.entries("Roles")).toHaveText([`billing ${unused}`, `stoc ${unused}`]);
  await expect(page.getByRole("status").filter({ hasText: unused })).toHaveCount(1);
});

test("Escape closes the list and nothing else, a second one is anybody's (UX-48)", async ({ console, page }) => {
  await open(console);
  await page.evaluate(() => {
    globalThis.escapes = 0;
    addEventListener("keydown", (event) => (globalThis.escapes += event.key === "Escape" ? 1 : 0));
  });
  await field(console).pressSequentially("st");
  await field(console).press("Escape");
  await expect(list(console)).toBeHidden();
  await expect(field(console)).toHaveValue("st");
  expect(await page.evaluate(() => globalThis.escapes)).toBe(0);
  await field(console).press("Escape");
  expect(await page.evaluate(() => globalThis.escapes)).toBe(1);
});

test("Tab leaves, closes the list and takes what was typed, not what is marked (UX-48)", async ({ console }) => {
  await open(console);
  await field(console).pressSequentially("sto");
  await field(console).press("ArrowDown");
  await field(console).press("Tab");
  await expect(field(console)).not.toBeFocused();
  await expect(list(console)).toBeHidden();
  await expect(console.entries("Roles")).toHaveText([`billing ${unused}`, `sto ${unused}`]);
});

test("a press takes a role, and the focus stays in the field (UX-48)", async ({ console, sandbox }) => {
  await open(console);
  await field(console).click();
  await expect(options(console)).toHaveCount(4);
  await field(console).pressSequentially("rep");
  await options(console).filter({ hasText: "reports" }).click();
  await expect(console.entries("Roles")).toHaveText([`billing ${unused}`, "reports"]);
  await expect(field(console)).toBeFocused();
  await console.newPassword.fill("correct horse, new staple");
  await console.review();
  await console.save("billing-batch");
  await console.expectOutcome("saved");
  expect((await sandbox.credential("billing-batch")).roleNameList).toEqual(["billing", "reports"]);
});

test("a role that no other credential of the project has is flagged in words; one of another project does not count (UX-48)", async ({ console }) => {
  await console.openList();
  await console.link("Edit api-user").click();
  // `orders` is in use elsewhere, but in another project.
  await expect(console.entries("Roles")).toHaveText([`orders ${unused}`, "stock"]);
});

test("where only the one record was looked up, nothing is suggested and nothing is claimed (UX-48)", async ({ console, sandbox }) => {
  await console.enter(address.edit("billing-batch"));
  await expect(field(console)).toBeVisible();
  const reads = (await sandbox.log()).length;
  await field(console).pressSequentially("sto");
  await field(console).press("ArrowDown");
  await expect(list(console)).toBeHidden();
  await field(console).press("Enter");
  await expect(console.entries("Roles")).toHaveText(["billing", "sto"]);
  expect((await sandbox.log()).length).toBe(reads);
});

test("the open list keeps WCAG 2.2 AA and never scrolls the page sideways", async ({ console, page }) => {
  await open(console);
  await field(console).fill("a role of a name that is long enough for two lines");
  await field(console).press("Enter");
  await field(console).press("ArrowDown");
  await field(console).press("ArrowDown");
  await expect(marked(console)).toHaveCount(1);
  await expectAccessible(page);
});

declare global {
  var escapes: number;
}

test("a press that leaves the field hits what it was meant for, though the entry moves the page", async ({ console, page }) => {
  // All of the form is in sight: where the field is scrolled away, the browser keeps what is in sight where it is.
  await page.setViewportSize({ width: 1280, height: 1700 });
  await console.openList();
  await console.listIsRead();
  await console.link("Edit api-user").click();
  await console.field("Roles").fill("a-role-with-a-long-name");
  await page.keyboard.press("Enter");
  await console.field("Roles").fill("another-one");
  await console.link("Cancel").click();
  await console.listIsRead();
  await console.link("Edit api-user").click();
  await expect(console.entries("Roles").filter({ hasText: "another-one" })).toHaveCount(1);
});
