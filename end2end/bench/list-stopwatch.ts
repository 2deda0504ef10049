import type { BrowserContext } from "@playwright/test";

/** Tells when rows are on screen. It knows tables, and nothing else of a page. */
interface ListStopwatch {
  /** When rows with these names stand at the head of the list, in milliseconds of the page. */
  rows(names: string[]): Promise<number>;
  /** How long it takes from the next key until they stand there. */
  keyToRows(names: string[]): Promise<number>;
  /** How long it takes from scrolling to the end until the row with this name is on screen. */
  scrollToEnd(name: string): Promise<number>;
}

declare global {
  var listStopwatch: ListStopwatch;
}

/** Puts it into every page, after the stopwatch. */
export async function installListStopwatch(context: BrowserContext) {
  await context.addInitScript(install);
}

/** Runs in the page, so everything it needs stands in it. */
function install() {
  const { look, roots, until } = stopwatch;

  const table = () => {
    const tables = roots.flatMap((root) => [...root.querySelectorAll("table")]);
    return tables.find((table) => (table.caption?.textContent ?? table.ariaLabel) === "Credentials");
  };

  const nameOf = (row: HTMLTableRowElement | undefined) => {
    const [head] = row?.cells ?? [];
    return head?.matches('th[scope="row"]') ? head.textContent?.trim() : undefined;
  };

  const headsAre = (names: string[]) => {
    let found = 0;
    for (const row of table()?.rows ?? []) {
      const name = nameOf(row);
      if (name === undefined) continue;
      if (name !== names[found]) return false;
      found += 1;
      if (found === names.length) return true;
    }
    return false;
  };

  const lastRow = (rows: HTMLCollectionOf<HTMLTableRowElement>) => {
    for (let index = rows.length - 1; index >= 0; index -= 1) {
      if (nameOf(rows[index]) !== undefined) return rows[index];
    }
    return undefined;
  };

  /** What scrolls the list: a box around it, or the page. */
  const scrollerOf = (list: Element): Element => {
    for (let element: Element | null = list; element !== null; element = above(element)) {
      const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowY);
      if (scrolls && element.scrollHeight > element.clientHeight + 1) return element;
    }
    return document.documentElement;
  };

  const above = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };

  globalThis.listStopwatch = {
    rows: (names) => until(`${names.join(", ")} at its head`, () => headsAre(names)),

    async keyToRows(names) {
      const pressed = new Promise<number>((resolve) => {
        addEventListener("keydown", ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
      });
      const [from, to] = await Promise.all([pressed, this.rows(names)]);
      return to - from;
    },

    async scrollToEnd(name) {
      const list = table();
      if (list === undefined) throw new Error("there is no list");
      const scroller = scrollerOf(list);
      const page = scroller === document.documentElement;
      let arrived = false;
      const begun = performance.now();
      const onScreen = until(`${name} at its end`, () => {
        const row = lastRow((table() ?? list).rows);
        if (row === undefined || nameOf(row) !== name) return false;
        const { top, bottom } = row.getBoundingClientRect();
        const box = page ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
        arrived = top < box.bottom && bottom > box.top;
        return arrived;
      });
      // What is measured when it is drawn first may make the list longer; then the end is further down.
      const scroll = () => {
        scroller.scrollTop = scroller.scrollHeight;
        look();
        if (!arrived) requestAnimationFrame(scroll);
      };
      scroll();
      return (await onScreen) - begun;
    },
  };
}
