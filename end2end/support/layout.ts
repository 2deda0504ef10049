import type { Page } from "@playwright/test";

/** What sticks out of the page, is wider or higher than the box it stands in, or lies over what stands beside it. */
export function cut(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector("rekey-console")?.shadowRoot;
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const all = (selectors: string) => [...(root?.querySelectorAll(selectors) ?? [])].filter((element) => element.checkVisibility());
    const wider = all("button, a, label, h1, h2, p, legend, .state").filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline" && !element.matches(".sr"),
    );
    // What is cut on purpose: the second line of a name, and the rows of a long list, which are of one height.
    const higher = all("*:not(.sr, .sr *, thead, thead *, [data-long], [data-long] *, svg *)").filter(
      (element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1,
    );
    const covers = (boxes: DOMRect[]) =>
      boxes.some((one, index) =>
        boxes.slice(index + 1).some((other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1));
    // What sticks to the edge of a box that scrolls lies over what one can scroll to.
    const lies = (child: Element) => child.checkVisibility() && !child.matches(".sr") && getComputedStyle(child).position !== "sticky";
    const crossing = all("tbody tr, .acts, .toolbar, .secret, .bar").filter((row) =>
      covers([...row.children].filter(lies).map((child) => child.getBoundingClientRect())));
    const found = [...wider, ...higher, ...crossing].map((element) => element.outerHTML.slice(0, 120));
    return [...(sideways > 0 ? [`the page, by ${sideways} px`] : []), ...found];
  });
}
