import { digest } from "../support/sandbox.ts";
import { zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const lines = ["-----BEGIN CERTIFICATE-----", " MIIB blanks at both ends ", "", "Grüße 鍵🔑", "-----END CERTIFICATE-----"];
const certificate = "shop-tls-certificate";

const pasted = [
  { ends: "LF", text: `${lines.join("\n")}\n` },
  { ends: "LF and none at the end", text: lines.join("\n") },
  { ends: "CR LF", text: `${lines.join("\r\n")}\r\n` },
];

const openCertificate = async (visit: Visit) => {
  await new Visit(visit.console, zstack).openList();
  await visit.console.link(`Change value of ${visit.record.name}`).click();
  await expect(visit.newValue).toBeVisible();
};

test.describe("a value of several lines (Z15)", () => {
  test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

  for (const { ends, text } of pasted) {
    test(`that is pasted where one line fits takes a text area and arrives byte for byte: ${ends}`, async ({ console, page, sandbox }) => {
      const visit = new Visit(console, zstack);
      await visit.openChange();
      await expect(console.severalLines).not.toBeChecked();
      await page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await visit.newValue.focus();
      await page.keyboard.press("Control+V");
      await expect(console.severalLines).toBeChecked();
      await expect(console.windowsEnds).toBeChecked({ checked: ends === "CR LF" });
      await expect(page.getByText(`${[...text].length} characters`)).toBeVisible();
      await visit.pressChange();
      await console.expectOutcome("saved");
      expect((await sandbox.writes())[0]?.body).toMatchObject({ value: { sha256: digest(text) } });
      expect(await sandbox.vault("zstack", visit.record.id, text)).toBe(200);
    });

    test(`that is pasted into the text area of a certificate arrives byte for byte: ${ends}`, async ({ console, page, sandbox }) => {
      const visit = new Visit(console, zstack, { id: "", name: certificate });
      await openCertificate(visit);
      await expect(console.severalLines).toBeChecked();
      await page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await visit.newValue.focus();
      await page.keyboard.press("Control+V");
      await visit.pressChange();
      await console.expectOutcome("saved");
      expect((await sandbox.writes())[0]?.body).toMatchObject({ value: { sha256: digest(text) } });
    });
  }
});

for (const windows of [false, true]) {
  test(`what is typed into the text area arrives line by line, ${windows ? "with CR LF where that is chosen" : "with LF"}`, async ({ console, page, sandbox }) => {
    const visit = new Visit(console, zstack, { id: "", name: certificate });
    await openCertificate(visit);
    await visit.newValue.focus();
    await page.keyboard.type("first line\nsecond line\n");
    if (windows) await console.windowsEnds.check();
    await visit.pressChange();
    await console.expectOutcome("saved");
    const sent = windows ? "first line\r\nsecond line\r\n" : "first line\nsecond line\n";
    expect((await sandbox.writes())[0]?.body).toMatchObject({ value: { sha256: digest(sent) } });
  });
}

test("a record of an odd kind can be given several lines as well, and one line again", async ({ console }) => {
  const visit = new Visit(console, zstack);
  await visit.openChange();
  await console.severalLines.check();
  await visit.newValue.fill("one line after all");
  await console.severalLines.uncheck();
  await expect(visit.newValue).toHaveValue("one line after all");
  await expect(visit.newValue).toHaveAttribute("type", "password");
});

test("the text area is concealed until it is shown, and has no name and no memory (S-04)", async ({ console }) => {
  const visit = new Visit(console, zstack, { id: "", name: certificate });
  await openCertificate(visit);
  await visit.newValue.fill("first line\nsecond line");
  await expect(visit.newValue).toHaveCSS("-webkit-text-security", "disc");
  await console.button("Show new value").click();
  await expect(visit.newValue).toHaveCSS("-webkit-text-security", "none");
  await expect(visit.newValue).toHaveValue("first line\nsecond line");
  await console.button("Hide new value").click();
  await expect(visit.newValue).toHaveCSS("-webkit-text-security", "disc");
  await expect(visit.newValue).toHaveAttribute("autocomplete", "off");
  await expect(visit.newValue).toHaveAttribute("spellcheck", "false");
  for (const attribute of ["name", "maxlength"]) expect(await visit.newValue.getAttribute(attribute)).toBeNull();
});

test("a value of one line that was pasted with the line end behind it can be mended by one press (UX-10)", async ({ console, context, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const visit = new Visit(console, zstack);
  await visit.openChange();
  await page.evaluate(() => navigator.clipboard.writeText("a token out of a terminal\n"));
  await visit.newValue.focus();
  await page.keyboard.press("Control+V");
  await visit.newValue.press("Tab");
  await expect(page.getByText("The value is one line with line ends around it (1).")).toBeVisible();
  await console.button("Remove the line ends").click();
  await expect(visit.newValue).toHaveValue("a token out of a terminal");
});

test("an edit of a certificate keeps its lines, too", async ({ console, sandbox }) => {
  const visit = new Visit(console, zstack, { id: "", name: certificate });
  await new Visit(console, zstack).openList();
  await console.link(`Edit ${certificate}`).click();
  await visit.also.click();
  await expect(console.severalLines).toBeChecked();
  await visit.newValue.fill("first line\nsecond line\n");
  await console.review();
  await visit.save();
  await console.expectOutcome("saved");
  expect((await sandbox.writes())[0]?.body).toMatchObject({ value: { sha256: digest("first line\nsecond line\n") } });
});
