import { isFirefox } from "../support/browser.ts";
import { refusal } from "../support/faults.ts";
import { startOtherHost } from "../support/other-host.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";

test("X25-pw: a redirect to another host leaves a doubt whatever its number is, and that host gets nothing (N-02)", { tag: "@firefox" }, async ({ console, guard, sandbox }) => {
  // Chromium tells its watchers of a redirect that it then does not follow; the other host knows better.
  if (!isFirefox) guard.expect(/^foreign host/);
  const other = await startOtherHost();
  await console.openChange();
  await console.newPassword.fill(password);
  for (const status of [301, 302, 303, 307, 308]) {
    await sandbox.nextWrite({ kind: "redirect", status, location: `${other.origin}/${status}` });
    await console.pressChange();
    await console.expectOutcome("unknown");
    await expect(console.result).toContainText("The server tried to redirect the request, which was not followed.");
    await console.button("Dismiss").click();
  }
  expect(await sandbox.writes()).toHaveLength(5);
  expect(other.received).toEqual([]);
  other.stop();
});

test("what is unknown says what to do next, and can be sent again as it was, and then is live (rule 2.3.1)", { tag: "@firefox" }, async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "drop-before-reading" });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("unknown");
  await expect(console.result).toContainText("nothing is sent again unless you say so");
  await sandbox.faults();
  await console.button("Send the same password again").click();
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
});

test("a result stays until it is dismissed, and what was typed stays after that (rule 2.3.3)", async ({ console, page, sandbox }) => {
  await sandbox.nextWrite(refusal(400, "bad_request", "Not this one"));
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("rejected");
  await console.newPassword.fill(`${password}, edited`);
  // What is made anew around it does not take it away.
  await page.setViewportSize({ width: 320, height: 800 });
  await console.button("Show new password").click();
  await expect(console.result).toBeVisible();
  await console.button("Dismiss").click();
  await expect(console.result).toBeHidden();
  await expect(console.newPassword).toHaveValue(`${password}, edited`);
});
