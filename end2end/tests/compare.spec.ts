import { answer, type Fault, page, refusal } from "../support/faults.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

// A read is good for five seconds; a test that wants another one moves the clock.
test.beforeEach(({ page }) => page.clock.install());

const unreadable: [string, Fault, string][] = [
  ["forbidden", refusal(403, "access_denied", "You do not have permission"), "You have no permission to read this."],
  ["answered by a page", page(200, "Hotel Wi-Fi"), "Something other than the API answered (HTTP 200)."],
  ["not what the API promises", answer(200, { success: true }), "The answer is not what this API promises."],
  ["broken", answer(500, { error: "server_error" }), "The server could not answer (HTTP 500)."],
];

for (const [how, fault, words] of unreadable) {
  test(`a comparing read that is ${how}: not sent, and the old password is still valid`, async ({ console, sandbox }) => {
    await console.openChange();
    await sandbox.everyRead(fault);
    await console.letTheReadAge();
    await console.change(password);
    await console.expectOutcome("not-sent");
    await expect(console.result).toContainText("The credential could not be read just before the change.");
    await expect(console.result).toContainText(words);
    await expect(console.result).toContainText("Nothing was sent, and what you typed is kept. The old password is still valid.");
    await expect(console.newPassword).toHaveValue(password);
    expect(await sandbox.writes()).toEqual([]);
  });
}
