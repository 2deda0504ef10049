import { copiesInMemory } from "../support/memory.ts";
import { demo } from "../support/sandbox.ts";
import { kinds, v6WithBasic, zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { traces } from "../support/traces.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const value = "canary in a coal mine 🐤";

for (const system of kinds) {
  test(`${system.title}: neither token nor value leaves a trace, and no saved value stays in memory (S-01, S-02, T6)`, async ({ console, guard, page }) => {
    const expectNoTrace = async (step: string) => {
      for (const secret of [demo.token, value]) expect(await traces(page, guard, secret), step).toEqual([]);
    };
    const visit = new Visit(console, system);
    await visit.openEdit();
    await visit.also.click();
    await visit.newValue.fill(value);
    await console.field("Name").fill("Renamed");
    await expectNoTrace("the value is typed");
    await console.review();
    await expect(visit.review).toBeVisible();
    await expectNoTrace("the review is open");
    await visit.save();
    await console.expectOutcome("saved");
    await expectNoTrace("the value is saved");
    await console.link("Back to credentials").click();
    await expect(console.heading("Credentials")).toBeVisible();
    expect(await copiesInMemory(page, value)).toBe(0);
    await console.signOut.click();
    await expect(console.signInButton).toBeVisible();
    expect(await copiesInMemory(page, demo.token)).toBe(0);
  });
}

test("an API token and what it is sent as are in the module's memory no more after signing out (S-03)", async ({ console, guard, page }) => {
  const token = "rekey-demo-api-token";
  const basic = Buffer.from(`admin@example.com:${token}`).toString("base64");
  await new Visit(console, v6WithBasic).openList();
  for (const secret of [token, basic]) expect(await traces(page, guard, secret)).toEqual([]);
  await console.signOut.click();
  await expect(console.signInButton).toBeVisible();
  for (const secret of [token, basic]) expect(await copiesInMemory(page, secret)).toBe(0);
});

test("a value of several lines leaves no trace, and is in the module's memory no more once it is saved (Z15)", async ({ console, context, guard, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const visit = new Visit(console, zstack);
  await visit.openChange();
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${value}\r\n${value}\r\n`);
  await visit.newValue.focus();
  await page.keyboard.press("Control+V");
  await expect(console.severalLines).toBeChecked();
  expect(await traces(page, guard, value)).toEqual([]);
  await visit.pressChange();
  await console.expectOutcome("saved");
  await console.link("Back to credentials").click();
  await expect(console.heading("Credentials")).toBeVisible();
  const left = await page.locator("textarea").evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
  expect(left.join()).toBe("");
  expect(await copiesInMemory(page, value)).toBe(0);
});
