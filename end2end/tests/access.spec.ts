import { expectAccessible, otherLooks, twoLooks } from "../support/access.ts";
import { Console } from "../support/console.ts";
import { everyState, everyStateInEnglish } from "../support/every-state.ts";
import { languages, tableOf } from "../support/language.ts";
import { expectAdaptable } from "../support/preferences.ts";
import type { State } from "../support/states.ts";
import { test } from "../support/test.ts";

test.use({ systems: "all" });

/** `cargo xtask access` looks at every state in every language. */
const isWhole = process.env.REKEY_ACCESS !== undefined;

/** Every state in English and in one more language, in turns; `cargo xtask test` has no time for three. */
function statesIn(tag: (typeof languages)[number]["tag"]) {
  if (tag === "en") return everyStateInEnglish;
  return everyState.filter((_, number) => isWhole || (number % 2 === 0) === (tag === "tr"));
}

/** All four, or two in English and the other two in the other language, where there is one. */
function looksOf(state: State, tag: (typeof languages)[number]["tag"]) {
  if (isWhole || !everyState.includes(state)) return [...twoLooks, ...otherLooks];
  return tag === "en" ? twoLooks : otherLooks;
}

for (const { tag, locale } of languages) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    for (const state of statesIn(tag)) {
      test(`${state.name}: WCAG 2.2 AA and no sideways scrolling, light and dark, at 1280 and 320 px`, async ({ guard, page, sandbox }) => {
        guard.expect(...(state.faults ?? []));
        await state.reach(new Console(page, tableOf(tag)), sandbox);
        // In the place of the console, and in somebody else's page as well: the landmarks are the page's own.
        await expectAccessible(page, {
          except: state.bare ? ["landmark-one-main"] : [],
          looks: looksOf(state, tag),
        });
        // Once is enough, in the language whose words are the longest.
        if (tag === "tr") await expectAdaptable(page);
      });
    }
  });
}
