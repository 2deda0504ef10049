/** A portal without a framework: three pages by the address, two of which show the console. */

import { inWords } from "../shared/activity.js";
import { configuration, framedPage } from "../shared/console.js";
import { requestToken } from "../shared/sign-on.js";
import { hostConsole } from "./console-frame.js";

/** @template {Element} E @param {string} selector @param {new () => E} kind @returns {E} */
function find(selector, kind) {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`there is no ${selector}`);
}

const heading = find("h1", HTMLElement);
const panel = find(".portal-panel", HTMLElement);
const activity = find(".portal-activity ul", HTMLElement);
const themeButton = find("#theme", HTMLButtonElement);

const page = document.documentElement;
const themeNow = () => page.dataset.theme ?? "light";

/** @param {Parameters<typeof inWords>[0]} outcome */
function note(outcome) {
  const line = document.createElement("li");
  line.textContent = inWords(outcome);
  activity.append(line);
}

/** Each shows its page, and gives back how to follow a change of colours and how to leave. */
const pages = {
  "#/": {
    title: "Overview",
    open() {
      const words = document.createElement("p");
      words.textContent = "Three gateways are up. Nothing needs doing.";
      panel.append(words);
      return { theme() {}, leave: () => words.remove() };
    },
  },
  "#/credentials": {
    title: "API access",
    open() {
      const element = document.createElement("rekey-console");
      element.config = configuration;
      element.getToken = (connection, { reason }) => requestToken(connection, reason);
      element.setAttribute("theme", themeNow());
      element.addEventListener("rekey-outcome", ({ detail }) => note(detail));
      panel.append(element);
      return { theme: () => element.setAttribute("theme", themeNow()), leave: () => element.remove() };
    },
  },
  "#/framed": {
    title: "API access in a frame",
    open() {
      const frame = document.createElement("iframe");
      frame.title = "Credentials";
      frame.src = framedPage;
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write; local-network; local-network-access";
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-downloads");
      const onMessage = (/** @type {any} */ message) => {
        if (message.type === "outcome") note(message);
        if (message.type === "dirty") page.toggleAttribute("data-dirty", message.dirty);
      };
      const hosted = hostConsole(frame, { getToken: requestToken, onMessage, theme: themeNow() });
      panel.append(frame);
      return { theme: () => hosted.send({ type: "theme", theme: themeNow() }), leave: hosted.end };
    },
  },
};

let open = { theme() {}, leave() {} };

function show() {
  open.leave();
  const address = location.hash in pages ? /** @type {keyof typeof pages} */ (location.hash) : "#/";
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === address) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  heading.textContent = pages[address].title;
  open = pages[address].open();
}

themeButton.addEventListener("click", () => {
  const dark = themeNow() !== "dark";
  page.dataset.theme = dark ? "dark" : "light";
  themeButton.textContent = dark ? "Light" : "Dark";
  open.theme();
});
window.addEventListener("hashchange", show);
show();
