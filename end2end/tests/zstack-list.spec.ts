import type { Console } from "../support/console.ts";
import { zstack } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const visitTo = (console: Console, name: string) => new Visit(console, zstack, { id: "", name });

for (const zstackTotal of ["absent", "present"] as const) {
  test(`every record is listed although the server gives 20 at once, its total ${zstackTotal} (Z10)`, async ({ console, page, sandbox }) => {
    await sandbox.settings({ zstackTotal, zstackLimits: { default: 20, maximum: 20 } });
    await new Visit(console, zstack).openList();
    await expect(console.names).toHaveCount(27);
    await expect(page.getByText("27 credentials", { exact: true })).toBeVisible();
    const asked = (await sandbox.log()).filter((row) => row.path.endsWith("/credentials")).map((row) => new URLSearchParams(row.query ?? ""));
    expect(asked.map((query) => query.get("offset")).slice(0, 2)).toEqual(["0", "20"]);
    for (const query of asked) expect([...query.keys()]).toEqual(["limit", "offset"]);
  });
}

test("a page of the list that cannot be read is never a short list (X10)", async ({ console, page, sandbox }) => {
  await sandbox.settings({ zstackLimits: { default: 20, maximum: 20 } });
  await sandbox.faults({ method: "GET", path: "/zstack/api/v1/credentials", nth: 2, fault: { kind: "respond", status: 403, body: {} } });
  await new Visit(console, zstack).enter(zstack.list);
  await expect(page.getByRole("alert")).toContainText("You have no permission to read this.");
  await expect(console.names).toHaveCount(0);
  await console.button("Try again").click();
  await expect(console.names).toHaveCount(27);
});

const states = [
  { name: "prod-db-password", state: "Active", health: "Health: ok", kind: "password" },
  { name: "payments-api-key", state: "Expires soon", health: "Health: expiring", kind: "api key" },
  { name: "maps-api-key", state: "Expired", health: "Health: expired", kind: "api key" },
  { name: "bastion-ssh-key", state: "Active", health: "Health: unknown", kind: "ssh key" },
  { name: "shop-tls-certificate", state: "Active", health: "Health: ok", kind: "tls cert" },
  { name: "archive-encryption-key", state: "Active", health: "Health: not specified", kind: "not specified" },
];

test("state, health and kind are told in words (Z9)", async ({ console }) => {
  await new Visit(console, zstack).openList();
  for (const { name, state, health, kind } of states) {
    const { row } = visitTo(console, name);
    for (const words of [state, health, kind]) await expect(row.getByText(words, { exact: true }).first()).toBeVisible();
  }
});

test("records as odd as the published examples are listed like any other (Z8)", async ({ console, page }) => {
  await new Visit(console, zstack).openList();
  await expect(visitTo(console, "imported-ledger-password").row).toContainText("example");
  await expect(visitTo(console, "imported-ledger-password").row).toContainText("Expiry not readable");
  await expect(visitTo(console, "legacy-appliance-secret").row).not.toContainText("Health");
  await expect(visitTo(console, "legacy-appliance-secret").row).not.toContainText("object");
  await expect(visitTo(console, "untouched-license-key").row).toContainText("Active");
  await expect(page.getByText("<img src=x onerror=alert(1)>")).toBeVisible();
  await expect(page.getByText("This record could not be read")).toHaveCount(0);
});

for (const zstackStatistics of ["numbers", "strings"] as const) {
  test(`the counters of the server stand above the list, told as ${zstackStatistics} (Z11)`, async ({ console, sandbox }) => {
    await sandbox.settings({ zstackStatistics });
    await new Visit(console, zstack).openList();
    await expect(console.counters).toBeVisible();
    const words = (await console.counters.innerText()).split(/\s+/);
    expect(words.filter((word) => !/^\d+$/.test(word))).toEqual(["total", "ok", "expiring", "expired", "unknown"]);
    const [total, ...parts] = words.filter((word) => /^\d+$/.test(word)).map(Number);
    expect(total).toBe(27);
    expect(parts.reduce((sum, part) => sum + part)).toBe(27);
  });
}

test("a server without counters has no such line, and no problem", async ({ console, page, sandbox }) => {
  await sandbox.settings({ zstackStatistics: "off" });
  const answered = page.waitForResponse("**/statistics");
  await new Visit(console, zstack).openList();
  expect((await answered).status()).toBe(404);
  await expect(console.names).toHaveCount(27);
  await expect(console.counters).toHaveCount(0);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("the filter looks at names and descriptions", async ({ console, page }) => {
  await new Visit(console, zstack).openList();
  await page.getByRole("searchbox", { name: "Filter credentials" }).fill("payment provider");
  await expect(console.names).toHaveText([/^payments-api-key/]);
  await expect(page.getByText("1 of 27 credentials")).toBeVisible();
});
