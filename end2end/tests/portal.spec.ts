import { startServer } from "../support/server.ts";
import { closedOrigin } from "../support/connection.ts";
import type { Console } from "../support/console.ts";
import { expect, test } from "../support/portal-test.ts";
import { demo } from "../support/sandbox.ts";
import { newSecret } from "../support/scanner/canaries.ts";

// The console as an element of a portal on another origin, with a policy and Trusted Types of its own (E-06, E-07).

/** Opens the page of the portal that shows the console. */
async function openConsole(console: Console, origin: string, kind: string) {
  await console.page.goto(`${origin}/${kind}/`);
  await console.page.getByRole("link", { name: "API access", exact: true }).click();
}

for (const kind of ["plain", "react", "vue"]) {
  test(`a portal in ${kind}: signs in by its token, changes a password, hears the outcome, and leaves nothing behind`, { tag: "@firefox" }, async ({ console, page, portal, sandbox, scan }) => {
    await openConsole(console, portal.origin, kind);
    await expect(console.signOut).toBeVisible();
    expect(portal.asked).toEqual([{ connection: "gateway", reason: "needed" }]);
    await console.link("retail").click();
    await console.link("Change password of api-user").click();
    await console.newPassword.fill(newSecret);
    await scan.step("typed", { field: "secret" });
    await console.pressChange();
    await console.expectOutcome("saved");
    expect(await sandbox.gateways(demo.username, newSecret)).toEqual([200, 200, 200]);
    const activity = page.getByRole("region", { name: "Activity" }).getByRole("listitem");
    await expect(activity).toHaveText([/of api-user \(gateway\): saved$/]);
    await scan.step("saved");
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await expect(page.locator("rekey-console")).toHaveCount(0);
    await scan.end("taken out of the page");
    // Its address is the portal's own affair.
    expect(page.url()).toBe(`${portal.origin}/${kind}/#/`);
    await page.getByRole("link", { name: "API access", exact: true }).click();
    await expect(console.signOut).toBeVisible();
    expect(portal.asked).toHaveLength(2);
  });
}

test("a portal without a token leaves the sign-in to the console; one whose token is refused is asked once more", async ({ console, portal }) => {
  portal.tokens = [null];
  await openConsole(console, portal.origin, "plain");
  await expect(console.accessToken).toBeVisible();
  portal.tokens = ["not-a-token"];
  await console.page.reload();
  await console.link("retail").click();
  await expect(console.signOut).toBeVisible();
  expect(portal.asked.map(({ reason }) => reason)).toEqual(["needed", "needed", "refused"]);
});

test("colours follow the portal", async ({ console, page, portal }) => {
  for (const kind of ["plain", "react", "vue"]) {
    await openConsole(console, portal.origin, kind);
    const element = page.locator("rekey-console");
    await expect(element).toHaveAttribute("theme", "light");
    await page.getByRole("button", { name: "Dark", exact: true }).click();
    await expect(element).toHaveAttribute("theme", "dark");
  }
});

test.describe("under a policy that lacks something, the element says what (E-07)", () => {
  test("'wasm-unsafe-eval'", async ({ console, guard, page, portal }) => {
    guard.expect(/^console: rekey: module-blocked/, /^policy: /);
    portal.policy = (directives) => ({ ...directives, "script-src": `'self' ${portal.console}` });
    await openConsole(console, portal.origin, "plain");
    await expect(page.getByRole("alert")).toContainText("It has to allow 'wasm-unsafe-eval' in script-src.");
  });

  test("the console's files", async ({ console, guard, page, portal }) => {
    guard.expect(/^console: rekey: files-blocked/, /^policy: connect-src refused/, /Content Security Policy/);
    portal.policy = (directives) => ({ ...directives, "connect-src": "'self'" });
    await openConsole(console, portal.origin, "plain");
    await expect(page.getByRole("alert")).toContainText(`It has to allow ${portal.console} in connect-src.`);
  });

  test("the API", async ({ console, guard, portal }) => {
    guard.expect(/^policy: connect-src refused/, /Content Security Policy/);
    portal.api = await closedOrigin();
    portal.tokens = [null];
    portal.policy = (directives) => ({ ...directives, "connect-src": `'self' ${portal.console}` });
    await openConsole(console, portal.origin, "plain");
    await expect(console.page.getByRole("status").filter({ hasText: "own policy blocks" })).toContainText(/connect-src/);
  });
});

test("an API on a further origin is called by the portal's page", async ({ console, guard, portal }) => {
  const other = await startServer("apinizer", { callers: portal.origin });
  guard.allow(new URL(other.origin).host);
  portal.api = other.origin;
  await openConsole(console, portal.origin, "react");
  await expect(console.link("retail")).toBeVisible();
  await other.stop();
});
