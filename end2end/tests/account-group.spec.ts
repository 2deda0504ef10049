import { v6WithBasic, v6WithBearer, v7 } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const retail = "Retail operations";
const wholesale = "Wholesale operations";

for (const system of [v6WithBearer, v7]) {
  const start = `#/${system.connection}`;
  const other = `${start}/account-groups/1234`;

  test.describe(`${system.title}, account groups (T16)`, () => {
    test("the default group opens by itself", async ({ console, page, sandbox }) => {
      const visit = new Visit(console, system);
      await visit.enter(start);
      await visit.listIsRead();
      await expect(page).toHaveURL(new RegExp(`${start}$`));
      await expect(console.heading("Credentials")).toBeVisible();
      await expect(console.accountGroup).toHaveValue("75");
      await expect(page.getByText(`Account group ${retail}. A credential can be used in its own account group only.`)).toBeVisible();
      const [groups, ...lists] = await sandbox.log();
      expect(groups?.query).toBeNull();
      expect(new Set(lists.map((row) => new URLSearchParams(row.query ?? "").get("aid")))).toEqual(new Set(["75"]));
    });

    test("another choice shows the other list, and has an address of its own", async ({ console, page }) => {
      const visit = new Visit(console, system);
      await visit.openList();
      await console.accountGroup.selectOption(wholesale);
      await expect(console.names).toHaveText([/^EDI upload/, /^Trade customer portal/]);
      await expect(page).toHaveURL(new RegExp(`${other}$`));
      await expect(console.accountGroup).toHaveValue("1234");
      await page.goBack();
      await visit.listIsRead();
      await expect(console.accountGroup).toHaveValue("75");
    });

    test("the name of the group, not its number, stands over the list, in the way to a record and at its target", async ({ console, page }) => {
      const visit = new Visit(console, system, { id: "502", name: "EDI upload" });
      await visit.enter(other);
      await visit.listIsRead();
      await expect(page.getByText(`Account group ${wholesale}.`)).toBeVisible();
      await expect(console.crumbs.getByText(wholesale)).toBeVisible();
      await console.link("Edit EDI upload").click();
      await visit.editIsOpen();
      await expect(console.crumbs.getByRole("link", { name: wholesale })).toBeVisible();
      await expect(console.target).toContainText(wholesale);
      await console.crumbs.getByRole("link", { name: wholesale }).click();
      await expect(page).toHaveURL(new RegExp(`${other}$`));
    });

    test("an address that is opened directly names its group and its record all the same", async ({ console }) => {
      const visit = new Visit(console, { ...system, list: other }, { id: "502", name: "EDI upload" });
      await visit.openChange();
      await expect(console.target).toContainText(wholesale);
      await expect(console.crumbs.getByRole("link", { name: wholesale })).toBeVisible();
      await expect(console.crumbs.getByText("EDI upload")).toBeVisible();
    });

    test("a group of other people is told in the server's words", async ({ console, page }) => {
      await new Visit(console, system).enter(`${start}/account-groups/9001`);
      await expect(page.getByRole("alert").getByRole("blockquote")).toHaveText(/Invalid aid|You are not assigned to this account group/);
      await expect(console.button("Try again")).toBeVisible();
    });
  });
}

test.describe("a group that the configuration names", () => {
  const connection = { id: "monitoring", label: "Monitoring", kind: "thousandeyes", baseUrl: "/thousandeyes", accountGroup: "1234" };
  test.use({ configuration: { connections: [connection] } });

  test("opens, has its name, and leaves no choice", async ({ console, page }) => {
    await new Visit(console, v7, { id: "502", name: "EDI upload" }).enter("#/monitoring");
    await expect(console.link("Edit EDI upload")).toBeVisible();
    await expect(page.getByText(`Account group ${wholesale}.`)).toBeVisible();
    await expect(console.accountGroup).toHaveCount(0);
  });
});

test("version 6 offers the sign-in with e-mail and API token beside the access token, version 7 does not", async ({ console, page }) => {
  await console.open(`#/${v6WithBasic.connection}`);
  await expect(page.getByRole("group", { name: "Sign in with" }).getByRole("radio")).toHaveCount(2);
  await console.open(`#/${v7.connection}`);
  await expect(console.heading("Sign in to Monitoring")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
});
