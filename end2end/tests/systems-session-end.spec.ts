import { answer } from "../support/faults.ts";
import { systems } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const typed = "new value of a test";
const expired = answer(401, { error: "invalid_token", error_description: "Invalid access token" });

for (const system of systems) {
  const { record, title, vault, write } = system;

  test(`${title}: a 401 on a write asks in place, keeps what was typed and sends nothing by itself (F-09, T11)`, async ({ console, sandbox }) => {
    const again = console.heading("Sign in again to go on");
    const visit = new Visit(console, system);
    await visit.openChange();
    await sandbox.faults({ method: write.method, path: write.path, fault: expired });
    await visit.change(typed);
    await expect(again).toBeVisible();
    await expect(visit.newValue).toHaveValue(typed);
    await visit.signIn();
    await expect(again).toBeHidden();
    await expect(visit.newValue).toHaveValue(typed);
    expect((await sandbox.writes()).map((row) => row.answered)).toEqual([401]);
    await visit.pressChange();
    await console.expectOutcome("saved");
    expect(await sandbox.vault(vault, record.id, typed)).toBe(200);
  });
}
