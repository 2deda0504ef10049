import type { Page, Request } from "@playwright/test";
import { contradictions, type Observation } from "../support/checker.ts";
import { address, Console, type OutcomeName } from "../support/console.ts";
import type { Guard } from "../support/guard.ts";
import { type Operation, type Row, rows } from "../support/matrix.ts";
import { digest, Sandbox } from "../support/sandbox.ts";
import { type Server, startServer } from "../support/server.ts";
import { expect, test as base } from "../support/test.ts";
import { traces } from "../support/traces.ts";

const secret = "correct horse, new staple";

interface Deployment {
  /** Where the API stands for the page. */
  reach: "the page's own origin" | "another origin, by CORS";
  connections: "fresh" | "used";
}

const test = base.extend<{ deployment: Deployment; api: Sandbox }, { other: Server }>({
  deployment: [{ reach: "the page's own origin", connections: "used" }, { option: true }],

  other: [
    async ({ server }, use) => {
      const other = await startServer("apinizer", { callers: server.origin });
      await use(other);
      await other.stop();
    },
    { scope: "worker" },
  ],

  /** The system behind the page, wherever it stands. */
  api: async ({ deployment, guard, other, page, sandbox }, use) => {
    const isOther = deployment.reach !== "the page's own origin";
    const api = isOther ? new Sandbox(other.origin) : sandbox;
    if (isOther) {
      await api.reset();
      guard.allow(new URL(other.origin).host);
      const connection = { id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: `${other.origin}/apinizer` };
      await page.route("**/config.json", (route) => route.fulfill({ json: { connections: [connection] } }));
    }
    await api.settings({ connections: deployment.connections === "fresh" ? "closed" : "kept" });
    await use(api);
  },
});

const operations: Record<Operation, (console: Console, guard: Guard, api: Sandbox, row: Row) => Promise<void>> = {
  list: async (console, _guard, api, row) => {
    await api.faults({ method: "GET", path: "/apinizer/apiops/projects/*", times: row.times ?? 1000, fault: row.fault });
    await console.enter(address.list()).catch(() => undefined);
    const main = console.page.getByRole("main");
    for (const words of row.list?.words ?? []) await expect(main).toContainText(words, { timeout: 20_000 });
    // A part is never shown for the whole, and nothing for an empty list.
    await expect(main).not.toContainText("No credentials in");
    if (row.list?.words.length === 0) await console.listIsRead();
    else await expect(console.link("Edit api-user")).toHaveCount(0);
    expect(await api.writes(), "I9").toEqual([]);
  },

  edit: async (console, guard, api, row) => {
    await console.openEdit();
    await console.field("Full name").fill("Order service");
    await console.newPassword.fill(secret);
    await script(api, row);
    await console.review();
    await console.save();
    await judge(console, guard, api, row, row.edit?.outcome, row.edit?.words);
  },

  pw: async (console, guard, api, row) => {
    await console.openChange();
    await console.newPassword.fill(secret);
    await script(api, row);
    await console.pressChange();
    await judge(console, guard, api, row, row.pw?.outcome, row.pw?.words);
  },
};

/** The writes meet the fault, and nothing else does. */
async function script(api: Sandbox, { fault, times = 20 }: Row) {
  await api.faults(...["PATCH", "PUT"].map((method) => ({ method, path: "/apinizer/*", times, fault })));
}

async function judge(console: Console, guard: Guard, api: Sandbox, row: Row, outcome?: OutcomeName, words: (string | RegExp)[] = []) {
  if (outcome === undefined) throw new Error(`${row.id} has no outcome`);
  await console.expectOutcome(outcome);
  for (const text of words) await expect(console.result).toContainText(text);
  // What is applied after all is applied by then.
  if (row.fault.kind === "apply-later") await expect.poll(async () => (await api.writes()).some(({ applied }) => applied)).toBe(true);
  const seen = await observe(console, guard, api, outcome);
  expect(contradictions(seen), JSON.stringify(seen, undefined, 1)).toEqual([]);
}

async function observe(console: Console, guard: Guard, api: Sandbox, outcome: OutcomeName): Promise<Observation> {
  const { page, result } = console;
  return {
    outcome,
    words: (await result.locator(".result-head").textContent()) ?? "",
    environments: await environments(page, outcome),
    kept: await page.locator("[data-secret]").evaluateAll(held),
    secret,
    begun: guard.requests.filter(isBegun).length,
    arrived: await api.writes(),
    isFaulty: true,
    traces: await traces(page, guard, secret),
  };
}

