import { allowClipboard, pasted } from "../support/clipboard.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const unseen = "Copy or show the generated password first: once sent, nobody can read it again";

test.beforeEach(async ({ console }) => {
  await console.openChange();
  await console.button("Generate").click();
});

test("a generated password that nobody has seen is not sent (S-09)", { tag: "@firefox" }, async ({ console, sandbox }) => {
  await console.pressChange();
  await expect(console.problems).toContainText(unseen);
  await expect(console.newPassword).toHaveAccessibleDescription(new RegExp(unseen));
  expect(await sandbox.writes()).toEqual([]);
});

test("a generated password that was shown once is live in every environment", { tag: "@firefox" }, async ({ console, sandbox }) => {
  await console.button("Show new password").click();
  const generated = await console.newPassword.inputValue();
  expect(generated).toMatch(/^[A-Za-z0-9._-]{24}$/);
  await console.pressChange();
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, generated)).toEqual([200, 200, 200]);
  expect(await sandbox.gateways(demo.username, demo.oldPassword)).toEqual([401, 401, 401]);
});

test("a generated password that was copied once is live, and is what the clipboard holds", { tag: "@firefox" }, async ({ console, context, page, sandbox }) => {
  await allowClipboard(context);
  await expect(page.getByText("Not copied yet.")).toBeVisible();
  await console.button("Copy").click();
  await expect(page.getByText("Copied.", { exact: true })).toBeVisible();
  const copied = await pasted(page);
  await console.pressChange();
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, copied)).toEqual([200, 200, 200]);
});

test("each press of Generate gives another password", async ({ console }) => {
  const first = await console.newPassword.inputValue();
  await console.button("Generate").click();
  await expect(console.newPassword).not.toHaveValue(first);
});

test("generating comes first, to the eye and to the keyboard; who has one types it after that (UX-20)", async ({ console, page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const [button, field] = await Promise.all([console.button("Generate").boundingBox(), console.newPassword.boundingBox()]);
    expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThan(field?.y ?? 0);
  }
  await expect(console.newPassword).toHaveAttribute("placeholder", "Or type one");
  await console.button("Generate").focus();
  await page.keyboard.press("Tab");
  await expect(console.button("Options")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(console.newPassword).toBeFocused();
});
