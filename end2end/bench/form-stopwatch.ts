import type { BrowserContext } from "@playwright/test";

/** Tells when a form is there and what became of it. It knows labels, buttons and outcomes, and nothing else of a page. */
interface FormStopwatch {
  /** When a field with this label is on screen, in milliseconds since the page was asked for. */
  field: Promise<number>;
  /** How long it takes from the next press of a button until a result with this outcome is on screen. */
  pressToOutcome(outcome: string): Promise<number>;
  /** For how many milliseconds the page could not have answered anybody: what every task took beyond 50 of them. */
  blocked(): number;
}

declare global {
  var formStopwatch: FormStopwatch;
}

/** Puts it into every page, after the stopwatch. `label` is that of the field that makes a form of the page. */
export async function installFormStopwatch(context: BrowserContext, label: string) {
  await context.addInitScript(install, label);
}

/** Runs in the page, so everything it needs stands in it. */
function install(label: string) {
  const { roots, until } = stopwatch;
  /** What a task may take before it is felt (RAIL). */
  const felt = 50;
  let blocked = 0;
  const note = (list: PerformanceObserverEntryList) => {
    for (const { duration } of list.getEntries()) blocked += duration - felt;
  };
  new PerformanceObserver(note).observe({ type: "longtask", buffered: true });

  // A way to sign in may have the name of what it wants.
  const labelled = ({ labels, type }: HTMLInputElement) =>
    type !== "radio" && [...(labels ?? [])].some((own) => own.textContent?.trim() === label);
  const hasField = () => roots.some((root) => [...root.querySelectorAll("input")].some(labelled));
  const hasOutcome = (outcome: string) =>
    roots.some((root) => root.querySelector(`[data-outcome="${outcome}"]`) !== null);

  globalThis.formStopwatch = {
    field: until(`the field ${label}`, hasField),

    async pressToOutcome(outcome) {
      const pressed = new Promise<number>((resolve) => {
        addEventListener("click", ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
      });
      const [from, to] = await Promise.all([pressed, until(`the outcome ${outcome}`, () => hasOutcome(outcome))]);
      return to - from;
    },

    blocked: () => blocked,
  };
}
