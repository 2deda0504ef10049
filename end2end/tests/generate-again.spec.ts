import type { Console } from "../support/console.ts";
import { refusal } from "../support/faults.ts";
import type { Fault } from "../support/faults.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const question = (console: Console) => console.page.getByRole("group", { name: "Generate another password?" });

/** Generates, shows and sends a password; gives it. */
async function send(console: Console) {
  await console.openChange();
  await console.button("Generate").click();
  await console.button("Show new password").click();
  const password = await console.newPassword.inputValue();
  await console.pressChange();
  return password;
}

const message = "Connection to the gateway pod timed out";
const doubtful: [string, Fault, Parameters<Console["expectOutcome"]>[0]][] = [
  ["is not live everywhere", { kind: "fail-environments", environments: [{ name: "production", message }] }, "saved-not-deployed"],
  ["may be live", { kind: "apply-then-drop" }, "unknown"],
  ["is saved without details", { kind: "deployment", value: null }, "saved-details-lost"],
];

for (const [words, fault, outcome] of doubtful) {
  test(`a password that ${words} is not replaced without a question, and is sent again as it is (UX-21, S-08)`, async ({ console, sandbox }) => {
    await sandbox.nextWrite(fault);
    const password = await send(console);
    await console.expectOutcome(outcome);
    await console.button("Generate").click();
    await expect(question(console).getByRole("button", { name: "Keep it" })).toBeFocused();
    await expect(console.newPassword).toHaveValue(password);
    await question(console).getByRole("button", { name: "Keep it" }).click();
    await expect(question(console)).toHaveCount(0);
    await expect(console.button("Generate")).toBeFocused();
    await expect(console.newPassword).toHaveValue(password);
    await sandbox.faults();
    await console.button("Send the same password again").click();
    await console.expectOutcome("saved");
    expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
  });
}

test("another one takes its place when that is what is wanted", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "apply-then-drop" });
  const password = await send(console);
  await console.expectOutcome("unknown");
  await console.button("Generate").click();
  await question(console).getByRole("button", { name: "Generate another" }).click();
  await expect(console.newPassword).not.toHaveValue(password);
  await expect(console.newPassword).toHaveValue(/^[A-Za-z0-9._-]{24}$/);
  // The new one was never sent, so nothing is lost with it.
  const second = await console.newPassword.inputValue();
  await console.button("Generate").click();
  await expect(question(console)).toHaveCount(0);
  await expect(console.newPassword).not.toHaveValue(second);
});

test("a password that was refused is in use nowhere, and is replaced at once", async ({ console, sandbox }) => {
  await sandbox.nextWrite(refusal(400, "bad_request", "Too weak"));
  const password = await send(console);
  await console.expectOutcome("rejected");
  await console.button("Generate").click();
  await expect(question(console)).toHaveCount(0);
  await expect(console.newPassword).not.toHaveValue(password);
});

test("what is typed in the meantime answers the question", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "apply-then-drop" });
  await send(console);
  await console.expectOutcome("unknown");
  await console.button("Generate").click();
  await expect(question(console)).toBeVisible();
  await console.newPassword.fill("correct horse, new staple");
  await expect(question(console)).toHaveCount(0);
});
