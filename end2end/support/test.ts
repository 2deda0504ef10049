import { test as base } from "@playwright/test";
import { isFirefox } from "./browser.ts";
import { Console } from "./console.ts";
import { watch } from "./contract.ts";
import { fillAsTyped, tolerate } from "./firefox.ts";
import { Guard } from "./guard.ts";
import { noteMemories } from "./memory.ts";
import { Sandbox } from "./sandbox.ts";
import { type Server, startServer, type Systems } from "./server.ts";

export { expect } from "@playwright/test";

interface PerTest {
  /** Takes the place of the configuration that the sandbox serves; `test.use({ configuration })`. */
  configuration: object | undefined;
  /** What the page and the sandbox said to each other that is against the contracts; fails every test by itself. */
  violations: string[];
  /** The page under test, by what a person does with it. */
  console: Console;
  /** What no page may do; watches every test by itself. */
  guard: Guard;
  sandbox: Sandbox;
}

interface PerWorker {
  /** Which systems the page is configured for; `test.use({ systems: "all" })` at the top of a file. */
  systems: Systems;
  server: Server;
}

export const test = base.extend<PerTest, PerWorker>({
  browser: [
    async ({ browser }, use) => {
      if (isFirefox) tolerate(browser);
      await use(browser);
    },
    { scope: "worker" },
  ],

  systems: ["apinizer", { option: true, scope: "worker" }],

  server: [
    async ({ systems }, use) => {
      const sandbox = await startServer(systems);
      const server = process.env.REKEY_CONTRACT === undefined ? sandbox : await watch(sandbox);
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  context: async ({ context }, use) => {
    if (isFirefox) await fillAsTyped(context);
    await use(context);
  },

  baseURL: async ({ server }, use) => use(server.origin),

  sandbox: async ({ server }, use) => {
    const sandbox = new Sandbox(server.origin);
    await sandbox.reset();
    await use(sandbox);
  },

  violations: [
    async ({ server }, use) => {
      await use(server.violations);
      base.expect(server.violations.splice(0), "what is against the contracts").toEqual([]);
    },
    { auto: true },
  ],

  guard: [
    async ({ context, sandbox }, use) => {
      const guard = new Guard(new URL(sandbox.origin).host);
      await guard.watch(context);
      await noteMemories(context);
      await use(guard);
      // What a page did last may take a moment to be reported.
      const complaints = () => guard.complaints();
      await base.expect.poll(complaints, { message: "what no page of the console may do", timeout: 2_000 }).toEqual([]);
    },
    { auto: true },
  ],

  configuration: [undefined, { option: true }],

  console: async ({ configuration, page }, use) => {
    if (configuration !== undefined) await page.route("**/config.json", (route) => route.fulfill({ json: configuration }));
    await use(new Console(page));
  },
});
