import { copiesInMemory } from "../support/memory.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "canary in a coal mine 🐤";

test("the search finds what the module holds, and finds no token after signing out (S-03)", async ({ console, page }) => {
  await console.openList();
  expect(await copiesInMemory(page, demo.token)).toBeGreaterThan(0);
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  expect(await copiesInMemory(page, demo.token)).toBe(0);
});

test("a password that was saved is in the module's memory no more", async ({ console, page }) => {
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved");
  await console.link("Back to credentials").click();
  await expect(console.heading("Credentials")).toBeVisible();
  expect(await copiesInMemory(page, password)).toBe(0);
});

test("a password that was typed and left is in the module's memory no more", async ({ console, page }) => {
  await console.openEdit();
  await console.newPassword.fill(password);
  await console.review();
  await console.dialog().getByRole("button", { name: "Cancel" }).click();
  await console.link("Cancel").click();
  await console.leave();
  await expect(console.heading("Credentials")).toBeVisible();
  expect(await copiesInMemory(page, password)).toBe(0);
});
