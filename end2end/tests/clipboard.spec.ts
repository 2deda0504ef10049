import { allowClipboard, pasted } from "../support/clipboard.ts";
import type { Console } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const copied = "Copied.";
const failed = "Copying did not work. Select the value and copy it by hand.";

/** Generates a password after the page's ways to the clipboard are as they are in some frames. */
async function generate(console: Console, ways: { newer: boolean; older: boolean }) {
  await console.page.addInitScript(({ newer, older }) => {
    // The blank page that is there first has none in Firefox.
    if (!newer && "clipboard" in navigator) navigator.clipboard.writeText = () => Promise.reject(new DOMException("not here", "NotAllowedError"));
    if (!older) document.execCommand = () => false;
  }, ways);
  await console.openChange();
  await console.button("Generate").click();
  return console.newPassword.inputValue();
}

test.beforeEach(({ context }) => allowClipboard(context));

test("where the newer clipboard is not allowed, the older way copies (UX-25)", { tag: "@firefox" }, async ({ console, page }) => {
  const password = await generate(console, { newer: false, older: true });
  await console.button("Copy").click();
  await expect(page.getByText(copied, { exact: true })).toBeVisible();
  expect(await pasted(page)).toBe(password);
  await expect(console.newPassword).toHaveAttribute("type", "password");
});

test("where neither works, that is said, and the value is shown and selected for half a minute (UX-25, S-05)", { tag: "@firefox" }, async ({ console, page }) => {
  await page.clock.install();
  await generate(console, { newer: false, older: false });
  await console.button("Copy").click();
  await expect(page.getByText(failed)).toBeVisible();
  await expect(console.newPassword).toHaveAttribute("type", "text");
  const selected = () => console.newPassword.evaluate((field: HTMLInputElement) => (field.selectionEnd ?? 0) - (field.selectionStart ?? 0));
  expect(await selected()).toBe(24);
  await page.clock.runFor("00:31");
  await expect(console.newPassword).toHaveAttribute("type", "password");
});

test("the clipboard can be cleared after copying, and what is said is what was tried (UX-26, S-11)", { tag: "@firefox" }, async ({ console, page }) => {
  const password = await generate(console, { newer: true, older: true });
  await expect(console.button("Clear clipboard")).toHaveCount(0);
  await console.button("Copy").click();
  await expect(page.getByText(copied, { exact: true })).toBeVisible();
  expect(await pasted(page)).toBe(password);
  await console.button("Clear clipboard").click();
  await expect(page.getByText("The clipboard was told to hold a blank instead.")).toBeVisible();
  expect(await pasted(page)).toBe(" ");
});

test("a clipboard that cannot be cleared is told as that", async ({ console, page }) => {
  await generate(console, { newer: true, older: false });
  await console.button("Copy").click();
  await expect(page.getByText(copied, { exact: true })).toBeVisible();
  await page.evaluate(() => void (navigator.clipboard.writeText = () => Promise.reject(new Error("not here"))));
  await console.button("Clear clipboard").click();
  await expect(page.getByText("The browser did not allow it.")).toBeVisible();
});
