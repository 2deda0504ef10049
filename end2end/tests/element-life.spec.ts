import type { Page } from "@playwright/test";
import type { Console } from "../support/console.ts";
import { hold } from "../support/hold.ts";
import { element, HostPage, type RekeyConsole } from "../support/host-page.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const secret = "correct horse, new staple";
const list = "gateway/projects/retail";
const change = `${list}/credentials/api-user/password`;

/** A portal whose element shows the form with a secret in it, and has read all that it needs. */
async function withSecret(page: Page, console: Console) {
  const portal = new HostPage(page);
  await portal.open({ elements: element(`page="${change}"`) });
  await console.signIn();
  await console.newPassword.fill(secret);
  await page.waitForLoadState("networkidle");
  return portal;
}

/** Hears what an element tells when it is out of the page: only it itself is told then. */
const listenTo = (element: RekeyConsole) => {
  Object.assign(globalThis, { taken: element });
  for (const name of ["rekey-outcome", "rekey-dirty", "rekey-navigate", "rekey-error"]) {
    element.addEventListener(name, ({ type, detail }: Event & { detail?: Record<string, unknown> }) => {
      if (!element.isConnected) told.push({ name: type, detail: detail ?? {}, from: "taken away", isFrozen: Object.isFrozen(detail) });
    });
  }
};

const takenAway = (page: Page) => page.evaluate(() => told.filter(({ from }) => from === "taken away").map(({ name, detail }) => ({ name, detail })));
const about = { operation: "password", connection: "gateway", scope: demo.project, credential: demo.username };