/** Runs in the page: what is in the fields for secrets. After a saved change that is nothing. */
const held = (fields: Element[]) => fields.map((field) => (field as HTMLInputElement).value).join("");

/** A write that the page began. A redirect that nobody follows is told as a request as well. */
const isBegun = (request: Request) => ["PATCH", "PUT"].includes(request.method()) && request.redirectedFrom() === null;

/** What the table says of each environment. */
async function environments(page: Page, outcome: OutcomeName) {
  if (outcome !== "saved") return [];
  const cells = page.getByRole("table", { name: "Deployment" }).getByRole("row").locator("td:first-of-type");
  return (await cells.allTextContents()).map((text) => text.trim());
}

for (const row of rows) {
  for (const operation of ["list", "edit", "pw"] as const) {
    if (row[operation] === undefined) continue;
    test(`${row.id}-${operation}: ${row.what}`, async ({ api, console, guard }) => {
      await operations[operation](console, guard, api, row);
    });
  }
}

/** What is about the connection is met in each way in which there can be one. */
const deployments: Deployment[] = [
  { reach: "the page's own origin", connections: "fresh" },
  { reach: "another origin, by CORS", connections: "used" },
  { reach: "another origin, by CORS", connections: "fresh" },
];

for (const deployment of deployments) {
  test.describe(`${deployment.reach}, on a ${deployment.connections} connection`, () => {
    test.use({ deployment });

    for (const row of rows.filter(({ isTransport }) => isTransport)) {
      test(`${row.id}-pw: ${row.what}`, async ({ api, console, guard }) => {
        await operations.pw(console, guard, api, row);
      });
    }

    // On a connection that was used before, the browser sends it again and nobody notices (M4, F-06).
    test("X08 or X09, by the connection alone", async ({ api, console, guard }) => {
      const row = rows.find(({ id }) => id === "X09");
      if (row === undefined) throw new Error("there is no X09");
      const isFresh = deployment.connections === "fresh";
      const doubt = { outcome: "unknown" as const, words: ["may or may not"] };
      await operations.pw(console, guard, api, isFresh ? { ...row, pw: doubt } : row);
      expect(await api.writes()).toHaveLength(isFresh ? 1 : 2);
    });
  });
}

test.describe("the checker", () => {
  const applied = (answered: number | null): Observation["arrived"][number] => ({
    connection: 1,
    method: "PATCH",
    path: "/apinizer",
    query: null,
    headers: { names: [] },
    body: { password: { sha256: digest(secret) } },
    keys: ["password"],
    applied: true,
    answered,
  });
  const truth: Observation = {
    outcome: "saved",
    words: "The new password is valid in every environment.",
    environments: ["Deployed", "Deployed", "Deployed"],
    kept: "",
    secret,
    begun: 1,
    arrived: [applied(200)],
    isFaulty: false,
    traces: [],
  };

  test("finds nothing against a true screen", () => {
    expect(contradictions(truth)).toEqual([]);
  });

  const lies: [string, Partial<Observation>, RegExp][] = [
    ["green on one failed environment", { environments: ["Deployed", "Failed", "Deployed"] }, /^2\.3\.4/],
    ["saved, and nothing arrived", { arrived: [] }, /^I1/],
    ["saved, with another secret", { secret: "another one" }, /^I1/],
    ["refused, and applied", { outcome: "rejected", kept: secret }, /^I2/],
    ["unknown without a reason", { outcome: "unknown", words: "The password may or may not be changed.", kept: secret }, /^I3/],
    ["unknown, called a failure", { outcome: "unknown", words: "Failed. It may or may not be the new password.", kept: secret, isFaulty: true }, /^2\.3\.1: .*failure/],
    ["unknown, and the secret is gone", { outcome: "unknown", words: "The password may or may not be changed.", isFaulty: true }, /^I4/],
    ["a second write", { begun: 2, arrived: [applied(200), applied(200)] }, /^I8/],
    ["two writes that differ", { arrived: [applied(200), { ...applied(200), body: { fullName: "x" } }] }, /^I8/],
    ["a write that nobody began", { begun: 0 }, /^I9/],
    ["a secret left in the page", { traces: ["html"] }, /^I11/],
    ["no word of the secret", { words: "Done." }, /^2\.3\.2/],
  ];

  for (const [lie, change, rule] of lies) {
    test(`catches ${lie}, for the right reason`, () => {
      const found = contradictions({ ...truth, ...change });
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(rule);
    });
  }
});

