import { refusal } from "../support/faults.ts";
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

test("a review of an edit shows no secret", async ({ console, guard, page }) => {
  await console.openEdit();
  await console.newPassword.fill(password);
  await console.review();
  await expect(console.dialog()).toBeVisible();
  expect(await traces(page, guard, password)).toEqual([]);
  await console.save();
  await console.expectOutcome("saved");
  expect(await traces(page, guard, password)).toEqual([]);
});

test("neither user name's password nor the token it was exchanged for leaves a trace", async ({ console, guard, page }) => {
  const answered = page.waitForResponse("**/auth/token");
  await console.open();
  await console.signInByPassword();
  const { access_token: token } = await (await answered).json();
  await expect(console.heading("Projects")).toBeVisible();
  for (const secret of [demo.password, token]) expect(await traces(page, guard, secret)).toEqual([]);
});

test("nothing is stored at all", { tag: "@firefox" }, async ({ console, context, page }) => {
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved");
  expect(await context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("signing out empties every field, also while a password is in doubt", async ({ console, page, sandbox }) => {
  await sandbox.nextWrite({ kind: "drop-before-reading" });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("unknown");
  await console.signOutAnyway();
  await expect(console.signInButton).toBeVisible();
  const values = page.locator("input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect((await values).join()).not.toContain(password);
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

async function expectSecretField(field: import("@playwright/test").Locator, autocomplete: string) {
  await expect(field).toHaveAttribute("type", "password");
  await expect(field).toHaveAttribute("autocomplete", autocomplete);
  await expect(field).toHaveAttribute("spellcheck", "false");
  await expect(field).toHaveAttribute("autocapitalize", /^(off|none)$/);
  await expect(field).toHaveAttribute("autocorrect", "off");
  for (const attribute of ["name", "value", "maxlength"]) expect(await field.getAttribute(attribute)).toBeNull();
  expect(await field.evaluate((element: HTMLInputElement) => element.form?.method)).toBe("post");
}

test("the server's words about a password do not bring it on screen by themselves", async ({ console, guard, page, sandbox }) => {
  await sandbox.nextWrite(refusal(400, "bad_request", "Too weak"));
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("rejected");
  expect(await traces(page, guard, password)).toEqual([]);
});

test("the search for traces finds what is planted", async ({ console, guard, page }) => {
  await console.open();
  await expect(console.signInButton).toBeVisible();
  await page.evaluate((secret) => {
    document.title = secret;
    sessionStorage.setItem("note", btoa(`x${encodeURIComponent(secret)}`));
    history.replaceState({ secret }, "");
    document.querySelector("rekey-console")?.shadowRoot?.querySelector("form")?.setAttribute("data-note", secret);
  }, password);
  expect(await traces(page, guard, password)).toEqual(["html", "attributes", "state", "title"]);
  expect(await traces(page, guard, encodeURIComponent(password))).toEqual(["sessionStorage"]);
});
