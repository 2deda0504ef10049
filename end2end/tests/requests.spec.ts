import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

/** What the browser adds by itself. */
const byBrowser = /^(host|connection|user-agent|origin|content-length|cache-control|pragma|dnt|priority|accept-(encoding|language)|sec-.*)$/;

test("a request carries Accept, Content-Type, Authorization and nothing else of ours (N-07)", { tag: "@firefox" }, async ({ console, sandbox }) => {
  await console.open();
  await console.signInByPassword();
  await console.link("retail").click();
  await console.link("Change password of api-user").click();
  await console.change(password);
  await console.expectOutcome("saved");
  for (const row of await sandbox.log()) {
    const ours = row.headers.names.filter((name) => !byBrowser.test(name)).sort();
    const expected = ["accept"];
    if (!row.path.endsWith("/auth/token")) expected.push("authorization");
    if (row.method !== "GET") expected.push("content-type");
    expect(ours, `${row.method} ${row.path}`).toEqual(expected);
    expect(row.headers.accept).toBe("application/json");
  }
});

test("no cookie goes with a request, even if the origin has one (N-01)", { tag: "@firefox" }, async ({ console, context, sandbox }) => {
  await context.addCookies([{ name: "portal", value: "session", url: sandbox.origin }]);
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved");
  for (const row of await sandbox.log()) expect(row.headers.names).not.toContain("cookie");
});

test("a cookie that the API sets is not kept", async ({ console, context, sandbox }) => {
  await sandbox.faults({
    method: "GET",
    path: "/apinizer/apiops/projects/",
    fault: {
      kind: "respond",
      status: 200,
      headers: { "set-cookie": "tracker=1" },
      body: { status: "SUCCESS", resultList: [{ name: "retail" }] },
    },
  });
  await console.enter("#/gateway");
  await expect(console.link("retail")).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test("nothing but the page's own host is asked, over a whole visit", { tag: "@firefox" }, async ({ console, guard, page }) => {
  await console.openList();
  await console.link("Edit api-user").click();
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  const hosts = new Set(guard.requests.map((request) => new URL(request.url()).host));
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});

test("looking at credentials changes nothing", async ({ console, sandbox }) => {
  await console.openList();
  await console.link("Edit api-user").click();
  await expect(console.newPassword).toBeVisible();
  await console.newPassword.fill(password);
  await console.link("Cancel").click();
  await console.leave();
  await expect(console.heading("Credentials")).toBeVisible();
  for (const row of await sandbox.log()) expect(row.method).toBe("GET");
});

test("a form that is opened by its address asks for its record and for nothing else", async ({ console, page, sandbox }) => {
  await console.openChange();
  await page.waitForLoadState("networkidle");
  const asked = (await sandbox.log()).map(({ method, path }) => `${method} ${path}`);
  expect(asked).toEqual(["GET /apinizer/apiops/projects/retail/credentials/"]);
});
