import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

test("an edit of which nothing is known keeps all that was typed", async ({ console, page, sandbox }) => {
  await sandbox.nextWrite({ kind: "apply-then-drop" });
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.field("Roles").fill("reports");
  await page.keyboard.press("Enter");
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("unknown");
  await expect(console.dialog()).toBeHidden();
  await expect(console.field("Full name")).toHaveValue("Order service");
  await expect(console.button("Remove reports")).toBeVisible();
  await expect(console.newPassword).toHaveValue(password);
});

test("changes that were not deployed everywhere are sent again without a conflict with oneself", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "production", message: "no pod" }] });
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved-not-deployed");
  await sandbox.faults();
  await console.button("Send the same changes again").click();
  await console.expectOutcome("saved");
  expect(await sandbox.writes()).toHaveLength(2);
});
