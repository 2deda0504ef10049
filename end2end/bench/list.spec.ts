import { test } from "@playwright/test";
import { type Server, startServer } from "../support/server.ts";
import { measureList } from "./list-visit.ts";
import { type PageName, report, rounds, type Visit } from "./report.ts";
import { type Listed, listOf, strokes } from "./strokes.ts";

test.describe.configure({ mode: "serial" });

/** As the targets have it: the list, and how many times slower the processor is made (performance.md). */
const records = 10_000;
const settings = [
  { setting: "processor as it is", slowdown: 1 },
  { setting: "processor four times slower", slowdown: 4 },
];
/** As few as make a 95th percentile: in a list that makes all its rows anew, each takes seconds. */
const keys = 20;

const sites = new Map<PageName, string | undefined>([
  ["rekey", process.env.REKEY_SITE],
  ["react", process.env.REKEY_REACT],
]);

const servers = new Map<PageName, Server>();
const visits: Visit[] = [];
let list: Listed[] = [];

test.beforeAll(async () => {
  for (const [page, from] of sites) {
    if (from === undefined) throw new Error("`cargo xtask bench` builds what is served and names it");
    // The same program with the same data for both, so that whatever it takes or compresses is the same.
    servers.set(page, await startServer("apinizer", { from, records }));
  }
  list = await listOf(origin("rekey"));
});

test.afterAll(async () => {
  for (const server of servers.values()) await server.stop();
  await report(visits);
});

function origin(page: PageName): string {
  const server = servers.get(page);
  if (server === undefined) throw new Error(`nothing serves ${page}`);
  return server.origin;
}

// Who is first in a round changes, so that neither always finds what the other left behind. The first visits find a cold
// machine; they type nothing and do not count.
for (const { setting, slowdown } of settings) {
  for (let round = slowdown === 1 ? 0 : 1; round <= rounds; round += 1) {
    const order: PageName[] = round % 2 === 0 ? ["rekey", "react"] : ["react", "rekey"];
    for (const page of order) {
      const counts = round > 0;
      test(counts ? `${page}, ${setting}, round ${round}` : `${page}, warming up`, async ({ browser }) => {
        const figures = await measureList(browser, origin(page), list, counts ? strokes(list, keys) : [], slowdown);
        if (counts) visits.push({ page, setting, figures });
      });
    }
  }
}
