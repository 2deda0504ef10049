import { address, type Console } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

const dialog = (console: Console) => console.page.getByRole("dialog", { name: "Display and keyboard", exact: true });
const host = (console: Console) => console.page.locator("rekey-console");

async function choose(console: Console, choice: string) {
  await console.button("Display and keyboard").click();
  await dialog(console).getByRole("radio", { name: choice, exact: true }).check();
  await dialog(console).getByRole("button", { name: "Close" }).click();
  await expect(dialog(console)).toBeHidden();
}

test.describe("colours and density (UX-55)", () => {
  const background = (console: Console) => host(console).evaluate((element) => getComputedStyle(element).backgroundColor);

  test("a choice holds at once, and the button has the focus again (UX-53)", async ({ console }) => {
    await console.openList();
    const before = await background(console);
    await choose(console, "Dark");
    expect(await background(console)).not.toBe(before);
    await expect(console.button("Display and keyboard")).toBeFocused();
    await choose(console, "As the system");
    expect(await background(console)).toBe(before);
  });

  test("compact rows are lower, and what is pressed keeps 24 pixels (WCAG 2.5.8)", async ({ console, page }) => {
    await console.openList();
    await console.listIsRead();
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "api-user", exact: true }) });
    const height = async () => (await row.boundingBox())?.height ?? 0;
    const before = await height();
    await choose(console, "Compact");
    expect(await height()).toBeLessThan(before - 8);
    for (const link of await row.getByRole("link").all()) {
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
  });

  test("nothing of it is stored: a reload asks the configuration again", async ({ console, page }) => {
    await console.openList();
    await choose(console, "Compact");
    await expect(host(console)).toHaveAttribute("density", "compact");
    await page.reload();
    await expect(console.signInButton).toBeVisible();
    await expect(host(console)).not.toHaveAttribute("density");
  });
});

