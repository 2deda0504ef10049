import type { Page } from "@playwright/test";
import { memoriesOf } from "../support/memory.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

/** Bytes that the program has for what it is doing (`.cargo/config.toml`). Below them there is nothing: what needs more traps. */
const size = 256 * 1024;

/** How many bytes of it were ever used. It grows down from its size, over bytes that were zero. */
async function used(page: Page) {
  const [memory = Buffer.alloc(0)] = await memoriesOf(page);
  const untouched = memory.findIndex((byte) => byte !== 0);
  return size - untouched;
}

const nested = (depth: number): unknown => JSON.parse(`${'{"a":['.repeat(depth)}1${"]}".repeat(depth)}`);

test("the deepest that anything goes is half of the stack", async ({ console, page, sandbox }) => {
  await sandbox.reset(1000);
  await console.openList();
  await expect(console.names.first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Filter credentials" }).fill("api-user");
  await console.link(`Edit ${demo.username}`).click();
  await console.field("Full name").fill("Order service");
  await console.newPassword.fill("correct horse, new staple");
  await console.review();
  await console.save();
  await console.expectOutcome("saved");

  // As deep as a parser goes, and deeper; the sandbox's own goes no deeper either.
  for (const depth of [31, 60, 63, 64, 1000]) {
    const body = { success: true, resultList: [{ username: "odd", odd: nested(depth) }], odd: nested(depth) };
    await page.route("**/projects/retail/credentials/", (route) => route.fulfill({ json: body }));
    await page.goto("/#/gateway");
    await console.link(demo.project).click();
    await expect(page.getByRole("alert").or(console.link("Edit odd")).first()).toBeVisible();
  }
  const bytes = await used(page);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(size / 2);
});
