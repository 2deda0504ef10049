import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Look {
  scheme: "light" | "dark";
  width: number;
}

export const everyLook: Look[] = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 1280 },
  { scheme: "light", width: 320 },
  { scheme: "dark", width: 320 },
];

/** Both themes and both widths, where all four have been looked at in another language. */
export const twoLooks: Look[] = [
  { scheme: "light", width: 320 },
  { scheme: "dark", width: 1280 },
];

/** What is on screen keeps WCAG 2.2 AA in light and dark, wide and narrow, and never scrolls sideways. */
export async function expectAccessible(page: Page, { except = [] as string[], looks = everyLook } = {}) {
  for (const { scheme, width } of looks) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    const look = `${scheme}, ${width} px`;
    // The legacy mode opens no second page, which the policy of this one would have to allow.
    const { violations } = await new AxeBuilder({ page }).options(options(except)).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
    expect.soft(found, look).toEqual([]);
    expect.soft(await overflow(page), `${look}: pixels beyond the right edge`).toBe(0);
  }
}

/** The size of targets is not looked at unless it is asked for (WCAG 2.5.8). */
function options(except: string[]) {
  const without = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  return { runOnly: { type: "tag" as const, values: rules }, rules: { "target-size": { enabled: true }, ...without } };
}

function overflow(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

/** Moves the focus as a keyboard does, until it is there. */
export async function tabTo(page: Page, target: ReturnType<Page["locator"]>) {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await target.evaluate((element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not reach ${target}`);
}
