import { copiesInMemory } from "../support/memory.ts";
import { element, HostPage } from "../support/host-page.ts";
import { demo } from "../support/sandbox.ts";
import { newSecret } from "../support/scanner/canaries.ts";
import { expect, test } from "../support/scanner/test.ts";

// A console in a portal, and what the scanner finds in the portal's page after each step (S-01, S-13, E-06, E-08).

const about = { connection: "gateway", scope: demo.project, credential: demo.username };
const change = `gateway/projects/${demo.project}/credentials/${demo.username}/password`;

test("embedded: it signs in by the host's token, changes a password, reports, is removed and leaves nothing", async ({ console, page, sandbox, scan }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: element(`page="${change}"`) });
  await portal.givesToken(demo.token);
  await expect(console.newPassword).toBeVisible();
  expect(await portal.asked()).toEqual([{ connection: "gateway", reason: "needed" }]);
  await scan.step("signed in by the host");
  await console.newPassword.fill(newSecret);
  await scan.step("typed", { field: "secret" });
  await console.pressChange();
  await console.expectOutcome("saved");
  expect(await portal.outcome()).toMatchObject({ operation: "password", outcome: "saved", ...about });
  await scan.step("saved and reported");
  expect(await sandbox.gateways(demo.username, newSecret)).toEqual([200, 200, 200]);
  // What signs the requests is there, so that not to find it later says something.
  expect(await copiesInMemory(page, demo.token)).toBeGreaterThan(0);
  await portal.element((element) => element.remove());
  await expect(page.locator("rekey-console")).toHaveCount(0);
  await scan.end("removed");
});

test("embedded: removed in the middle of a change, with the secret in its field", async ({ console, page, sandbox, scan }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: element(`page="${change}"`) });
  await portal.givesToken(demo.token);
  await console.newPassword.fill(newSecret);
  await page.waitForLoadState("networkidle");
  await sandbox.nextWrite({ kind: "delay-after-apply", milliseconds: 1_000 });
  await console.pressChange();
  await expect.poll(async () => (await sandbox.writes()).length).toBe(1);
  await portal.element((element) => {
    const note = ({ detail }: Event & { detail?: Record<string, unknown> }) => told.push({ name: "rekey-outcome", detail: detail ?? {}, from: "", isFrozen: true });
    element.addEventListener("rekey-outcome", note);
    element.remove();
  });
  expect(await portal.outcome()).toMatchObject({ outcome: "unknown", ...about });
  await page.waitForLoadState("networkidle");
  await scan.end("removed");
});

test("embedded: a token that the host gives too late, and a console that is gone", async ({ console, page, sandbox, scan }) => {
  const portal = new HostPage(page);
  await portal.open({ elements: element(`page="${change}"`) });
  await expect(console.signInButton).toBeVisible();
  let release = () => {};
  await page.route("**/portal/token", async (route) => {
    await new Promise<void>((resolve) => (release = resolve));
    await route.fulfill({ contentType: "text/plain", body: demo.token });
  });
  await portal.element((element) => {
    element.getToken = async () => (await fetch("/portal/token")).text();
  });
  await expect(page.getByText("Waiting for the portal to sign you in.")).toBeVisible();
  await portal.element((element) => element.remove());
  const answered = page.waitForResponse("**/portal/token");
  release();
  await answered;
  await page.waitForLoadState("networkidle");
  await scan.end("removed while a token was awaited");
  expect(await sandbox.log()).toEqual([]);
});
