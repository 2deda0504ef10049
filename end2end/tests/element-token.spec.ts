import { answer, refusal } from "../support/faults.ts";
import { limitSessions } from "../support/limits.ts";
import { digest, demo } from "../support/sandbox.ts";
import { element, HostPage, withoutTypes } from "../support/host-page.ts";
import { expect, test } from "../support/test.ts";

const secret = "correct horse, new staple";
const list = "gateway/projects/retail";
const change = `${list}/credentials/api-user/password`;
const edit = `${list}/credentials/api-user/edit`;
const waiting = "Waiting for the portal to sign you in.";
const inVain = "The portal gave no token. Sign in here, or let it try again.";
const needed = { connection: "gateway", reason: "needed" };
const refused = { connection: "gateway", reason: "refused" };
const expired = refusal(401, "unauthorized_client", "Token was expired!");
test.use({ systems: "all" });

/** Another token of the same rights. */
const other = "rekey-nodeploy-token";

/** Lets time pass while somebody uses the console now and then; what happens around it is no use of it. */
async function useFor({ page }: HostPage, minutes: number) {
  for (let left = minutes; left > 0; left -= 9) {
    await page.getByRole("heading", { name: "Credentials", exact: true }).hover({ position: { x: left, y: 5 } });
    await page.clock.runFor(Math.min(left, 9) * 60_000);
  }
}

const again = (portal: HostPage) => portal.page.getByRole("button", { name: "Sign in again", exact: true });

