/** The build puts this file inside the glue's scope: `wasm` is the glue's own binding to the instance. */

/**
 * Makes every further call into the instance do nothing: timers, promises and events may still hold its callbacks, and
 * an instance that has trapped must not be entered again (F-14, wasm-bindgen issue 3687).
 */
export function retireInstance() {
  const { memory } = wasm;
  const nothing = () => undefined;
  wasm = new Proxy(Object.freeze({}), { get: () => nothing });
  // Typed secrets and tokens lie in it. Not at once: the trapped call is still on its way out.
  setTimeout(() => new Uint8Array(memory.buffer).fill(0));
}
