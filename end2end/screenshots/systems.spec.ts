import { resolve } from "node:path";
import { documentedSystems } from "../support/system-states.ts";
import { test } from "../support/test.ts";

test.use({ systems: "all" });

const folder = resolve(import.meta.dirname, "../../docs/screenshots");

const looks = [
  { name: "light", colorScheme: "light", width: 1280 },
  { name: "dark-320", colorScheme: "dark", width: 320 },
] as const;

for (const state of documentedSystems) {
  test(state.name, async ({ console, page, sandbox }) => {
    await state.reach(console, sandbox);
    for (const { name, colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      // A list is many windows high; the first shows what it is.
      const fullPage = !state.name.endsWith("list");
      await page.screenshot({ path: `${folder}/${state.name}-${name}.png`, fullPage });
    }
  });
}
