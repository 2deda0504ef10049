import { expect, type Page, type Request } from "@playwright/test";
import { contradictions, type Observation } from "./checker.ts";
import type { Console, OutcomeName } from "./console.ts";
import type { Guard } from "./guard.ts";
import type { Sandbox } from "./sandbox.ts";
import { traces } from "./traces.ts";

/** The secret that the cells of the matrix set. */
export const secret = "correct horse, new staple";

/** Who looks, at what, and behind whose back. */
export interface Scene {
  console: Console;
  guard: Guard;
  api: Sandbox;
}

/** What is special about a cell. */
interface Circumstances {
  /** Words that the result must show. */
  words?: (string | RegExp)[];
  /** Whether the server does what was asked after all, and only later (X11). */
  appliesLater?: boolean;
  /** When the write was begun, by the page's clock. */
  since?: number;
  /** Which version of a record was on screen. */
  shown?: number[];
  /** Of an edit, what it was made over and of what. */
  edit?: Observation["edit"];
}

/** Waits for a result and holds it against the truth, now and two minutes later (F-01). Needs the page's clock. */
export async function judge(scene: Scene, outcome: OutcomeName, { words = [], appliesLater, since, shown, edit }: Circumstances = {}) {
  const { console } = scene;
  await console.expectOutcome(outcome);
  for (const text of words) await expect(console.result).toContainText(text);
  const seen = await observe(scene, outcome, appliesLater === true, since);
  seen.shown = shown ?? [];
  if (edit !== undefined) seen.edit = edit;
  expect(contradictions(seen), JSON.stringify(seen, undefined, 1)).toEqual([]);
}

async function observe({ console, guard, api }: Scene, outcome: OutcomeName, appliesLater: boolean, since?: number): Promise<Observation> {
  const { page, result } = console;
  const seen = {
    outcome,
    role: await result.evaluate((region) => region.role ?? region.querySelector("[role]")?.role ?? ""),
    words: (await result.locator(".result-head").textContent()) ?? "",
    environments: await environments(console, outcome),
    kept: await kept(page),
    secret,
    begun: guard.requests.filter(isBegun).length,
    arrived: await api.writes(),
    isFaulty: true,
    waited: since === undefined ? 0 : (await page.evaluate(() => Date.now())) - since,
    traces: await traces(page, guard, secret),
    shown: [],
  };
  // What is applied after all is applied by then.
  if (appliesLater) await expect.poll(async () => (await api.writes()).some(({ applied }) => applied)).toBe(true);
  await page.clock.fastForward("02:00");
  const later = {
    outcome: await result.getAttribute("data-outcome", { timeout: 1_000 }).catch(() => null),
    kept: await kept(page),
    arrived: await api.writes(),
  };
  return { ...seen, later };
}

/** What is in the fields for secrets. After a saved change that is nothing. */
const kept = (page: Page) => page.locator("[data-secret]").evaluateAll(held);

/** Runs in the page. */
const held = (fields: Element[]) => fields.map((field) => (field as HTMLInputElement).value).join("");

/** A write that the page began. A redirect that nobody follows is told as a request as well. */
const isBegun = (request: Request) => ["PATCH", "PUT"].includes(request.method()) && request.redirectedFrom() === null;

/** What the table says of each environment. */
async function environments({ page }: Console, outcome: OutcomeName) {
  if (outcome !== "saved") return [];
  const cells = page.getByRole("table", { name: "Deployment" }).getByRole("row").locator("td:first-of-type");
  return (await cells.allTextContents()).map((text) => text.trim());
}

declare global {
  /** Which of some versions was on screen, one after the other. */
  var versionsShown: number[] | undefined;
}

/** Notes from now on which of `versions` the elements that `selector` chooses show; asks for what was noted. */
export async function noteVersions(page: Page, selector: string, versions: string[]) {
  await page.evaluate(note, { selector, versions });
  return () => page.evaluate(() => globalThis.versionsShown ?? []);
}

/** Runs in the page. */
function note({ selector, versions }: { selector: string; versions: string[] }) {
  const root = document.querySelector("rekey-console")?.shadowRoot;
  const seen: number[] = [];
  globalThis.versionsShown = seen;
  const look = () => {
    for (const element of root?.querySelectorAll(selector) ?? []) {
      const version = versions.findIndex((words) => element.textContent?.includes(words));
      if (version !== -1 && version !== seen.at(-1)) seen.push(version);
    }
  };
  look();
  if (root) new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
}
