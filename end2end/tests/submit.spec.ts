import type { Console } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

/** What impatient people do; each is one gesture too many (F-05). */
const gestures: [string, (console: Console, button: string) => Promise<void>][] = [
  ["a double click", async (console, button) => console.button(button).dblclick()],
  [
    "Enter and a click",
    async (console, button) => {
      await console.page.keyboard.press("Enter");
      await console.button(button).click({ force: true, noWaitAfter: true, timeout: 500 }).catch(() => undefined);
    },
  ],
  [
    "Enter fifty times",
    async (console) => {
      for (let press = 0; press < 50; press += 1) await console.page.keyboard.press("Enter");
    },
  ],
  [
    "fifty submit events by script",
    async (console, button) => {
      await console.button(button).evaluate((element: HTMLButtonElement) => {
        for (let press = 0; press < 50; press += 1) element.form?.requestSubmit();
      });
    },
  ],
];

for (const [gesture, perform] of gestures) {
  test(`X27-pw: ${gesture} on the change form sends one write`, async ({ console, sandbox }) => {
    await sandbox.nextWrite({ kind: "delay", milliseconds: 700 });
    await console.openChange();
    await console.newPassword.fill(password);
    await perform(console, "Change password of api-user");
    await console.expectOutcome("saved");
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test(`X27-edit: ${gesture} in the review sends one write`, async ({ console, sandbox }) => {
    await sandbox.nextWrite({ kind: "delay", milliseconds: 700 });
    await console.openEdit("billing-batch");
    await console.page.getByRole("checkbox", { name: "Enabled" }).uncheck();
    await console.newPassword.fill(password);
    await console.review();
    await console.field("Type billing-batch to confirm").fill("billing-batch");
    await perform(console, "Save changes to billing-batch");
    await console.expectOutcome("saved");
    expect(await sandbox.writes()).toHaveLength(1);
  });
}

test("the request of a change leaves before anything that shows it is made", async ({ console, page }) => {
  await page.addInitScript(() => {
    const send = globalThis.fetch;
    globalThis.fetch = (input, options) => {
      const form = document.querySelector("rekey-console")?.shadowRoot?.querySelector("form:not([hidden])");
      const isWrite = input instanceof Request && input.method === "PATCH";
      if (isWrite) document.documentElement.dataset.shown = String(form?.querySelector("[aria-busy=true]") !== null);
      return send(input, options);
    };
  });
  await console.openChange();
  await console.newPassword.fill(password);
  // What the request is compared with has come, so that the press has nothing else to wait for.
  await page.waitForLoadState("networkidle");
  await console.pressChange();
  await console.expectOutcome("saved");
  await expect(page.locator("html")).toHaveAttribute("data-shown", "false");
});

test("while a change is on its way the form is busy and says so", async ({ console, page, sandbox }) => {
  await sandbox.nextWrite({ kind: "delay", milliseconds: 3_000 });
  await console.openChange();
  await console.change(password);
  await expect(page.getByText("Changing password…")).toBeVisible();
  await expect(page.getByText("Sending to")).toBeVisible();
  // Nothing inside an inert element takes the focus, a press or a key (UX-33).
  await expect(console.newPassword.locator("xpath=ancestor::*[@inert]")).toHaveCount(1);
  await console.expectOutcome("saved");
});
