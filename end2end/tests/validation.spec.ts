import type { Locator } from "@playwright/test";
import type { Console } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

/** The message stands in the summary, which has the focus, and at its field; the link leads there. */
async function expectProblem(console: Console, field: Locator, message: string) {
  await expect(console.problems).toBeFocused();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  await console.problems.getByRole("link", { name: message, exact: true }).click();
  await expect(field).toBeFocused();
}

const passwords: { why: string; typed: string; messages: string[] }[] = [
  { why: "an empty password", typed: "", messages: ["Credential password can not be empty!"] },
  {
    why: "a short password",
    typed: "fourteen chars",
    messages: ["The password has 14 characters; it needs at least 15"],
  },
  {
    why: "a password with the username in it",
    typed: "the API-User of the shop",
    messages: ["The password contains “api-user”, which is easy to guess for this credential"],
  },
  {
    why: "a common password",
    typed: "Password123",
    messages: [
      "The password has 11 characters; it needs at least 15",
      "The password is one of those that everybody tries first. Choose another one",
    ],
  },
  {
    why: "a password of one piece again and again",
    typed: "abcabcabcabcabcabc",
    messages: ["The password is one short pattern again and again. Choose another one"],
  },
];

for (const { why, typed, messages } of passwords) {
  test(`${why} is not sent, and the form says why`, async ({ console, sandbox }) => {
    await console.openChange();
    await console.change(typed);
    for (const message of messages) {
      await expect(console.problems.getByRole("link", { name: message, exact: true })).toBeVisible();
    }
    await expect(console.problems.getByRole("link")).toHaveCount(messages.length);
    await expectProblem(console, console.newPassword, messages[0] ?? "");
    await expect(console.newPassword).toHaveValue(typed);
    expect(await sandbox.writes()).toEqual([]);
  });
}

const fields: { why: string; enter: (console: Console) => Promise<void>; field: (console: Console) => Locator; message: string }[] = [
  {
    why: "an empty full name",
    enter: (console) => console.field("Full name").fill(""),
    field: (console) => console.field("Full name"),
    message: "Credential full name can not be empty!",
  },
  {
    why: "an empty e-mail address",
    enter: (console) => console.field("E-mail").fill(""),
    field: (console) => console.field("E-mail"),
    message: "Credential email can not be empty!",
  },
  {
    why: "half an e-mail address",
    enter: (console) => console.field("E-mail").fill("ops@"),
    field: (console) => console.field("E-mail"),
    message: "The e-mail address is not complete, such as name@example.com",
  },
  {
    why: "a range that is none",
    enter: (console) => console.field("Allowed addresses").fill("10.0.0.0/8, 203.0.113.7/33"),
    field: (console) => console.field("Allowed addresses"),
    message: "203.0.113.7/33 is not an address or a range",
  },
  {
    why: "a host name among the addresses",
    enter: (console) => console.field("Allowed addresses").fill("gateway.example"),
    field: (console) => console.field("Allowed addresses"),
    message: "gateway.example is not an address or a range",
  },
  {
    why: "an expiry in the past",
    enter: (console) => console.page.getByLabel("Expiry date").fill("2020-02-29"),
    field: (console) => console.page.getByLabel("Expiry date"),
    message: "The expiry lies in the past",
  },
  {
    why: "an expiry time without its date",
    enter: (console) => console.page.getByLabel("Expiry time").fill("12:00"),
    field: (console) => console.page.getByLabel("Expiry date"),
    message: "Enter a date for the expiry time, or clear the time",
  },
  {
    why: "an edit without the password that this API wants",
    enter: (console) => console.newPassword.fill(""),
    field: (console) => console.newPassword,
    message: "Credential password can not be empty!",
  },
];

for (const { why, enter, field, message } of fields) {
  test(`${why} is not sent, and the edit form says why`, async ({ console, sandbox }) => {
    await console.openEdit();
    await console.field("Description").fill("typed before");
    await console.newPassword.fill(password);
    await enter(console);
    await console.review();
    await expectProblem(console, field(console), message);
    await expect(console.dialog()).toBeHidden();
    await expect(console.field("Description")).toHaveValue("typed before");
    expect(await sandbox.writes()).toEqual([]);
  });
}

test("all problems are told at once, in the order of the fields", { tag: "@firefox" }, async ({ console }) => {
  await console.openEdit();
  await console.field("Full name").fill(" ");
  await console.field("E-mail").fill("nobody");
  await console.field("Allowed addresses").fill("here");
  await console.page.getByLabel("Expiry date").fill("2020-02-29");
  await console.review();
  await expect(console.problems.getByRole("link")).toHaveText([
    "Credential full name can not be empty!",
    "The e-mail address is not complete, such as name@example.com",
    "here is not an address or a range",
    "The expiry lies in the past",
    "Credential password can not be empty!",
  ]);
});

test("a list of addresses with one bad entry keeps the good ones and the bad one", async ({ console, page }) => {
  await console.openEdit();
  await console.field("Allowed addresses").fill("10.0.0.0/8 not-an-address");
  await page.keyboard.press("Enter");
  await console.review();
  await expect(console.entries("Allowed addresses")).toHaveText([
    "10.0.0.0/8",
    "not-an-address",
  ]);
});

test("the summary goes away when everything is right", async ({ console }) => {
  await console.openChange();
  await console.change("short");
  await expect(console.problems).toBeVisible();
  await console.change(password);
  await console.expectOutcome("saved");
  await expect(console.problems).toBeHidden();
});

test.describe("a password that nobody typed (S-06)", () => {
  test.beforeEach(async ({ console }) => {
    await console.openChange();
    await console.newPassword.evaluate((field: HTMLInputElement, value) => {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
    }, password);
  });

  test("is marked and not sent", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
    await expect(page.getByText("Filled by the browser.")).toBeVisible();
    await console.pressChange();
    await expectProblem(
      console,
      console.newPassword,
      "The password was filled in by the browser. Choose “Use this value” if you mean it, or type another one",
    );
    expect(await sandbox.writes()).toEqual([]);
  });

  test("is sent after the admin says so", async ({ console }) => {
    await console.button("Use this value").click();
    await console.pressChange();
    await console.expectOutcome("saved");
  });
});

test("a password that is pasted counts as typed", async ({ console, context, page, sandbox }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await console.openChange();
  await page.evaluate((text) => navigator.clipboard.writeText(text), password);
  await console.newPassword.focus();
  await page.keyboard.press("Control+V");
  await console.pressChange();
  await console.expectOutcome("saved");
  expect(await sandbox.gateways("api-user", password)).toEqual([200, 200, 200]);
});
