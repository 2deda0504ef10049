import { demo } from "../support/sandbox.ts";
import { canaries, granted, newSecret } from "../support/scanner/canaries.ts";
import { expect, test } from "../support/scanner/test.ts";
import { v6WithBasic, v7, zstack } from "../support/systems.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

// The ways to sign in, and the systems that keep secrets for others, with the scanner after each step (S-01, S-02, S-13).

test("a user name and a password, and the token that they are exchanged for", async ({ console, page, scan }) => {
  const answered = page.waitForResponse("**/auth/token");
  await console.open("#/gateway");
  await console.radio("User name and password").check();
  await console.field("User name").fill(demo.userName);
  await console.field("Password").fill(demo.password);
  await scan.step("typed", { field: "sign-in-secret" });
  await console.signInButton.click();
  const { access_token: token } = await (await answered).json();
  scan.look(granted(token));
  await expect(console.heading("Projects")).toBeVisible();
  await scan.step("signed in");
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("an e-mail address and an API token", async ({ console, scan }) => {
  const visit = new Visit(console, v6WithBasic);
  await console.open(v6WithBasic.list);
  await console.radio("E-mail and API token").check();
  await console.field("E-mail").fill("admin@example.com");
  await console.field("API token").fill(canaries.apiToken.secret);
  await scan.step("typed", { field: "sign-in-secret" });
  await console.signInButton.click();
  await visit.listIsRead();
  await scan.step("signed in");
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("a token that the server refuses", async ({ console, sandbox, scan }) => {
  await sandbox.revokeToken(demo.token);
  await console.open("#/gateway");
  await console.signIn();
  await expect(console.page.getByText("The token may be wrong or no longer valid")).toBeVisible();
  await scan.end("refused");
});

test("a value of ThousandEyes: edited, reviewed, saved (T6)", async ({ console, scan }) => {
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await visit.also.click();
  await visit.newValue.fill(newSecret);
  await console.field("Name").fill("Renamed");
  await scan.step("typed", { field: "secret" });
  await console.review();
  await expect(visit.review).toBeVisible();
  await scan.step("the review is open", { field: "secret" });
  await visit.save();
  await console.expectOutcome("saved");
  await scan.step("saved");
  await console.link("Back to credentials").click();
  await expect(console.heading("Credentials")).toBeVisible();
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});

test("a value of several lines of ZStack, pasted (Z15)", async ({ console, context, page, scan }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const visit = new Visit(console, zstack);
  await visit.openChange();
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${newSecret}\r\n${newSecret}\r\n`);
  await visit.newValue.focus();
  await page.keyboard.press("Control+V");
  await expect(console.severalLines).toBeChecked();
  await scan.step("pasted", { field: "secret" });
  await visit.pressChange();
  await console.expectOutcome("saved");
  await scan.step("saved");
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  await scan.end("signed out");
});
