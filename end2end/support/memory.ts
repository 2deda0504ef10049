import type { Page } from "@playwright/test";

/** How often a text stands in the memory of the page's WebAssembly modules, in UTF-8 or UTF-16 (M9). */
export async function copiesInMemory(page: Page, secret: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const prototype = await session.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await session.send("Runtime.queryObjects", {
    prototypeObjectId: prototype.result.objectId ?? "",
  });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId,
    functionDeclaration: String(count),
    arguments: [{ value: [...Buffer.from(secret, "utf8")] }, { value: [...Buffer.from(secret, "utf16le")] }],
    returnByValue: true,
  });
  await session.detach();
  return result.value as number;
}

/** Runs in the page, on the list of memories. */
function count(this: WebAssembly.Memory[], ...needles: number[][]): number {
  let found = 0;
  for (const memory of this) {
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
