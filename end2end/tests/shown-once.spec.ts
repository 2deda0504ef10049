import type { Console } from "../support/console.ts";
import { copiesInMemory } from "../support/memory.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const panel = (console: Console) => console.page.getByRole("form", { name: "Generated password" });
const kept = (console: Console) => panel(console).getByRole("textbox", { name: "Generated password" });
const press = (console: Console, name: string) => panel(console).getByRole("button", { name, exact: true }).click();

/** Saves a generated password that was shown in the form; gives it. */
async function save(console: Console) {
  await console.openChange();
  await console.button("Generate").click();
  await console.button("Show new password").click();
  const password = await console.newPassword.inputValue();
  await console.pressChange();
  await console.expectOutcome("saved");
  await expect(panel(console)).toBeVisible();
  return password;
}

test("a generated password that was saved stays in a panel until it is put away (UX-23, UX-24, UX-27)", async ({ console, page }) => {
  const password = await save(console);
  await expect(kept(console)).toHaveValue(password);
  await expect(kept(console)).toHaveAttribute("type", "password");
  await expect(panel(console).getByText("Not copied yet.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.click(5, 700);
  await expect(panel(console)).toBeVisible();
  await press(console, "Show generated password");
  await expect(kept(console)).toHaveAttribute("type", "text");
  await press(console, "Put it away");
  await expect(panel(console)).toBeHidden();
  const values = page.locator("input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(await values).not.toContain(password);
  await expect(console.heading("The password of api-user is changed")).toBeFocused();
});

test("a password that was typed leaves the page as soon as it is saved", async ({ console }) => {
  await console.openChange();
  await console.change("correct horse, new staple");
  await console.expectOutcome("saved");
  await expect(panel(console)).toBeHidden();
});

test("putting it away asks once more when it was neither copied nor shown there", async ({ console }) => {
  const password = await save(console);
  const question = console.page.getByRole("group", { name: "Put the password away without copying it?" });
  await press(console, "Put it away");
  await expect(question.getByRole("button", { name: "Keep it" })).toBeFocused();
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(question).toHaveCount(0);
  await expect(kept(console)).toHaveValue(password);
  await press(console, "Put it away");
  await question.getByRole("button", { name: "Put it away" }).click();
  await expect(panel(console)).toBeHidden();
});

test("what was copied in the form counts as copied, and is put away without a question", async ({ console, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await console.openChange();
  await console.button("Generate").click();
  await console.button("Copy").click();
  await expect(console.page.getByText("Copied.", { exact: true })).toBeVisible();
  await console.pressChange();
  await console.expectOutcome("saved");
  await expect(panel(console).getByText("Copied.", { exact: true })).toBeVisible();
  await press(console, "Put it away");
  await expect(panel(console)).toBeHidden();
});

test("a newer password takes its place, and one that was typed takes it away", async ({ console, sandbox }) => {
  const first = await save(console);
  await console.button("Dismiss").click();
  await console.button("Generate").click();
  await console.button("Show new password").click();
  const second = await console.newPassword.inputValue();
  expect(second).not.toBe(first);
  await console.pressChange();
  await console.expectOutcome("saved");
  await expect(kept(console)).toHaveValue(second);
  await console.button("Dismiss").click();
  await console.change("correct horse, new staple");
  await console.expectOutcome("saved");
  await expect(panel(console)).toBeHidden();
  expect(await sandbox.gateways(demo.username, "correct horse, new staple")).toEqual([200, 200, 200]);
});

test("its time is shown, can be made longer, is announced before it ends, and then it is gone (UX-27, WCAG 2.2.1)", async ({ console, page }) => {
  await page.clock.install();
  await save(console);
  const status = panel(console).getByText("The generated password leaves this page in a minute.");
  await expect(panel(console).getByText(/^Leaves this page in (5:00|4:\d\d)\.$/)).toBeVisible();
  await page.clock.runFor("03:00");
  await press(console, "Keep it 5 minutes longer");
  await expect(panel(console).getByText(/^Leaves this page in (7:00|6:\d\d)\.$/)).toBeVisible();
  await page.clock.runFor("05:00");
  await expect(kept(console)).not.toHaveValue("");
  await expect(status).toHaveCount(0);
  await page.clock.runFor("01:10");
  await expect(status).toHaveCount(1);
  await page.clock.runFor("01:00");
  await expect(panel(console)).toBeHidden();
  await expect(page.getByText("The time is over: the generated password is no longer in this page.")).toBeVisible();
  expect(await page.locator("#shown-once").inputValue()).toBe("");
});

test("leaving asks while it was neither copied nor shown there, and takes it along nowhere (UX-24, UX-39)", async ({ console, page }) => {
  const password = await save(console);
  const question = page.getByRole("dialog", { name: "Leave without copying it?" });
  await console.link("Back to credentials").click();
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(kept(console)).toHaveValue(password);
  const input = await page.locator("#shown-once").elementHandle();
  await console.link("Back to credentials").click();
  await question.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(console.heading("Credentials")).toBeVisible();
  expect(await input?.evaluate((field) => (field as HTMLInputElement).value)).toBe("");
  expect(await copiesInMemory(page, password)).toBe(0);
});

test("signing out takes it out of the page at once (S-03)", async ({ console, page }) => {
  const password = await save(console);
  const input = await page.locator("#shown-once").elementHandle();
  await console.signOutAnyway();
  await expect(console.signInButton).toBeVisible();
  expect(await input?.evaluate((field) => (field as HTMLInputElement).value)).toBe("");
  expect(await copiesInMemory(page, password)).toBe(0);
});

test("it hides itself when another window gets the focus (S-05)", async ({ console, page }) => {
  await save(console);
  await press(console, "Show generated password");
  await expect(kept(console)).toHaveAttribute("type", "text");
  await page.evaluate(() => dispatchEvent(new Event("blur")));
  await expect(kept(console)).toHaveAttribute("type", "password");
});

test("an edit with a generated password has the same panel", async ({ console, sandbox }) => {
  await console.openEdit();
  await console.field("Description").fill("Orders");
  await console.button("Generate").click();
  await console.button("Show new password").click();
  const password = await console.newPassword.inputValue();
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  await expect(kept(console)).toHaveValue(password);
  expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
});
