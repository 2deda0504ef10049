import { expectAccessible } from "../support/access.ts";
import { systemStates } from "../support/system-states.ts";
import { test } from "../support/test.ts";

test.use({ systems: "all" });

for (const state of systemStates) {
  test(`${state.name}: WCAG 2.2 AA and no sideways scrolling, light and dark, at 1280 and 320 px`, async ({ console, page, sandbox }) => {
    await state.reach(console, sandbox);
    await expectAccessible(page);
  });
}
