import type { Page } from "@playwright/test";
import { Console } from "../support/console.ts";
import { changeWithProblems } from "../support/form-states.ts";
import { pseudo, replaceTurkish } from "../support/language.ts";
import { cut } from "../support/layout.ts";
import { documented } from "../support/states.ts";
import { expect, test } from "../support/test.ts";

/** A language of which nobody knows a word, longer by a third and written from the right: what is not in the catalogue shows. */
test.use({ locale: "tr-TR" });

for (const state of [...documented, changeWithProblems]) {
  test(`${state.name}: every sentence comes from the catalogue, and there is room for longer ones from the right (UX-56)`, async ({ guard, page, sandbox }) => {
    guard.expect(...(state.faults ?? []));
    await replaceTurkish(page, sandbox.origin, pseudo());
    await state.reach(new Console(page, pseudo()), sandbox);
    expect(await untranslated(page)).toEqual([]);
    await expect(page.locator("rekey-console div[lang=qps]")).toHaveCSS("direction", "rtl");
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await cut(page), `${width} px`).toEqual([]);
    }
  });
}

/**
 * What is read in plain letters and is neither data nor somebody else's words: those stand in an isolate, in the face of
 * identifiers, or are marked with a language of their own. Left by name: what the demonstration calls its systems and
 * records, where they are part of a button's name, and what the browser writes itself, dates and zones.
 */
function untranslated(page: Page) {
  return page.evaluate(() => {
    const known = /API gateway|Apinizer|retail|api-user|billing(?:-batch)?|kiosk-eu|legacy-erp|ops team\/eu|partner-acme|reporting|reports|UTC|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:in )?[\d,]+ (?:day|hour|minute)s?(?: ago)?/g;
    const others = "bdi, pre, .mono, blockquote, option[lang], .when";
    const root = document.querySelector("rekey-console")?.shadowRoot;
    if (root === null || root === undefined) throw new Error("There is no console.");
    const said = [...root.querySelectorAll("*")].flatMap((element) => {
      const own = element.closest(others) !== null || ["STYLE", "SCRIPT"].includes(element.tagName);
      const texts = own ? [] : [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? "");
      const spoken = ["aria-label", "title", "placeholder", "data-label", "alt"].map((name) => element.getAttribute(name) ?? "");
      return [...texts, ...spoken];
    });
    return said.filter((text) => /[a-zA-Z]{2}/.test(text.replaceAll(known, "")));
  });
}
