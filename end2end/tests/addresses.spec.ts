import { expectAccessible, tabTo } from "../support/access.ts";
import type { Console } from "../support/console.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";
const label = "Allowed addresses";

/** The notes below the entries; the entries themselves have buttons of the same names. */
const notes = (console: Console) => console.page.locator(".notes").getByRole("listitem");
const press = (console: Console, name: string) =>
  console.page.locator(".notes").getByRole("button", { name, exact: true }).click();

async function enter(console: Console, text: string) {
  await console.field(label).fill(text);
  await console.page.keyboard.press("Enter");
}

const findings: { why: string; typed: string[]; note: string; button?: string; mended?: string[] }[] = [
  {
    why: "a range with digits beyond it",
    typed: ["10.1.2.3/8"],
    note: "10.1.2.3/8 stands for the whole range 10.0.0.0/8.",
    button: "Use 10.0.0.0/8",
    mended: ["10.0.0.0/8"],
  },
  {
    why: "an entry within another",
    typed: ["10.20.0.0/16", "10.20.3.4"],
    note: "10.20.3.4 lies within 10.20.0.0/16, which lets it in already.",
    button: "Remove 10.20.3.4",
    mended: ["10.20.0.0/16"],
  },
  {
    why: "an address in another spelling",
    typed: ["10.0.0.1", "10.0.0.1/32"],
    note: "10.0.0.1/32 is the same as 10.0.0.1.",
    button: "Remove 10.0.0.1/32",
    mended: ["10.0.0.1"],
  },
  {
    why: "an IPv6 address in another spelling",
    typed: ["2001:db8::1", "2001:0DB8:0:0:0:0:0:1"],
    note: "2001:0DB8:0:0:0:0:0:1 is the same as 2001:db8::1.",
    button: "Remove 2001:0DB8:0:0:0:0:0:1",
    mended: ["2001:db8::1"],
  },
  {
    why: "IPv4 written as IPv6",
    typed: ["::ffff:10.0.0.1"],
    note: "::ffff:10.0.0.1 is 10.0.0.1 written as IPv6. Not every system takes them for the same.",
    button: "Use 10.0.0.1",
    mended: ["10.0.0.1"],
  },
  {
    why: "any address beside others",
    typed: ["192.0.2.17", "0.0.0.0/0"],
    note: "0.0.0.0/0 is every IPv4 address: nothing of that kind is kept out.",
    button: "Remove 0.0.0.0/0",
    mended: ["192.0.2.17"],
  },
  { why: "any address alone", typed: ["::/0"], note: "::/0 is every IPv6 address: nothing of that kind is kept out." },
  {
    why: "a very large range",
    typed: ["16.0.0.0/4"],
    note: "16.0.0.0/4 is very large: one in 16 of all IPv4 addresses.",
  },
];

for (const { why, typed, note, button, mended } of findings) {
  test(`${why} is noted, and changed by nobody but the person`, async ({ console }) => {
    await console.openEdit();
    await enter(console, typed.join(" "));
    await expect(notes(console)).toHaveCount(1);
    await expect(notes(console)).toContainText(note);
    await expect(console.entries(label)).toHaveText(typed);
    if (button === undefined || mended === undefined) {
      await expect(notes(console).getByRole("button")).toHaveCount(0);
      return;
    }
    await press(console, button);
    await expect(console.entries(label)).toHaveText(mended);
    await expect(notes(console)).toHaveCount(0);
    await expect(console.field(label)).toBeFocused();
  });
}

test("what nobody could mean otherwise gets no note", async ({ console }) => {
  await console.openEdit("kiosk-eu");
  await expect(console.entries(label)).toHaveCount(2);
  await enter(console, "10.0.0.0/8 192.0.2.1/32 not-an-address");
  await expect(console.entries(label)).toHaveCount(5);
  await expect(notes(console)).toHaveCount(0);
});

test("one mend leads to the next, and what stands there is what is sent (UX-47)", async ({ console, sandbox }) => {
  await console.openEdit();
  await enter(console, "::ffff:10.1.2.3/104, 10.0.0.0/8, 203.0.113.9/24");
  await press(console, "Use 10.1.2.3/8");
  await press(console, "Use 10.0.0.0/8");
  await expect(console.entries(label)).toHaveText(["10.0.0.0/8", "203.0.113.9/24"]);
  await expect(notes(console)).toHaveText([/^203\.0\.113\.9\/24 stands for the whole range/]);

  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  expect((await sandbox.credential()).ipList).toEqual(["10.0.0.0/8", "203.0.113.9/24"]);
});

test("a note follows the entries that are removed by hand", async ({ console }) => {
  await console.openEdit();
  await enter(console, "10.20.0.0/16 10.20.3.4");
  await expect(notes(console)).toHaveCount(1);
  await console.entries(label).getByRole("button", { name: "Remove 10.20.0.0/16" }).click();
  await expect(notes(console)).toHaveCount(0);
});

test("a note is mended by the keyboard alone", async ({ console, page }) => {
  await console.openEdit();
  await enter(console, "10.1.2.3/8");
  await tabTo(page, page.getByRole("button", { name: "Use 10.0.0.0/8" }));
  await page.keyboard.press("Enter");
  await expect(console.entries(label)).toHaveText(["10.0.0.0/8"]);
  await expect(console.field(label)).toBeFocused();
});

test("opening to any address is of high impact: the name is typed to go on", async ({ console, sandbox }) => {
  await console.openEdit("billing-batch");
  await enter(console, "0.0.0.0/0");
  await console.newPassword.fill(password);
  await console.review();
  const dialog = console.dialog("billing-batch");
  await expect(dialog).toContainText("0.0.0.0/0 is added: any IPv4 address may use this credential.");
  await dialog.getByRole("button", { name: "Save changes to billing-batch" }).click();
  expect(await sandbox.writes()).toEqual([]);
  await console.save("billing-batch", "billing-batch");
  await console.expectOutcome("saved");
  expect((await sandbox.credential("billing-batch")).ipList).toEqual(["10.20.0.0/16", "192.0.2.17", "0.0.0.0/0"]);
});

test("every note with its button: WCAG 2.2 AA and no sideways scrolling, light and dark, at 1280 and 320 px", async ({ console, page }) => {
  await console.openEdit(demo.username);
  await enter(console, "10.1.2.3/8 192.0.2.0/24 192.0.2.9 ::ffff:10.0.0.1 16.0.0.0/4 0.0.0.0/0 2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff 2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff/128");
  await expect(notes(console)).toHaveCount(6);
  await expectAccessible(page);
});
