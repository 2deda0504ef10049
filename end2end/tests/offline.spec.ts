import type { Page } from "@playwright/test";
import { judge, secret } from "../support/observe.ts";
import { expect, test } from "../support/test.ts";

// What becomes of it two minutes later is looked at without waiting for two minutes.
test.beforeEach(({ page }) => page.clock.install());

const offline = "This browser is offline.";

test("X06-list: without a network the list stays and says that it is old, and nothing is asked", async ({ console, context, page, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await page.waitForLoadState("networkidle");
  const asked = (await sandbox.log()).length;
  await context.setOffline(true);
  await console.button("Refresh credentials").click();
  await expect(page.getByText(offline)).toBeVisible();
  await expect(page.getByText("The last refresh did not work.")).toBeVisible();
  await console.listIsRead();
  expect(await sandbox.log()).toHaveLength(asked);
});

test("X06-edit: without a network nothing is sent, and the form waits for one without a queue", async ({ console, context, guard, page, sandbox }) => {
  await console.openEdit();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill(secret);
  await console.review();
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await console.save();
  await judge({ console, guard, api: sandbox }, "not-sent", { words: [offline, "The old password is still valid."] });
  await expect(console.field("Full name")).toHaveValue("Order service");
  await expect(console.button("Send when online")).toBeDisabled();
  await context.setOffline(false);
  await expect(console.button("Review changes")).toBeEnabled();
  expect(await sandbox.writes(), "nothing goes out by itself").toEqual([]);
});

test("X06-pw: without a network nothing is sent, and it is when one says so again", { tag: "@firefox" }, async ({ console, context, guard, page, sandbox }) => {
  await console.openChange();
  await console.newPassword.fill(secret);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await console.pressChange();
  await judge({ console, guard, api: sandbox }, "not-sent", { words: [offline, "The old password is still valid."] });
  const waiting = console.button("Send when online");
  await expect(waiting).toBeDisabled();
  await waiting.click({ force: true });
  await context.setOffline(false);
  await console.pressChange();
  await console.expectOutcome("saved");
  expect(await sandbox.writes()).toHaveLength(1);
});

/** The network goes away while an answer of this method is awaited, after the server has done what was asked. */
async function loseTheNetwork(page: Page, method: string) {
  await page.route("**/apinizer/**", async (route) => {
    if (route.request().method() !== method) return route.continue();
    await route.fetch();
    await page.context().setOffline(true);
    await route.abort("internetdisconnected");
  });
}

test("X07-list: a network that goes away while the list is read is told, and the old list stays", async ({ console, page }) => {
  await console.openList();
  await console.listIsRead();
  await loseTheNetwork(page, "GET");
  await console.button("Refresh credentials").click();
  await expect(page.getByText(offline)).toBeVisible();
  await expect(page.getByText("The last refresh did not work.")).toBeVisible();
  await console.listIsRead();
});

for (const [operation, method] of [["edit", "PUT"], ["pw", "PATCH"]] as const) {
  test(`X07-${operation}: a network that goes away after the write was sent leaves a doubt`, async ({ console, guard, page, sandbox }) => {
    if (operation === "edit") {
      await console.openEdit();
      await console.newPassword.fill(secret);
      await console.field("Full name").fill("Order service");
      await console.review();
    } else {
      await console.openChange();
      await console.newPassword.fill(secret);
    }
    await page.waitForLoadState("networkidle");
    await loseTheNetwork(page, method);
    if (operation === "edit") await console.save();
    else await console.pressChange();
    await judge({ console, guard, api: sandbox }, "unknown", { words: ["The old or the new password may be valid now."] });
    expect(await sandbox.writes()).toHaveLength(1);
  });
}
