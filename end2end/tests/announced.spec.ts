import { address, type OutcomeName } from "../support/console.ts";
import { answer, type Fault, limited, page as foreignPage, refusal } from "../support/faults.ts";
import { hold } from "../support/hold.ts";
import { limitSessions } from "../support/limits.ts";
import { demo } from "../support/sandbox.ts";
import { ScreenReader } from "../support/screen-reader.ts";
import { v7 } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const password = "correct horse, new staple";
const lists = "**/apiops/projects/*/credentials/";

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("signing in: what is missing, what is refused, that one waits, and the page that opens (UX-37)", async ({ console, page }) => {
  await console.open(address.projects);
  await expect(console.accessToken).toBeVisible();
  const reader = await ScreenReader.of(page);

  await console.signInButton.click();
  await expect(console.accessToken).toBeFocused();
  expect(await reader.heard()).toEqual([
    "Access token, textbox, invalid true (Made in your profile in the vendor's own console. Enter the access token)",
    "Enter the access token",
  ]);

  const answered = await hold(page, "**/auth/token");
  await console.signInByPassword(demo.userName, "wrong");
  await expect(console.button("Signing in…")).toBeVisible();
  expect(await reader.heard()).toEqual(["Signing in…, button, busy", "Signing in…"]);
  answered();
  await expect(console.text("Bad credentials")).toBeVisible();
  expect(await reader.heard()).toEqual([
    "Sign in, button",
    "The sign-in was refused The token may be wrong or no longer valid, or the account may be locked. Nothing is tried again by itself. The server said Bad credentials Details",
  ]);

  const read = await hold(page, "**/apiops/projects/");
  await console.signInByPassword();
  await expect(console.text("Reading…")).toBeVisible();
  expect(await reader.heard()).toEqual(["Projects, heading"]);
  read();
  await expect(console.link("retail")).toBeVisible();
  expect(await reader.heard()).toEqual(["Listed: 3"]);
});

test("a list: that it has come, in which order it is, and what a filter leaves", async ({ console, page, sandbox }) => {
  await console.enter(address.projects);
  await expect(console.link("retail")).toBeVisible();
  const reader = await ScreenReader.of(page);
  const read = await hold(page, lists);
  await console.link("retail").click();
  await expect(console.text("Reading credentials…")).toBeVisible();
  expect(await reader.heard()).toEqual(["Credentials, heading"]);
  read();
  await console.listIsRead();
  expect(await reader.heard()).toEqual(["7 credentials"]);

  await console.button("Expires").click();
  await expect(page.getByRole("columnheader", { name: "Expires" })).toHaveAttribute("aria-sort", "ascending");
  expect(await reader.heard()).toEqual(["Credentials of retail, region", "Expires, button", "Sort by: Expires"]);
  await console.button("Expires").click();
  expect(await reader.heard()).toEqual(["Sort by: Expires, descending"]);
  await console.button("Expires").click();
  expect(await reader.heard()).toEqual(["Sort by: In the order of the server"]);

  await page.getByRole("searchbox").fill("no such thing");
  await expect(console.button("Clear filter")).toBeVisible();
  expect(await reader.heard()).toEqual(["Filter credentials, searchbox", "0 of 7 credentials"]);
  await page.getByRole("searchbox").fill("");
  await console.listIsRead();
  expect(await reader.heard()).toEqual(["7 credentials"]);

  await sandbox.everyRead(refusal(403, "forbidden", "Not you"));
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(console.button("Try again")).toBeVisible();
  expect((await reader.heard()).at(-1)).toMatch(/^You have no permission to read this\. The server said Not you/);
});

