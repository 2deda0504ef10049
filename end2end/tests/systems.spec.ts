import { systems } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

/** Blanks at both ends, every script, and what JSON, HTML and shells treat in a special way. */
const typed = ` Grüße "an" <alle>\\ & $дом 鍵🔑 `;
const renamed = `Jürgen "Ops" & <b>söhne</b>`;

for (const system of systems) {
  const { record, title, vault } = system;

  test.describe(title, { tag: "@contract" }, () => {
    test("the sign-in leads to the list, and every request is signed with it", async ({ console, sandbox }) => {
      const visit = new Visit(console, system);
      await visit.openList();
      await expect(console.link(`Change value of ${record.name}`)).toBeVisible();
      const rows = await sandbox.log();
      for (const { headers } of rows) expect(headers).toMatchObject({ authorization: system.authorization, accept: system.accept });
    });

    test("a new value takes the place of the old one, byte for byte, in the documented request", { tag: "@firefox" }, async ({ console, sandbox }) => {
      const before = await sandbox.read(system.read);
      const visit = new Visit(console, system);
      await visit.openList();
      await console.link(`Change value of ${record.name}`).click();
      await visit.change(typed);
      await console.expectOutcome("saved");
      expect(await sandbox.vault(vault, record.id, typed)).toBe(200);
      expect(await sandbox.vault(vault, record.id, record.value)).toBe(401);

      const [write, ...more] = await sandbox.writes();
      expect(more).toEqual([]);
      expect(write).toMatchObject({ ...system.write, applied: true });
      expect(write?.body).toEqual(system.change(typed, before));
    });

    test("a rename goes through the review, in the documented request, and leaves the value alone", async ({ console, sandbox }) => {
      const before = await sandbox.read(system.read);
      const visit = new Visit(console, system);
      await visit.openList();
      await console.link(`Edit ${record.name}`).click();
      await console.field("Name").fill(renamed);
      await console.review();
      await expect(visit.review.locator("del")).toHaveText(record.name);
      await expect(visit.review.locator("ins")).toHaveText(renamed);
      expect(await sandbox.writes()).toEqual([]);
      await visit.save();
      await console.expectOutcome("saved");
      await expect(console.result).toContainText("Read again afterwards: every field is as you sent it.");
      expect(await sandbox.read(system.read)).toMatchObject({ name: renamed });
      expect(await sandbox.vault(vault, record.id, record.value)).toBe(200);

      const [write, ...more] = await sandbox.writes();
      expect(more).toEqual([]);
      expect(write).toMatchObject({ ...system.write, applied: true });
      expect(write?.body).toEqual(system.rename(renamed, before));
    });

    test("what was renamed has its new name from then on, also for the next change of the same form", async ({ console }) => {
      const visit = new Visit(console, system);
      await visit.openEdit();
      await visit.rename(renamed);
      await expect(console.result).toContainText("Read again afterwards: every field is as you sent it.");
      await console.button("Dismiss").click();
      await expect(console.heading(`Edit ${renamed}`)).toBeVisible();
      await console.field("Name").fill(record.name);
      await console.review();
      await expect(console.dialog(renamed)).toBeVisible();
    });

    test("both at once are one request", async ({ console, sandbox }) => {
      const before = await sandbox.read(system.read);
      const visit = new Visit(console, system);
      await visit.openEdit();
      await visit.also.click();
      await visit.newValue.fill(typed);
      await visit.rename(renamed);
      await console.expectOutcome("saved");
      const writes = await sandbox.writes();
      expect(writes.map((row) => row.body)).toEqual([{ ...system.rename(renamed, before), ...system.change(typed, before), name: renamed }]);
      expect(await sandbox.vault(vault, record.id, typed)).toBe(200);
    });

    test("a review without a change says that nothing is changed yet, and sends nothing", async ({ console, sandbox }) => {
      const visit = new Visit(console, system);
      await visit.openEdit();
      await console.review();
      await expect(console.problems).toContainText("Nothing is changed yet, so there is nothing to save");
      expect(await sandbox.writes()).toEqual([]);
    });
  });
}
