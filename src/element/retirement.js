/** The build puts this file inside the glue's scope: `wasm` is the glue's own binding to the instance. */

/**
 * Makes every further call into the instance do nothing: timers, promises and events may still hold its callbacks, and
 * an instance that has trapped must not be entered again (F-14, wasm-bindgen issue 3687).
 */
export function retireInstance() {
  // Not called but read: the glue looks things up in them.
  const { memory, __wbindgen_externrefs } = wasm;
  // The glue takes a number, or a list of values the later of which says that there was an error. This is 0 as a
  // number, and a list without an error.
  const result = Object.freeze([0]);
  const nothing = () => result;
  wasm = new Proxy(Object.freeze({ memory, __wbindgen_externrefs }), { get: (kept, name) => kept[name] ?? nothing });
  // Typed secrets and tokens lie in it. Not at once: the trapped call is still on its way out.
  setTimeout(() => new Uint8Array(memory.buffer).fill(0));
}
