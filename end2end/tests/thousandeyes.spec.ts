import { copiesInMemory } from "../support/memory.ts";
import { type System, v6WithBasic, v6WithBearer, v7 } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { traces } from "../support/traces.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

/** What becomes of a value that is left out: what the review says, and what the result says afterwards. */
const omissions = [
  { system: v6WithBearer, before: "The value is not sent and stays as it is.", after: "The value was not sent and stays as it was." },
  {
    system: v7,
    before: "The value is not sent. This API does not document whether it stays.",
    after: "The value was not sent. This API does not document what becomes of one that is left out.",
  },
];

for (const { system, before, after } of omissions) {
  test(`${system.title}: a rename warns of scripts that use the old name, and claims of the value what is documented (T3, T18)`, async ({ console, page }) => {
    const visit = new Visit(console, system);
    await visit.openEdit();
    const warning = page.getByText("Scripts look this credential up by its name. Those that use the old name stop working.");
    await expect(warning).toHaveCount(0);
    await console.field("Name").fill("Checkout");
    await expect(warning).toBeVisible();
    await console.review();
    await expect(visit.review).toContainText("Scripts that look the credential up by its old name no longer find it.");
    await expect(visit.review).toContainText(before);
    await visit.save();
    await console.expectOutcome("saved");
    await expect(console.result).toContainText(after);
    await console.link("Back to credentials").click();
    await expect(console.link("Edit Checkout")).toBeVisible();
  });
}

test("nothing is claimed of a value that a server drops with a rename (T3)", async ({ console, sandbox }) => {
  await sandbox.settings({ thousandEyes: { v7Put: "clears" } });
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await visit.rename("Checkout");
  await console.expectOutcome("saved");
  expect(await sandbox.vault("thousandeyes", visit.record.id, v7.record.value)).toBe(401);
  await expect(console.result).not.toContainText("stays as it was");
});

test("a new name that is empty is not sent (T4)", async ({ console, sandbox }) => {
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await console.field("Name").fill("");
  await console.review();
  await expect(console.problems).toContainText("Enter the name");
  await expect(console.field("Name")).toHaveAttribute("aria-invalid", "true");
  expect(await sandbox.writes()).toEqual([]);
});

for (const system of [v6WithBearer, v7]) {
  // Without the ends, which depend on how the sandbox writes it.
  const returned = "qF0rYm0v1m9Xh2Rk7c3TzW8uJ5nLbA";

  test(`${system.title}: a value that the server returns is nowhere in the page (T6)`, async ({ console, guard, page, sandbox }) => {
    // Enough of them that chance does not write over what is left in the module's memory.
    await sandbox.reset(300);
    const visit = new Visit(console, { ...system, signIn: { fields: { "Access token": "rekey-sensitive-token" } } });
    const answered = page.waitForResponse(/\/credentials(\.json)?\?/);
    await visit.openList();
    expect(await (await answered).text()).toContain(returned);
    expect(await traces(page, guard, returned)).toEqual([]);
    expect(await copiesInMemory(page, returned)).toBe(0);
    await console.link(`Edit ${visit.record.name}`).click();
    await visit.also.click();
    await expect(visit.newValue).toHaveValue("");
    expect(await traces(page, guard, returned)).toEqual([]);
    const values = await page.locator("input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(values.join()).not.toContain(returned);
    expect(await copiesInMemory(page, returned)).toBe(0);
  });
}

for (const state of ["moved", "gone", "not-found"] as const) {
  test(`a server whose version 6 is ${state} is told as that, and nothing is followed (T1)`, async ({ console, page, sandbox }) => {
    await sandbox.settings({ thousandEyes: { v6: state } });
    const visit = new Visit(console, v6WithBasic);
    await visit.enter("#/monitoring-v6");
    await expect(page.getByRole("alert")).toContainText("This server no longer offers version 6 of its API.");
    await expect(page.getByRole("alert")).toContainText(`The operator can set "version": "v7" for this connection.`);
    for (const row of await sandbox.log()) expect(row.path).toMatch(/^\/thousandeyes\/v6\//);
  });
}

test("a list that has moved while it was open is told as that (T1)", async ({ console, page, sandbox }) => {
  const visit = new Visit(console, v6WithBearer);
  await visit.openList();
  await sandbox.settings({ thousandEyes: { v6: "moved" } });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("alert")).toContainText("This server no longer offers version 6 of its API.");
  await visit.listIsRead();
});

test.describe("a sign-in that the server refuses (T11)", () => {
  const locked = "The token may be wrong or no longer valid, or the account may be locked. Nothing is tried again by itself.";
  const refused: { system: System; fields: Record<string, string> }[] = [
    { system: v6WithBasic, fields: { "E-mail": "admin@example.com", "API token": "wrong" } },
    { system: v6WithBasic, fields: { "E-mail": "nobody@example.com", "API token": "rekey-demo-api-token" } },
    { system: v6WithBearer, fields: { "Access token": "wrong" } },
    { system: v7, fields: { "Access token": "wrong" } },
  ];

  for (const { system, fields } of refused) {
    test(`${system.title}, ${Object.values(fields).join(" and ")}: it may be the token or a lock, and is sent once`, async ({ console, page, sandbox }) => {
      const visit = new Visit(console, system);
      await console.open(`#/${system.connection}`);
      await visit.signIn({ ...system.signIn, fields });
      const notice = page.getByRole("alert").filter({ hasText: "The sign-in was refused" });
      await expect(notice).toContainText(locked);
      await expect(console.signOut).toBeHidden();
      expect((await sandbox.log()).map((row) => row.answered)).toEqual([401]);
    });
  }

  for (const [what, fields, field, message] of [
    ["no e-mail address", { "E-mail": "", "API token": "x" }, "E-mail", /Enter the e-mail address/],
    ["an e-mail address with a colon", { "E-mail": "a:b@example.com", "API token": "x" }, "E-mail", /has a colon/],
    ["no API token", { "E-mail": "admin@example.com", "API token": "" }, "API token", /Enter the access token|Enter the API token/],
  ] as const) {
    test(`${what}: nothing is sent, and the form says why (T13)`, async ({ console, sandbox }) => {
      await console.open("#/monitoring-v6");
      await new Visit(console, v6WithBasic).signIn({ ...v6WithBasic.signIn, fields });
      await expect(console.field(field)).toHaveAttribute("aria-invalid", "true");
      await expect(console.field(field)).toHaveAccessibleDescription(message);
      expect(await sandbox.log()).toEqual([]);
    });
  }
});
