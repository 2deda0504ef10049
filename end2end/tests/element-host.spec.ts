import type { Page } from "@playwright/test";
import { element, HostPage } from "../support/host-page.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

// Nothing of a portal changes by the console in it, and nothing is left of it afterwards (E-06).

const secret = "correct horse, new staple";

declare global {
  /** How many listeners each of the page's own targets has, by their kinds. */
  var listeners: Record<string, number>;
}

/** Counts what listens at the window, at the document and at its two elements. */
async function countListeners(page: Page) {
  await page.addInitScript(() => {
    globalThis.listeners = {};
    const known: Record<string, Set<unknown>> = {};
    const nameOf = (target: EventTarget) => {
      if (target === window) return "window";
      if (target === document) return "document";
      return target === document.documentElement || target === document.body ? (target as Element).localName : undefined;
    };
    const count = (target: EventTarget, kind: string, options: unknown, change: (all: Set<unknown>) => void) => {
      const name = nameOf(target);
      if (name === undefined) return;
      const isCapturing = typeof options === "boolean" ? options : Boolean((options as AddEventListenerOptions | undefined)?.capture);
      const place = `${name} ${kind}${isCapturing ? ", capturing" : ""}`;
      const all = (known[place] ??= new Set());
      change(all);
      if (all.size === 0) delete globalThis.listeners[place];
      else globalThis.listeners[place] = all.size;
    };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (kind: string, listener: unknown, options?: unknown) {
      count(this ?? window, kind, options, (all) => all.add(listener));
      return addEventListener.call(this, kind, listener as EventListener, options as AddEventListenerOptions);
    };
    EventTarget.prototype.removeEventListener = function (kind: string, listener: unknown, options?: unknown) {
      count(this ?? window, kind, options, (all) => all.delete(listener));
      return removeEventListener.call(this, kind, listener as EventListener, options as EventListenerOptions);
    };
  });
}

/** All of the page around the console that a script could change. */
const host = (page: Page) =>
  page.evaluate(async () => ({
    title: document.title,
    address: location.href,
    history: history.length,
    state: JSON.stringify(history.state),
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.id,
    globals: Object.keys(window).sort(),
    marks: document.documentElement.getAttributeNames().map((name) => `${name}=${document.documentElement.getAttribute(name)}`),
    body: document.body.getAttributeNames(),
    head: document.head.innerHTML,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    colours: [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).fontFamily],
    storage: [{ ...localStorage }, { ...sessionStorage }, document.cookie, await caches.keys(), (await indexedDB.databases()).length],
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    listeners: { ...listeners },
  }));

/** A browser may scroll to what gets the focus, and later than it has it. */
const focusWithoutScrolling = (page: Page) => page.locator("#search").evaluate((search) => (search as HTMLElement).focus({ preventScroll: true }));

test.beforeEach(({ page }) => countListeners(page));

test("a portal is the same after a sign-in, an edit and a change of a password, and when the element is gone", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: "" });
  // With the first element that the test itself looks at, it begins to listen.
  await page.locator("h1").evaluate(() => {});
  await focusWithoutScrolling(page);
  const before = await host(page);

  await page.evaluate((markup) => {
    const element = document.createElement("rekey-console");
    for (const [, name, value] of markup.matchAll(/ (\w+)="([^"]*)"/g)) element.setAttribute(name ?? "", value ?? "");
    document.querySelector("main")?.append(element);
  }, element('page="gateway/projects/retail"'));
  await expect(console.signInButton).toBeVisible();
  await portal.element((element, token) => void (element.getToken = async () => token), demo.token);
  await console.listIsRead();
  const during = await host(page);
  expect({ ...during, listeners: {} }).toEqual({ ...before, listeners: {} });
  // Nobody has used it: a form that opens takes no focus.
  await portal.element((element) => element.navigate("gateway/projects/retail/credentials/api-user/edit"));
  await expect(console.heading("Edit api-user")).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");

  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(secret);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  // Somebody who uses it is told what came of it.
  await expect(page.getByRole("heading", { name: "Changes to api-user are saved" }).or(console.result.getByRole("heading").first())).toBeFocused();
  await console.link("Back to credentials").click();
  await console.link("Change password", "of api-user").click();
  await console.change(`${secret}s`);
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, `${secret}s`)).toEqual([200, 200, 200]);

  const used = await host(page);
  const movable = { scroll: [], focus: "", listeners: {} };
  expect({ ...used, ...movable }).toEqual({ ...before, ...movable });
  await portal.element((element) => element.remove());
  await focusWithoutScrolling(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForLoadState("networkidle");
  await expect.poll(() => host(page)).toEqual(before);
});

test("who writes in the portal while a change is on its way goes on to write there", async ({ console, page, sandbox }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: element('page="gateway/projects/retail/credentials/api-user/password"') });
  await console.signIn();
  await console.newPassword.fill(secret);
  await page.waitForLoadState("networkidle");
  await sandbox.nextWrite({ kind: "delay-after-apply", milliseconds: 1_000 });
  await console.pressChange();
  await page.locator("#search").fill("something else");
  const scroll = await page.evaluate(() => scrollY);
  await console.expectOutcome("saved");
  await expect(page.locator("#search")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(scroll);
});

test("a portal whose main part holds the console has one main part", async ({ console, page }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: element('connection="gateway"') });
  await expect(console.signInButton).toBeVisible();
  await expect(page.getByRole("main")).toHaveCount(1);
});

test("the page around may be left without a question: it is told, and asks itself", async ({ console, page }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: element('page="gateway/projects/retail/credentials/api-user/password"') });
  await console.signIn();
  await console.newPassword.fill(secret);
  await expect.poll(() => portal.details("rekey-dirty")).toEqual([{ dirty: true }]);
  const isHeld = await page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(isHeld).toBe(false);
});

test("styles stay on their side, but for what is there to be set", async ({ console, page }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: element('connection="gateway"') });
  await expect(console.signInButton).toBeVisible();
  const heading = console.heading("Sign in to API gateway");
  const looks = () =>
    heading.evaluate((element) => {
      const { color, fontFamily } = getComputedStyle(element);
      return { color, fontFamily };
    });
  expect((await looks()).fontFamily).not.toBe("serif");
  await page.route("**/portal/portal.css", (route) =>
    route.fulfill({
      contentType: "text/css",
      body: `
        rekey-console { --rekey-accent: rgb(1, 2, 3); --rekey-on-accent: rgb(250, 251, 252); --rekey-font: monospace; --rekey-text: rgb(4, 5, 6);
          --rekey-background: rgb(240, 241, 242); --rekey-surface: rgb(243, 244, 245); --rekey-radius: 0px }
        rekey-console::part(button-primary) { text-transform: uppercase }
        rekey-console::part(bar) { background: rgb(7, 8, 9) }
      `,
    }),
  );
  await page.reload();
  await expect(console.signInButton).toBeVisible();
  expect(await looks()).toEqual({ color: "rgb(4, 5, 6)", fontFamily: "monospace" });
  await expect(page.locator("rekey-console")).toHaveCSS("background-color", "rgb(240, 241, 242)");
  await expect(page.locator("header")).toHaveCSS("background-color", "rgb(7, 8, 9)");
  await expect(console.signInButton).toHaveCSS("text-transform", "uppercase");
  await expect(console.signInButton).toHaveCSS("background-color", "rgb(1, 2, 3)");
  await expect(console.signInButton).toHaveCSS("color", "rgb(250, 251, 252)");
  await expect(console.signInButton).toHaveCSS("border-radius", "0px");
});