test.describe("presenter mode (ux.md 3 M)", () => {
  test("by the address: a secret can be neither shown nor copied, and the bar says why", async ({ console, page, sandbox }) => {
    await page.goto(`/?presenter=secrets${address.change()}`);
    await console.signIn();
    await expect(console.button("Presenter mode")).toBeVisible();
    await console.newPassword.fill(password);
    await expect(console.button("Show new password")).toBeDisabled();
    await expect(console.button("Copy")).toBeDisabled();
    await expect(page.getByText("Presenter mode is on: it can be neither shown nor copied.")).toBeVisible();
    await console.pressChange();
    await console.expectOutcome("saved");
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test("what was generated is not sent, because nobody could have seen it (S-09)", async ({ console, page, sandbox }) => {
    await page.goto(`/?presenter=names${address.change()}`);
    await console.signIn();
    await console.button("Generate").click();
    await expect(page.getByText(/is not sent before it was\. Switch the mode off first, or type one\./)).toBeVisible();
    await console.pressChange();
    await expect(console.problems).toBeVisible();
    expect(await sandbox.writes()).toEqual([]);
  });

  test("it hides at once what is shown, and ends with one choice", async ({ console }) => {
    await console.openChange();
    await console.newPassword.fill(password);
    await console.button("Show new password").click();
    await expect(console.newPassword).toHaveAttribute("type", "text");
    await choose(console, "Secrets can be neither shown nor copied");
    await expect(console.newPassword).toHaveAttribute("type", "password");
    await choose(console, "Off");
    await expect(console.button("Show new password")).toBeEnabled();
    await expect(console.button("Presenter mode")).toBeHidden();
    await expect(console.newPassword).toHaveValue(password);
  });

  test("names are blurred on every page, and in the tab's title they are not", async ({ console, page }) => {
    await console.openChange();
    await expect(page).toHaveTitle(/api-user/);
    await choose(console, "The same, and names are blurred");
    await expect(page).toHaveTitle("Rekey");
    const name = console.heading("Change password of api-user").locator("bdi");
    await expect(name).toHaveCSS("filter", /blur/);
    await console.crumbs.getByRole("link", { name: "retail" }).click();
    await expect(page.getByRole("rowheader", { name: "api-user", exact: true }).locator("bdi")).toHaveCSS("filter", /blur/);
    await console.link("Edit api-user").click();
    await expect(console.field("Full name")).toHaveCSS("filter", /blur/);
  });

  test("the attributes of the element win over the configuration, and the address over both", async ({ page }) => {
    await page.route("**/config.json", async (route) => {
      const configuration = await (await route.fetch()).json();
      await route.fulfill({ json: { ...configuration, presenter: "secrets", density: "compact", theme: "dark" } });
    });
    await page.route(({ pathname }) => pathname === "/", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace("<rekey-console ", '<rekey-console density="comfortable" theme="light" ');
      await route.fulfill({ response: answer, body });
    });
    await page.goto("/?theme=system&density=loose");
    const element = page.locator("rekey-console");
    await expect(element).toHaveAttribute("presenter", "secrets");
    await expect(element).not.toHaveAttribute("density");
    await expect(element).not.toHaveAttribute("theme");
  });
});

test.describe("keys (UX-57)", () => {
  const filter = (console: Console) => console.page.getByRole("searchbox", { name: "Filter credentials" });

  test("a question mark lists them, a slash filters, u goes up", async ({ console, page }) => {
    await console.openChange();
    await page.keyboard.press("?");
    await expect(dialog(console).getByRole("definition").filter({ hasText: "Filter the list" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog(console)).toBeHidden();
    await page.keyboard.press("u");
    await console.listIsRead();
    await page.keyboard.press("/");
    await expect(filter(console)).toBeFocused();
    await page.keyboard.type("u?r/");
    await expect(filter(console)).toHaveValue("u?r/");
    await expect(dialog(console)).toBeHidden();
  });

  test("r reads the list again", async ({ console, page, sandbox }) => {
    await console.openList();
    await console.listIsRead();
    const reads = async () => (await sandbox.log()).filter(({ method }) => method === "GET").length;
    const before = await reads();
    await page.keyboard.press("r");
    await expect.poll(reads).toBeGreaterThan(before);
  });

  test("g generates, and g in a field is a letter", async ({ console, page }) => {
    await console.openChange();
    await page.keyboard.press("g");
    await expect(console.newPassword).toHaveValue(/^.{24}$/);
    await console.newPassword.fill("");
    await console.newPassword.press("g");
    await expect(console.newPassword).toHaveValue("g");
  });

  test("a key presses nothing that cannot be pressed: not while a change is on its way (F-03)", async ({ console, page, sandbox }) => {
    await sandbox.nextWrite({ kind: "delay-after-apply", milliseconds: 3_000 });
    await console.openChange();
    await console.change(password);
    await expect(page.getByText("Sending to API gateway.")).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("?");
    await dialog(console).getByRole("button", { name: "Close" }).click();
    await expect(console.newPassword).toHaveValue(password);
    await console.expectOutcome("saved");
    expect(await sandbox.gateways("api-user", password)).toEqual([200, 200, 200]);
    // Nor in a form that is put away.
    await page.keyboard.press("g");
    await page.keyboard.press("?");
    await dialog(console).getByRole("button", { name: "Close" }).click();
    expect(await page.locator("[data-secret]").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).join(""))).toBe("");
  });

  test("Control and Enter sends from any field of the form", async ({ console }) => {
    await console.openEdit();
    await console.field("Description").fill("two\nlines");
    await console.newPassword.fill(password);
    await console.field("Description").press("Control+Enter");
    await expect(console.dialog("api-user")).toBeVisible();
  });

  test("single keys can be switched off (WCAG 2.1.4), and then nothing claims to have one", async ({ console, page }) => {
    await console.openList();
    await console.listIsRead();
    await expect(filter(console)).toHaveAttribute("aria-keyshortcuts", "/");
    await page.keyboard.press("?");
    await dialog(console).getByRole("checkbox", { name: "Single keys" }).uncheck();
    await dialog(console).getByRole("button", { name: "Close" }).click();
    await expect(filter(console)).not.toHaveAttribute("aria-keyshortcuts");
    await page.keyboard.press("/");
    await page.keyboard.press("?");
    await expect(filter(console)).not.toBeFocused();
    await expect(dialog(console)).toBeHidden();
  });

  test("a page that the console is a part of keeps its own keys", async ({ console, page }) => {
    await console.open();
    await expect(console.signInButton).toBeVisible();
    await page.evaluate(() => {
      const element = document.querySelector("rekey-console");
      if (element === null) throw new Error("no console");
      element.remove();
      element.removeAttribute("addresses");
      const button = document.createElement("button");
      button.textContent = "of the portal";
      document.body.append(element, button);
    });
    await console.signIn();
    await page.getByRole("button", { name: "of the portal" }).focus();
    await page.keyboard.press("?");
    await expect(dialog(console)).toBeHidden();
    await console.signOut.focus();
    await page.keyboard.press("?");
    await expect(dialog(console)).toBeVisible();
  });
});
