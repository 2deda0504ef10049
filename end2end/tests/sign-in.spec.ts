import { address } from "../support/console.ts";
import { demo, digest, type Generation } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

test("an access token opens the projects, and is sent as a Bearer token", { tag: "@firefox" }, async ({ console, sandbox }) => {
  await console.open();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
  await console.signIn();
  await expect(console.link("retail")).toBeVisible();
  const [row] = await sandbox.log();
  expect(row?.headers.authorization).toEqual({ scheme: "Bearer", sha256: digest(demo.token) });
});

for (const generation of ["a", "b", "l"] as Generation[]) {
  test(`user name and password are exchanged for a token: generation ${generation}`, { tag: "@contract" }, async ({ console, sandbox }) => {
    await sandbox.settings({ generation });
    await console.open(address.list());
    await console.signInByPassword();
    await console.listIsRead();
    const [exchange, ...reads] = await sandbox.log();
    expect(exchange).toMatchObject({
      method: "POST",
      path: "/apinizer/apiops/auth/token",
      body: { grant_type: "client_credentials", client_id: "admin", client_secret: { sha256: digest(demo.password) } },
    });
    expect(exchange?.headers.authorization ?? null).toBeNull();
    expect(reads[0]?.headers.authorization?.scheme).toBe("Bearer");
  });
}

test("a token that the server refuses is told in its words, and asks again", { tag: "@firefox" }, async ({ console, page }) => {
  await console.open(address.list());
  await console.signIn("nobody-knows-this-token");
  await expect(page.getByRole("alert").filter({ hasText: "Invalid token" })).toBeVisible();
  await expect(console.accessToken).toBeVisible();
  await expect(console.signOut).toBeHidden();
});

test("a password that the server refuses is told in its words", async ({ console, page }) => {
  await console.open();
  await console.signInByPassword(demo.userName, "wrong");
  await expect(page.getByRole("alert").filter({ hasText: "The sign-in was refused" })).toContainText("Bad credentials");
  await expect(console.field("User name")).toHaveValue(demo.userName);
});

test("a server that cannot be reached is told as that, and not as a refusal", async ({ console, page, sandbox }) => {
  await sandbox.faults({ path: "/apinizer/apiops/auth/token", times: 20, fault: { kind: "drop-before-reading" } });
  await console.open();
  await console.signInByPassword();
  await expect(page.getByRole("alert").filter({ hasText: "There was no answer from" })).toBeVisible();
});

const empty: [string, () => Record<string, string>, string[]][] = [
  ["no token", () => ({}), ["Enter the access token"]],
  [
    "a token with a blank in it",
    () => ({ "Access token": "two words" }),
    ["The access token has blanks or characters that no token has"],
  ],
];

for (const [what, values, messages] of empty) {
  test(`${what}: nothing is sent, and the form says why`, async ({ console, sandbox }) => {
    await console.open();
    for (const [name, value] of Object.entries(values())) await console.field(name).fill(value);
    await console.signInButton.click();
    await expect(console.accessToken).toHaveAttribute("aria-invalid", "true");
    for (const message of messages) await expect(console.accessToken).toHaveAccessibleDescription(new RegExp(message));
    expect(await sandbox.log()).toEqual([]);
  });
}

for (const [field, userName, message] of [
  ["User name", "", /Enter the user name/],
  ["Password", demo.userName, /Enter the password/],
] as const) {
  test(`an empty field ${field} is told at that field, and nothing is sent`, async ({ console, sandbox }) => {
    await console.open();
    await console.signInByPassword(userName, "");
    await expect(console.field(field)).toHaveAccessibleDescription(message);
    await expect(console.field(field)).toHaveAttribute("aria-invalid", "true");
    await expect(console.field(field)).toBeFocused();
    expect(await sandbox.log()).toEqual([]);
  });
}

test("a deep link asks to sign in first and then goes on to its page", async ({ console, page }) => {
  await console.open(address.edit("billing-batch"));
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
  await console.signIn();
  await expect(console.heading("Edit billing-batch")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${address.edit("billing-batch")}$`));
});

test("signing out forgets the token and everything that was read", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  const before = (await sandbox.log()).length;
  await console.signOut.click();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
  await expect(page.getByText("api-user")).toHaveCount(0);
  await expect(console.accessToken).toHaveValue("");
  expect(await sandbox.log()).toHaveLength(before);
});

test("signing out works without a network", async ({ console, context }) => {
  await console.openList();
  await context.setOffline(true);
  await console.signOut.click();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
});

test("reloading asks to sign in again", { tag: "@firefox" }, async ({ console, page }) => {
  await console.openList();
  await page.reload();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
});

test("the form says what is kept, and where the token goes", async ({ console, page }) => {
  await console.open();
  await expect(console.heading("What is kept")).toBeVisible();
  await expect(page.getByText("Signing out, reloading or closing the tab wipes it.")).toBeVisible();
  await expect(page.getByText("and nowhere else.")).toBeVisible();
});

test("a single connection is where one is from the start, and one can sign out there (S-15)", async ({ console }) => {
  await console.open("#/");
  await console.signIn();
  await expect(console.tab("API gateway")).toHaveAttribute("aria-current", "page");
  await console.signOut.click();
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
});
