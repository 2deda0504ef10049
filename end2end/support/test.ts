import { test as base } from "@playwright/test";
import { Console } from "./console.ts";
import { Guard } from "./guard.ts";
import { noteMemories } from "./memory.ts";
import { Sandbox } from "./sandbox.ts";
import { startServer } from "./server.ts";

export { expect } from "@playwright/test";

interface PerTest {
  /** The page under test, by what a person does with it. */
  console: Console;
  /** What no page may do; watches every test by itself. */
  guard: Guard;
  sandbox: Sandbox;
}

interface PerWorker {
  server: { origin: string };
}

export const test = base.extend<PerTest, PerWorker>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ server }, use) => use(server.origin),

  sandbox: async ({ server }, use) => {
    const sandbox = new Sandbox(server.origin);
    await sandbox.reset();
    await use(sandbox);
  },

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

  console: async ({ page }, use) => use(new Console(page)),
});
