import { configuration } from "../support/hosting/configuration.ts";
import { type HeadersOf, readHeadersFile, serveWith } from "../support/hosting/headers-file.ts";
import { release } from "../support/hosting/release.ts";
import { expect, test as base } from "../support/test.ts";

const portal = "https://portal.example/";

const test = base.extend<object, { headersOf: HeadersOf }>({
  headersOf: [
    async ({}, use) => {
      const made = await release({ configuration });
      await use(await readHeadersFile(made.site));
      await made.remove();
    },
    { scope: "worker" },
  ],
});

test("a password is changed under the headers of the file for hosts, and nothing is refused", async ({ console, headersOf, page }) => {
  const headers = headersOf("/");
  expect(Object.keys(headers).length).toBeGreaterThan(12);
  expect(headers).toMatchObject({ "cache-control": "no-store", "content-security-policy": expect.stringContaining("; connect-src 'self'; ") });
  await serveWith(page, headersOf);
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/");
  await console.openChange();
  expect(await (await answered).allHeaders()).toMatchObject(headers);
  await console.change("correct horse, new staple");
  await console.expectOutcome("saved");
});

test("a page of another origin cannot put the console into a frame", async ({ guard, headersOf, page, sandbox }) => {
  guard.allow(new URL(portal).host);
  guard.expect(/^console: .*frame-ancestors 'none'/);
  // The newer of the two headers alone: every browser of today knows it.
  await serveWith(page, (path) => {
    const { "x-frame-options": _, ...headers } = headersOf(path);
    return headers;
  });
  await page.route(portal, (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="${sandbox.origin}"></iframe>` }));
  const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
  await page.goto(portal);
  await refused;
  await expect(page.frameLocator("iframe").locator("rekey-console")).toHaveCount(0);
});

test("a file that is not there is not told to be kept, and no header is said twice (M15)", ({ headersOf }) => {
  for (const path of ["/", "/index.html", "/config.json"]) expect(headersOf(path)["cache-control"], path).toBe("no-store");
  expect(headersOf("/assets/rekey-0123456789abcdef.js")["cache-control"]).toBeUndefined();
  for (const path of ["/", "/nothing", "/assets/rekey-0123456789abcdef.js"]) expect(headersOf(path)["x-frame-options"]).toBe("DENY");
});
