import { documentedHeaders, serveWith } from "../support/documented-headers.ts";
import { expect, test } from "../support/test.ts";

const portal = "https://portal.example/";

test("a password is changed under the headers that docs/security.md asks for, and nothing is refused", async ({ console, page }) => {
  const headers = documentedHeaders();
  expect(Object.keys(headers)).toHaveLength(7);
  await serveWith(page, headers);
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/");
  await console.openChange();
  expect(await (await answered).allHeaders()).toMatchObject(headers);
  await console.change("correct horse, new staple");
  await console.expectOutcome("saved");
});

test("a page of another origin cannot put the console into a frame", async ({ guard, page, sandbox }) => {
  guard.allow(new URL(portal).host);
  guard.expect(/^console: .*frame-ancestors 'none'/);
  // The newer of the two headers alone: every browser of today knows it.
  const { "x-frame-options": _, ...headers } = documentedHeaders();
  await serveWith(page, headers);
  await page.route(portal, (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="${sandbox.origin}"></iframe>` }));
  const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
  await page.goto(portal);
  await refused;
  await expect(page.frameLocator("iframe").locator("rekey-console")).toHaveCount(0);
});
