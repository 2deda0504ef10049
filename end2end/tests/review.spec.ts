import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

test("the review says what changes, from what to what, before anything is sent", async ({ console, sandbox }) => {
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(password);
  await console.review();
  const dialog = console.dialog();
  await expect(dialog.locator("del")).toHaveText("API user");
  await expect(dialog.locator("ins")).toHaveText("Order service");
  await expect(dialog).toContainText("The old password stops working in every environment. It cannot be brought back.");
  await expect(dialog).not.toContainText(password);
  expect(await sandbox.writes()).toEqual([]);
});

test("cancel has the focus, goes back to the form and keeps what was typed", async ({ console, page, sandbox }) => {
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(password);
  await console.review();
  await expect(console.dialog().getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(console.dialog()).toBeHidden();
  await expect(console.button("Review changes")).toBeFocused();
  await expect(console.field("Full name")).toHaveValue("Order service");
  await expect(console.newPassword).toHaveValue(password);
  expect(await sandbox.writes()).toEqual([]);
});

test("Escape closes the review and sends nothing", async ({ console, page, sandbox }) => {
  await console.openEdit();
  await console.newPassword.fill(password);
  await console.review();
  await expect(console.dialog()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(console.dialog()).toBeHidden();
  await expect(console.newPassword).toHaveValue(password);
  expect(await sandbox.writes()).toEqual([]);
});

test.describe("removing the last allowed address", () => {
  const name = "billing-batch";

  test.beforeEach(async ({ console }) => {
    await console.openEdit(name);
    await console.button("Remove 10.20.0.0/16").click();
    await console.button("Remove 192.0.2.17").click();
    await console.newPassword.fill(password);
    await console.review();
  });

  test("is called by its effect and its level", async ({ console }) => {
    await expect(console.dialog(name)).toContainText("High impact:");
    await expect(console.dialog(name)).toContainText("The last allowed address is removed: any address may use this credential.");
  });

  for (const confirmation of ["", "billing", "Billing-Batch"]) {
    test(`is not sent when “${confirmation}” is typed for the name`, async ({ console, sandbox }) => {
      await console.save(name, confirmation);
      await expect(console.dialog(name)).toContainText("The name does not match");
      await expect(console.field(`Type ${name} to confirm`)).toHaveAttribute("aria-invalid", "true");
      expect(await sandbox.writes()).toEqual([]);
    });
  }

  test("is sent when the name is typed", async ({ console, sandbox }) => {
    await console.save(name, name);
    await console.expectOutcome("saved");
    expect((await sandbox.credential(name)).ipList).toEqual([]);
  });
});

test("a change of low impact wants no confirmation", async ({ console }) => {
  await console.openEdit();
  await console.field("Description").fill("Orders");
  await console.newPassword.fill(password);
  await console.review();
  await expect(console.dialog().getByRole("textbox")).toHaveCount(0);
});
