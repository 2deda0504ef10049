import { answer } from "../support/faults.ts";
import { zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const secret = "correct horse, new staple";
const another = "cred-00000000-0000-4000-8000-000000000000";

/** What the system says of the record, under another one's id. */
const mixedUp = (record: Record<string, unknown>) => ({ ...record, uuid: another, name: "somebody else's" });

test("X44-list: another record than the one that was asked for is not shown as that one", async ({ console, page, sandbox }) => {
  const record = await sandbox.read(zstack.read);
  await sandbox.faults({ method: "GET", path: zstack.write.path, times: 100, fault: answer(200, mixedUp(record)) });
  const visit = new Visit(console, zstack);
  await visit.enter(visit.at("edit"));
  await expect(page.getByText("The answer is not what this API promises.")).toBeVisible();
  await expect(page.getByText("somebody else's")).toHaveCount(0);
  await expect(console.field("Name")).toHaveCount(0);
});

for (const operation of ["edit", "pw"] as const) {
  test(`X44-${operation}: an answer about another record leaves a doubt, and what was typed stays`, async ({ console, sandbox }) => {
    const record = await sandbox.read(zstack.read);
    const fault = { ...answer(200, mixedUp(record)), apply: true };
    await sandbox.faults({ method: "PUT", path: "/zstack/*", times: 20, fault });
    const visit = new Visit(console, zstack);
    if (operation === "edit") {
      await visit.openEdit();
      await visit.rename("Renamed");
    } else {
      await visit.openChange();
      await visit.change(secret);
    }
    await console.expectOutcome("unknown");
    await expect(console.result).toContainText("The server's answer is about another credential.");
    if (operation === "edit") await expect(console.field("Name")).toHaveValue("Renamed");
    else await expect(visit.newValue).toHaveValue(secret);
    expect(await sandbox.writes()).toHaveLength(1);
  });
}
