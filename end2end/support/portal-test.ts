import { expect, type Frame, type Locator, type Page } from "@playwright/test";
import { Console } from "./console.ts";
import { Portal } from "./portal.ts";
import { demo } from "./sandbox.ts";
import { test as base } from "./scanner/test.ts";
import { type Server, startServer } from "./server.ts";

export { expect } from "./test.ts";

/** Tests of a console that a portal shows; each worker has a portal of its own. */
export const test = base.extend<{ portal: Portal }, { portalOfWorker: Portal; server: Server }>({
  portalOfWorker: [
    async ({}, use) => {
      const portal = await Portal.start();
      await use(portal);
      portal.stop();
    },
    { scope: "worker" },
  ],

  server: [
    async ({ systems, portalOfWorker }, use) => {
      const { origin } = portalOfWorker;
      const server = await startServer(systems, { callers: origin, portal: origin });
      portalOfWorker.console = server.origin;
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  portal: [
    async ({ guard, server, portalOfWorker }, use) => {
      portalOfWorker.console = server.origin;
      portalOfWorker.reset();
      guard.allow(new URL(portalOfWorker.origin).host);
      await use(portalOfWorker);
    },
    { auto: true },
  ],
});

/** The console in a frame; a frame knows the same names as a page. */
export const inFrame = (frame: Frame) => new Console(frame as unknown as Page);

/**
 * Follows a link of a console in a frame, with the keyboard: a pointer misses what moves under it when the frame gets the
 * height of another page, and Chromium takes none for half a second in a frame that has moved, if that is watched for
 * what lies over it.
 */
export const follow = (link: Locator) => link.press("Enter");

/** Signs in to a console in a frame, with the keyboard for the same reason. */
export async function signIn({ accessToken }: Console) {
  await accessToken.fill(demo.token);
  await accessToken.press("Enter");
}

/** Changes the password when the press counts: a button in a frame has to have been in sight for a while (E-04). */
export async function pressChange(console: Console) {
  await expect(async () => {
    await console.pressChange();
    await expect(console.result).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** The frame that shows `path` of the console, once it is there. */
export async function frameOf(page: Page, path = "/embed.html"): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame !== page.mainFrame() && frame.url().endsWith(path));
  return find() ?? page.waitForEvent("framenavigated", { predicate: (frame) => frame === find() });
}