test("a new password: generated, copied, shown, on its way, and live in each environment", async ({ console, page }) => {
  await page.clock.install();
  await console.openChange();
  const reader = await ScreenReader.of(page);
  const generated = "24 characters, generated, about 140 bits.";
  await console.button("Generate").click();
  await expect(page.getByText(generated)).toBeVisible();
  expect(await reader.heard()).toEqual(["Generate, button", `${generated} Not copied yet.`]);
  await console.button("Copy").click();
  await expect(console.button("Clear clipboard")).toBeVisible();
  expect(await reader.heard()).toEqual(["Copy, button", `${generated} Copied.`]);
  await console.button("Clear clipboard").click();
  await expect(page.getByText("The clipboard was told to hold a blank")).toBeVisible();
  expect(await reader.heard()).toEqual([
    "Clear clipboard, button",
    "The clipboard was told to hold a blank instead. What other programs have kept of it is out of reach.",
  ]);
  await console.button("Show new password").click();
  await expect(console.newPassword).toHaveAttribute("type", "text");
  expect(await reader.heard()).toEqual(["Hide new password, button", "The new password is shown."]);

  const answered = await hold(page, `${lists}*/`);
  await console.pressChange();
  await expect(console.text("Sending to API gateway.")).toBeVisible();
  expect(await reader.heard()).toEqual(["Changing password…, button, busy", "Sending to API gateway."]);
  await page.clock.fastForward(11_000);
  await expect(console.button("Stop waiting")).toBeVisible();
  expect(await reader.heard()).toEqual(["Sent 10 s ago. Deploying to all environments can take a while."]);
  answered();
  await console.expectOutcome("saved");
  await expect(console.heading("The password of api-user is changed")).toBeFocused();
  const [region, heading, ...rest] = await reader.heard();
  expect([region, heading]).toEqual(["The password of api-user is changed, status", "The password of api-user is changed, heading"]);
  expect(rest).toEqual([]);

  // What was generated is shown once more, and its end is told a minute before it comes.
  await page.clock.fastForward("03:50");
  expect(await reader.heard()).toEqual([]);
  await page.clock.fastForward("00:15");
  await expect(page.getByText("leaves this page in a minute")).toBeAttached();
  expect(await reader.heard()).toEqual(["The generated password leaves this page in a minute."]);
  await page.clock.fastForward("01:05");
  await expect(page.getByText("The time is over")).toBeVisible();
  expect(await reader.heard()).toEqual(["The time is over: the generated password is no longer in this page."]);
});

const message = "Connection to the gateway pod timed out";
const endings: { outcome: OutcomeName; fault: Fault; heading: string; words: RegExp }[] = [
  {
    outcome: "saved-not-deployed",
    fault: { kind: "fail-environments", environments: [{ name: "production", message }] },
    heading: "Saved, but not deployed everywhere",
    words: new RegExp(`test Deployed .* production Failed ${message}`),
  },
  {
    outcome: "saved-details-lost",
    fault: { kind: "deployment", value: null },
    heading: "Saved; the server gave no deployment details",
    words: /Which environments have it, and where the old one still works, is not known\./,
  },
  {
    outcome: "rejected",
    fault: refusal(400, "bad_request", "Password must not be one of the last 5 passwords!"),
    heading: "The server refused the change",
    words: /Nothing was changed: the old password is still valid\. .*Password must not be one of the last 5 passwords!/,
  },
  {
    outcome: "unknown",
    fault: foreignPage(502, "Bad gateway"),
    heading: "The change may or may not have been made",
    words: /The old or the new password may be valid now\./,
  },
];

for (const { outcome, fault, heading, words } of endings) {
  test(`a change that ends as ${outcome} is said at once, with all of it, and the focus is on its heading`, async ({ console, page, sandbox }) => {
    await sandbox.nextWrite(fault);
    await console.openChange();
    await console.newPassword.fill(password);
    const reader = await ScreenReader.of(page);
    await console.pressChange();
    await console.expectOutcome(outcome);
    const heard = await reader.heard();
    expect(heard.slice(0, 2)).toEqual([`${heading}, alert`, `${heading}, heading`]);
    expect(heard[2]).toMatch(new RegExp(`^${heading} `));
    expect(heard[2]).toMatch(words);

    // Put away, it leaves the focus at the heading of the page.
    await console.button("Dismiss").click();
    await expect(console.result).toHaveCount(0);
    expect(await reader.heard()).toEqual(["Change password of api-user, heading"]);
  });
}

