import { tabTo } from "../support/access.ts";
import type { Console } from "../support/console.ts";
import { refusal } from "../support/faults.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

/** Signs in and opens the list of the demo's project, with the keyboard alone. */
async function openList(console: Console) {
  const { page } = console;
  await console.open();
  await tabTo(page, console.accessToken);
  await page.keyboard.type(demo.token);
  await page.keyboard.press("Enter");
  await expect(console.link("retail")).toBeVisible();
  await tabTo(page, console.link("retail"));
  await page.keyboard.press("Enter");
}

test("a password is changed with the keyboard alone", async ({ console, page, sandbox }) => {
  const { keyboard } = page;
  await openList(console);
  await expect(console.link("Change password of api-user")).toBeVisible();
  await tabTo(page, console.link("Change password of api-user"));
  await keyboard.press("Enter");
  await expect(console.newPassword).toBeVisible();
  await tabTo(page, console.newPassword);
  await keyboard.type(password);
  await tabTo(page, console.button("Show new password"));
  await keyboard.press("Space");
  await expect(console.newPassword).toHaveAttribute("type", "text");
  await tabTo(page, console.button("Change password of api-user"));
  await keyboard.press("Enter");
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
});

test("an edit is reviewed and saved with the keyboard alone", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
  const { keyboard } = page;
  await console.openEdit();
  await tabTo(page, console.field("Description"));
  await keyboard.press("Control+A");
  await keyboard.type("Orders");
  await tabTo(page, console.field("Roles"));
  await keyboard.type("reports");
  await keyboard.press("Enter");
  await tabTo(page, console.newPassword);
  await keyboard.type(password);
  await keyboard.press("Enter");
  await expect(console.dialog().getByRole("button", { name: "Cancel" })).toBeFocused();
  // Backwards: after the last button Firefox goes to its own bar.
  await keyboard.press("Shift+Tab");
  await expect(console.button("Save changes to api-user")).toBeFocused();
  await keyboard.press("Enter");
  await console.expectOutcome("saved");
  expect(await sandbox.credential()).toMatchObject({ description: "Orders", roleNameList: ["orders", "stock", "reports"] });
});

test("what can hurt is edited, reviewed, confirmed by its name and signed out of with the keyboard alone (UX-30, UX-51)", async ({ console, page, sandbox }) => {
  const { keyboard } = page;
  await openList(console);
  await expect(console.link("Edit billing-batch")).toBeVisible();
  await tabTo(page, console.link("Edit billing-batch"));
  await keyboard.press("Enter");
  await expect(console.field("Full name")).toBeVisible();
  await tabTo(page, console.button("Remove 10.20.0.0/16"));
  await keyboard.press("Enter");
  // The button is gone, and the one before the input is that of the other entry.
  await expect(console.field("Allowed addresses")).toBeFocused();
  await keyboard.press("Shift+Tab");
  await expect(console.button("Remove 192.0.2.17")).toBeFocused();
  await keyboard.press("Space");
  await tabTo(page, console.newPassword);
  await keyboard.type(password);
  await keyboard.press("Enter");
  await expect(console.dialog("billing-batch")).toBeVisible();
  await tabTo(page, console.field("Type billing-batch to confirm"));
  await keyboard.type("billing-batch");
  await keyboard.press("Enter");
  await console.expectOutcome("saved");
  expect(await sandbox.credential("billing-batch")).toMatchObject({ ipList: [] });
  await tabTo(page, console.signOut);
  await keyboard.press("Enter");
  await expect(console.heading("Sign in to API gateway")).toBeFocused();
});

test("the focus goes to the heading of each page that is entered", async ({ console, page }) => {
  await console.open();
  await console.signIn();
  await expect(console.heading("Projects")).toBeFocused();
  await console.link("retail").click();
  await expect(console.heading("Credentials")).toBeFocused();
  await console.link("Edit api-user").click();
  await expect(console.heading("Edit api-user")).toBeFocused();
  await page.goBack();
  await expect(console.heading("Credentials")).toBeFocused();
  await console.signOut.click();
  await expect(console.heading("Sign in to API gateway")).toBeFocused();
});

test("the title of the document names the page", async ({ console, page }) => {
  await console.openList();
  await expect(page).toHaveTitle(/Credentials.*Rekey/);
  await console.link("Change password of api-user").click();
  await expect(page).toHaveTitle(/Change password of api-user.*Rekey/);
});

test("the focus goes to a result, and to the sign-in that is asked for in place", async ({ console, page, sandbox }) => {
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved");
  const isInResult = () => console.result.evaluate((region) => region.contains((region.getRootNode() as ShadowRoot).activeElement));
  await expect.poll(isInResult).toBe(true);
  await page.reload();
  await console.signIn();
  await expect(console.newPassword).toBeVisible();
  await sandbox.faults({ method: "PATCH", path: "/apinizer/*", fault: refusal(401, "invalid_token", "Token is invalid or expired") });
  await console.change(password);
  await expect(console.heading("Sign in again to go on")).toBeFocused();
});

test("the way back in the browser leads through the pages", async ({ console, page }) => {
  await console.openList();
  await console.link("Edit api-user").click();
  await expect(console.heading("Edit api-user")).toBeVisible();
  await page.goBack();
  await expect(console.heading("Credentials")).toBeVisible();
  await page.goForward();
  await expect(console.heading("Edit api-user")).toBeVisible();
});

test("a crumb that has the focus keeps it while the record is read again", async ({ console, page }) => {
  await page.clock.install();
  await console.openChange();
  await console.letTheReadAge();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/credentials/", async (route) => {
    await released;
    await route.continue();
  });
  await console.newPassword.fill("a password that is typed");
  await console.link("retail").focus();
  const read = page.waitForResponse("**/credentials/");
  release();
  await (await read).finished();
  await page.waitForLoadState("networkidle");
  await expect(console.link("retail")).toBeFocused();
});