test.describe("an element that is taken out of the page (E-06)", () => {
  test("ends its sessions, and put back in it starts afresh", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`) });
    await console.signIn();
    await console.listIsRead();
    await portal.element((element) => {
      const parent = element.parentElement;
      element.remove();
      parent?.append(element);
    });
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
    await expect.poll(() => portal.details("rekey-ready")).toHaveLength(2);
    await console.signIn();
    await console.listIsRead();
  });

  test("before it has started: nothing is mounted, and nothing is asked", async ({ guard, page, sandbox }) => {
    const portal = new HostPage(page);
    const release = await hold(page, "**/assets/*.wasm");
    await portal.open({ elements: element('connection="gateway"') });
    await page.waitForFunction(() => customElements.get("rekey-console") !== undefined);
    await portal.element((element) => {
      Object.assign(globalThis, { taken: element });
      element.remove();
    });
    release();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => (globalThis as unknown as { taken: RekeyConsole }).taken.shadowRoot?.childNodes.length)).toBe(0);
    expect(await sandbox.arrived()).toEqual([]);
    expect(await page.evaluate(() => told)).toEqual([]);
    expect(guard.console).toEqual([]);
  });

  test("while a change is on its way: it is told as unknown, once, and then nothing more", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
    const portal = await withSecret(page, console);
    await portal.element(listenTo);
    await sandbox.nextWrite({ kind: "delay-after-apply", milliseconds: 2_000 });
    await console.pressChange();
    await expect.poll(async () => (await sandbox.writes()).length).toBe(1);
    const aborted = page.waitForEvent("requestfailed");
    await portal.element((element) => element.remove());
    await expect.poll(() => takenAway(page)).toEqual([
      { name: "rekey-outcome", detail: { ...about, outcome: "unknown" } },
      { name: "rekey-dirty", detail: { dirty: false } },
    ]);
    await aborted;
    await page.waitForLoadState("networkidle");
    expect(await takenAway(page)).toHaveLength(2);
    expect(await portal.told("rekey-outcome")).toHaveLength(1);
    expect((await sandbox.writes()).length).toBe(1);
  });

  test("in the moment in which a change is shown as saved: that is told, and not a doubt", async ({ console, page }) => {
    const portal = await withSecret(page, console);
    await portal.element(listenTo);
    await portal.element((element) => {
      const root = element.shadowRoot as ShadowRoot;
      const take = () => root.querySelector("[data-outcome]") !== null && element.remove();
      new MutationObserver(take).observe(root, { subtree: true, childList: true });
    });
    await console.pressChange();
    const heard = async () => (await takenAway(page)).map(({ name, detail }) => [name, detail.outcome ?? detail.dirty]);
    await expect.poll(heard).toEqual([["rekey-outcome", "saved"], ["rekey-dirty", false]]);
  });

  test("while a change waits for its comparing read: it is not sent, and told as that (I9)", async ({ console, page, sandbox }) => {
    await page.clock.install();
    const portal = await withSecret(page, console);
    await page.clock.fastForward(6_000);
    await portal.element(listenTo);
    await sandbox.everyRead({ kind: "delay", milliseconds: 2_000 });
    await console.pressChange();
    await expect(page.getByText("Reading the credential from API gateway once more.").first()).toBeVisible();
    await portal.element((element) => element.remove());
    await page.clock.runFor(1_000);
    await expect.poll(async () => (await takenAway(page))[0]).toEqual({ name: "rekey-outcome", detail: { ...about, outcome: "not-sent" } });
    await page.waitForLoadState("networkidle");
    expect(await sandbox.writes()).toEqual([]);
  });

  test("config set while a change is on its way: the same, and a console in its place", async ({ console, page, sandbox }) => {
    const portal = await withSecret(page, console);
    await sandbox.nextWrite({ kind: "delay-after-apply", milliseconds: 2_000 });
    await console.pressChange();
    await expect.poll(async () => (await sandbox.writes()).length).toBe(1);
    await portal.element((element) => {
      element.config = { connections: [{ id: "gateway", label: "Another", kind: "apinizer", baseUrl: "/apinizer" }] };
    });
    await expect(console.heading("Sign in to Another")).toBeVisible();
    await expect.poll(() => portal.details("rekey-outcome")).toEqual([{ ...about, outcome: "unknown" }]);
  });
});

test("an element that is moved as a whole goes on with what was typed", { tag: "@firefox" }, async ({ console, page }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: `<section id="from">${element(`page="${change}"`)}</section><section id="to"></section>` });
  await console.signIn();
  await console.newPassword.fill(secret);
  await portal.element((element) => {
    const to = document.querySelector("#to") as Element & { moveBefore(node: Node, before: Node | null): void };
    to.moveBefore(element, null);
  });
  await expect(page.locator("#to rekey-console")).toBeAttached();
  await expect(console.newPassword).toHaveValue(secret);
  await console.pressChange();
  await console.expectOutcome("saved");
  expect(await portal.told("rekey-ready")).toHaveLength(1);
});

test.describe("two elements on one page", () => {
  const first = (page: Page) => page.locator("#one");
  const second = (page: Page) => page.locator("#two");

  test.beforeEach(async ({ page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${list}"`, "one") + element(`page="${list}"`, "two") });
    await first(page).getByRole("textbox", { name: "Access token" }).fill(demo.token);
    await first(page).getByRole("button", { name: "Sign in" }).click();
    await expect(first(page).getByRole("link", { name: "Edit api-user" })).toBeVisible();
  });

  test("have sessions, pages and events of their own", async ({ page }) => {
    const portal = new HostPage(page);
    await expect(second(page).getByRole("heading", { name: "Sign in to API gateway" })).toBeVisible();
    await second(page).getByRole("textbox", { name: "Access token" }).fill(demo.token);
    await second(page).getByRole("button", { name: "Sign in" }).click();
    await expect(second(page).getByRole("link", { name: "Edit api-user" })).toBeVisible();
    await second(page).getByRole("link", { name: "Edit api-user" }).click();
    await expect(second(page).getByRole("heading", { name: "Edit api-user" })).toBeVisible();
    await expect(first(page).getByRole("heading", { name: "Credentials" })).toBeVisible();
    await expect.poll(async () => (await portal.told("rekey-navigate")).at(-1)).toMatchObject({ from: "two", detail: { page: `${list}/credentials/api-user/edit` } });
    await first(page).getByRole("button", { name: "Sign out" }).click();
    await expect(first(page).getByRole("heading", { name: "Sign in to API gateway" })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(second(page).getByRole("heading", { name: "Edit api-user" })).toBeVisible();
  });

  test("one of them goes, and the other goes on", async ({ page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.element((element) => element.remove(), undefined, "two");
    await first(page).getByRole("link", { name: "Change password of api-user" }).click();
    await first(page).getByRole("textbox", { name: "New password" }).fill(secret);
    await first(page).getByRole("button", { name: "Change password of api-user" }).click();
    await expect(first(page).locator("[data-outcome=saved]")).toBeVisible({ timeout: 15_000 });
    expect(await sandbox.gateways(demo.username, secret)).toEqual([200, 200, 200]);
    expect((await portal.told("rekey-outcome")).map(({ from }) => from)).toEqual(["one"]);
  });

  test("a language that is chosen in one is spoken by both, and takes the focus from neither", async ({ page }) => {
    await first(page).getByRole("combobox", { name: "Language" }).selectOption("tr");
    await expect(second(page).locator("[lang=tr]").first()).toBeAttached();
    await expect(first(page).locator("select").first()).toBeFocused();
  });
});
