import type { Console } from "../support/console.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const odd: [string, string, string, string][] = [
  ["blanks at the ends", "  correct horse, staple ", "begins or ends with blanks (3).", "correct horse, staple"],
  ["blanks that are none", "correct\u00a0horse,\u2003staple", "look like a blank and are none (2).", "correcthorse,staple"],
  ["what cannot be seen", "correct\u200b horse, staple\u200d", "cannot be seen (2).", "correct horse, staple"],
  ["what is beyond ASCII", "Grüße, 🔑 staple", "beyond ASCII (3).", "Gre,  staple"],
];

const removal = (console: Console) => console.page.getByRole("button", { name: /^Remove / });

for (const [what, typed, words, left] of odd) {
  test(`${what}: told with their count when the field is left, taken out by one press (UX-10, UX-11)`, async ({ console, page }) => {
    await console.openChange();
    await console.newPassword.fill(typed);
    await expect(page.getByText(words)).toHaveCount(0);
    await console.newPassword.press("Tab");
    await expect(page.getByText(words)).toBeVisible();
    await expect(console.newPassword).toHaveValue(typed);
    await removal(console).click();
    await expect(console.newPassword).toHaveValue(left);
    await expect(page.getByText(words)).toHaveCount(0);
    await expect(console.newPassword).toBeFocused();
    await expect(page.getByText(`${[...left].length} characters.`)).toBeVisible();
  });
}

test("a warning keeps nothing from being sent, and what is sent is what was typed (S-07)", async ({ console, sandbox }) => {
  const typed = "\u00a0Grüße, 鍵 staple ";
  await console.openChange();
  await console.newPassword.fill(typed);
  await console.newPassword.press("Tab");
  await expect(removal(console)).toHaveCount(2);
  await console.pressChange();
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, typed)).toEqual([200, 200, 200]);
});

test("each kind has its own line, and one press leaves the others", async ({ console }) => {
  await console.openChange();
  await console.newPassword.fill(" corr\u00e9ct horse, staple");
  await console.newPassword.press("Tab");
  await expect(removal(console)).toHaveText(["Remove the blanks at both ends", "Remove what is beyond ASCII"]);
  await console.button("Remove what is beyond ASCII").click();
  await expect(console.newPassword).toHaveValue(" corrct horse, staple");
  await expect(removal(console)).toHaveText(["Remove the blanks at both ends"]);
});

test("the press that leaves the field reaches what it aims at, although a warning appears above it", async ({ console, page, sandbox }) => {
  await console.openChange();
  await console.newPassword.focus();
  await page.keyboard.insertText("correct horse, staple ");
  const button = console.button("Change password of api-user");
  const box = (await button.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await expect(console.newPassword).not.toBeFocused();
  await expect(removal(console)).toHaveCount(0);
  await page.mouse.up();
  await console.expectOutcome("saved");
  expect(await sandbox.writes()).toHaveLength(1);
});

test("what is generated is never odd, and takes a warning away", async ({ console }) => {
  await console.openChange();
  await console.newPassword.fill("correct horse, staple ");
  await console.newPassword.press("Tab");
  await expect(removal(console)).toHaveCount(1);
  await console.button("Generate").click();
  await expect(removal(console)).toHaveCount(0);
  await console.newPassword.focus();
  await console.newPassword.press("Tab");
  await expect(removal(console)).toHaveCount(0);
});

test("line ends that one line cannot hold are told as soon as they are pasted", async ({ console, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await console.openChange();
  await page.evaluate(() => navigator.clipboard.writeText("correct horse\r\nnew staple\n"));
  await console.newPassword.focus();
  await page.keyboard.press("Control+V");
  await expect(page.getByText("What was pasted had line ends (2).")).toBeVisible();
  await console.newPassword.fill("");
  await expect(page.getByText("What was pasted had line ends")).toHaveCount(0);
});

test("Caps Lock is told while the field has the focus, and no longer (UX-17)", async ({ console, page }) => {
  // The keys of the browser under test know no Caps Lock.
  const press = (modifierCapsLock: boolean) =>
    console.newPassword.evaluate(
      (field, modifierCapsLock) => field.dispatchEvent(new KeyboardEvent("keydown", { key: "A", modifierCapsLock })),
      modifierCapsLock,
    );
  const note = page.getByText("Caps Lock is on.");
  await console.openChange();
  await console.newPassword.focus();
  await press(true);
  await expect(note).toBeVisible();
  expect(await note.evaluate((words) => words.closest("[aria-live]")?.getAttribute("aria-live"))).toBe("polite");
  await press(false);
  await expect(note).toHaveCount(0);
  await press(true);
  await expect(note).toBeVisible();
  await console.newPassword.blur();
  await expect(note).toHaveCount(0);
});

test("an event that is of no key, as filling by the browser sends it, does no harm", async ({ console }) => {
  await console.openChange();
  await console.newPassword.evaluate((field) => field.dispatchEvent(new Event("keydown")));
  await console.newPassword.fill("correct horse, new staple");
  await expect(console.newPassword).toHaveValue("correct horse, new staple");
});

const guessable: [string, string, string][] = [
  ["a common one", "password123", "The password is one of those that everybody tries first."],
  ["one short pattern", "abcabcabcabcabcabc", "The password is one short pattern again and again."],
  ["one with the name in it", "the api-user of the shop", "The password contains \u201capi-user\u201d"],
];

for (const [what, typed, words] of guessable) {
  test(`${what} is told beside its length when the field is left, and no longer once it is changed (UX-14)`, async ({ console, page }) => {
    await console.openChange();
    const line = page.getByRole("status").filter({ hasText: `${typed.length} characters.` });
    await console.newPassword.fill(typed);
    await expect(line).toHaveCount(1);
    await expect(page.getByText(words)).toHaveCount(0);
    await console.newPassword.press("Tab");
    await expect(line).toContainText(words);
    await expect(console.problems).toHaveCount(0);
    await expect(console.newPassword).not.toHaveAttribute("aria-invalid", "true");
    await console.newPassword.fill("correct horse, new staple");
    await expect(page.getByText(words)).toHaveCount(0);
    await console.newPassword.press("Tab");
    await expect(page.getByText("25 characters.", { exact: true })).toBeVisible();
  });
}

test("after a submit it is told once, as what is wrong", async ({ console, page }) => {
  await console.openChange();
  await console.change("password123");
  await expect(console.problems).toBeVisible();
  await expect(page.locator("#secret-state")).toHaveText("11 characters.");
});
