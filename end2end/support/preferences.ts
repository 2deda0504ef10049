import { expect, type Page } from "@playwright/test";
import { cut } from "./layout.ts";

/** What is on screen stays usable for whoever has set colours, text spacing or motion to their needs (UX-51). */
export async function expectAdaptable(page: Page) {
  await page.setViewportSize({ width: 1280, height: 800 });
  expect.soft(await moving(page), "what moves although reduced motion is wanted").toEqual([]);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce", forcedColors: "active" });
    expect.soft(await boundless(page), `forced colours, ${colorScheme}: what has no edge, no ring or no sign`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce", forcedColors: "none" });
  await spaceText(page);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await cut(page), `text spacing, ${width} px: what is cut or lies over something`).toEqual([]);
  }
}

/** Elements with an animation or a transition, whether it runs at the moment or not. */
function moving(page: Page) {
  return page.evaluate(() => {
    const all = [...(document.querySelector("rekey-console")?.shadowRoot?.querySelectorAll("*") ?? [])];
    const moves = (element: Element) => {
      const { animationName, transitionDuration } = getComputedStyle(element);
      return animationName !== "none" || transitionDuration.split(",").some((duration) => parseFloat(duration) > 0);
    };
    return all.filter(moves).map((element) => element.outerHTML.slice(0, 120));
  });
}

/**
 * In forced colours a ground says nothing: a control needs an edge or a line under its words, what is current a line,
 * a sign the colour of the text, and what has the focus a ring. Words need a colour that is not that of their ground.
 */
function boundless(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector("rekey-console")?.shadowRoot;
    const visible = (selectors: string) => [...(root?.querySelectorAll<HTMLElement>(selectors) ?? [])].filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.closest("[inert]") === null && !element.matches(".sr, .sr *"));
    const open = root?.querySelector<HTMLElement>("dialog[open]");
    const reachable = (element: Element) => open === null || open === undefined || open.contains(element);
    const isDrawn = (width: string, style: string) => parseFloat(width) > 0 && style !== "none";
    const hasEdge = (element: Element, pseudo?: string) => {
      const { borderBottomWidth, borderBottomStyle } = getComputedStyle(element, pseudo);
      return isDrawn(borderBottomWidth, borderBottomStyle);
    };
    const hasRing = (element: Element, pseudo?: string) => {
      const { outlineWidth, outlineStyle } = getComputedStyle(element, pseudo);
      return isDrawn(outlineWidth, outlineStyle);
    };
    const isUnderlined = (element: Element) => getComputedStyle(element).textDecorationLine.includes("underline");
    const ground = (element: Element): string => {
      const own = getComputedStyle(element).backgroundColor;
      const host = (element.getRootNode() as ShadowRoot).host;
      return own !== "rgba(0, 0, 0, 0)" && own !== "transparent" ? own : ground(element.parentElement ?? host);
    };
    const box = (element: Element) => element.closest(".chips") ?? element;

    const controls = visible("button, select, textarea, input:not([type=checkbox], [type=radio])");
    const edgeless = controls.filter((control) => !hasEdge(box(control)) && !hasEdge(control) && !isUnderlined(control));
    const current = visible("nav a[aria-current]").filter((link) => !hasEdge(link, "::after"));
    const signs = visible("svg").filter((sign) => {
      // A drawing keeps its colours unless it says otherwise; its line is of the colour of the text around it.
      const { color, forcedColorAdjust } = getComputedStyle(sign) as CSSStyleDeclaration & { forcedColorAdjust: string };
      return forcedColorAdjust !== "auto" || color === ground(sign);
    });
    const unreadable = visible("h1, h2, p, label, legend, dt, dd, td, th, li, a, button, span, caption, summary").filter(
      (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "") && getComputedStyle(element).color === ground(element),
    );
    const focused = (root as ShadowRoot | undefined)?.activeElement;
    const ringless = visible("a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary").filter((element) => {
      if (!reachable(element)) return false;
      // What has it by a press already would get no ring.
      element.blur();
      element.focus({ focusVisible: true, preventScroll: true } as FocusOptions);
      return !hasRing(box(element)) && !hasRing(element) && !hasRing(element, "::after");
    });
    (focused as HTMLElement | null)?.focus({ preventScroll: true });
    const note = (what: string) => (element: Element) => `${what}: ${element.outerHTML.slice(0, 120)}`;
    return [...edgeless.map(note("no edge")), ...current.map(note("no line")), ...signs.map(note("sign")), ...unreadable.map(note("colour")), ...ringless.map(note("no ring"))];
  });
}

/** The spacing that WCAG 1.4.12 wants to be possible; in a sheet of its own, because a policy refuses any other. */
function spaceText(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector("rekey-console")?.shadowRoot;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p:not(.sr) { margin-block-end: 2em !important }
    `);
    root?.adoptedStyleSheets.push(sheet);
  });
}
