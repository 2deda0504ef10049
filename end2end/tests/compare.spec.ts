import { answer, type Fault, page, refusal } from "../support/faults.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

// A read is good for five seconds; a test that wants another one moves the clock.
test.beforeEach(({ page }) => page.clock.install());

const unreadable: [string, Fault, string][] = [
  ["forbidden", refusal(403, "access_denied", "You do not have permission"), "You have no permission to read this."],
  ["answered by a page", page(200, "Hotel Wi-Fi"), "Something other than the API answered (HTTP 200)."],
  ["not what the API promises", answer(200, { success: true }), "The answer is not what this API promises."],
  ["broken", answer(500, { error: "server_error" }), "The server could not answer (HTTP 500)."],
];

for (const [how, fault, words] of unreadable) {
  test(`a comparing read that is ${how}: not sent, and the old password is still valid`, async ({ console, sandbox }) => {
    await console.openChange();
    await sandbox.everyRead(fault);
    await console.letTheReadAge();
    await console.change(password);
    await console.expectOutcome("not-sent");
    await expect(console.result).toContainText("The credential could not be read just before the change.");
    await expect(console.result).toContainText(words);
    await expect(console.result).toContainText("Nothing was sent, and what you typed is kept. The old password is still valid.");
    await expect(console.newPassword).toHaveValue(password);
    expect(await sandbox.writes()).toEqual([]);
  });
}

test.describe("when somebody else changes the credential meanwhile", () => {
  test.beforeEach(async ({ console, sandbox }) => {
    await console.openEdit();
    await sandbox.change({ description: "Order service, owner Selin" });
    await console.letTheReadAge();
    await console.field("Full name").fill("Order service");
    await console.newPassword.fill(password);
    await console.review();
    await console.save();
    await console.expectOutcome("conflict");
  });

  test("X28-edit: nothing is sent, and what differs is shown three ways", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
    await expect(console.result).toContainText("Someone else changed api-user meanwhile");
    await expect(console.result).toContainText("Nothing was sent, and the old password is still valid.");
    const row = console.result.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Description" }) });
    await expect(row.getByRole("cell").nth(0)).toContainText("Order and stock calls of the web store");
    await expect(row.getByRole("cell").nth(1)).toContainText("Order service, owner Selin");
    expect(await sandbox.writes()).toEqual([]);
  });

  test("mine goes over theirs when I say so, once", { tag: "@firefox" }, async ({ console, sandbox }) => {
    await console.button("Save mine over theirs").click();
    await console.expectOutcome("saved");
    expect(await sandbox.writes()).toHaveLength(1);
    expect(await sandbox.credential()).toMatchObject({
      fullName: "Order service",
      description: "Order and stock calls of the web store",
    });
  });

  test("theirs is taken, my edits stay, and both are saved", async ({ console, sandbox }) => {
    await console.button("Take theirs, keep my edits").click();
    await expect(console.field("Description")).toHaveValue("Order service, owner Selin");
    await expect(console.field("Full name")).toHaveValue("Order service");
    await expect(console.newPassword).toHaveValue(password);
    await console.review();
    await console.save();
    await console.expectOutcome("saved");
    expect(await sandbox.credential()).toMatchObject({
      fullName: "Order service",
      description: "Order service, owner Selin",
    });
  });
});

test("X28-pw: a password change warns of another admin's change and goes on when told to", { tag: "@firefox" }, async ({ console, sandbox }) => {
  await console.openChange();
  await sandbox.change({ enabled: false });
  await console.letTheReadAge();
  await console.change(password);
  await console.expectOutcome("conflict");
  expect(await sandbox.writes()).toEqual([]);
  await console.button("Change the password anyway").click();
  await console.expectOutcome("saved");
  expect(await sandbox.credential()).toMatchObject({ enabled: false });
});

test("the order of roles alone is no conflict", async ({ console, sandbox }) => {
  await console.openChange();
  const { roleNameList } = await sandbox.credential();
  await sandbox.change({ roleNameList: roleNameList.toReversed() });
  await console.letTheReadAge();
  await console.change(password);
  await console.expectOutcome("saved");
});

test("a credential that was deleted meanwhile is a conflict, and what was typed stays", async ({ console, sandbox }) => {
  await console.openChange();
  await sandbox.remove();
  await console.letTheReadAge();
  await console.change(password);
  await console.expectOutcome("conflict");
  await expect(console.result).toContainText(`${demo.username} was deleted meanwhile`);
  await expect(console.newPassword).toHaveValue(password);
  expect(await sandbox.writes()).toEqual([]);
});
