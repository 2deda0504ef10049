import type { Fault } from "../support/faults.ts";
import { demo } from "../support/sandbox.ts";
import { v7, zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const password = "correct horse, new staple";
/** Every write of a system meets it, and so does every time the browser itself sends one again (M4). */
const everyWrite = (system: string, fault: Fault) => ({ method: "PUT", path: `/${system}/*`, times: 20, fault });

test("a rename of which nothing is known is saved once it reads back, and nothing was sent for that (F-04)", async ({ console, sandbox }) => {
  await sandbox.faults(everyWrite("thousandeyes", { kind: "apply-then-drop" }));
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await visit.rename("Checkout of 2027");
  await console.expectOutcome("unknown");
  const sent = (await sandbox.writes()).length;
  await console.button("Check again").click();
  await console.expectOutcome("saved");
  await expect(console.result).toContainText("every field is as you sent it");
  expect(await sandbox.writes()).toHaveLength(sent);
  await expect(console.heading("Edit Checkout of 2027")).toBeVisible();
});

test("what was typed after a doubt is not taken for saved, though what was sent has arrived", async ({ console, sandbox }) => {
  await sandbox.faults(everyWrite("thousandeyes", { kind: "apply-then-drop" }));
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await visit.rename("Sent");
  await console.expectOutcome("unknown");
  await console.field("Name").fill("Typed since");
  await console.button("Check again").click();
  await expect(console.result).toContainText("the change has arrived");
  await console.expectOutcome("unknown");
  await expect(console.field("Name")).toHaveValue("Typed since");
  expect(await sandbox.read(v7.read)).toMatchObject({ name: "Sent" });
});

test("what is not visible yet may still arrive, and a later check finds it (X11)", async ({ console, sandbox }) => {
  await sandbox.faults(everyWrite("thousandeyes", { kind: "apply-later", milliseconds: 4_000 }));
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await visit.rename("Checkout, later");
  await console.expectOutcome("unknown");
  await console.button("Check again").click();
  await expect(console.result.getByRole("status")).toHaveText(/^Checked at .*The change is not visible yet\. It may still arrive: check again in a while\.$/);
  await console.expectOutcome("unknown");
  await expect.poll(() => sandbox.read(v7.read), { timeout: 15_000 }).toMatchObject({ name: "Checkout, later" });
  await console.button("Check again").click();
  await console.expectOutcome("saved");
});

test("somebody else's name proves nothing", async ({ console, sandbox }) => {
  const before = await sandbox.read(v7.read);
  await sandbox.faults(everyWrite("thousandeyes", { kind: "drop-before-reading" }));
  const visit = new Visit(console, v7);
  await visit.openEdit();
  await visit.rename("Mine");
  await console.expectOutcome("unknown");
  await sandbox.faults();
  await sandbox.write(v7.read, v7.rename("Theirs", before));
  await console.button("Check again").click();
  await expect(console.result).toContainText("neither as it was nor as you sent it");
  await console.expectOutcome("unknown");
});

test("ZStack tells when a value was changed, which is told and is no proof (X08)", async ({ console, sandbox }) => {
  await sandbox.faults(everyWrite("zstack", { kind: "apply-then-drop" }));
  const visit = new Visit(console, zstack);
  await visit.openChange();
  await visit.change(password);
  await console.expectOutcome("unknown");
  await console.button("Check again").click();
  await expect(console.result).toContainText("That may be your change; a value cannot be read back.");
  await console.expectOutcome("unknown");
  await expect(visit.newValue).toHaveValue(password);
});

test.describe("Apinizer", () => {
  test("a password cannot be read back, so a check never ends the doubt, and the password stays (F-03)", { tag: "@firefox" }, async ({ console, sandbox }) => {
    await sandbox.nextWrite({ kind: "apply-then-drop" });
    await console.openChange();
    await console.change(password);
    await console.expectOutcome("unknown");
    const sent = (await sandbox.writes()).length;
    await console.button("Check again").click();
    await expect(console.result).toContainText("a password cannot be read back and the server does not tell when it was changed");
    await expect(console.result).not.toContainText(/error|failed|not saved/i);
    await console.expectOutcome("unknown");
    await expect(console.newPassword).toHaveValue(password);
    expect(await sandbox.writes()).toHaveLength(sent);
  });

  test("details that read back say that the change has arrived, and of the password nothing (X08)", { tag: "@firefox" }, async ({ console, sandbox }) => {
    await sandbox.nextWrite({ kind: "apply-then-drop" });
    await console.openEdit();
    await console.field("Full name").fill("Order service");
    await console.newPassword.fill(password);
    await console.review();
    await console.save();
    await console.expectOutcome("unknown");
    await console.button("Check again").click();
    await expect(console.result).toContainText("so the change has arrived. A password cannot be read back");
    await console.expectOutcome("unknown");
    expect((await sandbox.credential()).fullName).toBe("Order service");
  });

  test("a check that cannot read says why, and can be done again", async ({ console, sandbox }) => {
    await sandbox.nextWrite({ kind: "apply-then-drop" });
    await console.openChange();
    await console.change(password);
    await console.expectOutcome("unknown");
    await sandbox.everyRead({ kind: "respond", status: 403, body: { error: "forbidden" } });
    await console.button("Check again").click();
    await expect(console.result).toContainText("You have no permission to read this.");
    await sandbox.faults();
    await console.button("Check again").click();
    await expect(console.result).toContainText("The credential is there");
  });

  test("a record that was deleted meanwhile is not there any more", async ({ console, sandbox }) => {
    await sandbox.nextWrite({ kind: "drop-before-reading" });
    await console.openChange();
    await console.change(password);
    await console.expectOutcome("unknown");
    await sandbox.faults();
    await sandbox.remove(demo.username);
    await console.button("Check again").click();
    await expect(console.result).toContainText("The credential is not there any more.");
  });
});
