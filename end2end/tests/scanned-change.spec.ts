import { address } from "../support/console.ts";
import { refusal } from "../support/faults.ts";
import { copiesInMemory } from "../support/memory.ts";
import { demo } from "../support/sandbox.ts";
import { generated, newSecret } from "../support/scanner/canaries.ts";
import { expect, test } from "../support/scanner/test.ts";

// What somebody does with a password of Apinizer, and what the scanner finds after each step (S-01, S-02, S-13, S-18).

test("a password that is typed, shown and saved", async ({ console, page, scan }) => {
  await console.open();
  await console.accessToken.fill(demo.token);
  await scan.step("the token is typed", { field: "sign-in-secret" });
  await console.signInButton.click();
  await console.link("retail").click();
  await console.listIsRead();
  await scan.step("signed in");
  await console.link("Change password of api-user").click();
  await console.newPassword.fill(newSecret);
  await scan.step("typed", { field: "secret" });
  await console.button("Show new password").click();
  await expect(console.newPassword).toHaveAttribute("type", "text");
  await scan.step("shown", { field: "secret" });
  await console.pressChange();
  await console.expectOutcome("saved");
  await scan.step("saved");
  await console.result.getByText("Receipt", { exact: true }).click();
  await scan.step("the receipt is open");
  await console.link("Back to credentials").click();
  // What signs the requests is there, so that not to find it later says something.
  expect(await copiesInMemory(page, demo.token)).toBeGreaterThan(0);
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("a password that is generated, shown, copied and put away", async ({ console, context, page, scan }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await console.openChange();
  await console.button("Generate").click();
  scan.look(generated(await console.newPassword.inputValue()));
  await scan.step("generated", { field: "secret" });
  await console.button("Show new password").click();
  await scan.step("shown", { field: "secret" });
  await console.button("Copy").click();
  await expect(page.getByText("Copied.", { exact: true })).toBeVisible();
  await scan.step("copied", { field: "secret" });
  await console.pressChange();
  await console.expectOutcome("saved");
  const panel = page.getByRole("form", { name: "Generated password" });
  await scan.step("saved, and in its panel", { field: "shown-once" });
  await panel.getByRole("button", { name: "Put it away", exact: true }).click();
  await expect(panel).toBeHidden();
  await scan.step("put away");
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("an edit with a password: reviewed, previewed, saved", async ({ console, page, scan }) => {
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(newSecret);
  await scan.step("typed", { field: "secret" });
  await console.review();
  await expect(console.dialog()).toBeVisible();
  await scan.step("the review is open", { field: "secret" });
  await console.dialog().getByText("Request", { exact: true }).click();
  await scan.step("the request and its command are shown", { field: "secret" });
  await console.save();
  await console.expectOutcome("saved");
  await scan.step("saved");
  await page.reload();
  await expect(console.signInButton).toBeVisible();
  await scan.end("loaded again");
});

test("a password that is refused, and a form that is left", async ({ console, sandbox, scan }) => {
  await sandbox.nextWrite(refusal(400, "bad_request", "Too weak"));
  await console.openChange();
  await console.change(newSecret);
  await console.expectOutcome("rejected");
  await scan.step("refused", { field: "secret" });
  await console.link("Cancel").click();
  await expect(console.leaveQuestion).toBeVisible();
  await scan.step("asked before leaving", { field: "secret" });
  await console.leave();
  await expect(console.heading("Credentials")).toBeVisible();
  await scan.step("left");
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("a password of which nothing is known: checked, and sent again", async ({ console, sandbox, scan }) => {
  await sandbox.nextWrite({ kind: "apply-then-drop" });
  await console.openChange();
  await console.change(newSecret);
  await console.expectOutcome("unknown");
  await scan.step("unknown", { field: "secret" });
  await console.button("Check again").click();
  await expect(console.result).toContainText("The credential is there");
  await scan.step("checked", { field: "secret" });
  await sandbox.faults();
  await console.button("Send the same password again").click();
  await console.expectOutcome("saved");
  await scan.step("saved");
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("a conflict over an edit, and a sign-out in the middle of it", async ({ console, page, sandbox, scan }) => {
  await page.clock.install();
  await console.openEdit();
  await sandbox.change({ description: "Changed by another admin" });
  await console.letTheReadAge();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(newSecret);
  await console.review();
  await console.save();
  await console.expectOutcome("conflict");
  await scan.step("a conflict", { field: "secret" });
  await console.signOutAnyway();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("a token that the server no longer accepts, and a new sign-in in place", async ({ console, page, sandbox, scan }) => {
  await page.clock.install();
  await console.openChange();
  await console.newPassword.fill(newSecret);
  await sandbox.revokeToken(demo.token);
  await console.letTheReadAge();
  await console.pressChange();
  await expect(console.heading("Sign in again to go on")).toBeVisible();
  await scan.step("asked again", { field: "secret" });
  await console.signInByPassword();
  await expect(console.heading("Sign in again to go on")).toBeHidden();
  await scan.step("signed in again", { field: "secret" });
  await console.pressChange();
  await console.expectOutcome("saved");
  await scan.step("saved");
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("a password that is typed in presenter mode", async ({ console, page, scan }) => {
  await page.goto(`/?presenter=secrets${address.change()}`);
  await console.signIn();
  await console.newPassword.fill(newSecret);
  await scan.step("typed", { field: "secret" });
  await console.pressChange();
  await console.expectOutcome("saved");
  await scan.step("saved");
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("a form that is left and a sign-out while the network is down (S-03)", async ({ console, context, guard, scan }) => {
  guard.expect(/ERR_INTERNET_DISCONNECTED/);
  await console.openChange();
  await context.setOffline(true);
  await console.change(newSecret);
  await console.expectOutcome("not-sent");
  await scan.step("not sent", { field: "secret" });
  await console.signOutAnyway();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});
