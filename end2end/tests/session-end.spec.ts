import { refusal } from "../support/faults.ts";
import { copiesInMemory } from "../support/memory.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";
const again = "Sign in again to go on";

test.describe("when the token ends while an edit is open (F-09)", () => {
  test.beforeEach(async ({ console, page, sandbox }) => {
    await page.clock.install();
    await console.openEdit();
    await console.field("Full name").fill("Order service");
    await console.newPassword.fill(password);
    await sandbox.revokeToken(demo.token);
    await console.letTheReadAge();
    await console.review();
    await expect(console.dialog()).toBeHidden();
    await expect(console.heading(again)).toBeVisible();
  });

  test("it asks in place, keeps what was typed, and has sent nothing", async ({ console, sandbox }) => {
    await expect(console.heading("Edit api-user")).toBeVisible();
    await expect(console.field("Full name")).toHaveValue("Order service");
    await expect(console.newPassword).toHaveValue(password);
    expect(await sandbox.writes()).toEqual([]);
  });

  test("nothing is sent by itself after the new sign-in; the admin presses again, and it works", async ({ console, page, sandbox }) => {
    await console.signInByPassword();
    await expect(console.heading(again)).toBeHidden();
    await expect(console.field("Full name")).toHaveValue("Order service");
    // The review that was open is back, and waits.
    await expect(console.dialog()).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(await sandbox.writes()).toEqual([]);

    await console.save();
    await console.expectOutcome("saved");
    expect(await sandbox.writes()).toHaveLength(1);
    expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
  });

  test("a wrong sign-in in place says so and still keeps everything", async ({ console, page }) => {
    await console.signInByPassword(demo.userName, "wrong");
    await expect(page.getByText("Bad credentials")).toBeVisible();
    await expect(console.newPassword).toHaveValue(password);
  });
});

test("a 401 on the write itself is a refusal: nothing changed, and it asks in place", async ({ console, sandbox }) => {
  await console.openChange();
  await sandbox.faults({ method: "PATCH", path: "/apinizer/*", fault: refusal(401, "unauthorized_client", "Token was expired!") });
  await console.change(password);
  await expect(console.heading(again)).toBeVisible();
  await expect(console.newPassword).toHaveValue(password);
  await console.signIn();
  await expect(console.heading(again)).toBeHidden();
  await console.pressChange();
  await console.expectOutcome("saved");
  expect((await sandbox.writes()).map((row) => row.answered)).toEqual([401, 200]);
});

test("a token that ends on the list asks to sign in and goes back to the list", async ({ console, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await sandbox.revokeToken(demo.token);
  await console.page.getByRole("button", { name: "Refresh" }).click();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
  await console.signInByPassword();
  await expect(console.heading("Credentials")).toBeVisible();
});

test("leaving the form wipes the password that was typed", async ({ console }) => {
  await console.openChange();
  await console.newPassword.fill(password);
  await console.link("Cancel").click();
  await console.leave();
  await expect(console.heading("Credentials")).toBeVisible();
  await console.link("Change password of api-user").click();
  await expect(console.newPassword).toHaveValue("");
});

test("signing out stops what is being read, so that no request on its way keeps the token (S-03)", async ({ console, page, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await sandbox.everyRead({ kind: "delay", milliseconds: 20_000 });
  const stopped = page.waitForEvent("requestfailed");
  const asked = page.waitForRequest((request) => request.url().includes("/projects/"));
  await page.getByRole("button", { name: "Refresh" }).click();
  await asked;
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  expect((await stopped).failure()?.errorText).toContain("ABORTED");
  await expect.poll(() => copiesInMemory(page, demo.token)).toBe(0);
});
