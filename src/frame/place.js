/** Where the page stands: the places in which there may be a console, and all the others. */

import { Failure } from "../element/failure.js";

/** The page is in a frame whose origin is another than that of every page around it (reliability.md 3.2). */
export function requireFrame() {
  if (window.parent === window) {
    throw new Failure("not-framed");
  }
  if (self.origin === "null") {
    throw new Failure("no-origin");
  }
  if (pagesAround().some(canBeRead)) {
    throw new Failure("same-origin");
  }
}

/**
 * Every page around it is a portal that the configuration names. The host's header says the same to the browser, and
 * this holds where there is no such header.
 */
export function requirePortals(portals) {
  const origins = window.location.ancestorOrigins;
  // Of what the browser does not tell, the answer will show the origin of the nearest page alone.
  const isShownLater = (index) => index === 0 && nearestOrigin() === undefined;
  const isNamed = origins
    ? [...origins].every((origin, index) => portals.includes(origin) || isShownLater(index))
    : window.parent === window.top;
  if (portals.length === 0 || !isNamed) {
    throw new Failure("not-named");
  }
}

/** The origin of the page around, where the browser tells it: Firefox hides it where the frame sends no referrer. */
export function nearestOrigin() {
  const origin = window.location.ancestorOrigins?.[0];
  return origin === "null" ? undefined : origin;
}

function pagesAround() {
  const pages = [];
  for (let page = window; page !== page.parent; page = page.parent) {
    pages.push(page.parent);
  }
  return pages;
}

/** Whether its origin is ours: a browser lets nobody else read its address. */
function canBeRead(page) {
  try {
    return typeof page.location.href === "string";
  } catch {
    return false;
  }
}
