import type { Page } from "@playwright/test";

const minute = 60_000;

/** The page's own configuration with other limits for its sessions (S-14). */
export async function limitSessions(page: Page, session: { idleMinutes?: number; lifetimeHours?: number }) {
  await page.route("**/config.json", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), session } });
  });
}

/** Lets time pass while somebody uses the page now and then, by a clock that is installed. */
export async function useFor(page: Page, minutes: number) {
  for (let left = minutes; left > 0; left -= 9) {
    await page.mouse.move(left % 50, 5);
    await page.clock.runFor(Math.min(left, 9) * minute);
  }
}
