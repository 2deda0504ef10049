import type { Page } from "@playwright/test";
import { Foreign } from "../support/foreign.ts";
import { foreignStates } from "../support/foreign-states.ts";
import { pseudo, replaceTurkish } from "../support/language.ts";
import { expect, test } from "../support/test.ts";

/** A language of which nobody knows a word, longer by a third and written from the right: what is not in the catalogue shows. */
test.use({ locale: "tr-TR" });

for (const state of foreignStates) {
  test(`${state.name}: every sentence comes from the catalogue, and there is room for longer ones from the right (UX-56)`, async ({ page, sandbox }) => {
    await replaceTurkish(page, sandbox.origin, pseudo());
    await state.reach(new Foreign(page, pseudo()), sandbox);
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
    const known = /API gateway|Apinizer|retail|api-user|billing(?:-batch)?|kiosk-eu|legacy-erp|ops team\/eu|partner-acme|reporting|UTC|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:in )?[\d,]+ (?:day|hour|minute)s?(?: ago)?/g;
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

/** What sticks out of the page, is wider than the box it stands in, or lies over what stands beside it. */
function cut(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector("rekey-console")?.shadowRoot;
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const wider = [...(root?.querySelectorAll("button, a, label, h1, h2, p, legend, .state") ?? [])].filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline" && !element.matches(".sr"),
    );
    const cells = [...(root?.querySelectorAll("tbody tr") ?? [])].flatMap((row) => {
      const boxes = [...row.children].map((cell) => cell.getBoundingClientRect());
      const covers = boxes.some((one, index) =>
        boxes.slice(index + 1).some((other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1));
      return covers ? [row] : [];
    });
    wider.push(...cells);
    return [...(sideways > 0 ? [`the page, by ${sideways} px`] : []), ...wider.map((element) => element.outerHTML.slice(0, 120))];
  });
}
