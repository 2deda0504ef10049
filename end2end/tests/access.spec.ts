import { expectAccessible } from "../support/access.ts";
import { states } from "../support/states.ts";
import { test } from "../support/test.ts";

for (const state of states) {
  test(`${state.name}: WCAG 2.2 AA and no sideways scrolling, light and dark, at 1280 and 320 px`, async ({ console, page, sandbox }) => {
    await state.reach(console, sandbox);
    await expectAccessible(page);
  });
}

test("a module that is not the page's own leaves an accessible message", async ({ console, guard, page }) => {
  guard.expect(/Failed to load resource/, /integrity/, /^console: rekey: module-unreachable/);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
  await console.open();
  await page.getByRole("alert").waitFor();
  // In the place of the console, and in somebody else's page as well: the landmarks are the page's own.
  await expectAccessible(page, { except: ["landmark-one-main"] });
});
