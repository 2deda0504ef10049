import { test } from "@playwright/test";
import { release } from "../support/hosting/release.ts";
import { startHost } from "../support/hosting/servers.ts";
import { type Server, startServer } from "../support/server.ts";
import { measureForm, type Network } from "./form-visit.ts";
import { startPeerHost } from "./peer-host.ts";
import { type PageName, report, rounds, type Visit } from "./report.ts";

test.describe.configure({ mode: "serial" });

/** What the browser's own tools call so: nine tenths of 9 and of 1.6 Mbit/s, and what a request waits for there. */
const networks: Record<string, Network> = {
  "fast 4G": { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 },
  "slow 4G": { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 },
};

/** One system, so that its sign-in is the first form. */
const configuration = {
  connections: [{ id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: "/apinizer" }],
};

const origins = new Map<PageName, string>();
const visits: Visit[] = [];
const ends: (() => Promise<void>)[] = [];

test.beforeAll(async () => {
  const { REKEY_REACT: react, REKEY_PLAIN: plain } = process.env;
  if (react === undefined || plain === undefined) throw new Error("`cargo xtask bench` builds what is served and names it");
  // One API behind all of them, so that whatever it takes is the same.
  const api: Server = await startServer("apinizer");
  ends.push(api.stop);
  const made = await release({ configuration, upstreams: { gateway: api.origin } });
  ends.push(made.remove);
  const console = await startHost("nginx", made);
  ends.push(console.stop);
  origins.set("rekey", console.origin);
  for (const [name, site] of [["react", react], ["plain", plain]] as const) {
    const peer = await startPeerHost(site, api.origin);
    ends.push(peer.stop);
    origins.set(name, peer.origin);
  }
});

test.afterAll(async () => {
  for (const end of ends.reverse()) await end();
  await report(visits);
});

// Who is first in a round changes. The first visits find a cold machine and do not count.
const pages: PageName[] = ["rekey", "react", "plain"];
for (const [setting, network] of Object.entries(networks)) {
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % pages.length;
    for (const page of [...pages.slice(first), ...pages.slice(0, first)]) {
      const counts = round > 0;
      test(counts ? `${page}, ${setting}, round ${round}` : `${page}, ${setting}, warming up`, async ({ browser }) => {
        const origin = origins.get(page);
        if (origin === undefined) throw new Error(`nothing serves ${page}`);
        const figures = await measureForm(browser, page, origin, network);
        if (counts) visits.push({ page, setting, figures });
      });
    }
  }
}