test.describe("a host that gives tokens (UX-40, E-08)", () => {
  test("is asked when one is needed; there is no form meanwhile, and then the page that was wanted", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`) });
    let release = () => {};
    await page.route("**/portal/token", async (route) => {
      await new Promise<void>((resolve) => (release = resolve));
      await route.fulfill({ contentType: "text/plain", body: demo.token });
    });
    await portal.element((element) => {
      element.getToken = async (connection, { reason }) => {
        asked.push({ connection, reason });
        return (await fetch("/portal/token")).text();
      };
    });
    await expect(page.getByRole("status").filter({ hasText: waiting })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Access token" })).toHaveCount(0);
    await expect.poll(() => portal.asked()).toEqual([needed]);
    release();
    await console.listIsRead();
    const [row] = await sandbox.log();
    expect(row?.headers.authorization).toEqual({ scheme: "Bearer", sha256: digest(demo.token) });
    expect(await portal.asked()).toEqual([needed]);
  });

  test("may say so before the element is defined", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`), script: "", policy: withoutTypes });
    await portal.givesToken(demo.token);
    await page.addScriptTag({ url: "/rekey-console.js", type: "module" });
    await console.listIsRead();
    expect(await portal.asked()).toEqual([needed]);
  });

  test("is asked for each connection when that is opened, and not before", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open();
    await portal.givesToken(demo.token);
    await console.tab("Cloud").click();
    await expect(console.signOut).toBeVisible();
    await console.tab("API gateway").click();
    await expect(console.link("retail")).toBeVisible();
    expect(await portal.asked()).toEqual([{ connection: "cloud", reason: "needed" }, needed]);
  });

  test("another function in its place is used from then on, and asks nothing by itself", async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`) });
    await portal.givesToken(demo.token);
    await console.listIsRead();
    await portal.answers("null");
    await sandbox.faults({ method: "GET", path: "/apinizer/apiops/projects/*", fault: expired });
    await console.button("Refresh credentials").click();
    await expect(page.getByText("the portal gave no other one")).toBeVisible();
    expect(await portal.asked()).toEqual([needed, refused]);
    await console.signIn();
    await console.listIsRead();
  });
});

test.describe("a token that the server refuses", () => {
  test("of a list: the host is asked once more, and the list is read again", async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`) });
    await portal.givesToken(demo.token);
    await console.listIsRead();
    await portal.givesToken(other);
    await sandbox.revokeToken(demo.token);
    await console.button("Refresh credentials").click();
    await expect.poll(() => portal.asked()).toEqual([needed, refused]);
    await console.listIsRead();
    await expect.poll(async () => (await sandbox.log()).at(-1)?.answered).toBe(200);
    expect((await sandbox.log()).at(-1)?.headers.authorization?.sha256).toBe(digest(other));
  });

  test("as often as one that was accepted ends, and what is not saved is kept", async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${edit}"`) });
    await portal.givesToken(demo.token);
    await console.field("Full name").fill("Order service");
    await console.link("Cancel").click();
    await console.listIsRead();
    for (const questions of [[needed, refused], [needed, refused, refused]]) {
      await sandbox.faults({ method: "GET", path: "/apinizer/apiops/projects/*", fault: expired });
      await console.button("Refresh credentials").click();
      await expect.poll(() => portal.asked()).toEqual(questions);
      await expect.poll(async () => (await sandbox.log()).at(-1)?.answered).toBe(200);
      await console.listIsRead();
    }
    await console.link("Edit", "api-user").click();
    await expect(console.field("Full name")).toHaveValue("Order service");
  });

  test("twice in a row: the form, with the server's words", async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await sandbox.everyRead(expired);
    await portal.open({ elements: element(`page="${list}"`) });
    await portal.givesToken(demo.token);
    await expect(page.getByText("Token was expired!")).toBeVisible();
    await expect(console.accessToken).toBeVisible();
    expect(await portal.asked()).toEqual([needed, refused]);
  });

  test("of a change: nothing is sent by itself, what was typed stays, and the admin presses again (F-09)", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${change}"`) });
    await portal.givesToken(demo.token);
    await console.newPassword.fill(secret);
    await page.waitForLoadState("networkidle");
    await sandbox.faults({ method: "PATCH", path: "/apinizer/*", fault: expired });
    await console.pressChange();
    await expect.poll(() => portal.asked()).toEqual([needed, refused]);
    await console.expectOutcome("rejected");
    await expect(page.getByRole("heading", { name: "Sign in again to go on" })).toBeHidden();
    await expect(console.newPassword).toHaveValue(secret);
    expect(await sandbox.writes()).toHaveLength(1);
    await console.pressChange();
    await console.expectOutcome("saved");
    expect(await sandbox.writes()).toHaveLength(2);
    expect(await sandbox.gateways(demo.username, secret)).toEqual([200, 200, 200]);
  });

  test("of a change, and the host gives no other one: the form in place, and a way to ask again", async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${change}"`) });
    await portal.givesToken(demo.token);
    await console.newPassword.fill(secret);
    await page.waitForLoadState("networkidle");
    await sandbox.faults({ method: "PATCH", path: "/apinizer/*", fault: expired });
    await portal.answers("null");
    await console.pressChange();
    await expect(page.getByText("the portal gave no other one")).toBeVisible();
    await expect(console.accessToken).toBeVisible();
    await portal.givesToken(demo.token);
    await console.button("Try again").click();
    await expect(page.getByRole("heading", { name: "Sign in again to go on" })).toBeHidden();
    await expect(console.newPassword).toHaveValue(secret);
    await console.pressChange();
    await console.expectOutcome("saved");
  });
});

