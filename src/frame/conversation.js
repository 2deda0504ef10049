/** What portal and console say to each other once they have met: all of it goes over the one port (E-03, E-04). */

import { exactly, fits, text } from "./schema.js";
import { followHeight } from "./height.js";
import { Tokens } from "./tokens.js";
import { CONNECTION, PAGE, THEME } from "./wishes.js";

/** What the portal may send, by its type. None of it fills a field or presses a button. */
const COMMANDS = {
  "token": { connection: CONNECTION, request: Number.isSafeInteger, token: (value) => value === null || text(16_384)(value) },
  "theme": { theme: THEME },
  "navigate": { page: PAGE },
  "sign-out": {},
};

/** What is told to the portal of the events of the element: names and states, never the value of a credential. */
const EVENTS = {
  "ready": ["version"],
  "navigate": ["page", "connection"],
  "dirty": ["dirty"],
  "outcome": ["operation", "outcome", "connection", "scope", "credential", "environments"],
  "error": ["code"],
};

/** Puts the console in the place of the shell, and lets it and the portal talk until the page goes away. */
export function converse(configuration, { port, wishes }) {
  const element = document.createElement("rekey-console");
  const tokens = new Tokens(port);
  element.config = configuration;
  element.getToken = (connection, { reason }) => tokens.ask(connection, reason);
  for (const [name, value] of Object.entries(wishes)) {
    if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  tell(element, port);
  port.onmessage = ({ data }) => obey(data, element, tokens);
  window.addEventListener("pagehide", () => end(element, tokens, port));
  element.append(...document.body.children);
  document.body.append(element);
  followHeight(element, (height) => port.postMessage({ type: "size", height }));
}

function obey(data, element, tokens) {
  const type = typeof data?.type === "string" && Object.hasOwn(COMMANDS, data.type) ? data.type : null;
  if (type === null || !fits(data, { type: exactly(type), ...COMMANDS[type] })) {
    return;
  }
  if (type === "token") {
    tokens.take(data);
  } else if (type === "theme") {
    element.setAttribute("theme", data.theme);
  } else if (type === "navigate") {
    element.navigate(data.page);
  } else {
    element.signOut();
  }
}

function tell(element, port) {
  for (const [type, members] of Object.entries(EVENTS)) {
    element.addEventListener(`rekey-${type}`, ({ detail }) => {
      const told = members.map((name) => [name, detail[name]]).filter(([, value]) => value !== undefined);
      port.postMessage({ type, ...Object.fromEntries(told) });
    });
  }
}

function end(element, tokens, port) {
  element.remove();
  tokens.end();
  port.close();
}
