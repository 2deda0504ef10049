import { type Browser, expect, type Page, type Request } from "@playwright/test";
import { address } from "../support/console.ts";
import { noteMemories } from "../support/memory.ts";
import { demo } from "../support/sandbox.ts";
import { installFormStopwatch } from "./form-stopwatch.ts";
import { heapOf } from "./heap.ts";
import type { PageName } from "./report.ts";
import { installStopwatch } from "./stopwatch.ts";

/** A mobile network as the browser's own tools play it. */
export interface Network {
  /** Milliseconds that each request waits. */
  latency: number;
  /** Bytes a second. */
  downloadThroughput: number;
  uploadThroughput: number;
}

/** What one visit gives. Times are milliseconds. */
export type Figures = {
  firstPaint: number;
  formAnswers: number;
  blocked: number;
  /** Bytes over the network, heads of the answers included, of what was asked for before the form was there. */
  transferred: number;
  requests: number;
  pressToResult: number;
  /** Bytes. */
  heap: number;
  /** Requests from the sign-in to the form for the password; of the console alone, the others have one form. */
  callsToForm?: number;
};

/** How many times slower the processor is made (performance.md). */
const slowdown = 4;

/** Milliseconds from one letter to the next, which is 500 letters a minute. */
const keystroke = 120;

/** The field that makes the first form of each of the pages. */
const firstField = "Access token";

/** Opens a page as somebody who has never been there, changes a password with it, and waits for the result. */
export async function measureForm(browser: Browser, name: PageName, origin: string, network: Network): Promise<Figures> {
  const context = await browser.newContext({ baseURL: origin, locale: "en-GB", reducedMotion: "reduce" });
  await noteMemories(context);
  await installStopwatch(context);
  await installFormStopwatch(context, firstField);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...network });

  // The others have no addresses; what stands behind `#` is not sent.
  await page.goto(`/${address.change()}`, { waitUntil: "commit" });
  const first = await firstForm(page);
  // Everything that it fetches by itself has arrived.
  await page.waitForLoadState("networkidle");
  const heap = await heapOf(page, session);
  const blocked = await page.evaluate(() => formStopwatch.blocked());
  const callsToForm = await signIn(page, name);
  const pressToResult = await change(page);
  await context.close();
  return { ...first, blocked, heap, pressToResult, ...(name === "rekey" ? { callsToForm } : {}) };
}

/** A field that one types into. */
const fieldOf = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

/** Waits for the first form, and reads what it took. */
async function firstForm(page: Page) {
  const formAnswers = await page.evaluate(() => formStopwatch.field);
  // Whether it really answers; that takes no time of the figures.
  const field = fieldOf(page, firstField);
  await field.pressSequentially("a");
  if ((await field.inputValue()) !== "a") throw new Error("the field does not take what is typed");
  await field.fill("");
  return page.evaluate((formAnswers) => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    // The sign of the tab is the browser's own wish, and nothing waits for it.
    const sign = document.querySelector<HTMLLinkElement>("link[rel=icon]")?.href;
    const before = (entries as PerformanceResourceTiming[]).filter(
      ({ name, startTime, transferSize }) => startTime < formAnswers && transferSize > 0 && name !== sign,
    );
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    if (paint === undefined) throw new Error("nothing was painted");
    return {
      firstPaint: paint.startTime,
      formAnswers,
      transferred: before.reduce((bytes, { transferSize }) => bytes + transferSize, 0),
      requests: before.length,
    };
  }, formAnswers);
}

/** Enters the token; in the console that is a form of its own, from which some requests lead to the next. */
async function signIn(page: Page, name: PageName): Promise<number> {
  await fieldOf(page, firstField).fill(demo.token);
  let calls = 0;
  page.on("request", () => (calls += 1));
  if (name === "rekey") await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await fieldOf(page, "New password").waitFor();
  return calls;
}

/** Changes the password, and returns how long it took from the press to the result. */
async function change(page: Page): Promise<number> {
  const pending = new Set<Request>();
  page.on("request", (request) => pending.add(request));
  page.on("requestfinished", (request) => pending.delete(request));
  page.on("requestfailed", (request) => pending.delete(request));
  // As a quick typist does; the console fetches meanwhile what the press would have to wait for.
  await fieldOf(page, "New password").pressSequentially("correct horse, new staple", { delay: keystroke });
  await expect.poll(() => pending.size).toBe(0);
  await page.evaluate(() => {
    stopwatch.running = formStopwatch.pressToOutcome("saved");
  });
  await page.getByRole("button", { name: `Change password of ${demo.username}`, exact: true }).click();
  return page.evaluate(() => stopwatch.running);
}
