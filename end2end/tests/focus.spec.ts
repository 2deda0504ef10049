import type { Page } from "@playwright/test";
import type { Console } from "../support/console.ts";
import type { Sandbox } from "../support/sandbox.ts";
import { edit, list, signIn } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

const pages: Record<string, (console: Console, sandbox: Sandbox) => Promise<void>> = {
  "the sign-in": signIn.reach,
  "a list": list.reach,
  "a long list": async (console, sandbox) => {
    await sandbox.reset(200);
    await console.openList();
    await expect(console.names.first()).toBeVisible();
  },
  "an edit": edit.reach,
  "a change": (console) => console.openChange(),
};

for (const [name, reach] of Object.entries(pages)) {
  for (const width of [1280, 320]) {
    test(`${name}: nothing lies over what has the focus, forwards and back, at ${width} px (WCAG 2.4.11)`, async ({ console, page, sandbox }) => {
      await page.setViewportSize({ width, height: 480 });
      await reach(console, sandbox);
      for (const key of ["Tab", "Shift+Tab"]) {
        const covered = new Set<string>();
        for (let presses = 0; presses < 45; presses += 1) {
          await page.keyboard.press(key);
          const found = await coveredFocus(page);
          if (found !== undefined) covered.add(found);
        }
        expect.soft([...covered], key).toEqual([]);
      }
    });
  }
}

/** What has the focus, if something else is where its middle should be. */
function coveredFocus(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector("rekey-console")?.shadowRoot;
    const focused = root?.activeElement;
    const box = focused?.getClientRects()[0];
    if (root === null || root === undefined || focused === null || focused === undefined || box === undefined) return undefined;
    const there = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return there !== null && focused.contains(there) ? undefined : `${focused.outerHTML.slice(0, 100)} under ${there?.outerHTML.slice(0, 100)}`;
  });
}
