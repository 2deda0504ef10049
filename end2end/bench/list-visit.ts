import type { Browser, Page } from "@playwright/test";
import { address, Console } from "../support/console.ts";
import { noteMemories } from "../support/memory.ts";
import { heapOf } from "./heap.ts";
import { installListStopwatch } from "./list-stopwatch.ts";
import { installStopwatch } from "./stopwatch.ts";
import { heads, type Listed, listPath, project, type Stroke } from "./strokes.ts";

/** What one visit gives. Times are milliseconds. */
export type Figures = {
  lastByteToRows: number;
  requestToRows: number;
  keyToRows: number[];
  scrollToEnd: number;
  elements: number;
  /** Bytes. */
  heap: number;
};

/** Signs in to a page, looks at the list, filters it and scrolls to its end, as somebody who has never been there. */
export async function measureList(
  browser: Browser,
  origin: string,
  list: Listed[],
  strokes: Stroke[],
  slowdown: number,
): Promise<Figures> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Istanbul",
    reducedMotion: "reduce",
  });
  await noteMemories(context);
  await installStopwatch(context);
  await installListStopwatch(context);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });

  const shown = await signIn(page, heads(list));
  const elements = await page.evaluate(() => stopwatch.elements());
  const heap = await heapOf(page, session);
  const keyToRows = await filter(page, strokes);
  const last = list.at(-1)?.username ?? "";
  const scrollToEnd = await page.evaluate((name) => listStopwatch.scrollToEnd(name), last);
  await context.close();
  return { ...shown, keyToRows, scrollToEnd, elements, heap };
}

/** Signs in and waits for the first rows. */
async function signIn(page: Page, names: string[]) {
  const console = new Console(page);
  await console.open(address.list(project));
  await console.accessToken.waitFor();
  await page.evaluate((names) => {
    stopwatch.running = listStopwatch.rows(names);
  }, names);
  await console.signIn();
  const drawn = await page.evaluate(() => stopwatch.running);
  const { startTime, responseEnd } = await timingOfTheList(page);
  return { lastByteToRows: drawn - responseEnd, requestToRows: drawn - startTime };
}

/** When the list was asked for and when its last byte was there. The browser notes it after that byte, not before. */
async function timingOfTheList(page: Page): Promise<{ startTime: number; responseEnd: number }> {
  const timing = await page.waitForFunction((path) => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const entry = entries.find(({ name }) => name.endsWith(path));
    return entry && { startTime: entry.startTime, responseEnd: entry.responseEnd };
  }, listPath);
  const value = await timing.jsonValue();
  if (value === undefined) throw new Error("the list was never asked for");
  return value;
}

/** Types and takes back. */
async function filter(page: Page, strokes: Stroke[]): Promise<number[]> {
  await page.getByRole("searchbox", { name: "Filter credentials" }).focus();
  const times: number[] = [];
  for (const { key, heads } of strokes) {
    await page.evaluate((names) => {
      stopwatch.running = listStopwatch.keyToRows(names);
    }, heads);
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => stopwatch.running));
  }
  return times;
}
