import { expect } from "@playwright/test";
import { test as base } from "../test.ts";
import { canaries } from "./canaries.ts";
import { Scanner } from "./scanner.ts";

export { expect } from "../test.ts";

/** A flow that is scanned: what is found outside the field that is filled and the one request fails it by itself. */
export const test = base.extend<{ scan: Scanner }>({
  scan: async ({ page, guard }, use, information) => {
    const scan = await Scanner.of(page, guard, Object.values(canaries));
    await use(scan);
    const { steps, places, searches } = scan.counted;
    information.annotations.push({ type: "scanned", description: JSON.stringify({ steps, places: [...places], searches }) });
    expect(scan.findings, "secrets outside the field that is filled and the one request").toEqual([]);
  },
});
