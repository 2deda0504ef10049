// The cells of the matrix in which somebody else was quicker (X28), on both forms.
import type { Console } from "../support/console.ts";
import { judge, secret } from "../support/observe.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const goOn = "Review merged changes";

// A read is good for five seconds; a test that wants another one moves the clock.
test.beforeEach(({ page }) => page.clock.install());

/** Opens an edit, lets another admin do something, and edits and saves without knowing of it. */
async function editBehind(console: Console, meanwhile: () => Promise<void>, edit: () => Promise<void>) {
  await console.openEdit();
  await meanwhile();
  await console.letTheReadAge();
  await edit();
  await console.newPassword.fill(secret);
  await console.review();
  await console.save();
}

test("X28a-edit, X28d-edit: another field, and disabled: theirs stay, mine is saved, and nobody has to choose", { tag: "@firefox" }, async ({ console, guard, sandbox }) => {
  const opened = await sandbox.credential();
  const theirs = { description: "Order service, owner Selin", enabled: false };
  await editBehind(console, () => sandbox.change(theirs), () => console.field("Full name").fill("Order service"));
  await console.expectOutcome("conflict");
  await expect(console.result).toContainText("Someone else changed api-user meanwhile");
  await expect(console.result).toContainText("Nothing was sent, and the old password is still valid.");
  await expect(console.result).toContainText("within about one round trip");
  for (const field of ["Description", "Enabled"]) {
    await expect(console.result).toContainText(`${field}: only they changed it. Theirs stays.`);
  }
  await expect(console.result).toContainText("Full name: only you changed it. Yours is saved.");
  await expect(console.result.getByRole("radiogroup")).toHaveCount(0);
  expect(await sandbox.writes()).toEqual([]);

  const read = await sandbox.credential();
  await console.button(goOn).click();
  await console.save();
  await judge({ console, guard, api: sandbox }, "saved", { edit: { opened, read, edited: ["fullName"] } });
  expect(await sandbox.credential()).toMatchObject({ ...theirs, fullName: "Order service" });
});

test("X28b-edit: the same fields: each is chosen, with the keyboard, and what changes once more is asked about again", { tag: "@firefox" }, async ({ console, guard, page, sandbox }) => {
  const opened = await sandbox.credential();
  const roleNameList = [...opened.roleNameList, "billing"];
  await editBehind(console, () => sandbox.change({ description: "Theirs", roleNameList }), async () => {
    await console.field("Description").fill("Mine");
    await console.field("Roles").fill("reports");
    await page.keyboard.press("Enter");
  });
  await console.expectOutcome("conflict");
  await expect(console.result.getByRole("radio", { checked: true })).toHaveCount(0);

  // Nothing is taken for granted: without a choice it goes nowhere.
  await console.button(goOn).press("Enter");
  await expect(console.choices("Description")).toHaveAccessibleDescription(/Order and stock calls of the web store Choose what is saved$/);
  await expect(console.choice("Description", "Theirs")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(console.choice("Description", "Mine")).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(console.choice("Roles", "Theirs")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(console.choice("Roles", "Both")).toBeChecked();

  await sandbox.change({ description: "Theirs again" });
  await console.button(goOn).press("Enter");
  await expect(console.field("Description")).toHaveValue("Mine");
  await console.save();
  await expect(console.choice("Description", "Theirs")).toBeVisible();
  await console.expectOutcome("conflict");
  await expect(console.result).toContainText("Theirs again");
  await expect(console.result.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(console.result).toContainText("Roles: only you changed it. Yours is saved.");
  await expect(console.newPassword).toHaveValue(secret);
  expect(await sandbox.writes()).toEqual([]);

  const read = await sandbox.credential();
  await console.choice("Description", "Theirs").check();
  await console.button(goOn).click();
  await console.save();
  await judge({ console, guard, api: sandbox }, "saved", { edit: { opened, read, edited: ["roleNameList"] } });
  const stored = await sandbox.credential();
  expect(stored.description).toBe("Theirs again");
  expect(stored.roleNameList.toSorted()).toEqual([...roleNameList, "reports"].toSorted());
});

test("X28c-edit: deleted: nothing is sent, and what was typed stays", async ({ console, sandbox }) => {
  await editBehind(console, () => sandbox.remove(), () => console.field("Full name").fill("Order service"));
  await console.expectOutcome("conflict");
  await expect(console.result).toContainText(`${demo.username} was deleted meanwhile`);
  await expect(console.field("Full name")).toHaveValue("Order service");
  await expect(console.newPassword).toHaveValue(secret);
  expect(await sandbox.writes()).toEqual([]);
});

test("X28e-edit: the order of roles alone is no conflict", async ({ console, guard, sandbox }) => {
  const opened = await sandbox.credential();
  const roleNameList = opened.roleNameList.toReversed();
  await editBehind(console, () => sandbox.change({ roleNameList }), () => console.field("Full name").fill("Order service"));
  const edit = { opened, read: { ...opened, roleNameList }, edited: ["fullName" as const] };
  await judge({ console, guard, api: sandbox }, "saved", { edit });
});

test("X28a-pw, X28d-pw: warns of each change, once more if there is another, and leaves it as it is when told to go on", { tag: "@firefox" }, async ({ console, sandbox }) => {
  const anyway = "Change the password anyway";
  const row = (field: string) => console.result.getByRole("row").filter({ has: console.page.getByRole("rowheader", { name: field }) });
  await console.openChange();
  await sandbox.change({ description: "Order service, owner Selin" });
  await console.letTheReadAge();
  await console.change(secret);
  await console.expectOutcome("conflict");
  await expect(row("Description").getByRole("cell").nth(0)).toContainText("Order and stock calls of the web store");
  await expect(row("Description").getByRole("cell").nth(1)).toContainText("Order service, owner Selin");

  await sandbox.change({ enabled: false });
  await console.button(anyway).click();
  await expect(row("Enabled")).toBeVisible();
  await expect(row("Description")).toHaveCount(0);
  await console.expectOutcome("conflict");
  expect(await sandbox.writes()).toEqual([]);

  await console.button(anyway).click();
  await console.expectOutcome("saved");
  expect(await sandbox.writes()).toHaveLength(1);
  expect(await sandbox.credential()).toMatchObject({ description: "Order service, owner Selin", enabled: false });
});

test("X28c-pw: deleted: nothing is sent, and what was typed stays", async ({ console, sandbox }) => {
  await console.openChange();
  await sandbox.remove();
  await console.letTheReadAge();
  await console.change(secret);
  await console.expectOutcome("conflict");
  await expect(console.result).toContainText(`${demo.username} was deleted meanwhile`);
  await expect(console.newPassword).toHaveValue(secret);
  expect(await sandbox.writes()).toEqual([]);
});

test("X28e-pw: the order of roles alone is no conflict", async ({ console, sandbox }) => {
  await console.openChange();
  const { roleNameList } = await sandbox.credential();
  await sandbox.change({ roleNameList: roleNameList.toReversed() });
  await console.letTheReadAge();
  await console.change(secret);
  await console.expectOutcome("saved");
});
