import { expect } from "@playwright/test";
import { limited } from "./faults.ts";
import type { State } from "./states.ts";
import { kinds, type System, v6WithBasic, v7, zstack } from "./systems.ts";
import { Visit } from "./visit.ts";

const typed = "new value of a test";

const renamed = { thousandeyes: "Checkout login EU", zstack: "prod-db-password-eu" };

/** An edit of everything the form has. */
async function fillEdit(visit: Visit, expiry = "2031-03-01") {
  const { console, system } = visit;
  await visit.openEdit();
  await console.field("Name").fill(renamed[system.vault]);
  if (system === zstack) {
    await console.field("Description").fill("Database of the shop");
    await console.labelled("Expiry date").fill(expiry);
  }
  await visit.also.click();
  await visit.newValue.fill(typed);
}

const state = (system: System, name: string, reach: (visit: Visit) => Promise<void>): State => ({
  name: `${system.vault}-${name}`,
  reach: (console) => reach(new Visit(console, system)),
});

const list = (system: System) => state(system, "list", (visit) => visit.openList());
const edit = (system: System) => state(system, "edit", (visit) => fillEdit(visit));
const change = (system: System) =>
  state(system, "change", async (visit) => {
    await visit.openChange();
    await visit.newValue.fill(typed);
  });

/** Those that the documentation shows. */
export const documentedSystems = [list(v7), edit(v7), list(zstack), edit(zstack), change(zstack)];

const ofEach = kinds.flatMap((system) => [
  list(system),
  edit(system),
  change(system),
  state(system, "review", async (visit) => {
    await fillEdit(visit, "2020-01-01");
    await visit.console.review();
    await expect(visit.review).toBeVisible();
  }),
  state(system, "result of a new value", async (visit) => {
    await visit.openChange();
    await visit.change(typed);
    await visit.console.expectOutcome("saved");
  }),
  state(system, "result of a rename", async (visit) => {
    await visit.openEdit();
    await visit.rename("Renamed");
    await visit.console.expectOutcome("saved");
  }),
  state(system, "edit with problems", async (visit) => {
    await visit.openEdit();
    await visit.console.field("Name").fill("");
    await visit.also.click();
    await visit.console.review();
    await expect(visit.console.problems).toBeVisible();
  }),
]);

const others: State[] = [
  { ...edit(v6WithBasic), name: "thousandeyes-v6-edit" },
  { ...change(v6WithBasic), name: "thousandeyes-v6-change" },
  state(v6WithBasic, "sign-in to v6 with e-mail, refused", async ({ console }) => {
    await console.open("#/monitoring-v6");
    await new Visit(console, v6WithBasic).signIn({ choice: "E-mail and API token", fields: { "E-mail": "a@b.example", "API token": "x" } });
    await expect(console.heading("The sign-in was refused")).toBeVisible();
    await console.radio("E-mail and API token").check();
  }),
  {
    name: "version 6 is gone",
    reach: async (console, sandbox) => {
      await sandbox.settings({ thousandEyes: { v6: "gone" } });
      await new Visit(console, v6WithBasic).enter("#/monitoring-v6");
      await expect(console.button("Try again")).toBeVisible();
    },
  },
  {
    name: "connections",
    reach: async (console) => {
      await new Visit(console, v7).openList();
      await console.link("Rekey").click();
      await expect(console.heading("Connections")).toBeVisible();
    },
  },
  {
    name: "list that waits for the rate limit",
    reach: async (console, sandbox) => {
      await sandbox.faults({ method: "GET", path: "/thousandeyes/v7/credentials", fault: limited(59) });
      await new Visit(console, v7).enter(v7.list);
      const waits = "The server takes no more requests for the moment. Reading again at {time}.";
      await expect(console.page.getByText(console.sentence(waits))).toBeVisible();
    },
  },
  {
    name: "write that waits for the rate limit",
    reach: async (console, sandbox) => {
      await sandbox.faults({ method: "PUT", path: "/thousandeyes/*", fault: limited(600) });
      const visit = new Visit(console, v7);
      await visit.openChange();
      await visit.change(typed);
      await expect(console.page.getByText(console.sentence("Allowed again in {seconds} s")).last()).toBeVisible();
    },
  },
  {
    name: "write that is sent again in a moment",
    reach: async (console, sandbox) => {
      await sandbox.faults({ method: "PUT", path: "/thousandeyes/*", fault: limited(10) });
      const visit = new Visit(console, v7);
      await visit.openChange();
      await visit.change(typed);
      await expect(console.heldBack).toBeVisible();
    },
  },
  {
    name: "server that wants the value",
    reach: async (console, sandbox) => {
      await sandbox.settings({ zstackValue: "required" });
      const visit = new Visit(console, zstack);
      await visit.openEdit();
      await visit.rename("renamed");
      await console.expectOutcome("rejected");
    },
  },
  state(zstack, "value of several lines", async (visit) => {
    await visit.openChange();
    await visit.console.severalLines.check();
    await visit.newValue.fill("first line\nsecond line");
    await visit.console.button("Show", "new value").click();
  }),
];

/** All of them. */
export const systemStates: State[] = [...ofEach, ...others];
