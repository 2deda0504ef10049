/** Work in pieces that nobody feels: a page cannot answer while a task runs, and 50 ms of that are noticed (RAIL). */

/** Waits for a task of its own, the next one where the browser has such. */
export function nextTask() {
  const { scheduler } = window;
  return new Promise((resolve) => {
    if (scheduler?.postTask === undefined) {
      setTimeout(resolve);
    } else {
      scheduler.postTask(resolve, { priority: "user-blocking" });
    }
  });
}
