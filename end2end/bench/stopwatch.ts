import type { BrowserContext } from "@playwright/test";

/** Tells when rows are on screen. It knows tables, not who made them, and so is the same for every page. */
interface Stopwatch {
  /** What was begun last, for something that happens outside the page before it ends. */
  running: Promise<number>;
  /** When rows with these names stand at the head of the list, in milliseconds of the page. */
  rows(names: string[]): Promise<number>;
  /** How long it takes from the next key until they stand there. */
  keyToRows(names: string[]): Promise<number>;
  /** How long it takes from scrolling to the end until the row with this name is on screen. */
  scrollToEnd(name: string): Promise<number>;
  /** How many elements the page has. */
  elements(): number;
}

declare global {
  var stopwatch: Stopwatch;
}

/** Puts the stopwatch into every page, before anything of the page's own. */
export async function installStopwatch(context: BrowserContext) {
  await context.addInitScript(install);
}

/** Runs in the page, so everything it needs stands in it. */
function install() {
  const roots: (Document | ShadowRoot)[] = [document];
  /** Each looks whether what it waits for is there. */
  const waiting = new Set<() => void>();
  /** Each is there, and on screen with the next frame. */
  let drawn: ((time: number) => void)[] = [];

  const look = () => waiting.forEach((check) => check());
  const observer = new MutationObserver(look);
  const watch = (root: Node) => observer.observe(root, { subtree: true, childList: true, characterData: true });
  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    watch(root);
    return root;
  };

  // A message sent at the start of a frame arrives when the frame has been laid out and painted.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    const done = drawn;
    drawn = [];
    for (const resolve of done) resolve(now);
  };
  const frame = () => {
    port2.postMessage(null);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  /** Longer than the slowest list takes; what is not there by then never comes. */
  const patience = 180_000;

  const until = (what: string, holds: () => boolean) =>
    new Promise<number>((resolve, reject) => {
      const check = () => {
        if (!holds()) return;
        clearTimeout(limit);
        waiting.delete(check);
        drawn.push(resolve);
      };
      const limit = setTimeout(() => {
        waiting.delete(check);
        reject(new Error(`the list never showed ${what}`));
      }, patience);
      waiting.add(check);
    });

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

  globalThis.stopwatch = {
    running: Promise.resolve(0),

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

    elements: () => roots.reduce((count, root) => count + root.querySelectorAll("*").length, 0),
  };
}
