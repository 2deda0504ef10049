import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/access.ts";
import type { Console } from "../support/console.ts";
import { address } from "../support/console.ts";
import { refusal } from "../support/faults.ts";
import { copiesInMemory } from "../support/memory.ts";
import { v7 } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { traces } from "../support/traces.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const password = "correct horse, new staple";
const changed = "Orders, and what was changed of them";
const editApiUser = (page: Page) => page.evaluate((to) => void (location.hash = to), address.edit());
const earlier = ({ page }: Console) => page.getByText(/^Your changes from \d\d:\d\d are still here\./);

/** Changes the description of `api-user` and goes back to the list. */
async function changeAndLeave(console: Console) {
  await console.openList();
  await console.link("Edit api-user").click();
  await console.field("Description").fill(changed);
  await console.button("Remove stock").click();
  await console.link("Cancel").click();
  await console.listIsRead();
}

test("what was changed is there again, and the list and the form say so (UX-43)", async ({ console, page }) => {
  await changeAndLeave(console);
  await expect(console.leaveQuestion).toHaveCount(0);
  const row = page.getByRole("row").filter({ has: console.link("Edit api-user") });
  await expect(row).toContainText("Unsaved changes");
  await expect(page.getByText("Unsaved changes")).toHaveCount(1);
  await console.link("Edit api-user").click();
  await expect(earlier(console)).toBeVisible();
  await expect(console.field("Description")).toHaveValue(changed);
  await expect(console.entries("Roles")).toHaveText([/^orders/]);
  await expect(page.getByText("Role stock removed: its permissions end now.")).toBeVisible();
});

test("it is saved from there, and gone then (UX-43)", async ({ console, page, sandbox }) => {
  await changeAndLeave(console);
  await console.link("Edit api-user").click();
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  expect(await sandbox.credential()).toMatchObject({ description: changed, roleNameList: ["orders"] });
  await console.link("Back to credentials").click();
  await console.listIsRead();
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
  await console.link("Edit api-user").click();
  await expect(console.field("Description")).toHaveValue(changed);
  await expect(earlier(console)).toHaveCount(0);
  await console.signOut.click();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
});

test("it is discarded by one press, and the form is as the record is (UX-43)", async ({ console, page, sandbox }) => {
  const { description } = await sandbox.credential();
  await changeAndLeave(console);
  await console.link("Edit api-user").click();
  await console.button("Discard them").click();
  await expect(console.field("Description")).toHaveValue(description);
  await expect(console.entries("Roles")).toHaveText([/^orders/, "stock"]);
  const said = page.getByText("Your changes are discarded.");
  await expect(said).toBeVisible();
  await expect(said.locator("..")).toBeFocused();
  await console.link("Cancel").click();
  await console.listIsRead();
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
  await console.link("Edit api-user").click();
  await expect(console.field("Description")).toHaveValue(description);
  await expect(earlier(console)).toHaveCount(0);
});

test("what was changed and changed back is no draft", async ({ console, page, sandbox }) => {
  const { description } = await sandbox.credential();
  await console.openList();
  await console.link("Edit api-user").click();
  await console.field("Description").fill(changed);
  await console.field("Description").fill(description);
  await console.link("Cancel").click();
  await console.listIsRead();
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
});

test("it stands on the newer record when that was changed meanwhile, and says so (F-08)", async ({ console, page, sandbox }) => {
  await changeAndLeave(console);
  await sandbox.change({ fullName: "Changed by another admin" });
  const read = page.waitForResponse("**/credentials/");
  await page.getByRole("button", { name: "Refresh" }).click();
  await (await read).finished();
  await expect(page.getByText("Changed by another admin")).toBeVisible();
  await console.link("Edit api-user").click();
  await expect(earlier(console)).toContainText("The credential was changed meanwhile");
  await expect(console.field("Description")).toHaveValue(changed);
  await expect(console.field("Full name")).toHaveValue("Changed by another admin");
  await console.newPassword.fill(password);
  await console.review();
  await expect(console.dialog()).not.toContainText("Full name");
  await console.save();
  await console.expectOutcome("saved");
  expect(await sandbox.credential()).toMatchObject({ description: changed, fullName: "Changed by another admin" });
});

