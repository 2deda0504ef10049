import { zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const typed = "new value of a test";

test.describe("the operator (Z4)", () => {
  test("is the one of the configuration at first, then the last one of the session, in both forms", async ({ console, sandbox }) => {
    const visit = new Visit(console, zstack);
    await visit.openChange();
    await expect(console.operator).toHaveValue("ops@example.com");
    await console.operator.fill("selin@example.com");
    await visit.change(typed);
    await console.expectOutcome("saved");
    expect((await sandbox.writes())[0]?.body).toMatchObject({ operator: "selin@example.com" });

    await console.link("Back to credentials").click();
    await console.link("Edit orders-api-key").click();
    await expect(console.operator).toHaveValue("selin@example.com");
    await console.page.reload();
    await visit.signIn();
    await expect(console.operator).toHaveValue("ops@example.com");
  });

  for (const blank of ["", "   "]) {
    test(`“${blank}” is no operator of a new value`, async ({ console, sandbox }) => {
      const visit = new Visit(console, zstack);
      await visit.openChange();
      await console.operator.fill(blank);
      await visit.change(typed);
      await expect(console.problems).toContainText("Enter who does this change");
      await expect(console.operator).toHaveAttribute("aria-invalid", "true");
      await expect(console.operator).toHaveAccessibleDescription(/Enter who does this change/);
      expect(await sandbox.writes()).toEqual([]);
    });
  }

  test("is wanted for an edit as well", async ({ console, sandbox }) => {
    const visit = new Visit(console, zstack);
    await visit.openEdit();
    await console.field("Description").fill("Changed");
    await console.operator.fill("");
    await console.review();
    await expect(console.problems).toContainText("Enter who does this change");
    expect(await sandbox.writes()).toEqual([]);
  });

  test("is no proof, and the form says so", async ({ console }) => {
    await new Visit(console, zstack).openChange();
    await expect(console.operator).toHaveAccessibleDescription("Who does this change. The server records it; it proves nothing.");
  });
});
