import type { BrowserContext, Page } from "@playwright/test";

declare global {
  /** Every memory of a WebAssembly module of the page. */
  var memories: Set<WebAssembly.Memory>;

  interface Uint8Array {
    toBase64(): string;
  }
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

/** The bytes of the page's WebAssembly modules. */
export async function memoriesOf(page: Page): Promise<Buffer[]> {
  const texts = await page.evaluate(() => [...globalThis.memories].map(({ buffer }) => new Uint8Array(buffer).toBase64()));
  return texts.map((text) => Buffer.from(text, "base64"));
}

/** How often a text stands in the memory of the page's WebAssembly modules, in UTF-8 or UTF-16 (M9). */
export async function copiesInMemory(page: Page, secret: string): Promise<number> {
  const needles = [Buffer.from(secret, "utf8"), Buffer.from(secret, "utf16le")];
  const memories = await memoriesOf(page);
  return memories.flatMap((memory) => needles.map((needle) => count(memory, needle))).reduce((sum, copies) => sum + copies, 0);
}

function count(memory: Buffer, needle: Buffer): number {
  let copies = 0;
  for (let at = memory.indexOf(needle); at !== -1; at = memory.indexOf(needle, at + 1)) copies += 1;
  return copies;
}
