import { once } from "node:events";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "../support/hosting.ts";
import { type Host, kinds } from "../support/hosting/servers.ts";
import { HostedConsole, tourOf, tourOfApinizer } from "../support/hosting/tour.ts";
import { v6WithBasic, v7, zstack } from "../support/systems.ts";

/** Changes one byte of a file on the host, and takes the compressed copies away, which would hide that. */
async function damage({ release: { site } }: Host, which: RegExp) {
  const name = (await readdir(join(site, "assets"))).find((file) => which.test(file)) ?? "";
  const file = join(site, "assets", name);
  const content = await readFile(file);
  content.writeUInt8(content.readUInt8(content.length >> 1) ^ 1, content.length >> 1);
  await writeFile(file, content);
  for (const ending of [".br", ".gz"]) await rm(`${file}${ending}`);
}

const damaged: [string, RegExp, RegExp][] = [
  ["script", /^rekey-[0-9a-f]+\.js$/, /^This takes long\. If it stays so, Rekey could not be loaded or verified/],
  ["module", /^rekey-[0-9a-f]+\.wasm$/, /^The program is not the one that belongs to this page/],
  ["style sheet", /\.css$/, /^The style sheet is not the one that belongs to this page/],
];

for (const kind of kinds) {
  test.describe(`behind ${kind}`, () => {
    test("a whole visit of every system breaks no policy (W-02, W-03)", async ({ host, page, sandbox, watch }) => {
      test.setTimeout(60_000);
      const served = await host({ kind });
      const guard = await watch(served);
      const console = new HostedConsole(page, served);
      await tourOfApinizer(console, sandbox);
      for (const system of [v6WithBasic, v7, zstack]) {
        // Both versions show the same records, with the names that they had.
        await sandbox.reset();
        await tourOf(system, console, sandbox);
      }
      const compressed = guard.requests.filter((request) => request.url().includes("/assets/"));
      expect(compressed.length).toBeGreaterThan(3);
    });

    test("a whole visit below a path breaks no policy either", async ({ host, page, sandbox, watch }) => {
      const served = await host({ kind, path: "/console/" });
      await watch(served);
      await tourOfApinizer(new HostedConsole(page, served), sandbox);
    });

    test("a first visit asks for each file once, also for what the page's header has told early", async ({ host, page, watch }) => {
      const served = await host({ kind });
      const guard = await watch(served);
      const console = new HostedConsole(page, served);
      await console.open();
      await expect(page.getByRole("heading").first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      const asked = guard.requests.map((request) => new URL(request.url()).pathname);
      expect(asked.filter((path) => /\.(wasm|css|json)$/.test(path)).length).toBeGreaterThan(4);
      expect(asked.filter((path, place) => asked.indexOf(path) !== place)).toEqual([]);
    });

    for (const [what, which, words] of damaged) {
      test(`one changed byte in the ${what} is seen, and nothing starts (W-04)`, async ({ host, page, watch }) => {
        const served = await host({ kind });
        await damage(served, which);
        const guard = await watch(served);
        guard.expect(/integrity|Failed to find a valid digest/i);
        if (what === "script") guard.expect(/^console: .* was preloaded using link preload but not used/);
        else guard.expect(/^console: rekey: \w+-unverified/);
        const console = new HostedConsole(page, served);
        await console.open();
        await expect(page.getByText(words)).toBeVisible({ timeout: 15_000 });
        await expect(page.getByRole("textbox")).toHaveCount(0);
      });
    }

    test("a page of another origin cannot put the console into a frame", async ({ host, page, watch }) => {
      const served = await host({ kind });
      const guard = await watch(served);
      const portal = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(`<iframe src="${served.address}"></iframe>`));
      portal.listen(0, "127.0.0.1");
      await once(portal, "listening");
      const address = portal.address();
      if (address === null || typeof address === "string") throw new Error("There is no port.");
      guard.allow(`127.0.0.1:${address.port}`);
      guard.expect(/^console: .*frame-ancestors 'none'/);
      const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
      await page.goto(`http://127.0.0.1:${address.port}/`);
      await refused;
      await expect(page.frameLocator("iframe").locator("rekey-console")).toHaveCount(0);
      portal.close();
    });
  });
}