test("a change that is not sent, and one that somebody else was quicker with, are said at once", async ({ console, page, sandbox }) => {
  await page.clock.install();
  await console.openChange();
  await console.letTheReadAge();
  await sandbox.everyRead(answer(403, { error: "forbidden", error_description: "Not now" }));
  const reader = await ScreenReader.of(page);
  await console.change(password);
  await console.expectOutcome("not-sent");
  expect(await reader.heard()).toContainEqual(expect.stringMatching(/^Not sent .*Nothing was sent, and what you typed is kept\. .*Not now/));

  await sandbox.faults();
  await sandbox.change({ description: "Changed by Selin" });
  await console.letTheReadAge();
  await console.pressChange();
  await console.expectOutcome("conflict");
  const differs = /^Someone else changed api-user meanwhile .*What differs .*Description .*Changed by Selin/;
  expect(await reader.heard()).toContainEqual(expect.stringMatching(differs));
});

test("an edit: its problems, its review, a confirmation that does not match, and the way back (UX-32, UX-53)", async ({ console, page }) => {
  await console.openEdit("billing-batch");
  const reader = await ScreenReader.of(page);
  await console.field("Full name").fill("");
  await reader.heard();
  await console.review();
  await expect(console.problems).toBeFocused();
  const problems = "There is a problem Credential full name can not be empty! Credential password can not be empty!";
  expect(await reader.heard()).toEqual(["There is a problem, alert", problems]);

  await console.field("Full name").fill("Nightly billing");
  await console.button("Remove 10.20.0.0/16").click();
  await console.button("Remove 192.0.2.17").click();
  await console.newPassword.fill(password);
  await reader.heard();
  await console.review();
  await expect(console.button("Cancel")).toBeFocused();
  expect(await reader.heard()).toEqual(["Review changes to billing-batch, dialog", "Cancel, button"]);

  await console.save("billing-batch", "billing");
  await expect(console.field("Type billing-batch to confirm")).toBeFocused();
  expect(await reader.heard()).toEqual(["Type billing-batch to confirm, textbox, invalid true (The name does not match)"]);

  await console.button("Cancel").click();
  await expect(console.dialog("billing-batch")).toHaveCount(0);
  expect(await reader.heard()).toEqual(["Review changes, button"]);
});

test("the question whether to leave is said, and staying gives the focus back (UX-39, UX-53)", async ({ console, page }) => {
  await console.openEdit();
  await console.newPassword.fill("correct horse, new staple");
  const reader = await ScreenReader.of(page);
  await console.link("Cancel").click();
  await expect(console.leaveQuestion).toBeVisible();
  expect(await reader.heard()).toEqual(["Leave without saving?, dialog", "Stay, button"]);
  await console.stay();
  await expect(console.leaveQuestion).toHaveCount(0);
  expect(await reader.heard()).toEqual(["Cancel, link"]);
  await console.link("Cancel").click();
  await reader.heard();
  await console.leave();
  await console.listIsRead();
  expect((await reader.heard())[0]).toBe("Credentials, heading");
});

test("the end of a session: that it is near, that it has come, and the way back into the form (UX-40, UX-41)", async ({ console, page, sandbox }) => {
  await page.clock.install();
  await limitSessions(page, { idleMinutes: 60 });
  await console.open(address.change());
  await console.signInByPassword();
  await expect(console.newPassword).toBeVisible();
  await console.newPassword.fill(password);
  const reader = await ScreenReader.of(page);
  await page.clock.fastForward("58:30");
  await expect(console.button("Dismiss")).toBeVisible();
  expect((await reader.heard()).join()).toMatch(/^Your session ends at \d\d:\d\d:\d\d\. What you typed is kept then, .* Dismiss$/);

  await sandbox.faults({ method: "PATCH", path: "/apinizer/*", fault: refusal(401, "invalid_token", "Token is invalid or expired") });
  await console.pressChange();
  await expect(console.heading("Sign in again to go on")).toBeFocused();
  const heard = await reader.heard();
  expect(heard.slice(0, 2)).toEqual(["Sign in again to go on, region", "Sign in again to go on, heading"]);
  await console.signInByPassword();
  await expect(console.heading("Sign in again to go on")).toHaveCount(0);
  expect(await reader.heard()).toContain("Change password of api-user, heading");
});

