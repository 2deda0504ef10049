import type { Page } from "@playwright/test";
import type { Console } from "../support/console.ts";
import { judge, secret } from "../support/observe.ts";
import { demo, type Sandbox } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

test.beforeEach(({ page }) => page.clock.install());

/** Lists, edits and changes a password, on the page that is open. */
async function doAll({ console, sandbox }: { console: Console; sandbox: Sandbox }) {
  await console.button("Refresh credentials").click();
  await console.listIsRead();
  await console.link("Edit", "kiosk-eu").click();
  await console.field("Full name").fill("Kiosks");
  await console.newPassword.fill(secret);
  await console.review();
  await console.save("kiosk-eu");
  await console.expectOutcome("saved");
  await console.page.goBack();
  await console.link("Change password", "of api-user").click();
  await console.change(secret);
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, secret)).toEqual([200, 200, 200]);
  expect(await sandbox.credential("kiosk-eu")).toMatchObject({ fullName: "Kiosks" });
}

test("X36-list, X36-edit, X36-pw: a page whose files are gone from the server goes on to work (F-18)", async ({ console, guard, page, sandbox }) => {
  guard.expectNote(/Failed to load resource/);
  await console.openList();
  await console.listIsRead();
  await page.waitForLoadState("networkidle");
  // The new release has other names for all of them.
  await page.route(/\/(assets|common-passwords)/, (route) => route.fulfill({ status: 404, contentType: "text/html", body: "gone" }));
  await doAll({ console, sandbox });
});

test("X39-list, X39-edit, X39-pw: a browser that stores nothing is no hindrance (F-19)", async ({ console, page, sandbox }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(globalThis, name, { get: refuse });
    }
    Object.defineProperty(Document.prototype, "cookie", { get: refuse, set: refuse });
  });
  await console.openList();
  await doAll({ console, sandbox });
});

test.describe("with a clock that is wrong (N-11, F-16)", () => {
  /** A day back, a day on, and the year in which a board without a battery wakes up. */
  const clocks = [Date.now() - 86_400_000, Date.now() + 86_400_000, Date.UTC(2000, 0, 1)];
  const setClock = (page: Page, time: number) => page.clock.setSystemTime(time);

  test("X33-list: what has expired is told by this computer's clock, and says so", async ({ console, page }) => {
    const states: string[] = [];
    for (const time of clocks) {
      // A page of its own each time: a clock that jumps on ends a session as sleep does (S-14).
      await page.goto("about:blank");
      await setClock(page, time);
      await console.openList();
      await console.listIsRead();
      await expect(page.getByText("is told by this computer's clock.")).toBeVisible();
      const row = page.getByRole("row").filter({ has: console.link("Edit", "partner-acme") });
      states.push((await row.locator(".cell-state").textContent()) ?? "");
    }
    expect(states).toEqual(["Expired", "Expired", "Active"]);
  });

  test("X33-edit: the instant that is sent is the one that is shown", async ({ console, guard, page, sandbox }) => {
    await console.openEdit();
    await setClock(page, Date.UTC(2000, 0, 1));
    await page.getByLabel("Expiry date").fill("2031-05-04");
    await page.getByLabel("Expiry time").fill("03:02");
    await expect(page.locator("#expiry-help")).toContainText("Sent as 4 May 2031, 00:02 UTC.");
    await console.newPassword.fill(secret);
    await console.review();
    await console.save();
    await judge({ console, guard, api: sandbox }, "saved");
    expect((await sandbox.credential()).expireDate).toContain("2031-05-04T00:02:00");
  });

  test("X33-pw: a clock that is set back makes no old reading fresh, and ends no session", async ({ console, guard, page, sandbox }) => {
    await console.openChange();
    await console.newPassword.fill(secret);
    await page.waitForLoadState("networkidle");
    await sandbox.change({ description: "by somebody else" });
    await setClock(page, Date.now() - 86_400_000);
    await console.pressChange();
    await console.expectOutcome("conflict");
    await console.button("Change the password anyway").click();
    await judge({ console, guard, api: sandbox }, "saved");
  });
});

test.describe("with an extension that meddles (S-06)", () => {
  for (const operation of ["edit", "pw"] as const) {
    test(`X41-${operation}: what nobody typed is not sent, and foreign elements in the page do no harm`, async ({ console, sandbox }) => {
      if (operation === "edit") await console.openEdit();
      else await console.openChange();
      await console.newPassword.evaluate((field: HTMLInputElement, value) => {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        for (const place of [field.parentElement, field.form, field.form?.parentElement]) {
          place?.prepend(Object.assign(document.createElement("span"), { textContent: "a foreign element" }));
          place?.append(document.createElement("foreign-icon"));
        }
      }, "filled by somebody else");
      const submit = async () => (operation === "edit" ? console.review() : console.pressChange());
      await submit();
      await expect(console.problems).toContainText("was filled in by the browser");
      expect(await sandbox.writes()).toEqual([]);
      await console.newPassword.fill(secret);
      await submit();
      if (operation === "edit") await console.save();
      await console.expectOutcome("saved");
      expect(await sandbox.gateways(demo.username, secret)).toEqual([200, 200, 200]);
    });
  }
});
