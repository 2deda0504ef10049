import type { Locator } from "@playwright/test";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";
import { traces } from "../support/traces.ts";

const password = "canary in a coal mine 🐤";

test("neither token nor password leaves a trace, at any step of a change", { tag: "@firefox" }, async ({ console, guard, page }) => {
  const expectNoTrace = async (step: string) => {
    for (const secret of [demo.token, password]) expect(await traces(page, guard, secret), step).toEqual([]);
  };
  await console.open();
  await console.accessToken.fill(demo.token);
  await expectNoTrace("the token is typed");
  await console.signInButton.click();
  await console.link("retail").click();
  await console.link("Change password of api-user").click();
  await console.newPassword.fill(password);
  await expectNoTrace("the password is typed");
  await console.button("Show new password").click();
  await expectNoTrace("the password is shown");
  await console.pressChange();
  await console.expectOutcome("saved");
  await expectNoTrace("the password is saved");
  await console.signOut.click();
  await expectNoTrace("signed out");
});

test("nothing is stored at all", { tag: "@firefox" }, async ({ console, context, page }) => {
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved");
  expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("a form that is left is empty, whatever still holds its field (S-03)", async ({ console, page }) => {
  await console.openChange();
  await console.newPassword.fill(password);
  const field = await page.locator("#secret").elementHandle();
  await console.link("Cancel").click();
  await console.leave();
  await expect(console.heading("Credentials")).toBeVisible();
  expect(await field?.evaluate((input) => (input as HTMLInputElement).value)).toBe("");
});

test("secret fields have no name, no value attribute and no memory, and their form posts nowhere (S-04, S-05)", async ({ console, page }) => {
  await console.open();
  await expectSecretField(console.accessToken, "off");
  await page.getByRole("radio", { name: "User name and password" }).check();
  await expectSecretField(console.field("Password"), "current-password");
  await page.getByRole("radio", { name: "Access token" }).check();
  await console.signIn();
  await console.link("retail").click();
  await console.link("Change password of api-user").click();
  await console.newPassword.fill(password);
  await expectSecretField(console.newPassword, "new-password");
});

async function expectSecretField(field: Locator, autocomplete: string) {
  await expect(field).toHaveAttribute("type", "password");
  await expect(field).toHaveAttribute("autocomplete", autocomplete);
  await expect(field).toHaveAttribute("spellcheck", "false");
  await expect(field).toHaveAttribute("autocapitalize", /^(off|none)$/);
  await expect(field).toHaveAttribute("autocorrect", "off");
  for (const attribute of ["name", "value", "maxlength"]) expect(await field.getAttribute(attribute)).toBeNull();
  expect(await field.evaluate((element: HTMLInputElement) => element.form?.method)).toBe("post");
}

