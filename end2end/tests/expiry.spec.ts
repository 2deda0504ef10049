import { expectAccessible } from "../support/access.ts";
import type { Console } from "../support/console.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

const dateField = (console: Console) => console.page.getByLabel("Expiry date");
const timeField = (console: Console) => console.page.getByLabel("Expiry time");
const line = (console: Console) => console.page.locator("#expiry-help");

async function type(console: Console, date: string, time: string) {
  await dateField(console).fill(date);
  await timeField(console).fill(time);
}

async function saveIt(console: Console) {
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
}

const picks = [
  { name: "In 30 days", days: 30 },
  { name: "In 90 days", days: 90 },
  { name: "In 180 days", days: 180 },
];

/** The day so many days from today in Istanbul, which is three hours ahead of UTC all year. */
function inIstanbul(days: number) {
  const there = new Date(Date.now() + 3 * 3_600_000 + days * 86_400_000);
  return there.toISOString().slice(0, 10);
}

for (const { name, days } of picks) {
  test(`“${name}” is the end of that day, and says how far away that is (UX-46)`, async ({ console, sandbox }) => {
    await console.openEdit();
    await timeField(console).fill("09:30");
    const day = inIstanbul(days);
    await console.button(name).click();
    await expect(dateField(console)).toHaveValue(day);
    await expect(timeField(console)).toHaveValue("");
    await expect(line(console)).toHaveText(
      new RegExp(`^In Europe/Istanbul\\. Sent as .*, 20:59 UTC\\. That is in ${days} days\\.$`),
    );
    await saveIt(console);
    expect((await sandbox.credential()).expireDate).toContain(`${day}T20:59:59`);
  });
}

test("“In 1 year” is the same day of the next year", async ({ console }) => {
  await console.openEdit();
  const day = inIstanbul(0);
  await console.button("In 1 year").click();
  const [year, ...rest] = day.split("-");
  await expect(dateField(console)).toHaveValue([Number(year) + 1, ...rest].join("-").replace("-02-29", "-02-28"));
});

test("a pick is no save, and can be taken back by hand", async ({ console, sandbox }) => {
  await console.openEdit();
  await console.button("In 90 days").click();
  await dateField(console).fill("");
  await expect(line(console)).toHaveText("In Europe/Istanbul. Without a date it never expires.");
  expect(await sandbox.writes()).toEqual([]);
});

test("an end that is stored says how far away it is", async ({ console }) => {
  await console.openEdit("billing-batch");
  await expect(line(console)).toHaveText(/That is in (4|5) days\.$/);
});

test.describe("where the clocks change", () => {
  test.use({ timezoneId: "Europe/Berlin" });

  test("a time that they jump over is refused, and the form says why (UX-46)", async ({ console, sandbox }) => {
    await console.openEdit();
    await type(console, "2031-03-30", "02:30");
    await expect(line(console)).toHaveText("In Europe/Berlin.");
    await console.newPassword.fill(password);
    await console.review();
    const message = "The clocks jump over 02:30 on that day. Enter another time";
    await expect(console.problems).toBeFocused();
    await expect(timeField(console)).toHaveAttribute("aria-invalid", "true");
    await expect(timeField(console)).toHaveAccessibleDescription(new RegExp(message));
    await console.problems.getByRole("link", { name: message, exact: true }).click();
    await expect(timeField(console)).toBeFocused();
    expect(await sandbox.writes()).toEqual([]);

    await timeField(console).fill("03:30");
    await expect(line(console)).toContainText("Sent as 30 Mar 2031, 01:30 UTC.");
    await console.review();
    await console.save();
    await console.expectOutcome("saved");
    expect((await sandbox.credential()).expireDate).toContain("2031-03-30T01:30:00");
  });

  test("a time that they show twice is told, and the first of the two is sent (UX-46)", async ({ console, page, sandbox }) => {
    await console.openEdit();
    await type(console, "2031-10-26", "02:30");
    const note = page.getByText("The clocks show 02:30 twice on that day. The first time is sent; the second one is 26 Oct 2031, 01:30 UTC.");
    await expect(line(console)).toContainText("Sent as 26 Oct 2031, 00:30 UTC.");
    await expect(note).toBeVisible();
    await expectAccessible(page);
    await timeField(console).fill("03:30");
    await expect(note).toBeHidden();
    await timeField(console).fill("02:30");
    await saveIt(console);
    expect((await sandbox.credential()).expireDate).toContain("2031-10-26T00:30:00");
  });
});

test.describe("where the clocks are set back at midnight", () => {
  test.use({ timezoneId: "Asia/Beirut" });

  test("a day ends when its last second is shown for the last time (UX-46)", async ({ console, sandbox }) => {
    await console.openEdit();
    await dateField(console).fill("2031-10-25");
    await expect(line(console)).toContainText("Sent as 25 Oct 2031, 21:59 UTC.");
    await saveIt(console);
    expect((await sandbox.credential()).expireDate).toContain("2031-10-25T21:59:59");
  });
});
