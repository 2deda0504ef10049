import { cp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser } from "@playwright/test";
import { configuration, expect, test } from "../support/hosting.ts";
import { nextBuild } from "../support/hosting/next-release.ts";
import { type Release, release } from "../support/hosting/release.ts";
import { type Host, kinds, startHost } from "../support/hosting/servers.ts";
import { HostedConsole } from "../support/hosting/tour.ts";
import { demo } from "../support/sandbox.ts";

const password = "correct horse, new staple";
const built = resolve(process.env.REKEY_SITE ?? `${import.meta.dirname}/../../dist`);

/** What a release says that its page needs at once. */
async function early({ site }: Release) {
  const page = await readFile(join(site, "index.html"), "utf8");
  return [...page.matchAll(/rel="preload" href="assets\/([^"]+)"/g)].map(([, name = ""]) => name);
}

/** What a tab asks for that comes after the release. */
async function assetsOfNewTab(browser: Browser, host: Host) {
  const context = await browser.newContext({ baseURL: host.origin });
  const tab = new HostedConsole(await context.newPage(), host);
  const asked: string[] = [];
  tab.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await tab.openList();
  await tab.listIsRead();
  await context.close();
  return asked.filter((path) => path.startsWith("/assets/")).map((path) => path.slice("/assets/".length));
}

/** Puts a release in the place of the one that is live, all at once. */
async function goLive(live: Release, next: Release) {
  await rename(live.site, `${live.site}-before`);
  await cp(next.site, live.site, { recursive: true });
}

for (const kind of kinds) {
  test.describe(`behind ${kind}`, () => {
    for (const isKept of [true, false]) {
      test(isKept ? "a tab that was open when a release came goes on, and a new one has the new release (F-18, W-14)" : "without the assets of the last release it could not, and says so (F-18)", async ({ browser, host, page, sandbox, server, watch }) => {
        test.setTimeout(60_000);
        const served = await host({ kind });
        const guard = await watch(served);
        // The tab is at its sign-in, and the second part of the program is still to come.
        let goOn = () => {};
        const swapped = new Promise<void>((resolve) => (goOn = resolve));
        await page.route("**/assets/rekey-later-*.wasm", async (route) => {
          await swapped;
          await route.continue();
        });
        const console = new HostedConsole(page, served);
        await console.open("#/gateway/projects/retail/credentials/api-user/password");
        await expect(console.accessToken).toBeVisible();

        const told = await early(served.release);
        const from = await nextBuild(built);
        const upstreams = Object.fromEntries(configuration.connections.map(({ id }) => [id, server.origin]));
        const next = await release({ configuration, upstreams, from, keep: isKept ? served.release : undefined });
        await goLive(served.release, next);
        goOn();

        await console.signIn();
        if (isKept) {
          await console.change(password);
          await console.expectOutcome("saved");
          expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
        } else {
          guard.expect(/Failed to load resource/, /integrity/, /^console: rekey: later-unreachable/);
          await expect(console.heading("A part of Rekey could not be loaded")).toBeVisible();
        }

        // First the server's own files are still those of the last release: what they tell early is asked for in vain.
        const renewed = await startHost(kind, next);
        const names = await readdir(join(from, "assets"));
        for (const [server, inVain] of [[served, told], [renewed, []]] as const) {
          const asked = await assetsOfNewTab(browser, server);
          expect(asked.filter((name) => !names.includes(name))).toEqual(inVain);
          expect(asked).toEqual(expect.arrayContaining(await early(next)));
        }
        await renewed.stop();
        await Promise.all([next.remove(), rm(from, { recursive: true })]);
      });
    }
  });
}
