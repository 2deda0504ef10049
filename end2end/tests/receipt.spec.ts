import { address } from "../support/console.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";
import { expectAccessible } from "../support/access.ts";

const password = "correct horse, new staple";

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a receipt says what, where, when and how it ended in each environment, without the password (K)", async ({ console, page, sandbox }) => {
  await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "staging", message: "no route" }] });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved-not-deployed");
  await console.result.getByText("Receipt", { exact: true }).click();
  await console.button("Copy as Markdown").click();
  await expect(console.result.getByRole("status").filter({ hasText: "Copied." })).toBeVisible();
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of [
    `### Receipt: \`${demo.username}\``,
    "- Outcome: Saved, but not deployed everywhere",
    "- Changed: password",
    "- Environment: `staging`: Failed – `no route`",
    "- Environment: `production`: Deployed",
  ]) {
    expect(markdown).toContain(part);
  }
  expect(markdown).not.toContain(password);
});

test("the receipt for programs names every field that was changed (K)", async ({ console, page }) => {
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.field("Description").fill("Orders and returns");
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  await console.result.getByText("Receipt", { exact: true }).click();
  await console.button("Copy as JSON").click();
  await expect(console.result.getByRole("status").filter({ hasText: "Copied." })).toBeVisible();
  const receipt = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(receipt).toMatchObject({
    system: "Apinizer",
    scope: demo.project,
    credential: demo.username,
    changed: ["fullName", "description", "password"],
    outcome: "saved",
    environments: [{ state: "deployed" }, { state: "deployed" }, { state: "deployed" }],
  });
  expect(JSON.stringify(receipt)).not.toContain(password);
});

test("what was changed since the tab was opened stands below the list, newest first (K)", async ({ console, page, sandbox }) => {
  await console.openList();
  const log = page.getByRole("region", { name: "Changes since this tab was opened" });
  await expect(log).toHaveCount(0);
  for (const word of ["first", "second"]) {
    await page.goto(`/${address.change()}`);
    await console.newPassword.fill(`${password}, ${word}`);
    if (word === "second") await sandbox.nextWrite({ kind: "respond", status: 403, body: { error: "forbidden", error_description: "No." } });
    await console.pressChange();
    await console.expectOutcome(word === "first" ? "saved" : "rejected");
    await console.link(word === "first" ? "Back to credentials" : "Cancel").click();
    if (word === "second") await console.leave();
    // The list is there: an address that is written sooner is the form's own, and makes no other form.
    await expect(console.heading("Credentials")).toBeVisible();
  }
  await expect(log.getByRole("listitem")).toContainText([/Refused/, /Saved/]);
  await expectAccessible(page);
});

test("a write that was never sent leaves no receipt (K)", async ({ console, context, guard }) => {
  guard.expectNote(/ERR_INTERNET_DISCONNECTED/);
  await console.openChange();
  await context.setOffline(true);
  await console.change(password);
  await console.expectOutcome("not-sent");
  await expect(console.result.getByText("Receipt", { exact: true })).toHaveCount(0);
});
