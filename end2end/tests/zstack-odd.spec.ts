import { zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

test.describe("records as odd as the published examples (Z8)", () => {
  test("a date that is none is shown as it came, and an edit leaves it out (Z6)", async ({ console, page, sandbox }) => {
    const visit = new Visit(console, zstack, { id: "", name: "imported-ledger-password" });
    await new Visit(console, zstack).openList();
    await console.link(`Edit ${visit.record.name}`).click();
    await visit.editIsOpen();
    await expect(page.getByText("The server has “example”, which is not a date. It is left as it is unless you choose one.")).toBeVisible();
    await expect(page.getByLabel("Expiry date")).toHaveValue("");
    await console.field("Description").fill("Looked at");
    await console.review();
    await visit.save();
    await console.expectOutcome("saved");
    expect((await sandbox.writes())[0]?.keys).toEqual(["description", "name", "operator"]);
  });

  for (const name of ["legacy-appliance-secret", "untouched-license-key", "archive-encryption-key", `<b>"SSO"</b> & signing key`]) {
    test(`${name} is changed like any other`, async ({ console, sandbox }) => {
      const visit = new Visit(console, zstack, { id: "", name });
      await new Visit(console, zstack).openList();
      await console.link(`Edit ${name}`).click();
      await visit.editIsOpen();
      await console.field("Description").fill("Looked at");
      await console.review();
      await visit.save();
      await console.expectOutcome("saved");
      expect((await sandbox.writes())[0]).toMatchObject({ applied: true, body: { name, description: "Looked at" } });
    });
  }
});
