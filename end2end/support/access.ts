import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Look {
  scheme: "light" | "dark";
  width: number;
  /** A theme changes colours and nothing else; all the rest is looked at in the light one. */
  coloursAlone?: true;
}

/** Both themes and both widths. */
export const twoLooks: Look[] = [
  { scheme: "light", width: 1280 },
  { scheme: "dark", width: 320, coloursAlone: true },
];

/** The other two of the four. */
export const otherLooks: Look[] = [
  { scheme: "light", width: 320 },
  { scheme: "dark", width: 1280, coloursAlone: true },
];

/** What is on screen keeps WCAG 2.2 AA in light and dark, wide and narrow, and never scrolls sideways. */
export async function expectAccessible(page: Page, { except = [] as string[], looks = [...twoLooks, ...otherLooks] } = {}) {
  // By the protocol of the tools, which the policy of the page does not bind; once, for it is half a megabyte.
  await page.evaluate(axe.source);
  for (const { scheme, width, coloursAlone } of looks) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    const look = `${scheme}, ${width} px`;
    expect.soft(await violations(page, coloursAlone ? colours : all(except)), look).toEqual([]);
    expect.soft(await overflow(page), `${look}: pixels beyond the right edge`).toBe(0);
  }
}

function violations(page: Page, options: RunOptions) {
  return page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, options);
}

const colours: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
};

/** The size of targets is not looked at unless it is asked for (WCAG 2.5.8). */
function all(except: string[]): RunOptions {
  const without = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
  return {
    runOnly: { type: "tag", values: rules },
    rules: { "target-size": { enabled: true }, ...without },
    resultTypes: ["violations"],
  };
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
