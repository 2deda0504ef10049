import type { Console } from "../support/console.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const openOptions = async (console: Console) => {
  await console.openChange();
  await console.button("Options").click();
};

const generated = async (console: Console) => {
  await console.button("Generate").click();
  return console.newPassword.inputValue();
};

test("the choices are out of the way until they are asked for", async ({ console, page }) => {
  await console.openChange();
  await expect(console.button("Options")).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByRole("spinbutton", { name: "Length" })).toBeHidden();
  await console.button("Options").click();
  await expect(console.button("Options")).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("spinbutton", { name: "Length" })).toHaveValue("24");
  await expect(page.getByRole("radio", { name: "Readable" })).toBeChecked();
  await expect(page.getByText("The next one has 24 characters, about 140 bits.")).toBeVisible();
});

test("a password of all signs has each kind, and is live (UX-18, UX-19)", async ({ console, page, sandbox }) => {
  await openOptions(console);
  await page.getByRole("radio", { name: "All signs" }).check();
  await page.getByRole("spinbutton", { name: "Length" }).fill("40");
  const password = await generated(console);
  expect(password).toMatch(/^[!-~]{40}$/);
  for (const kind of [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/]) expect(password).toMatch(kind);
  await expect(page.getByText("40 characters, generated, about 262 bits.")).toBeVisible();
  await console.button("Show new password").click();
  await console.pressChange();
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
});

test("kinds can be left out, but not the last one", async ({ console, page }) => {
  await openOptions(console);
  await page.getByRole("radio", { name: "All signs" }).check();
  for (const kind of ["Upper case", "Lower case", "Signs"]) await page.getByRole("checkbox", { name: kind }).uncheck();
  await expect(page.getByRole("checkbox", { name: "Digits" })).toBeDisabled();
  expect(await generated(console)).toMatch(/^[0-9]{24}$/);
  await expect(page.getByText("The next one has 24 characters, about 79 bits. 128 or more are recommended.")).toBeVisible();
  await page.getByRole("radio", { name: "Readable" }).check();
  expect(await generated(console)).toMatch(/^[A-Za-z0-9._-]{24}$/);
});

test("a length outside the bounds becomes the nearest within them, and Enter in it sends nothing", async ({ console, page, sandbox }) => {
  await openOptions(console);
  const length = page.getByRole("spinbutton", { name: "Length" });
  await expect(length).toHaveAccessibleDescription("From 15 to 256 characters.");
  for (const [typed, taken] of [["3", "15"], ["999", "256"], ["", "256"]] as const) {
    await length.fill(typed);
    await length.press("Tab");
    await expect(length).toHaveValue(taken);
  }
  await length.fill("18");
  await length.press("Enter");
  await expect(page.getByText("The next one has 18 characters, about 105 bits.")).toBeVisible();
  await expect(console.problems).toHaveCount(0);
  expect(await sandbox.writes()).toEqual([]);
  expect(await generated(console)).toHaveLength(18);
});

test("what is chosen is gone with the form", async ({ console, page }) => {
  await openOptions(console);
  await page.getByRole("spinbutton", { name: "Length" }).fill("64");
  expect(await generated(console)).toHaveLength(64);
  await console.link("Cancel").click();
  await console.leave();
  await console.link("Change password of api-user").click();
  expect(await generated(console)).toHaveLength(24);
});

test.describe("a longer minimum of the configuration", () => {
  test.use({
    configuration: {
      connections: [{ id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: "/apinizer" }],
      password: { minLength: 30 },
    },
  });

  test("is the least length, and the one that is preset", async ({ console, page }) => {
    await openOptions(console);
    await expect(page.getByRole("spinbutton", { name: "Length" })).toHaveValue("30");
    expect(await generated(console)).toHaveLength(30);
  });
});

test.describe("what the server wants in every password, by the configuration", () => {
  test.use({
    configuration: {
      connections: [{ id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: "/apinizer" }],
      password: { classes: ["upper", "digit"] },
    },
  });

  test("is said before anything is typed, held against what is typed, and cannot be left out of what is generated (UX-12, UX-18)", async ({ console, page, sandbox }) => {
    await openOptions(console);
    await expect(console.newPassword).toHaveAccessibleDescription(/The server wants: an upper-case letter, a digit\./);
    await console.change("correct horse, new staple");
    await expect(console.problems).toContainText("The password lacks an upper-case letter, which the server wants");
    await expect(console.problems).toContainText("The password lacks a digit, which the server wants");
    expect(await sandbox.writes()).toEqual([]);

    await page.getByRole("radio", { name: "All signs" }).check();
    await expect(page.getByRole("checkbox", { name: "Upper case (required)" })).toBeDisabled();
    await expect(page.getByRole("checkbox", { name: "Digits (required)" })).toBeChecked();
    for (const kind of ["Lower case", "Signs"]) await page.getByRole("checkbox", { name: kind }).uncheck();
    expect(await generated(console)).toMatch(/^(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{24}$/);
  });
});
