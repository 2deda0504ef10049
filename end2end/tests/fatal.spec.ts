import type { Console } from "../support/console.ts";
import { breakable, breakNextElement } from "../support/crash.ts";
import type { Guard } from "../support/guard.ts";
import { copiesInMemory } from "../support/memory.ts";
import { newSecret } from "../support/scanner/canaries.ts";
import type { Scanner } from "../support/scanner/scanner.ts";
import { expect, test } from "../support/scanner/test.ts";
import { flipByte } from "../support/tamper.ts";

const doubt = "Reload the page. The last change may or may not have been made.";

test.describe("when the module traps (F-14)", () => {
  test.beforeEach(async ({ guard, page }) => {
    guard.expect(/^console: rekey: panic at /, /^console: rekey: crashed /, /^uncaught: unreachable/);
    await breakable(page);
  });

  /** The screen says what is not known, and nothing is left of what was typed. */
  async function expectTheEnd(console: Console, guard: Guard, scan: Scanner) {
    const { page } = console;
    const alert = page.getByRole("alert");
    await expect(alert.getByRole("heading", { name: "Rekey has stopped" })).toBeVisible();
    await expect(alert).toContainText(doubt);
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect.poll(() => copiesInMemory(page, newSecret)).toBe(0);
    // Where it happened and a code, and no word more (P-02).
    // But for what the browser itself notes: that the connection check was refused, as it should be.
    const ours = guard.console.filter((line) => !line.startsWith("Failed to load resource"));
    for (const line of ours) expect(line).toMatch(/^rekey: (panic at [\w./-]+:\d+|crashed)$/);
    await scan.end("stopped");
  }

  test("X32-list: while a list is shown, the screen says so and the page does not go on", async ({ console, guard, page, sandbox, scan }) => {
    await sandbox.everyRead({ kind: "delay", milliseconds: 500 });
    await console.openList();
    await breakNextElement(page);
    await expectTheEnd(console, guard, scan);
    expect(await sandbox.writes()).toEqual([]);
  });

  for (const operation of ["edit", "pw"] as const) {
    for (const moment of ["before it is sent", "after it is sent", "while its answer is shown"]) {
      test(`X32-${operation}: in the middle of a change, ${moment}, the screen says that it may have been made`, { tag: operation === "pw" ? "@firefox" : [] }, async ({ console, guard, page, sandbox, scan }) => {
        await sandbox.nextWrite({ kind: "delay", milliseconds: moment === "after it is sent" ? 5_000 : 500 });
        if (operation === "edit") {
          await console.openEdit();
          await console.newPassword.fill(newSecret);
          await console.review();
        } else {
          await console.openChange();
          await console.newPassword.fill(newSecret);
        }
        const address = page.url();
        await page.waitForLoadState("networkidle");
        if (moment === "before it is sent") await breakNextElement(page);
        if (operation === "edit") await console.save();
        else await console.pressChange();
        if (moment !== "before it is sent") {
          await expect.poll(async () => (await sandbox.writes()).length).toBe(1);
          await breakNextElement(page);
          // What is made next, while nobody has answered yet.
          if (moment === "after it is sent") await console.button("Display and keyboard").click();
        }
        await expectTheEnd(console, guard, scan);
        expect(page.url(), "no native submit").toBe(address);
        expect((await sandbox.writes()).length).toBeLessThanOrEqual(1);
      });
    }
  }

  test("nothing enters it any more, and nothing is sent any more", async ({ console, page, sandbox }) => {
    await console.openChange();
    await console.newPassword.fill(newSecret);
    await page.waitForLoadState("networkidle");
    await breakNextElement(page);
    await console.pressChange();
    await expect(console.heading("Rekey has stopped")).toBeVisible();
    await page.waitForLoadState("networkidle");
    const before = (await sandbox.log()).length;
    await page.evaluate(() => {
      location.hash = "#/gateway/projects/retail";
      dispatchEvent(new PageTransitionEvent("pagehide"));
    });
    await page.keyboard.press("Enter");
    await expect(console.heading("Rekey has stopped")).toBeVisible();
    expect(await sandbox.log()).toHaveLength(before);
  });
});

test("a form that the browser itself submits goes nowhere, with nothing of the secret in address and console (S-04, M14)", async ({ console, guard, page, scan }) => {
  guard.expect(/^policy: form-action refused/, /^console: .*form-action/);
  await console.open("#/gateway");
  await console.accessToken.fill(newSecret);
  const address = page.url();
  // As if the handler had ended before its first line.
  await console.accessToken.evaluate((field: HTMLInputElement) => field.form?.submit());
  await expect.poll(() => guard.console.join()).toContain("form-action");
  expect(page.url()).toBe(address);
  await scan.step("submitted", { field: "sign-in-secret" });
});

const tampered: [string, string, RegExp, string][] = [
  ["module", "**/*.wasm", /integrity|Failed to find a valid digest/i, "Rekey could not be verified"],
  ["style sheet", "**/assets/*.css", /integrity|Failed to find a valid digest/i, "Rekey could not be verified"],
];

for (const [what, files, note, heading] of tampered) {
  test(`one changed byte in the ${what} is seen, and nothing starts (W-04)`, { tag: "@firefox" }, async ({ console, guard, page, sandbox }) => {
    guard.expectNote(note);
    guard.expect(/^console: rekey: \w+-unverified/);
    await flipByte(page, files);
    await console.open();
    await expect(page.getByRole("alert").getByRole("heading", { name: heading })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    expect(await sandbox.log()).toEqual([]);
  });

  test(`a missing ${what} is told as missing`, { tag: "@firefox" }, async ({ console, guard, page }) => {
    guard.expectNote(/Failed to load resource/, /integrity/);
    guard.expect(/^console: rekey: \w+-unreachable/);
    await page.route(files, (route) => route.fulfill({ status: 404 }));
    await console.open();
    await expect(page.getByRole("alert").getByRole("heading", { name: "Rekey could not be loaded" })).toBeVisible();
  });
}

test("one changed byte in the script keeps it from running, and the page stays readable (W-04)", { tag: "@firefox" }, async ({ console, guard, page, sandbox }) => {
  guard.expectNote(/integrity|Failed to find a valid digest/i);
  await flipByte(page, "**/assets/*.js");
  await console.open();
  await expect(page.getByText("Rekey", { exact: true })).toBeVisible();
  await expect(page.getByRole("status")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  expect(await sandbox.log()).toEqual([]);
});

test("a page without scripts says what it needs", async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.locator("noscript > p")).toBeVisible();
  await context.close();
});
