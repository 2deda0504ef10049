import type { Console } from "../support/console.ts";
import { answer } from "../support/faults.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const connection = { id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: "/apinizer" };
const withConnection = (changes: object) => JSON.stringify({ connections: [{ ...connection, ...changes }] });

/** Serves another configuration. */
async function configure(console: Console, status: number, body: string) {
  await console.page.route("**/config.json", (route) => route.fulfill({ status, contentType: "application/json", body }));
}

const bad: [string, number, string, string | RegExp][] = [
  ["missing", 404, "", "There is no configuration at this address."],
  ["not served", 503, "", "The configuration could not be loaded."],
  ["half a JSON", 200, '{"connections": [', /not valid JSON/],
  ["no object", 200, "[]", "the configuration must be an object"],
  ["without connections", 200, "{}", "connections is missing"],
  ["with an empty list of connections", 200, '{"connections": []}', /connections must be a list with at least one connection/],
  ["with an unknown key", 200, withConnection({ lable: "API" }), "connections[0].lable is not a known setting"],
  ["with a javascript: address", 200, withConnection({ baseUrl: "javascript:alert(1)" }), /connections\[0\]\.baseUrl must be an https: address/],
  ["with an address in the clear", 200, withConnection({ baseUrl: "http://manager.example" }), /connections\[0\]\.baseUrl may use http: only for this computer/],
  ["with a user name in an address", 200, withConnection({ baseUrl: "https://admin@manager.example" }), /connections\[0\]\.baseUrl must not contain a user name or password/],
  ["with a token", 200, withConnection({ token: demo.token }), "connections[0].token looks like a secret; a configuration never holds one"],
  ["with one id twice", 200, JSON.stringify({ connections: [connection, connection] }), /connections\[1\]\.id is used twice: gateway/],
  ["with a password rule below the floor", 200, JSON.stringify({ connections: [connection], password: { minLength: 4 } }), "password.minLength must be a whole number from 8 to 256"],
  ["larger than 64 KiB", 200, withConnection({ label: "x".repeat(70_000) }), "The configuration is larger than 64 KiB."],
];

for (const [how, status, body, cause] of bad) {
  test(`X37-list: a configuration ${how} stops the console and is named, before any request`, async ({ console, guard, page, sandbox }) => {
    if (status !== 200) guard.expectNote(/Failed to load resource/);
    await configure(console, status, body);
    await console.open();
    await expect(console.heading("Rekey cannot start")).toBeVisible();
    await expect(page.getByText(cause)).toBeVisible();
    await expect(page.getByText("/config.json")).toBeVisible();
    await expect(page.getByText(demo.token)).toHaveCount(0);
    await expect(page.getByRole("textbox")).toHaveCount(0);
    expect(await sandbox.log()).toEqual([]);
  });
}

test("Reload starts again, with the configuration as it is then", async ({ console, page }) => {
  await configure(console, 200, "{}");
  await console.open();
  await expect(console.heading("Rekey cannot start")).toBeVisible();
  await page.unroute("**/config.json");
  await console.button("Reload").click();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
});

test("several connections are links; a single one is opened straight away", async ({ console, page }) => {
  const second = { ...connection, id: "second", label: "Second gateway" };
  await configure(console, 200, JSON.stringify({ connections: [connection, second] }));
  await console.open();
  await expect(console.heading("Connections")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Second gateway" }).click();
  await expect(console.heading("Sign in to Second gateway")).toBeVisible();
  await expect(page).toHaveURL(/#\/second$/);
});

test("the projects that the configuration names are offered without asking the server", async ({ console, sandbox }) => {
  await configure(console, 200, withConnection({ projects: ["retail", "wholesale"] }));
  await console.enter("#/gateway");
  await expect(console.link("wholesale")).toBeVisible();
  expect((await sandbox.log()).filter((row) => row.path.endsWith("/projects/"))).toEqual([]);
});

test("behind a proxy that signs there is no sign-in, and no Authorization is sent", async ({ console, sandbox }) => {
  await configure(console, 200, withConnection({ auth: "proxy" }));
  const fault = answer(200, { success: true, resultList: [] });
  await sandbox.faults({ unsigned: true, method: "GET", path: "/apinizer/apiops/projects/*", times: 10, fault });
  await console.open("#/gateway/projects/retail");
  await expect(console.heading("No credentials in retail")).toBeVisible();
  await expect(console.signInButton).toHaveCount(0);
  const [row] = await sandbox.arrived();
  expect(row?.headers.names).not.toContain("authorization");
});

test("a proxy whose sign-in the server refuses is told as that, and nobody is asked for a token", async ({ console, page }) => {
  await configure(console, 200, withConnection({ auth: "proxy" }));
  await console.open("#/gateway/projects/retail");
  await expect(page.getByText("The server no longer accepts this session.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Access token" })).toHaveCount(0);
});

test("a longer minimum of the configuration is the minimum of the form", async ({ console }) => {
  await configure(console, 200, JSON.stringify({ connections: [connection], password: { minLength: 30 } }));
  await console.openChange();
  await expect(console.newPassword).toHaveAccessibleDescription(/At least 30 characters/);
  await console.change("twenty-two characters!");
  await expect(console.problems).toContainText("The password has 22 characters; it needs at least 30");
});
