import type { Page } from "@playwright/test";
import type { Console } from "../support/console.ts";
import { answer } from "../support/faults.ts";
import { v7 } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const other = "#/monitoring/account-groups/1234";

/** The ways out of a form, and where each leads. */
const ways: { title: string; to: RegExp; go: (console: Console) => Promise<unknown> }[] = [
  { title: "a link of the page", to: /#\/monitoring\/account-groups\/75$/, go: ({ crumbs }) => crumbs.getByRole("link", { name: "Retail operations" }).click() },
  { title: "Back", to: /#\/monitoring\/account-groups\/75$/, go: ({ page }) => page.evaluate(() => history.back()) },
  { title: "Cancel", to: /#\/monitoring\/account-groups\/75$/, go: (console) => console.link("Cancel").click() },
  { title: "the tab of another connection", to: /#\/cloud$/, go: (console) => console.tab("Cloud").click() },
  { title: "another account group in the address", to: /#\/monitoring\/account-groups\/1234$/, go: ({ page }) => goTo(page, other) },
];

const goTo = (page: Page, address: string) => page.evaluate((address) => void (location.hash = address), address);

/** Opens the form by way of the list, so that Back leads to it. */
async function openEdit(visit: Visit) {
  await visit.openList();
  await visit.console.link(`Edit ${visit.record.name}`).click();
  await visit.editIsOpen();
}

async function fill(visit: Visit) {
  await visit.console.field("Name").fill("Half a name");
  await visit.also.click();
  await visit.newValue.fill("half a value");
}

for (const { title, to, go } of ways) {
  test.describe(`${title}, from a form with a value in its field (UX-39)`, () => {
    test("asks; who stays keeps everything, and the address", async ({ console, page, sandbox }) => {
      const visit = new Visit(console, v7);
      await openEdit(visit);
      await fill(visit);
      await go(console);
      await expect(console.leaveQuestion).toBeVisible();
      await expect(console.leaveQuestion.getByRole("button", { name: "Stay" })).toBeFocused();
      await expect(console.leaveQuestion).toContainText("The value is lost. The other changes stay here until you sign out.");
      await console.stay();
      await expect(console.leaveQuestion).toBeHidden();
      await expect(page).toHaveURL(new RegExp(`${visit.at("edit")}$`));
      await expect(console.field("Name")).toHaveValue("Half a name");
      await expect(visit.newValue).toHaveValue("half a value");
      expect(await sandbox.writes()).toEqual([]);

      await go(console);
      await expect(console.leaveQuestion).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(console.leaveQuestion).toBeHidden();
      await expect(console.field("Name")).toHaveValue("Half a name");
    });

    test("asks; who leaves gets there, and the value is gone, and nothing else", async ({ console, page }) => {
      const visit = new Visit(console, v7);
      await openEdit(visit);
      await fill(visit);
      await go(console);
      await console.leave();
      await expect(page).toHaveURL(to);
      await expect(console.heading(/^(Credentials|Sign in to Cloud)$/)).toBeVisible();
      await expect(console.leaveQuestion).toBeHidden();
      await goTo(page, visit.at("edit"));
      await expect(console.field("Name")).toHaveValue("Half a name");
      await expect(visit.newValue).toHaveCount(0);
    });
  });

  test(`${title}, from a form with changes and no value, asks nothing, and they are still there (UX-39, UX-43)`, async ({ console, page }) => {
    const visit = new Visit(console, v7);
    await openEdit(visit);
    await console.field("Name").fill("Half a name");
    await go(console);
    await expect(page).toHaveURL(to);
    await expect(console.heading(/^(Credentials|Sign in to Cloud)$/)).toBeVisible();
    await expect(console.leaveQuestion).toHaveCount(0);
    await goTo(page, visit.at("edit"));
    await expect(console.field("Name")).toHaveValue("Half a name");
  });

  test(`${title}, from a form that was changed and changed back, asks nothing`, async ({ console, page }) => {
    const visit = new Visit(console, v7);
    await openEdit(visit);
    await console.field("Name").fill("Half a name");
    await console.field("Name").fill(visit.record.name);
    await go(console);
    await expect(page).toHaveURL(to);
    await expect(console.heading(/^(Credentials|Sign in to Cloud)$/)).toBeVisible();
    await expect(console.leaveQuestion).toHaveCount(0);
  });
}

test("a value that was typed and not sent is asked about; nothing else is there to be kept", async ({ console }) => {
  const visit = new Visit(console, v7);
  await visit.openChange();
  await visit.newValue.fill("x");
  await console.link("Cancel").click();
  await expect(console.leaveQuestion).toContainText("The value is lost.");
  await expect(console.leaveQuestion).not.toContainText("stay here");
  await console.stay();
  await expect(visit.newValue).toHaveValue("x");
  await visit.newValue.fill("");
  await console.link("Cancel").click();
  await visit.listIsRead();
});

test("after it is saved nothing is asked", async ({ console }) => {
  const visit = new Visit(console, v7);
  await visit.openChange();
  await visit.change("new value of a test");
  await console.expectOutcome("saved");
  await console.tab("Cloud").click();
  await expect(console.heading("Sign in to Cloud")).toBeVisible();
});

test("who wants to leave while a write is on its way is asked, and no longer once it is saved", async ({ console, page, sandbox }) => {
  await sandbox.faults({ method: "PUT", path: "/thousandeyes/*", fault: { kind: "delay", milliseconds: 1_500 } });
  const visit = new Visit(console, v7);
  await visit.openChange();
  await visit.change("new value of a test");
  await expect(page.getByText("Sending to")).toBeVisible();
  await console.tab("Cloud").click();
  await expect(console.leaveQuestion).toBeVisible();
  await console.expectOutcome("saved");
  await expect(console.leaveQuestion).toBeHidden();
});

test("a refused change is still unsaved, and asked about", async ({ console, sandbox }) => {
  await sandbox.faults({ method: "PUT", path: "/thousandeyes/*", fault: answer(403, { title: "Forbidden", status: 403 }) });
  const visit = new Visit(console, v7);
  await visit.openChange();
  await visit.change("new value of a test");
  await console.expectOutcome("rejected");
  await console.tab("Cloud").click();
  await expect(console.leaveQuestion).toBeVisible();
});

test.describe("reloading the page", () => {
  test("is asked about by the browser while a form has unsaved changes", { tag: "@firefox" }, async ({ console, page }) => {
    const visit = new Visit(console, v7);
    await openEdit(visit);
    // The browser asks only where somebody has done something.
    await console.field("Name").click();
    await page.keyboard.type("x");
    const asked = page.waitForEvent("dialog");
    const reloaded = page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.accept();
    await reloaded;
    await expect(console.heading("Sign in to Monitoring")).toBeVisible();
  });

  for (const [what, prepare] of [
    ["that was changed back", async ({ page }: Console) => (await page.keyboard.type("x"), page.keyboard.press("Backspace"))],
    ["whose value was given up", async (console: Console) => (await console.button("Also change the value").click(), await console.field("New value").fill("x"), await console.link("Cancel").click(), console.leave())],
  ] as const) {
    test(`is not asked about with a form ${what}`, async ({ console, page }) => {
      const dialogs: string[] = [];
      page.on("dialog", (dialog) => (dialogs.push(dialog.type()), dialog.accept()));
      await openEdit(new Visit(console, v7));
      await console.field("Name").click();
      await page.keyboard.press("End");
      await prepare(console);
      await page.reload();
      await expect(console.heading("Sign in to Monitoring")).toBeVisible();
      expect(dialogs).toEqual([]);
    });
  }
});