test("a wait that the server asks for: until when, and that the same may be sent again (X17a)", async ({ console, page, sandbox }) => {
  await page.clock.install();
  await sandbox.faults({ method: "PUT", path: "/thousandeyes/*", times: 2, fault: limited(8) });
  const visit = new Visit(console, v7);
  await visit.openChange();
  await visit.newValue.fill("new value of a test");
  const reader = await ScreenReader.of(page);
  await visit.pressChange();
  await expect(console.heldBack).toBeVisible();
  const [button, waits] = await reader.heard();
  expect(button).toBe("Changing value…, button, busy");
  expect(waits).toMatch(/^The server takes no more requests for the moment, and nothing was changed\. This is sent at \d\d:\d\d:\d\d\.$/);

  await page.clock.runFor("00:09");
  await console.expectOutcome("rejected");
  expect(await reader.heard()).toContainEqual(expect.stringMatching(/^The server refused the change .* Allowed again in 8 s /));
  // The seconds are not said, the button is.
  await page.clock.runFor("00:04");
  expect(await reader.heard()).toEqual([]);
  await page.clock.runFor("00:05");
  await expect(console.button("Send the same value again")).toBeVisible();
  expect(await reader.heard()).toContainEqual(expect.stringMatching(/^The server refused the change .* Send the same value again /));
});

test("another language: the choice keeps the focus and has its new name; one that does not come is told", async ({ console, guard, page }) => {
  guard.expect(/^console: rekey: language-unreachable/);
  guard.expectNote(/Failed to load resource/);
  await console.openList();
  await console.listIsRead();
  const choice = page.getByRole("combobox", { name: "Language" });
  await choice.focus();
  const reader = await ScreenReader.of(page);
  await page.route("**/assets/rekey-tr-*.json", (route) => route.abort());
  await choice.selectOption("tr");
  await expect(console.heading("Türkçe could not be loaded")).toBeVisible();
  expect(await reader.heard()).toEqual(["Türkçe could not be loaded Rekey goes on in English. Check the network. Try again"]);
  await choice.selectOption("zh");
  await expect(page.getByRole("combobox", { name: "语言" })).toBeFocused();
  expect((await reader.heard())[0]).toBe("语言, combobox");
});

test("the entries of a list: what is added, what is removed", async ({ console, page }) => {
  await console.openEdit();
  await console.field("Allowed addresses").focus();
  const reader = await ScreenReader.of(page);
  await console.field("Allowed addresses").fill("10.1.0.0/16 10.2.0.0/16");
  await page.keyboard.press("Enter");
  expect(await reader.heard()).toContain("10.1.0.0/16, 10.2.0.0/16 added");
  await console.button("Remove 10.1.0.0/16").click();
  expect(await reader.heard()).toContain("10.1.0.0/16 removed");
  await expect(console.field("Allowed addresses")).toBeFocused();
});

test("a refresh: that it goes on, and that it is over", async ({ console, page }) => {
  await console.openList();
  await console.listIsRead();
  const reader = await ScreenReader.of(page);
  const read = await hold(page, lists);
  await console.button("Refresh", "credentials").click();
  await expect(console.text("Reading credentials…")).toBeVisible();
  expect(await reader.heard()).toContain("Reading credentials…");
  read();
  await expect(page.getByText("7 credentials")).toBeVisible();
  expect(await reader.heard()).toContain("7 credentials");
});

test("a value that is asked for and left out again: the focus goes along (UX-53)", async ({ console }) => {
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await visit.also.click();
  await expect(visit.newValue).toBeFocused();
  await console.button("Leave the value out").click();
  await expect(visit.also).toBeFocused();
});
