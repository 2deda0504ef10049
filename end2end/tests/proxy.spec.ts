import { closedOrigin } from "../support/connection.ts";
import { demo, digest } from "../support/sandbox.ts";
import { type Server, startProxy } from "../support/server.ts";
import { expect, test as base } from "../support/test.ts";

/** The page as `cargo xtask serve --connect` serves it, with the sandbox in the place of real systems. */
const test = base.extend<object, { closed: string; front: Server }>({
  closed: [async ({}, use) => use(await closedOrigin()), { scope: "worker" }],

  front: [
    async ({ closed, server }, use) => {
      const front = await startProxy({
        "apinizer-live": `${server.origin}/apinizer`,
        "thousandeyes-v6": `${server.origin}/thousandeyes`,
        zstack: closed,
      });
      await use(front);
      await front.stop();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ front }, use) => use(front.origin),
});

const name = "ops team/eu 50%";
const password = "correct horse, new staple";

test.beforeEach(({ front, guard }) => guard.allow(new URL(front.origin).host));

test("a password is changed in a system behind the local proxy, under a name with slashes (N-16)", { tag: "@firefox" }, async ({ console, front, guard, sandbox }) => {
  await console.open("#/apinizer-live");
  await expect(console.heading(`Sign in to Apinizer at ${new URL(sandbox.origin).host}`)).toBeVisible();
  await console.signInByPassword();
  await console.link(demo.project).click();
  await console.link(`Change password of ${name}`).click();
  await console.change(password, name);
  await console.expectOutcome("saved");
  await expect(console.deployment.getByRole("row")).toHaveCount(4);
  expect(await sandbox.gateways(name, password)).toEqual([200, 200, 200]);

  const [write, ...more] = await sandbox.writes();
  expect(more).toEqual([]);
  expect(write).toMatchObject({
    method: "PATCH",
    path: "/apinizer/apiops/projects/retail/credentials/ops%20team%2Feu%2050%25/",
    body: { password: { sha256: digest(password) } },
  });
  const connections = (await sandbox.arrived()).map((row) => row.connection);
  expect(new Set(connections).size, "a connection for each request").toBe(connections.length);
  const asked = guard.requests.map((request) => new URL(request.url()).origin);
  expect(new Set(asked), "what the browser asks").toEqual(new Set([front.origin]));
});

test("another system behind it is signed in to and changed by itself", async ({ console, sandbox }) => {
  await console.enter("#/thousandeyes-v6/account-groups/75/credentials/405/password");
  await console.field("New value").fill("a new value");
  await console.button("Change value of Checkout login").click();
  await console.expectOutcome("saved");
  expect(await sandbox.vault("thousandeyes", "405", "a new value")).toBe(200);
});

test("a system that the proxy does not reach is told with its reason", async ({ closed, console, page }) => {
  await console.open("#/zstack");
  await expect(page.getByText(/gets through to no server behind it \(HTTP 502\)/)).toBeVisible();
  await console.signIn();
  await expect(page.getByText(`${closed} was not reached: the connection was refused`)).toBeVisible({ timeout: 15_000 });
});
