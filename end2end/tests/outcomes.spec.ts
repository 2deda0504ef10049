import type { OutcomeName } from "../support/console.ts";
import { answer, type Fault, page, refusal } from "../support/faults.ts";
import { startOtherHost } from "../support/other-host.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

interface Case {
  what: string;
  fault: Fault;
  outcome: OutcomeName;
  /** Words that the result must show. */
  words: string[];
}

const doubt = "The change may or may not have been made";
const either = "The old or the new password may be valid now.";
const oldStillValid = "Nothing was changed: the old password is still valid.";
const noDetails = "Saved; the server gave no deployment details";

const cases: Case[] = [
  {
    what: "a refusal with words",
    fault: refusal(400, "bad_request", "Password must not be one of the last 5 passwords!"),
    outcome: "rejected",
    words: ["The server refused the change", oldStillValid, "Password must not be one of the last 5 passwords!"],
  },
  {
    what: "a refusal in the words of generation B",
    fault: answer(400, { status: "FAILURE", resultMessage: "Credential (username: api-user) was not found!" }),
    outcome: "rejected",
    words: [oldStillValid, "Credential (username: api-user) was not found!"],
  },
  {
    what: "200 with a failure flag and words",
    fault: answer(200, { status: "FAILURE", resultMessage: "Not today" }),
    outcome: "rejected",
    words: [oldStillValid, "Not today"],
  },
  {
    what: "a rate limit",
    fault: answer(429, { error: "rate_limit_exceeded", error_description: "Slow down", retry_after: 60 }),
    outcome: "rejected",
    words: [oldStillValid, "Slow down"],
  },
  {
    what: "200 with a failure flag and no reason",
    fault: answer(200, { success: false }),
    outcome: "unknown",
    words: [doubt, either],
  },
  {
    what: "500 with words",
    fault: refusal(500, "server_error", "An unexpected error occurred"),
    outcome: "unknown",
    words: [doubt, either, "An unexpected error occurred"],
  },
  {
    what: "500 after the change was made",
    fault: { kind: "respond", status: 500, body: { error: "server_error" }, apply: true },
    outcome: "unknown",
    words: [doubt, either],
  },
  { what: "a proxy's page with 502", fault: page(502, "Bad Gateway"), outcome: "unknown", words: [doubt, either, "Bad Gateway"] },
  { what: "a portal's page with 200", fault: page(200, "Hotel Wi-Fi"), outcome: "unknown", words: [doubt, either, "Hotel Wi-Fi"] },
  { what: "a refusal that is no JSON", fault: page(403, "Forbidden"), outcome: "unknown", words: [doubt, either] },
  { what: "a connection that ends before the request is read", fault: { kind: "drop-before-reading" }, outcome: "unknown", words: [doubt, either] },
  { what: "a connection that ends after the change was made", fault: { kind: "apply-then-drop" }, outcome: "unknown", words: [doubt, either] },
  {
    what: "a connection that ends before the change is made",
    fault: { kind: "apply-later", milliseconds: 300 },
    outcome: "unknown",
    words: [doubt, either],
  },
  {
    what: "a redirect on the same host",
    fault: { kind: "redirect", status: 303, location: "/login" },
    outcome: "unknown",
    words: [doubt, either, "The server tried to redirect the request, which was not followed."],
  },
  {
    what: "an answer that breaks off",
    fault: { kind: "cut-body", after: 30 },
    outcome: "saved-details-lost",
    words: [noDetails, "The answer broke off before its end.", "The new password is stored."],
  },
  {
    what: "an answer larger than any answer should be",
    fault: { kind: "oversize", bytes: 4 * 1024 * 1024 },
    outcome: "saved-details-lost",
    words: [noDetails, "larger than 1,048,576 bytes", "The new password is stored."],
  },
  {
    what: "200 with half a JSON",
    fault: { kind: "respond", status: 200, contentType: "application/json", body: '{"success": tr', apply: true },
    outcome: "saved-details-lost",
    words: [noDetails, "The new password is stored."],
  },
];

for (const { what, fault, outcome, words } of cases) {
  test(`${what}: ${outcome}`, async ({ console, sandbox }) => {
    await sandbox.nextWrite(fault);
    await console.openChange();
    await console.change(password);
    await console.expectOutcome(outcome);
    for (const text of words) await expect(console.result).toContainText(text);
    await expect(console.newPassword).toHaveValue(password);
  });
}

for (const value of [null, {}, [], "done", { success: true, environmentResults: [] }]) {
  test(`a deployment result of ${JSON.stringify(value)}: saved-details-lost`, async ({ console, sandbox }) => {
    await sandbox.nextWrite({ kind: "deployment", value });
    await console.openChange();
    await console.change(password);
    await console.expectOutcome("saved-details-lost");
    await expect(console.result).toContainText("Which environments have it, and where the old one still works, is not known.");
    expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
  });
}

test("no deployment result at all: saved-details-lost", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "deployment" });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved-details-lost");
});

for (const status of [301, 302, 307, 308]) {
  test(`a redirect with ${status} to another host: unknown, and that host gets nothing (N-02)`, async ({ console, guard, sandbox }) => {
    // The browser tells its watchers of a redirect that it then does not follow; the other host knows better.
    guard.expect(/^foreign host/);
    const other = await startOtherHost();
    await sandbox.nextWrite({ kind: "redirect", status, location: `${other.origin}/elsewhere` });
    await console.openChange();
    await console.change(password);
    await console.expectOutcome("unknown");
    await expect(console.result).toContainText("The server tried to redirect the request, which was not followed.");
    expect(other.received).toEqual([]);
    other.stop();
  });
}

test("what is unknown is never called an error, and says what to do next (rule 2.3.1)", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "apply-then-drop" });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("unknown");
  await expect(console.result).toContainText("nothing is sent again unless you say so");
  await expect(console.result).not.toContainText(/error|failed|cancelled/i);
  await expect(console.button("Send the same password again")).toBeVisible();
});

test("after a doubt the same password can be sent again, and then is live", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "drop-before-reading" });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("unknown");
  await sandbox.faults();
  await console.button("Send the same password again").click();
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
});

test("a write that the browser itself repeats is one result and one value (M4, X09)", async ({ console, sandbox }) => {
  await sandbox.faults({ method: "PATCH", path: "/apinizer/*", fault: { kind: "apply-then-drop" } });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved");
  const [first, second] = await sandbox.writes();
  expect(second?.body).toEqual(first?.body);
  expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
});

test("a result stays until it is dismissed, and what was typed stays after that", async ({ console, sandbox }) => {
  await sandbox.nextWrite(refusal(400, "bad_request", "Not this one"));
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("rejected");
  await console.newPassword.fill(`${password}, edited`);
  await expect(console.result).toBeVisible();
  await console.button("Dismiss").click();
  await expect(console.result).toBeHidden();
  await expect(console.newPassword).toHaveValue(`${password}, edited`);
});
