import type { Page } from "@playwright/test";

declare global {
  /** Set by a test: the next element that the page makes cannot be made. */
  var breakNextElement: boolean;
}

/** Makes a page that can be broken; before it is opened. */
export async function breakable(page: Page) {
  await page.addInitScript(() => {
    for (const name of ["createElement", "createElementNS"] as const) {
      const original = Document.prototype[name] as (...values: unknown[]) => unknown;
      Object.assign(Document.prototype, {
        [name](this: Document, ...values: unknown[]) {
          if (globalThis.breakNextElement) {
            globalThis.breakNextElement = false;
            throw new Error("no more elements");
          }
          return original.apply(this, values);
        },
      });
    }
  });
}

/** Lets the module trap the next time it renders anything. */
export async function breakNextElement(page: Page) {
  await page.evaluate(() => {
    globalThis.breakNextElement = true;
  });
}
