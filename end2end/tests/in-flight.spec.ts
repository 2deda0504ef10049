import type { Dialog } from "@playwright/test";
import type { Console } from "../support/console.ts";
import { copiesInMemory } from "../support/memory.ts";
import { secret } from "../support/observe.ts";
import { demo, type Sandbox } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";
import { traces } from "../support/traces.ts";

/** Begins a write whose answer takes a while, and waits until it has arrived. */
async function begin(operation: "edit" | "pw", console: Console, sandbox: Sandbox) {
  await sandbox.nextWrite({ kind: "delay-after-apply", milliseconds: 4_000 });
  if (operation === "edit") {
    await console.openEdit();
    await console.newPassword.fill(secret);
    await console.field("Full name").fill("Order service");
    await console.review();
    await console.save();
  } else {
    await console.openChange();
    await console.change(secret);
  }
  await expect.poll(async () => (await sandbox.writes()).length).toBe(1);
}

for (const operation of ["edit", "pw"] as const) {
  test(`X30-${operation}: who reloads while a write is on its way is asked first, and nothing is sent again afterwards (F-12)`, async ({ console, guard, page, sandbox }) => {
    await begin(operation, console, sandbox);
    const asked: string[] = [];
    const answer = (leaves: boolean) => (dialog: Dialog) => {
      asked.push(dialog.type());
      return leaves ? dialog.accept() : dialog.dismiss();
    };
    page.once("dialog", answer(false));
    await page.evaluate(() => location.reload());
    await expect(page.getByText("Sending to")).toBeVisible();
    expect(asked).toEqual(["beforeunload"]);
    page.once("dialog", answer(true));
    await page.reload();
    await expect(console.signInButton).toBeVisible();
    expect(asked).toEqual(["beforeunload", "beforeunload"]);
    expect(await traces(page, guard, secret)).toEqual([]);
    await console.signIn();
    await page.waitForLoadState("networkidle");
    expect(await sandbox.writes()).toHaveLength(1);
  });

  test(`X42-${operation}: an element that is removed while a write is on its way lets go of everything, and sends nothing again (E-06)`, async ({ console, guard, page, sandbox }) => {
    await begin(operation, console, sandbox);
    const ended = page.waitForEvent("requestfailed");
    const element = await page.evaluateHandle(() => document.querySelector("rekey-console"));
    await element.evaluate((console) => console?.remove());
    expect((await ended).failure()?.errorText).toContain("ABORTED");
    await expect.poll(() => copiesInMemory(page, secret)).toBe(0);
    expect(await traces(page, guard, secret)).toEqual([]);
    await element.evaluate((console) => document.body.prepend(console as Element));
    await console.signIn();
    await page.waitForLoadState("networkidle");
    await expect(console.result).toHaveCount(0);
    expect(await sandbox.writes()).toHaveLength(1);
    expect(await sandbox.gateways(demo.username, secret), "what was sent has arrived all the same").toEqual([200, 200, 200]);
  });
}

test("X42-list: an element that is removed while the list is read lets go of the token (E-06)", async ({ console, page, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  await sandbox.everyRead({ kind: "delay", milliseconds: 20_000 });
  const [ended, asked] = [page.waitForEvent("requestfailed"), page.waitForRequest("**/credentials/")];
  await console.button("Refresh credentials").click();
  await asked;
  await page.evaluate(() => document.querySelector("rekey-console")?.remove());
  expect((await ended).failure()?.errorText).toContain("ABORTED");
  await expect.poll(() => copiesInMemory(page, demo.token)).toBe(0);
});
