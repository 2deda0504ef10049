import type { Page } from "@playwright/test";

/** Keeps answers back until the function that comes back is called; what comes later goes its way. */
export async function hold(page: Page, address: string | RegExp) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
