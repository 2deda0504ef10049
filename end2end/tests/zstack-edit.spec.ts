import { zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const { record, vault } = zstack;
const typed = "new value of a test";

test("name, description and expiry arrive as typed, the moment in UTC and to the second (Z6)", async ({ console, page, sandbox }) => {
  const visit = new Visit(console, zstack);
  await visit.openEdit();
  await console.field("Name").fill(`db "prod" & <b>`);
  await console.field("Description").fill("");
  await page.getByLabel("Expiry date").fill("2031-03-01");
  await page.getByLabel("Expiry time").fill("09:30");
  await expect(page.getByText("In Europe/Istanbul. Sent as 1 Mar 2031, 06:30 UTC.")).toBeVisible();
  await console.review();
  await expect(visit.review).toContainText("Expires at 1 Mar 2031, 06:30 UTC.");
  await expect(visit.review).toContainText("The value is not sent. This API does not document whether it stays.");
  await visit.save();
  await console.expectOutcome("saved");
  await expect(console.result).toContainText("The value was not sent. This API does not document what becomes of one that is left out.");
  expect((await sandbox.writes())[0]?.body).toEqual({
    name: `db "prod" & <b>`,
    description: "",
    expiresAt: "2031-03-01T06:30:00Z",
    operator: "ops@example.com",
  });
});

test("a new value is called stored, never verified (Z14)", async ({ console }) => {
  const visit = new Visit(console, zstack);
  await visit.openChange();
  await visit.change(typed);
  await console.expectOutcome("saved");
  await expect(console.result).toContainText("so only its next use can prove that it works");
  await expect(visit.newValue).toBeHidden();
});

test("an expiry cannot be taken away, and the form says so (Z3)", async ({ console, page, sandbox }) => {
  const visit = new Visit(console, zstack);
  await visit.openEdit();
  await page.getByLabel("Expiry date").fill("");
  await page.getByLabel("Expiry time").fill("");
  await expect(page.getByText("This API documents no way to take an expiry away.")).toBeVisible();
  await console.review();
  await expect(console.problems).toContainText("Removing an expiry is not documented for this API. Enter a date");
  await expect(page.getByLabel("Expiry date")).toHaveAttribute("aria-invalid", "true");
  expect(await sandbox.writes()).toEqual([]);
});

test.describe("an expiry in the past (Z7)", () => {
  test.beforeEach(async ({ console, page }) => {
    await new Visit(console, zstack).openEdit();
    await page.getByLabel("Expiry date").fill("2020-01-01");
    await page.getByLabel("Expiry time").fill("12:00");
    await console.review();
  });

  test("is of high impact and not sent without the typed name", async ({ console, sandbox }) => {
    const visit = new Visit(console, zstack);
    await expect(visit.review).toContainText("High impact:");
    await expect(visit.review).toContainText("Expires at 1 Jan 2020, 09:00 UTC, which has passed.");
    await visit.save("prod-db");
    await expect(visit.review).toContainText("The name does not match");
    expect(await sandbox.writes()).toEqual([]);
  });

  test("is sent with it", async ({ console, sandbox }) => {
    await new Visit(console, zstack).save(record.name);
    await console.expectOutcome("saved");
    expect(await sandbox.read(zstack.read)).toMatchObject({ expiresAt: "2020-01-01T09:00:00Z" });
  });
});

test("a server that wants the value with every update gets it from the admin and nobody else (Z1)", async ({ console, sandbox }) => {
  await sandbox.settings({ zstackValue: "required" });
  const visit = new Visit(console, zstack);
  await visit.openEdit();
  await expect(visit.newValue).toHaveCount(0);
  await console.field("Description").fill("Kept over a refusal");
  await visit.rename("renamed-db-password");
  await console.expectOutcome("rejected");
  await expect(console.result).toContainText("Nothing was changed: the old value is still valid.");
  await expect(console.result).toContainText("This server may want the value with every update.");
  await expect(console.result.getByRole("blockquote")).toHaveText("value is required");

  await expect(visit.newValue).toHaveValue("");
  await expect(console.field("Name")).toHaveValue("renamed-db-password");
  await expect(console.field("Description")).toHaveValue("Kept over a refusal");
  expect((await sandbox.writes()).map((row) => row.keys)).toEqual([["description", "expiresAt", "name", "operator"]]);

  await console.review();
  await expect(console.problems).toContainText("Enter the new value");
  await visit.newValue.fill(typed);
  await console.review();
  await visit.save();
  await console.expectOutcome("saved");
  expect(await sandbox.read(zstack.read)).toMatchObject({ name: "renamed-db-password", description: "Kept over a refusal" });
  expect(await sandbox.vault(vault, record.id, typed)).toBe(200);
  expect(await sandbox.writes()).toHaveLength(2);
});

test("the value goes with an edit only while its field is there", async ({ console, sandbox }) => {
  const visit = new Visit(console, zstack);
  await visit.openEdit();
  await console.field("Description").fill("Changed");
  await visit.also.click();
  await visit.newValue.fill(typed);
  await console.button("Leave the value out").click();
  await expect(visit.newValue).toHaveCount(0);
  await console.review();
  await visit.save();
  await console.expectOutcome("saved");
  expect((await sandbox.writes())[0]?.keys).not.toContain("value");
  expect(await sandbox.vault(vault, record.id, record.value)).toBe(200);
});

test("a value that may be in use is not left out without a question (UX-21)", async ({ console, page, sandbox }) => {
  // The browser itself sends it again (M4).
  await sandbox.faults({ method: "PUT", path: "/zstack/*", times: 20, fault: { kind: "apply-then-drop" } });
  const visit = new Visit(console, zstack);
  await visit.openEdit();
  await visit.also.click();
  await visit.newValue.fill(typed);
  // What was never sent is left out at once.
  await console.button("Leave the value out").click();
  await expect(visit.newValue).toHaveCount(0);

  await visit.also.click();
  await visit.newValue.fill(typed);
  await console.review();
  await visit.save();
  await console.expectOutcome("unknown");
  const question = page.getByRole("group", { name: "Leave the value out?" });
  await console.button("Leave the value out").click();
  await expect(question.getByRole("button", { name: "Keep it" })).toBeFocused();
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(question).toHaveCount(0);
  await expect(visit.newValue).toHaveValue(typed);
  await console.button("Leave the value out").click();
  await question.getByRole("button", { name: "Leave the value out" }).click();
  await expect(visit.newValue).toHaveCount(0);
});
