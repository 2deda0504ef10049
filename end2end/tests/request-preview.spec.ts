import { expectAccessible } from "../support/access.ts";
import { runInBash } from "../support/command.ts";
import { RequestFold } from "../support/request-fold.ts";
import { demo } from "../support/sandbox.ts";
import { v6WithBasic, v7, zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { traces } from "../support/traces.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

/** Blanks at both ends, and what JSON, curl and shells treat in a special way. */
const typed = ` canary "an" <alle>\\ & $HOME \`x\` !! 'é' 鍵🔑\t% `;
const token = "[Access token]";
const secret = "[New password]";
const value = "[New value]";

test("a change shows the request that is then sent, and neither token nor password", async ({ console, guard, page, sandbox }) => {
  await console.openChange();
  const fold = new RequestFold(page);
  await fold.open();
  await console.newPassword.fill(typed);
  for (const shell of ["PowerShell", "bash and curl"] as const) {
    await fold.choose(shell);
    for (const hidden of [demo.token, typed.trim()]) expect(await traces(page, guard, hidden), shell).toEqual([]);
  }
  const shown = await fold.request.innerText();
  await console.pressChange();
  await console.expectOutcome("saved");
  await expect(fold.fold).toBeHidden();

  await console.link("Back to credentials").click();
  await console.link("Change password of api-user").click();
  await fold.open();
  expect(await fold.request.innerText()).toBe(shown);
  await fold.expectToShow(sandbox.origin, (await sandbox.writes())[0], { authorization: token, secret });
});

test("the copied bash command changes the password", async ({ console, page, sandbox }) => {
  await console.openChange();
  const fold = new RequestFold(page);
  await fold.open();
  const command = await fold.copied();
  expect(await runInBash(command, [demo.token, typed])).toMatch(/^HTTP\/1\.1 200 /);
  expect(await sandbox.gateways(demo.username, typed)).toEqual([200, 200, 200]);
  expect(await sandbox.gateways(demo.username, demo.oldPassword)).toEqual([401, 401, 401]);
  await fold.expectToShow(sandbox.origin, (await sandbox.writes())[0], { authorization: token, secret });
});

test("the command of an edit sends every detail as it was typed, and the password", async ({ console, page, sandbox }) => {
  const description = `it's "50 %" \\ !! $(x) \u202e鍵`;
  await console.openEdit();
  await console.field("Description").fill(description);
  await console.newPassword.fill(typed);
  await console.review();
  const fold = new RequestFold(page, console.dialog());
  await fold.open();
  await expect(fold.request).toContainText("\\u202e");
  expect(await runInBash(await fold.copied(), [demo.token, typed])).toMatch(/^HTTP\/1\.1 200 /);
  expect(await sandbox.credential()).toMatchObject({ description });
  expect(await sandbox.gateways(demo.username, typed)).toEqual([200, 200, 200]);
  const [write] = await sandbox.writes();
  expect(write?.method).toBe("PUT");
  await fold.expectToShow(sandbox.origin, write, { authorization: token, secret });
});

test("a choice in the review is no consent: Enter there sends nothing", async ({ console, page, sandbox }) => {
  await console.openEdit();
  await console.newPassword.fill(typed);
  await console.review();
  const fold = new RequestFold(page, console.dialog());
  await fold.open();
  await fold.choose("PowerShell");
  await page.keyboard.press("Enter");
  await expect(fold.command).toContainText("Invoke-WebRequest");
  await expect(console.dialog()).toBeVisible();
  expect(await sandbox.writes()).toEqual([]);
});

test("v6 with Basic: the command asks for the e-mail address and the token", async ({ console, page, sandbox }) => {
  const visit = new Visit(console, v6WithBasic);
  await visit.openChange();
  const fold = new RequestFold(page);
  await fold.open();
  const { "E-mail": email = "", "API token": apiToken = "" } = v6WithBasic.signIn.fields;
  expect(await runInBash(await fold.copied(), [email, apiToken, typed])).toMatch(/^HTTP\/1\.1 200 /);
  expect(await sandbox.vault(v6WithBasic.vault, v6WithBasic.record.id, typed)).toBe(200);
  const [write] = await sandbox.writes();
  expect(write).toMatchObject({ ...v6WithBasic.write, headers: { authorization: v6WithBasic.authorization } });
  await fold.expectToShow(sandbox.origin, write, { authorization: "[E-mail:API token]", secret: value });
});

test("v7: the command of a rename asks for the token alone", async ({ console, page, sandbox }) => {
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await console.field("Name").fill("Kasse's login");
  await console.review();
  const fold = new RequestFold(page, visit.review);
  await fold.open();
  expect(await runInBash(await fold.copied(), [demo.token])).toMatch(/^HTTP\/1\.1 200 /);
  expect(await sandbox.read(v7.read)).toMatchObject({ name: "Kasse's login" });
  const [write] = await sandbox.writes();
  expect(write).toMatchObject(v7.write);
  await fold.expectToShow(sandbox.origin, write, { authorization: token });
});

test("ZStack: a value of several lines is typed until Ctrl-D", async ({ console, page, sandbox }) => {
  const lines = `-----BEGIN KEY-----\n ${typed}\n\n-----END KEY-----\n`;
  const visit = new Visit(console, zstack);
  await visit.openEdit();
  await visit.also.click();
  await console.severalLines.check();
  await visit.newValue.fill(lines);
  await console.review();
  const fold = new RequestFold(page, visit.review);
  await fold.open();
  await expect(fold.command).toContainText("New value, then Ctrl-D");
  expect(await runInBash(await fold.copied(), [demo.token, `${lines}\u0004`])).toMatch(/^HTTP\/1\.1 200 /);
  expect(await sandbox.vault(zstack.vault, zstack.record.id, lines)).toBe(200);
  const [write] = await sandbox.writes();
  expect(write).toMatchObject(zstack.write);
  await fold.expectToShow(sandbox.origin, write, { authorization: token, secret: value });
});

test("a command that could not be copied is said to be selected by hand", async ({ console, page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
    document.execCommand = () => false;
  });
  await console.openChange();
  const fold = new RequestFold(page);
  await fold.open();
  await fold.copy.click();
  await expect(fold.fold.getByRole("status")).toHaveText("Copying did not work. Select the text and copy it by hand.");
  await fold.command.click();
  expect(await page.evaluate(() => String(getSelection()))).toContain("--data-binary @-");
});

test("the open fold is accessible on the page", async ({ console, page }) => {
  await console.openChange();
  await new RequestFold(page).open();
  await expectAccessible(page);
});

test("the open fold is accessible in the review", async ({ console, page }) => {
  await console.openEdit();
  await console.newPassword.fill(typed);
  await console.review();
  await new RequestFold(page, console.dialog()).open();
  await expectAccessible(page);
});

test.describe("behind a proxy that signs", () => {
  test.use({
    configuration: {
      connections: [{ id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: "/apinizer", auth: "proxy", projects: ["retail"] }],
    },
  });

  test("the request has no Authorization, and the command asks for no token", async ({ console, page }) => {
    await page.route("**/apinizer/**", (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${demo.token}` } }),
    );
    await console.open("#/gateway/projects/retail/credentials/api-user/password");
    await expect(console.newPassword).toBeVisible();
    const fold = new RequestFold(page);
    await fold.open();
    await expect(fold.request).not.toContainText("Authorization");
    for (const shell of ["PowerShell", "bash and curl"] as const) {
      await fold.choose(shell);
      await expect(fold.command).toContainText("New password");
      await expect(fold.command).not.toContainText(/token/i);
    }
  });
});
