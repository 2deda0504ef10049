import type { BrowserContext, Page } from "@playwright/test";

declare global {
  /** Every memory of a WebAssembly module of the page. */
  var memories: Set<WebAssembly.Memory>;
}

/**
 * Notes every memory that a page gets. The browser could list them by itself (`Runtime.queryObjects`), but that never
 * answers in Chromium 156 once a page has a table of functions, as a program in two parts has.
 */
export async function noteMemories(context: BrowserContext) {
  await context.addInitScript(() => {
    globalThis.memories = new Set();
    const instantiate = WebAssembly.instantiate as (...values: unknown[]) => Promise<unknown>;
    const note = ({ exports }: WebAssembly.Instance) => {
      for (const exported of Object.values(exports)) {
        if (exported instanceof WebAssembly.Memory) globalThis.memories.add(exported);
      }
    };
    Object.assign(WebAssembly, {
      async instantiate(...values: unknown[]) {
        const made = (await instantiate(...values)) as WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource;
        note("instance" in made ? made.instance : made);
        return made;
      },
    });
  });
}

/** How often a text stands in the memory of the page's WebAssembly modules, in UTF-8 or UTF-16 (M9). */
export async function copiesInMemory(page: Page, secret: string): Promise<number> {
  const needles = [[...Buffer.from(secret, "utf8")], [...Buffer.from(secret, "utf16le")]];
  return page.evaluate(count, needles);
}

/** Runs in the page. */
function count(needles: number[][]): number {
  let found = 0;
  for (const memory of globalThis.memories) {
    const bytes = new Uint8Array(memory.buffer);
    for (const needle of needles) {
      const [first = 0] = needle;
      for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
        if (needle.every((byte, index) => bytes[at + index] === byte)) found += 1;
      }
    }
  }
  return found;
}
