/**
 * The greeting: the frame says hello to the portals that the configuration names, and the one around it answers once
 * with a port, over which everything else goes (E-02, E-03).
 */

import { Failure } from "../element/failure.js";
import { nearestOrigin } from "./place.js";
import { exactly, fits, optional, text } from "./schema.js";
import { CONNECTION, PAGE, THEME } from "./wishes.js";

/** A portal's own script may come later than the frame's. */
const BETWEEN_GREETINGS = 250;

/** After that there is none: a page that is slower has to load the frame again. */
const PATIENCE = 5000;

/** The first answer that is one: the port, and what the portal wishes to be shown. Everything else is dropped. */
export function awaitWelcome(portals) {
  const nonce = randomText();
  const members = { rekey: exactly(1), type: exactly("welcome"), nonce: exactly(nonce), ...WISHES };
  const { promise, resolve, reject } = Promise.withResolvers();
  const greet = () => addressees(portals).forEach((origin) => window.parent.postMessage({ rekey: 1, type: "hello", nonce }, origin));
  const hear = ({ source, origin, data, ports }) => {
    if (source === window.parent && portals.includes(origin) && ports.length === 1 && fits(data, members)) {
      const { theme, language, page, connection } = data;
      resolve({ port: ports[0], wishes: { theme, language, page, connection } });
    }
  };
  window.addEventListener("message", hear);
  const greeting = setInterval(greet, BETWEEN_GREETINGS);
  const patience = setTimeout(() => reject(new Failure("unanswered")), PATIENCE);
  greet();
  return promise.finally(() => {
    window.removeEventListener("message", hear);
    clearInterval(greeting);
    clearTimeout(patience);
  });
}

const WISHES = { theme: optional(THEME), language: optional(text(35)), page: optional(PAGE), connection: optional(CONNECTION) };

/** The origin of the page around, where the browser tells it; it would note each message that it cannot deliver. */
function addressees(portals) {
  const nearest = nearestOrigin();
  return nearest === undefined ? portals : [nearest];
}

function randomText() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((number) => number.toString(36)).join("-");
}