test.describe("a host that gives no token: the form, which says so", () => {
  for (const what of ["null", "nothing", "an empty text", "a refusal", "an error", "a number", "a text that is no token"] as const) {
    test(`it gives ${what}`, async ({ console, page }) => {
      const portal = new HostPage(page);
      await portal.open({ elements: element(`page="${list}"`) });
      await expect(console.signInButton).toBeVisible();
      await portal.answers(what);
      await expect(page.getByRole("alert").filter({ hasText: inVain })).toBeVisible();
      await console.signIn();
      await console.listIsRead();
      expect(await portal.asked()).toEqual([needed]);
      expect(await portal.details("rekey-error")).toEqual([]);
    });
  }

  test("it says nothing for half a minute, and a late answer is none", async ({ console, page, sandbox }) => {
    await page.clock.install();
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`) });
    await expect(console.signInButton).toBeVisible();
    await portal.element((element, token) => {
      element.getToken = () => new Promise((resolve) => Object.assign(globalThis, { late: () => resolve(token) }));
    }, demo.token);
    await expect(page.getByText(waiting)).toBeVisible();
    await page.clock.runFor(29_000);
    await expect(page.getByText(waiting)).toBeVisible();
    await page.clock.runFor(2_000);
    await expect(page.getByText(inVain)).toBeVisible();
    await page.evaluate(() => (globalThis as unknown as { late: () => void }).late());
    await page.clock.runFor(1_000);
    await expect(console.accessToken).toBeVisible();
    expect(await sandbox.log()).toEqual([]);
  });
});

test.describe("the end of a session is not undone", () => {
  test("after a sign-out the host is asked when somebody says so, and not before", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`) });
    await portal.givesToken(demo.token);
    await console.listIsRead();
    await console.signOut.click();
    await expect(again(portal)).toBeVisible();
    await expect(console.accessToken).toHaveCount(0);
    await page.waitForLoadState("networkidle");
    expect(await portal.asked()).toEqual([needed]);
    await again(portal).click();
    await console.listIsRead();
    expect(await portal.asked()).toEqual([needed, needed]);
  });

  test("signOut while a token is awaited: it comes too late", async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`) });
    await expect(console.signInButton).toBeVisible();
    await portal.element((element, token) => {
      element.getToken = () => new Promise((resolve) => Object.assign(globalThis, { late: () => resolve(token) }));
    }, demo.token);
    await expect(page.getByText(waiting)).toBeVisible();
    await portal.element((element) => element.signOut());
    await expect(again(portal)).toBeVisible();
    await page.evaluate(() => (globalThis as unknown as { late: () => void }).late());
    await page.waitForLoadState("networkidle");
    await expect(again(portal)).toBeVisible();
    expect(await sandbox.log()).toEqual([]);
  });

  test("after ten minutes without use there is a button, and the same token brings the changes back (S-14)", async ({ console, page }) => {
    await page.clock.install();
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${edit}"`) });
    await portal.givesToken(demo.token);
    await console.field("Full name").fill("Order service");
    await page.clock.runFor(10.1 * 60_000);
    await expect(page.getByText("Nobody used this page for 10 min.")).toBeVisible();
    expect(await portal.asked()).toEqual([needed]);
    await again(portal).click();
    await page.clock.runFor(1_000);
    await expect(console.field("Full name")).toHaveValue("Order service");
  });

  test("another token of the host makes no session longer (S-14)", async ({ console, page, sandbox }) => {
    await page.clock.install();
    await limitSessions(page, { lifetimeHours: 1 });
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`) });
    await portal.givesToken(demo.token);
    await console.listIsRead();
    await useFor(portal, 45);
    await sandbox.faults({ method: "GET", path: "/apinizer/apiops/projects/*", fault: expired });
    await console.button("Refresh credentials").click();
    await page.clock.runFor(1_000);
    await expect.poll(() => portal.asked()).toEqual([needed, refused]);
    await console.listIsRead();
    await useFor(portal, 16);
    await expect(page.getByText("A session lasts at most 1 h.")).toBeVisible();
    expect(await portal.asked()).toEqual([needed, refused]);
  });
});

test("a proxy that signs needs no host that does", async ({ console, page }) => {
  const portal = new HostPage(page);
  await portal.open({ script: "", policy: withoutTypes });
  await portal.element((element) => {
    element.config = { connections: [{ id: "gateway", kind: "apinizer", baseUrl: "/apinizer", auth: "proxy" }] };
  });
  await portal.answers("null");
  await page.route("**/apinizer/**", (route) => route.fulfill({ json: answer(200, {}).body }));
  await page.addScriptTag({ url: "/rekey-console.js", type: "module" });
  await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await portal.asked()).toEqual([]);
  await expect(console.signOut).toHaveCount(0);
});
