import type { BrowserContext } from "@playwright/test";

/** Tells when something is on screen. It does not know who made the page, and so is the same for every page. */
interface Stopwatch {
  /** What was begun last, for something that happens outside the page before it ends. */
  running: Promise<number>;
  /** The document and every shadow root. */
  roots: readonly (Document | ShadowRoot)[];
  /** When the frame that shows what is waited for has been painted, in milliseconds of the page. */
  until(what: string, holds: () => boolean): Promise<number>;
  /** Looks at once, where something else than the tree has changed. */
  look(): void;
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

  globalThis.stopwatch = {
    running: Promise.resolve(0),
    roots,
    look,

    until: (what, holds) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (!holds()) return;
          clearTimeout(limit);
          waiting.delete(check);
          drawn.push(resolve);
        };
        const limit = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`the page never showed ${what}`));
        }, patience);
        waiting.add(check);
        check();
      }),

    elements: () => roots.reduce((count, root) => count + root.querySelectorAll("*").length, 0),
  };
}
