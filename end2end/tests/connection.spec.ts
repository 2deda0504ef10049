import type { Page } from "@playwright/test";
import { ConnectionCheck, restrict } from "../support/connection.ts";
import { address, type Console } from "../support/console.ts";
import type { Guard } from "../support/guard.ts";
import { Sandbox } from "../support/sandbox.ts";
import { type Server, startServer } from "../support/server.ts";
import { expect, test as base } from "../support/test.ts";

const secret = "correct horse, new staple";
const unknown = "The change may or may not have been made";
const unsent = "Then the change was probably not sent.";

/** The API is on another origin, which calls the page's own one by CORS and can be taken away in the middle of a test. */
const test = base.extend<{ api: Server; far: Sandbox }>({
  api: async ({ guard, page, sandbox }, use) => {
    const api = await startServer("apinizer", { callers: sandbox.origin });
    guard.allow(new URL(api.origin).host);
    await configure(page, api.origin);
    await use(api);
    await api.stop();
  },

  far: async ({ api }, use) => use(new Sandbox(api.origin)),
});

async function configure(page: Page, origin: string) {
  const connection = { id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: `${origin}/apinizer` };
  await page.route("**/config.json", (route) => route.fulfill({ json: { connections: [connection] } }));
}

/** A change of the password that only has to be sent. */
async function fillPassword(console: Console) {
  await console.openChange();
  await console.newPassword.fill(secret);
  // The look that spares the comparing read has come.
  await console.page.waitForLoadState("networkidle");
  return () => console.pressChange();
}

/** An edit that only has to be sent. */
async function fillEdit(console: Console) {
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(secret);
  await console.review();
  await console.page.waitForLoadState("networkidle");
  return () => console.save();
}

/** What was typed is still there, and one can look again. */
async function expectKept(console: Console) {
  await expect(console.newPassword).toHaveValue(secret);
  await expect(console.result.getByRole("button", { name: "Check the connection" })).toBeVisible();
}

test.describe("the server goes down", () => {
  test("X01-list: the last list stays and is marked as old, and who cannot be reached is named", async ({ api, console, page }) => {
    await console.openList();
    await console.listIsRead();
    await api.stop();
    await console.button("Refresh", "credentials").click();
    await expect(page.getByRole("main")).toContainText(`Cannot reach ${api.origin}.`, { timeout: 15_000 });
    await expect(console.text("The last refresh did not work. This is the list as it was read before.")).toBeVisible();
    await console.listIsRead();
    await expect(console.button("Try again")).toBeVisible();
  });

  for (const [name, fill] of [
    ["X01-edit: the outcome is unknown, and that it was probably not sent is said", fillEdit],
    ["X01-pw: the outcome is unknown, and that it was probably not sent is said", fillPassword],
  ] as const) {
    test(name, async ({ api, console }) => {
      const send = await fill(console);
      await api.stop();
      await send();
      await console.expectOutcome("unknown");
      await expect(console.result).toContainText(unknown);
      await expect(console.result).toContainText(`Cannot reach ${api.origin}.`);
      await expect(console.result).toContainText(unsent);
      await expectKept(console);
    });
  }
});

test("X02-list: a certificate that is none is among what is said of a server that cannot be reached", async ({ console, far, page }) => {
  // Nothing there speaks TLS, so no certificate can be shown.
  await configure(page, far.origin.replace("http:", "https:"));
  await console.open(address.list());
  await console.signIn();
  await expect(page.getByRole("main")).toContainText("its name or certificate is wrong", { timeout: 15_000 });
});

test.describe("the server does not allow the page (CORS)", () => {
  test("X03-list: it is said to be up, with the header that it has to send", async ({ console, guard, page, server }) => {
    guard.expect(/blocked by CORS policy/);
    const strict = await startServer("apinizer");
    guard.allow(new URL(strict.origin).host);
    await configure(page, strict.origin);
    await console.open(address.list());
    await console.signIn();
    await expect(page.getByRole("main")).toContainText("The server is up but most likely does not allow this page (CORS).", { timeout: 15_000 });
    const check = new ConnectionCheck(console);
    await check.button.click();
    await expect(check.remedy).toContainText(`Access-Control-Allow-Origin: ${server.origin}`);
    await strict.stop();
  });

  for (const [name, fill] of [
    ["X03-edit, X43-edit: a preflight that is refused leaves the outcome unknown", fillEdit],
    ["X03-pw, X43-pw: a preflight that is refused leaves the outcome unknown", fillPassword],
  ] as const) {
    test(name, async ({ console, far, guard, page }) => {
      guard.expect(/blocked by CORS policy/);
      const send = await fill(console);
      // While Playwright stands in the way, it answers the preflights itself.
      await page.unrouteAll();
      await far.faults({ method: "OPTIONS", path: "/apinizer/*", times: 100, fault: { kind: "respond", status: 403 } });
      await send();
      await console.expectOutcome("unknown");
      await expect(console.result).toContainText("does not allow this page to send the headers Authorization and Content-Type");
      await expect(console.result).toContainText(unsent);
      await expectKept(console);
      expect(await far.writes()).toEqual([]);
    });
  }
});

test.describe("the page's own policy blocks the server", () => {
  const blocked = (guard: Guard) => guard.expect(/^policy: connect-src refused/, /Content Security Policy/);
  const words = (origin: string) => `This page's own policy blocks ${origin}. The operator has to add it to connect-src.`;

  test("X04-list: the policy is named, and nothing is sent", async ({ api, console, far, guard, page }) => {
    blocked(guard);
    await console.open(address.list());
    await expect(console.accessToken).toBeVisible();
    await restrict(page);
    await console.signIn();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(words(api.origin));
    expect((await far.log()).filter(({ method }) => method === "GET")).toEqual([]);
  });

  for (const [name, fill] of [
    ["X04-edit: nothing was sent, and that is certain", fillEdit],
    ["X04-pw: nothing was sent, and that is certain", fillPassword],
  ] as const) {
    test(name, async ({ api, console, far, guard, page }) => {
      blocked(guard);
      const send = await fill(console);
      await restrict(page);
      await send();
      await console.expectOutcome("not-sent");
      await expect(console.result).toContainText(words(api.origin));
      await expectKept(console);
      expect(await far.writes()).toEqual([]);
    });
  }
});
