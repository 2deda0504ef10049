import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Console } from "../support/console.ts";
import { configuration, expect, test as base } from "../support/hosting.ts";
import { type Host, kinds } from "../support/hosting/servers.ts";
import { Portal } from "../support/portal.ts";
import { follow, frameOf, inFrame, pressChange, signIn } from "../support/portal-test.ts";
import { demo } from "../support/sandbox.ts";
import { startServer } from "../support/server.ts";

const password = "correct horse, new staple";

const test = base.extend<{ portal: Portal }>({
  portal: async ({}, use) => {
    const portal = await Portal.start();
    await use(portal);
    portal.stop();
  },
});

/** The portal shows the console of this host. */
function introduce(portal: Portal, host: Host) {
  portal.console = host.origin;
  portal.reset();
}

/** Signs in if the portal does not, and opens the list. */
async function openList(console: Console) {
  await console.accessToken.or(console.link(demo.project)).waitFor();
  if (await console.accessToken.isVisible()) await signIn(console);
  await follow(console.link(demo.project));
  await console.listIsRead();
}

/** A page of another origin with a frame in it, isolated as COEP has it. */
async function startIsolatedPortal() {
  let frame = "";
  const server = createServer((_, answer) => {
    answer.writeHead(200, { "content-type": "text/html", "cross-origin-embedder-policy": "require-corp" }).end(`<iframe src="${frame}"></iframe>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, show: (address: string) => void (frame = address), stop: () => server.close() };
}

for (const kind of kinds) {
  test.describe(`behind ${kind}`, () => {
    test("a portal that the configuration names shows the console in a frame, and a password is changed in it (3.2)", async ({ host, page, portal, sandbox, watch }) => {
      const served = await host({ kind, configuration: { ...configuration, portals: [portal.origin] } });
      introduce(portal, served);
      (await watch(served)).allow(new URL(portal.origin).host);
      await page.goto(`${portal.origin}/plain/#/framed`);
      const console = inFrame(await frameOf(page));
      await follow(console.tab("API gateway"));
      await openList(console);
      await follow(console.link("Change password", `of ${demo.username}`));
      await console.newPassword.fill(password);
      await pressChange(console);
      await console.expectOutcome("saved");
      expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
    });

    test("a portal that isolates itself may show it as well (3.2, M16)", async ({ host, page, watch }) => {
      const portal = await startIsolatedPortal();
      const served = await host({ kind, configuration: { ...configuration, portals: [portal.origin] } });
      portal.show(`${served.origin}/embed.html`);
      const guard = await watch(served);
      guard.allow(new URL(portal.origin).host);
      // This one does not know how to answer, which is told by the page that was let in.
      guard.expect(/^console: rekey: unanswered/);
      await page.goto(`${portal.origin}/`);
      await expect((await frameOf(page)).getByRole("alert")).toBeVisible({ timeout: 15_000 });
      portal.stop();
    });

    test("a portal that it names runs the element from this host, and no other page of another origin can (3.3)", async ({ host, page, portal, watch }) => {
      const served = await host({ kind, configuration: { ...configuration, portals: [portal.origin] } });
      introduce(portal, served);
      const api = await startServer("apinizer", { callers: portal.origin });
      portal.api = api.origin;
      const guard = await watch(served);
      for (const origin of [portal.origin, api.origin]) guard.allow(new URL(origin).host);
      await page.goto(`${portal.origin}/plain/#/credentials`);
      await openList(new Console(page));

      // The same server by another name is another origin.
      const stranger = portal.origin.replace("localhost", "127.0.0.1");
      guard.allow(new URL(stranger).host);
      guard.expect(/blocked by CORS policy/, /Failed to load resource/);
      const refused = page.waitForEvent("console", (message) => message.text().includes("blocked by CORS policy"));
      await page.goto(`${stranger}/plain/#/credentials`);
      await refused;
      expect(await page.evaluate(() => customElements.get("rekey-console") === undefined)).toBe(true);
      await api.stop();
    });

    test("a page that it does not name cannot show it in a frame", async ({ host, page, portal, watch }) => {
      const served = await host({ kind, configuration: { ...configuration, portals: ["https://portal.example"] } });
      introduce(portal, served);
      const guard = await watch(served);
      guard.allow(new URL(portal.origin).host);
      // Nor does the page of that portal get the element.
      guard.expect(/^console: .*frame-ancestors/, /blocked by CORS policy/, /Failed to load resource/);
      const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
      await page.goto(`${portal.origin}/plain/#/framed`);
      await refused;
    });
  });
}
