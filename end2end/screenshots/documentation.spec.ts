import { resolve } from "node:path";
import { connectionCheck, documented, review } from "../support/states.ts";
import { test } from "../support/test.ts";

const folder = resolve(import.meta.dirname, "../../docs/screenshots");

const looks = [
  { name: "light", colorScheme: "light", width: 1280 },
  { name: "dark", colorScheme: "dark", width: 1280 },
  { name: "320", colorScheme: "light", width: 320 },
] as const;

for (const state of documented) {
  test(state.name, async ({ console, guard, page, sandbox }) => {
    guard.expect(...(state.faults ?? []));
    await state.reach(console, sandbox);
    for (const { name, colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      // A dialog is centred in the window, not in the page.
      await page.screenshot({ path: `${folder}/${state.name}-${name}.png`, fullPage: ![connectionCheck, review].includes(state) });
    }
  });
}
