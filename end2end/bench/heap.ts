import type { CDPSession, Page } from "@playwright/test";

/** What the page keeps: its objects after a collection, and the memories of its WebAssembly modules. In bytes. */
export async function heapOf(page: Page, session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const memories = await page.evaluate(() =>
    [...globalThis.memories].reduce((bytes, { buffer }) => bytes + buffer.byteLength, 0),
  );
  return usedSize + memories;
}
