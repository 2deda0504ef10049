import type { Page } from "@playwright/test";
import { expect, frameOf, test } from "../support/portal-test.ts";

// Where the pages of the console may stand, whatever headers their host sends (E-01).

test.describe("where it may not be, it does not start, and no form is shown (E-01)", () => {
  /** The host's header, which a browser heeds before the page can say anything, is taken away. */
  const withoutHeader = async (page: Page, path: string) =>
    page.context().route((url) => url.pathname === path && url.hostname === "127.0.0.1", async (route) => {
      const response = await route.fetch();
      const { "content-security-policy": _, "x-frame-options": __, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });

  const hold = (page: Page, address: string, sandbox?: string) =>
    page.evaluate(
      ([source, rights]) => {
        const frame = document.createElement("iframe");
        if (rights !== undefined) frame.setAttribute("sandbox", rights);
        frame.src = source ?? "";
        document.body.append(frame);
      },
      [address, sandbox] as const,
    );

  test("by itself it says where it belongs, and leads to the console", async ({ console, guard, page }) => {
    guard.expect(/^console: rekey: not-framed/);
    await page.goto("/embed.html");
    await expect(page.getByRole("heading")).toHaveText("This page belongs in a portal");
    await page.getByRole("link", { name: "Open Rekey by itself", exact: true }).click();
    await expect(console.accessToken).toBeVisible();
  });

  test("the browser keeps it out of a page that the host's header does not name", async ({ guard, page, sandbox, portal }) => {
    guard.expect(/frame-ancestors/, /^policy: frame-src|^console: /);
    // The same server by another name is another origin.
    const stranger = portal.origin.replace("localhost", "127.0.0.1");
    guard.allow(new URL(stranger).host);
    await page.goto(`${stranger}/plain/`);
    const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
    await hold(page, `${sandbox.origin}/embed.html`);
    await refused;
  });

  for (const [like, origin] of Object.entries({
    "that begins like it": "https://portal.example.other.example",
    "that ends like it": "https://other-portal.example",
    "of another port": "https://portal.example:8443",
    "of a part of it": "https://sub.portal.example",
  })) {
    test(`in a page of an origin ${like}, without the host's header`, async ({ guard, page, sandbox }) => {
      guard.allow(new URL(origin).host);
      guard.expect(/^console: rekey: not-named/);
      await withoutHeader(page, "/embed.html");
      await page.route("**/config.json", (route) => route.fulfill({ json: { connections: [], portals: ["https://portal.example"] } }));
      await page.route(`${origin}/`, (route) => route.fulfill({ contentType: "text/html", body: "<p>A page</p>" }));
      await page.goto(`${origin}/`);
      await hold(page, `${sandbox.origin}/embed.html`);
      const frame = await frameOf(page);
      await expect(frame.getByRole("heading")).toHaveText("Rekey does not start in this page");
      await expect(frame.locator("rekey-console")).toHaveCount(0);
    });
  }

  test("in a portal that is itself in a frame of somebody else", { tag: "@firefox" }, async ({ guard, page, sandbox }) => {
    const [portal, stranger] = ["https://portal.example", "https://stranger.example"];
    for (const origin of [portal, stranger]) guard.allow(new URL(origin).host);
    guard.expect(/^console: rekey: not-named/);
    await withoutHeader(page, "/embed.html");
    await page.route("**/config.json", (route) => route.fulfill({ json: { connections: [], portals: [portal] } }));
    const around = (address: string) => `<iframe src="${address}" referrerpolicy="no-referrer"></iframe>`;
    await page.route(`${stranger}/`, (route) => route.fulfill({ contentType: "text/html", body: around(`${portal}/`) }));
    await page.route(`${portal}/`, (route) => route.fulfill({ contentType: "text/html", body: around(`${sandbox.origin}/embed.html`) }));
    await page.goto(`${stranger}/`);
    const frame = await frameOf(page);
    await expect(frame.getByRole("heading")).toHaveText("Rekey does not start in this page");
    await expect(frame.locator("rekey-console")).toHaveCount(0);
  });

  test("in a page of its own origin", { tag: "@firefox" }, async ({ guard, page, sandbox }) => {
    guard.expect(/^console: rekey: same-origin/);
    guard.expectNote(/allow-scripts and allow-same-origin/);
    await withoutHeader(page, "/embed.html");
    await page.goto("/favicon.svg");
    await page.route("**/around", (route) => route.fulfill({ contentType: "text/html", body: "<p>A page</p>" }));
    await page.goto("/around");
    await hold(page, `${sandbox.origin}/embed.html`, "allow-scripts allow-same-origin");
    await expect((await frameOf(page)).getByRole("alert")).toContainText("has the same origin");
  });

  test("in a portal that does not answer", async ({ guard, page, portal, sandbox }) => {
    guard.expect(/^console: rekey: unanswered/);
    await page.clock.install();
    await page.goto(`${portal.origin}/plain/`);
    await hold(page, `${sandbox.origin}/embed.html`);
    const frame = await frameOf(page);
    await expect(frame.getByRole("status")).toHaveText("Loading…");
    await expect(async () => {
      await page.clock.runFor(5_000);
      await expect(frame.getByRole("heading")).toHaveText("The page around Rekey does not answer", { timeout: 100 });
    }).toPass();
    expect(await sandbox.arrived()).toEqual([]);
  });

  test("where the configuration names no portal, or none that is one", async ({ guard, page, portal, sandbox }) => {
    guard.expect(/^console: rekey: not-named/, /^console: rekey: portals/, /^console: rekey: configuration/);
    const files = [
      ['{"connections":[]}', "has to be a portal"],
      ['{"portals":["*"]}', "has to be a list of exact origins"],
      ['{"portals":["null"]}', "has to be a list of exact origins"],
      [`{"portals":["${portal.origin}/"]}`, "has to be a list of exact origins"],
      ['{"portals":"', "cannot be read"],
    ] as const;
    for (const [body, words] of files) {
      await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body }));
      await page.goto(`${portal.origin}/plain/`);
      await hold(page, `${sandbox.origin}/embed.html`);
      await expect((await frameOf(page)).getByRole("alert")).toContainText(words);
      await page.unrouteAll();
    }
  });

  test("the page of its own starts in no frame", async ({ guard, page, portal, sandbox }) => {
    guard.expect(/^console: rekey: framed/);
    await withoutHeader(page, "/");
    await page.goto(`${portal.origin}/plain/`);
    await hold(page, `${sandbox.origin}/`);
    await expect((await frameOf(page, "/")).getByRole("alert")).toContainText("Rekey does not start in a frame");
    expect(await sandbox.arrived()).toEqual([]);
  });
});