test("what somebody else has changed as well is asked about when the form is opened again (F-08, UX-38)", async ({ console, page, sandbox }) => {
  await changeAndLeave(console);
  await sandbox.change({ description: "Theirs", fullName: "Changed by another admin" });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByText("Changed by another admin")).toBeVisible();
  await console.link("Edit api-user").click();
  await console.expectOutcome("conflict");
  await expect(earlier(console)).toBeVisible();
  await expect(console.field("Description")).toHaveValue(changed);
  await console.choice("Description", "Theirs").check();
  await console.newPassword.fill(password);
  await console.button("Review merged changes").click();
  await expect(console.field("Description")).toHaveValue("Theirs");
  await console.save();
  await console.expectOutcome("saved");
  expect(await sandbox.credential()).toMatchObject({ description: "Theirs", roleNameList: ["orders"] });
});

test("each credential has its own", async ({ console, page }) => {
  await changeAndLeave(console);
  await console.link("Edit billing-batch").click();
  await expect(console.field("Full name")).toHaveValue("Billing batch");
  await expect(earlier(console)).toHaveCount(0);
  await console.field("Full name").fill("Nightly billing");
  await editApiUser(page);
  await expect(earlier(console)).toBeVisible();
  await expect(console.field("Full name")).toHaveValue("API user");
  await console.crumbs.getByRole("link", { name: "retail" }).click();
  await expect(page.getByText("Unsaved changes")).toHaveCount(2);
});

