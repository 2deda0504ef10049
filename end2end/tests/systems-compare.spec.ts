import { systems, zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const typed = "new value of a test";
const theirs = "Renamed by Selin";

test.beforeEach(({ page }) => page.clock.install());

for (const system of systems) {
  const { record, title, vault } = system;

  test.describe(`${title}, when another admin renames meanwhile (T17, Z12)`, () => {
    test("a new value is asked about, and then leaves the other name alone", async ({ console, sandbox }) => {
      const before = await sandbox.read(system.read);
      const visit = new Visit(console, system);
      await visit.openChange();
      await visit.newValue.fill(typed);
      await sandbox.write(system.read, system.rename(theirs, before));
      await console.letTheReadAge();
      await visit.pressChange();
      await console.expectOutcome("conflict");
      await expect(console.result).toContainText(theirs);
      expect(await sandbox.writes()).toEqual([]);
      await console.button("Change the value anyway").click();
      await console.expectOutcome("saved");
      expect(await sandbox.read(system.read)).toMatchObject({ name: theirs });
      expect(await sandbox.vault(vault, record.id, typed)).toBe(200);
    });

    test("a rename is asked about, and replaces theirs only when that is chosen (X28b-edit)", async ({ console, sandbox }) => {
      const before = await sandbox.read(system.read);
      const visit = new Visit(console, system);
      await visit.openEdit();
      await sandbox.write(system.read, system.rename(theirs, before));
      await console.letTheReadAge();
      await visit.rename("Renamed by me");
      await console.expectOutcome("conflict");
      expect(await sandbox.writes()).toEqual([]);
      expect(await sandbox.read(system.read)).toMatchObject({ name: theirs });
      await console.choice("Name", "Mine").check();
      await console.button("Review merged changes").click();
      await console.save(theirs);
      await console.expectOutcome("saved");
      expect(await sandbox.read(system.read)).toMatchObject({ name: "Renamed by me" });
      expect(await sandbox.vault(vault, record.id, record.value)).toBe(200);
    });
  });
}

test("X28b-pw: a value that somebody else has replaced is not silently replaced again where the server tells (Z12)", async ({ console, sandbox }) => {
  const before = await sandbox.read(zstack.read);
  const visit = new Visit(console, zstack);
  await visit.openChange();
  await sandbox.write(zstack.read, { ...zstack.rename(zstack.record.name, before), value: "of somebody else" });
  await console.letTheReadAge();
  await visit.change(typed);
  await console.expectOutcome("conflict");
  await expect(console.result.getByRole("rowheader")).toHaveText(["Other settings"]);
  expect(await sandbox.vault(zstack.vault, zstack.record.id, "of somebody else")).toBe(200);
  await console.button("Change the value anyway").click();
  await console.expectOutcome("saved");
  expect(await sandbox.vault(zstack.vault, zstack.record.id, typed)).toBe(200);
});
