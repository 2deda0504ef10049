import type { Page } from "@playwright/test";
import type { Fault } from "../support/faults.ts";
import { expect, test } from "../support/test.ts";

const mebibyte = 1024 * 1024;

/** How large the memories of the page's modules are. They never shrink, so this is the most they ever were. */
const memory = (page: Page) =>
  page.evaluate(() => [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0));

const floods: [string, Fault][] = [
  ["40 MB", { kind: "oversize", bytes: 40_000_000 }],
  ["40 MB in a few thousand bytes", { kind: "gzip", bytes: 40_000_000 }],
  ["an answer without end", { kind: "endless" }],
];

test("X34b-list: more than a list may have is given up at the bound, which is named, and the old list stays (H-04)", async ({ console, page, sandbox }) => {
  await console.openList();
  await console.listIsRead();
  const before = await memory(page);
  for (const [what, fault] of floods) {
    await sandbox.everyRead(fault);
    await console.button("Refresh credentials").click();
    await expect(page.getByText("The answer is larger than 33,554,432 bytes"), what).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText("The last refresh did not work.")).toBeVisible();
    await console.listIsRead();
    // So that the next one is told anew.
    await sandbox.faults();
    await console.button("Refresh credentials").click();
    await expect(page.getByText("The last refresh did not work.")).toBeHidden();
  }
  expect((await memory(page)) - before).toBeLessThan(20 * mebibyte);
});

test("X34a-list, X34a-edit, X34a-pw: fifty thousand credentials are listed, and each form opens without reading them again", async ({ console, guard, page, sandbox }) => {
  const record = await sandbox.credential();
  const list = "/apinizer/apiops/projects/retail/credentials/";
  const resultList = Array.from({ length: 50_000 }, (_, number) => ({ ...record, username: `user-${number}` }));
  await page.route(`**${list}`, (route) => route.fulfill({ json: { success: true, resultList, resultCount: 50_000 } }));
  await console.openList();
  await expect(page.getByText("50,000 credentials")).toBeVisible({ timeout: 15_000 });
  expect(await console.names.count()).toBeLessThan(40);
  const asked = () => guard.requests.filter((request) => request.url().endsWith(list)).length;
  await console.link("Edit", "user-3").click();
  await expect(console.field("Full name")).toHaveValue(record.fullName);
  expect(asked()).toBe(1);
  await page.goBack();
  await console.link("Change password", "of user-3").click();
  await expect(console.newPassword).toBeVisible();
  // Only the list itself, which was shown again, was.
  expect(asked()).toBe(2);
});
