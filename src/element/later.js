/**
 * The second part of the program: the pages behind the sign-in, in a module of its own that works in the memory of the
 * first, and the rules of style that nothing else needs. The build puts this file inside the glue's scope: `wasm` is the
 * glue's own binding to the instance.
 */

import { LATER, LATER_STYLE_SHEET } from "./assets.js";
import { compile, fetchAsset } from "./download.js";
import { Failure } from "./failure.js";
import { addRules } from "./style.js";
import { nextTask } from "./task.js";

const FAILURES = { unreachable: "later-unreachable", unverified: "later-unverified" };

let loading = null;

/**
 * Loads it when it is first needed, or when nothing else is to do. The promise brings nothing, or the code of a failure;
 * then the next call tries again.
 */
export async function loadLater(whenIdle) {
  if (whenIdle) {
    await idle();
  }
  loading ??= load().catch((error) => {
    loading = null;
    const code = error instanceof Failure ? error.code : FAILURES.unverified;
    console.error(`rekey: ${code}`);
    return code;
  });
  return loading;
}

/**
 * The first form has been painted, and nothing else is to do. After a second it goes on in any case: a page may never be
 * idle, and one that nobody sees is never painted, as a frame that its portal shows once the console is ready.
 */
function idle() {
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  return new Promise((resolve) => {
    requestAnimationFrame(() => whenIdle(resolve));
    setTimeout(resolve, 1000);
  });
}

/** It exports nothing: it puts its functions into the table and its data into the memory of the first part. */
async function load() {
  const [module, rules] = await Promise.all([
    fetchAsset(LATER, FAILURES).then(compile),
    fetchAsset(LATER_STYLE_SHEET, FAILURES).then((response) => response.text()),
  ]);
  await WebAssembly.instantiate(module, { __wasm_split: wasm });
  addRules(rules);
  // Whoever waits for it begins in a task of its own.
  await nextTask();
}
