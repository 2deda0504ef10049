/** Work in pieces that nobody feels: a page cannot answer while a task runs, and 50 ms of that are noticed (RAIL). */

/** Waits for a task of its own, the very next one where the browser has such. */
export const nextTask = () => taskOf("user-blocking");

/**
 * Waits until what is there has been painted, where the browser knows how to; else for a task of its own. A page that
 * nobody sees is never painted, and what has time there waits for a minute.
 */
export const paintedTask = () => taskOf(document.hidden ? "user-blocking" : "background");

function taskOf(priority) {
  const { scheduler } = window;
  return new Promise((resolve) => {
    if (scheduler?.postTask === undefined) {
      setTimeout(resolve);
    } else {
      scheduler.postTask(resolve, { priority });
    }
  });
}
