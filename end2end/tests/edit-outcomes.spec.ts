import type { OutcomeName } from "../support/console.ts";
import { type Fault, refusal } from "../support/faults.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

/** An edit ends in the same ways as a change of the password, and keeps more. */
const cases: { fault: Fault; outcome: OutcomeName; words: string }[] = [
  {
    fault: refusal(400, "bad_request", "Role (reports) is not yours to give"),
    outcome: "rejected",
    words: "Nothing was changed: the old password is still valid.",
  },
  {
    fault: { kind: "fail-environments", environments: [{ name: "staging", message: "Gateway pod timed out" }] },
    outcome: "saved-not-deployed",
    words: "The old one may still be valid in: staging.",
  },
  { fault: { kind: "deployment", value: null }, outcome: "saved-details-lost", words: "The new password is stored." },
  { fault: { kind: "apply-then-drop" }, outcome: "unknown", words: "The old or the new password may be valid now." },
];

for (const { fault, outcome, words } of cases) {
  test(`an edit that ends as ${outcome} says so, and keeps what was typed`, async ({ console, page, sandbox }) => {
    await sandbox.nextWrite(fault);
    await console.openEdit();
    await console.field("Full name").fill("Order service");
    await console.field("Roles").fill("reports");
    await page.keyboard.press("Enter");
    await console.newPassword.fill(password);
    await console.review();
    await console.save();
    await console.expectOutcome(outcome);
    await expect(console.result).toContainText(words);
    await expect(console.dialog()).toBeHidden();
    await expect(console.field("Full name")).toHaveValue("Order service");
    await expect(console.button("Remove reports")).toBeVisible();
    await expect(console.newPassword).toHaveValue(password);
  });
}

test("changes that were not deployed everywhere are sent again without a conflict with oneself", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "production", message: "no pod" }] });
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill("correct horse, new staple");
  await console.review();
  await console.save();
  await console.expectOutcome("saved-not-deployed");
  await sandbox.faults();
  await console.button("Send the same changes again").click();
  await console.expectOutcome("saved");
  expect(await sandbox.writes()).toHaveLength(2);
});