test("another language keeps it, and asks nothing (UX-43, UX-56)", async ({ console, page }) => {
  await console.openEdit();
  await console.field("Description").fill(changed);
  await page.getByRole("combobox", { name: "Language" }).selectOption("tr");
  await expect(console.button("Oturumu kapat")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(console.field("Açıklama")).toHaveValue(changed);
});

test.describe("with a password typed as well", () => {
  test.beforeEach(async ({ console }) => {
    await console.openList();
    await console.link("Edit api-user").click();
    await console.field("Description").fill(changed);
    await console.newPassword.fill(password);
  });

  test("leaving says what is lost and what stays, and keeps just that (UX-39, UX-43)", async ({ console, guard, page }) => {
    await console.link("Cancel").click();
    await expect(console.leaveQuestion).toContainText("The password is lost. The other changes stay here until you sign out.");
    await console.leave();
    await console.listIsRead();
    expect(await copiesInMemory(page, password)).toBe(0);
    expect(await copiesInMemory(page, changed)).toBeGreaterThan(0);
    await console.link("Edit api-user").click();
    await expect(console.field("Description")).toHaveValue(changed);
    await expect(console.newPassword).toHaveValue("");
    expect(await traces(page, guard, password)).toEqual([]);
    const stored = (await traces(page, guard, changed)).filter((place) => !["markup", "text", "attributes"].includes(place));
    expect(stored).toEqual([]);
  });

  test("changing the language says the same (UX-56)", async ({ console, page }) => {
    await page.getByRole("combobox", { name: "Language" }).selectOption("tr");
    const question = page.getByRole("dialog", { name: "Change the language without saving?" });
    await expect(question).toContainText("The password is lost. The other changes stay here until you sign out.");
    await question.getByRole("button", { name: "Change the language" }).click();
    await expect(console.field("Açıklama")).toHaveValue(changed);
    await expect(console.field("Yeni parola")).toHaveValue("");
  });
});

test("a generated password is not kept either (UX-43)", async ({ console, page }) => {
  await console.openList();
  await console.link("Edit api-user").click();
  await console.field("Description").fill(changed);
  await console.button("Generate").click();
  const generated = await console.newPassword.inputValue();
  await console.link("Cancel").click();
  await console.leave();
  await console.listIsRead();
  expect(await copiesInMemory(page, generated)).toBe(0);
  await console.link("Edit api-user").click();
  await expect(console.newPassword).toHaveValue("");
});

test.describe("signing out", () => {
  test("asks on a form with unsaved changes; who stays keeps them (UX-39)", async ({ console }) => {
    await console.openEdit();
    await console.field("Description").fill(changed);
    await console.signOut.click();
    await expect(console.signOutQuestion).toContainText("What you changed or typed and did not save is lost.");
    await expect(console.signOutQuestion.getByRole("button", { name: "Stay" })).toBeFocused();
    await console.signOutQuestion.getByRole("button", { name: "Stay" }).click();
    await expect(console.signOutQuestion).toBeHidden();
    await expect(console.field("Description")).toHaveValue(changed);
    await expect(console.signOut).toBeVisible();
  });

  test("asks on the list as well while there are drafts, and forgets them (UX-43)", async ({ console, page }) => {
    await changeAndLeave(console);
    await console.signOutAnyway();
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
    await expect.poll(() => copiesInMemory(page, changed)).toBe(0);
    await console.signIn();
    await console.listIsRead();
    await expect(page.getByText("Unsaved changes")).toHaveCount(0);
    await console.link("Edit api-user").click();
    await expect(console.field("Description")).not.toHaveValue(changed);
  });

  test("asks for a password that was typed, and nothing where nothing would be lost", async ({ console }) => {
    await console.openChange();
    await console.newPassword.fill(password);
    await console.signOut.click();
    await expect(console.signOutQuestion).toBeVisible();
    await console.signOutQuestion.getByRole("button", { name: "Stay" }).click();
    await console.newPassword.fill("");
    await console.signOut.click();
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
  });
});

test("a session that the server ends takes its drafts along, and no other's (UX-43)", async ({ console, page, sandbox }) => {
  await changeAndLeave(console);
  await console.tab("Monitoring").click();
  const visit = new Visit(console, v7);
  await visit.signIn();
  await visit.listIsRead();
  await console.link(`Edit ${visit.record.name}`).click();
  await console.field("Name").fill("Half a name");
  await console.tab("API gateway").click();
  await console.link("retail").click();
  await console.listIsRead();
  await sandbox.everyRead(refusal(401, "invalid_token", "Token is invalid or expired"));
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
  await sandbox.faults();
  await console.signIn();
  await console.listIsRead();
  await expect(page.getByText("Unsaved changes")).toHaveCount(0);
  await console.tab("Monitoring").click();
  await visit.listIsRead();
  await expect(page.getByText("Unsaved changes")).toHaveCount(1);
});

test("a change that is saved after its form was left takes its draft along", async ({ console, page, sandbox }) => {
  await sandbox.faults({ method: "PUT", path: "/thousandeyes/*", fault: { kind: "delay", milliseconds: 1_000 } });
  const visit = new Visit(console, v7);
  await visit.openList();
  await console.link(`Edit ${visit.record.name}`).click();
  await visit.rename("renamed-later");
  await expect(page.getByText("Sending to")).toBeVisible();
  await console.link("Monitoring").first().click();
  await expect(page.getByText("Unsaved changes")).toHaveCount(1);
  await expect(console.link("Edit renamed-later")).toBeVisible();
  await page.getByRole("button", { name: "Refresh" }).click();
  await console.link("Edit renamed-later").click();
  await expect(earlier(console)).toHaveCount(0);
});

test("reloading is asked about by the browser on the list too while there are drafts (UX-43)", async ({ console, page }) => {
  await changeAndLeave(console);
  const asked = page.waitForEvent("dialog");
  const reloaded = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.accept();
  await reloaded;
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
});

test("the mark, the line and the question keep WCAG 2.2 AA and never scroll the page sideways", async ({ console, page }) => {
  await changeAndLeave(console);
  await expectAccessible(page);
  await console.link("Edit api-user").click();
  await expect(earlier(console)).toBeVisible();
  await expectAccessible(page);
  await console.signOut.click();
  await expect(console.signOutQuestion).toBeVisible();
  await expectAccessible(page);
  await console.signOutQuestion.getByRole("button", { name: "Stay" }).click();
  await console.button("Discard them").click();
  await expectAccessible(page);
});
