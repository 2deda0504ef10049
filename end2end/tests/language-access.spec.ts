import { expectAccessible } from "../support/access.ts";
import { Foreign } from "../support/foreign.ts";
import { foreignStates } from "../support/foreign-states.ts";
import { test } from "../support/test.ts";

for (const { tag, locale } of [
  { tag: "tr", locale: "tr-TR" },
  { tag: "zh", locale: "zh-CN" },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    for (const state of foreignStates) {
      test(`${state.name}: WCAG 2.2 AA and no sideways scrolling, light and dark, at 1280 and 320 px`, async ({ page, sandbox }) => {
        await state.reach(new Foreign(page, tag), sandbox);
        await expectAccessible(page);
      });
    }
  });
}
