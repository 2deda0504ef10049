/**
 * What is said to the page around a console, and asked of it. Each in a task of its own: nothing of the host runs within
 * the program, and what it does wrong is not taken for a fault of the program.
 */

/** Dispatches an event, without a function of ours below its listeners. */
export function tell(element, name, detail) {
  const event = new CustomEvent(name, { detail: frozen(detail), bubbles: true, composed: true });
  setTimeout(element.dispatchEvent.bind(element, event));
}

/** Asks the element's function for a token; nothing where there is none. */
export async function giveToken(element, connection, reason) {
  await new Promise((resolve) => setTimeout(resolve));
  return element.getToken?.(connection, Object.freeze({ reason }));
}

function frozen(detail) {
  for (const member of Object.values(detail)) {
    if (typeof member === "object" && member !== null) {
      frozen(member);
    }
  }
  return Object.freeze(detail);
}
