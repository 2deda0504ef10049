import { address, type Console } from "../support/console.ts";
import { type Operation, type Row, rows } from "../support/matrix.ts";
import { judge, type Scene, secret } from "../support/observe.ts";
import { Sandbox } from "../support/sandbox.ts";
import { type Server, startServer } from "../support/server.ts";
import { expect, test as base } from "../support/test.ts";

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
    // What becomes of it two minutes later is looked at without waiting for two minutes.
    await page.clock.install();
    await api.settings({ connections: deployment.connections === "fresh" ? "closed" : "kept" });
    await use(api);
  },
});

const operations: Record<Operation, (scene: Scene, row: Row) => Promise<void>> = {
  list: async ({ console, api }, row) => {
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

  edit: async (scene, row) => {
    const { console, api } = scene;
    await console.openEdit();
    await console.field("Full name").fill("Order service");
    await console.newPassword.fill(secret);
    await script(api, row);
    await console.review();
    const since = await now(console);
    await console.save();
    await conclude(scene, row, row.edit, since);
    await expect(console.dialog()).toBeHidden();
    if (row.edit?.outcome !== "saved") await expect(console.field("Full name")).toHaveValue("Order service");
  },

  pw: async (scene, row) => {
    const { console, api } = scene;
    await console.openChange();
    await console.newPassword.fill(secret);
    await script(api, row);
    const since = await now(console);
    await console.pressChange();
    await conclude(scene, row, row.pw, since);
  },
};

const now = ({ page }: Console) => page.evaluate(() => Date.now());

/** The writes meet the fault, and nothing else does. */
async function script(api: Sandbox, { fault, times = 20 }: Row) {
  await api.faults(...["PATCH", "PUT"].map((method) => ({ method, path: "/apinizer/*", times, fault })));
}

async function conclude(scene: Scene, row: Row, seen: Row["pw"], since: number) {
  if (seen?.outcome === undefined) throw new Error(`${row.id} has no outcome`);
  await judge(scene, seen.outcome, { words: seen.words, appliesLater: row.fault.kind === "apply-later", since });
}

/** What is about the connection is the browser's part as well; three edits stand for what is about the answer. */
const isForFirefox = (row: Row, operation: Operation) =>
  operation === "pw" ? row.isTransport === true : operation === "edit" && ["X14", "X21", "X34b"].includes(row.id);

for (const row of rows) {
  for (const operation of ["list", "edit", "pw"] as const) {
    if (row[operation] === undefined) continue;
    const tag = isForFirefox(row, operation) ? "@firefox" : [];
    test(`${row.id}-${operation}: ${row.what}`, { tag }, async ({ api, console, guard }) => {
      await operations[operation]({ console, guard, api }, row);
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
        await operations.pw({ console, guard, api }, row);
      });
    }

    // On a connection that was used before, the browser sends it again and nobody notices (M4, F-06).
    test("X08 or X09, by the connection alone", { tag: "@firefox" }, async ({ api, console, guard }) => {
      const row = rows.find(({ id }) => id === "X09");
      if (row === undefined) throw new Error("there is no X09");
      const isFresh = deployment.connections === "fresh";
      const doubt = { outcome: "unknown" as const, words: ["may or may not"] };
      await operations.pw({ console, guard, api }, isFresh ? { ...row, pw: doubt } : row);
      expect(await api.writes()).toHaveLength(isFresh ? 1 : 2);
    });
  });
}
