import type { Console } from "../support/console.ts";
import { demo, digest, type DeploymentShape, environments, type Generation } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

const wanted = {
  username: "api-user",
  fullName: `Jürgen "Ops" O’Neil & <b>söhne</b>`,
  email: "juergen.oneil+api@retail.example",
  description: "Bestell-API, Kasse 7 / Halle <3>",
  roleNameList: ["billing", "orders"],
  enabled: false,
  ipList: ["10.1.2.0/24", "2001:db8::/32", "203.0.113.7"],
  expireDate: "2031-03-01T06:30:00.000Z",
};

/** Every field of `api-user` gets another value. The browser's zone is three hours ahead of UTC. */
async function editEveryField(console: Console) {
  const { page } = console;
  await console.field("Full name").fill(wanted.fullName);
  await console.field("E-mail").fill(wanted.email);
  await console.field("Description").fill(wanted.description);
  await console.button("Remove stock").click();
  await console.field("Roles").fill("billing");
  await page.keyboard.press("Enter");
  await console.field("Allowed addresses").fill("10.1.2.0/24, 2001:db8::/32 203.0.113.7");
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "Enabled" }).uncheck();
  await page.getByLabel("Expiry date").fill("2031-03-01");
  await page.getByLabel("Expiry time").fill("09:30");
  await console.newPassword.fill(password);
}

const servers: { generation: Generation; deploymentShape: DeploymentShape }[] = [
  { generation: "a", deploymentShape: "environments" },
  { generation: "b", deploymentShape: "pods" },
  { generation: "l", deploymentShape: "environments" },
];

for (const server of servers) {
  test(`every field arrives as typed: generation ${server.generation}, ${server.deploymentShape}`, { tag: "@contract" }, async ({ console, sandbox }) => {
    await sandbox.settings(server);
    await console.openEdit();
    await editEveryField(console);
    await console.review();
    await console.save(demo.username, demo.username);
    await console.expectOutcome("saved");
    await expect(console.deployment.getByRole("rowheader")).toHaveText([...environments]);

    const [write, ...more] = await sandbox.writes();
    expect(more).toEqual([]);
    expect(write).toMatchObject({ method: "PUT", path: "/apinizer/apiops/projects/retail/credentials/" });
    const body = write?.body as typeof wanted & { password: unknown };
    expect(new Set(body.roleNameList)).toEqual(new Set(wanted.roleNameList));
    expect(body).toMatchObject({ ...wanted, roleNameList: body.roleNameList, password: { sha256: digest(password) } });
  });
}

test("the list and the form show what was saved, as read again", { tag: "@firefox" }, async ({ console, page }) => {
  await console.openEdit();
  await editEveryField(console);
  await console.review();
  await console.save(demo.username, demo.username);
  await console.expectOutcome("saved");
  await expect(console.result).toContainText("Read again afterwards: every field is as you sent it.");

  await console.link("Back to credentials").click();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "api-user" }) });
  await expect(row).toContainText(wanted.fullName);
  await expect(row).toContainText(wanted.email);
  await expect(row).toContainText("Disabled");

  await console.link("Edit api-user").click();
  await expect(console.field("Full name")).toHaveValue(wanted.fullName);
  await expect(console.field("E-mail")).toHaveValue(wanted.email);
  await expect(console.field("Description")).toHaveValue(wanted.description);
  await expect(console.entries("Roles")).toHaveText(["orders Not used elsewhere in this project", "billing"]);
  await expect(console.entries("Allowed addresses")).toHaveText(wanted.ipList);
  await expect(page.getByRole("checkbox", { name: "Enabled" })).not.toBeChecked();
  await expect(page.getByLabel("Expiry date")).toHaveValue("2031-03-01");
  await expect(page.getByLabel("Expiry time")).toHaveValue("09:30");
  await expect(console.newPassword).toHaveValue("");
});

test("fields that were not touched are sent back as they were read", async ({ console, sandbox }) => {
  const before = await sandbox.credential("billing-batch");
  await console.openEdit("billing-batch");
  await console.field("Description").fill("Invoices");
  await console.newPassword.fill(password);
  await console.review();
  await console.save("billing-batch");
  await console.expectOutcome("saved");
  expect(await sandbox.credential("billing-batch")).toEqual({ ...before, description: "Invoices" });
});

test("metadata that only generation B knows goes back as it came (Q4)", { tag: "@contract" }, async ({ console, sandbox }) => {
  await sandbox.settings({ generation: "b" });
  await console.openEdit("kiosk-eu");
  await console.field("Description").fill("Kiosks");
  await console.newPassword.fill(password);
  await console.review();
  await expect(console.dialog("kiosk-eu")).toContainText("Secret metadata cannot be read and so cannot be carried over.");
  await console.save("kiosk-eu");
  await console.expectOutcome("saved");
  const metadata = (await sandbox.writes())[0]?.body?.metadata as { key: string }[];
  expect(metadata.map(({ key }) => key)).toContain("region");
});

test("an expiry without a time ends with the day, in the zone that is named", async ({ console, page, sandbox }) => {
  await console.openEdit();
  await page.getByLabel("Expiry date").fill("2031-03-01");
  await expect(page.getByText("In Europe/Istanbul. Sent as 1 Mar 2031, 20:59 UTC.")).toBeVisible();
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  expect((await sandbox.credential()).expireDate).toMatch(/^2031-03-01T20:59:59/);
});

test("an address that was typed and not entered counts", async ({ console, sandbox }) => {
  await console.openEdit();
  await console.field("Allowed addresses").fill("192.0.2.9");
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  expect((await sandbox.credential()).ipList).toEqual(["192.0.2.9"]);
});

test("the form says before anything is typed that saving sets the password, and offers to change only that", async ({ console }) => {
  await console.openEdit();
  await expect(console.heading("Saving these details also sets the password")).toBeVisible();
  await console.link("Change the password only").click();
  await expect(console.heading("Change password of api-user")).toBeVisible();
});

test("the username is text with the reason why it cannot be changed, and no field", async ({ console, page }) => {
  await console.openEdit();
  await expect(console.field("Username")).toHaveCount(0);
  await expect(page.getByText("Identifies the credential and cannot be changed.")).toBeVisible();
});
