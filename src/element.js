/**
 * `<rekey-console>`: the element that puts the console into a page, the shipped one and any portal's. Its attributes,
 * properties, methods and events are a public interface: `docs/embedding.md` describes them.
 */

import { readConfiguration } from "./element/download.js";
import { Failure, failureCode, showFailure } from "./element/failure.js";
import { loadInstance, mountConsole, onCrash, watchTraps } from "./element/instance.js";
import { loadLater } from "./element/later.js";
import { loadStyleSheet } from "./element/style.js";
import { giveToken, tell } from "./element/host.js";
import { nextTask, paintedTask } from "./element/task.js";

/** Every element that is attached: a crash of the one instance ends them all (F-14). */
const attached = new Set();

/** A new value of these starts the console afresh; the program follows those of the others. */
const SOURCES = ["config", "connection"];

/** What stands in the place of a console that has failed. */
const ENDED = { show() {}, navigate: () => false, signOut() {}, follow() {}, giveTokens() {}, free() {} };

class RekeyConsole extends HTMLElement {
  static observedAttributes = [...SOURCES, "page", "language", "theme", "density", "presenter", "shortcuts", "token"];

  #shadow = this.attachShadow({ mode: "open" });
  #configuration = null;
  #getToken = null;
  #mounted = null;
  /** The page that the host named before there was a console. */
  #page = null;
  /** Counts starts and stops, so that a start that was overtaken while it waited does not mount. */
  #turn = 0;

  get config() {
    return this.#configuration;
  }

  set config(configuration) {
    this.#configuration = configuration ?? null;
    this.#restart();
  }

  get getToken() {
    return this.#getToken;
  }

  set getToken(getToken) {
    const given = getToken ?? null;
    if (given !== null && typeof given !== "function") {
      throw new TypeError("getToken is a function or null");
    }
    this.#getToken = given;
    this.#mounted?.giveTokens(this.#getToken !== null);
  }

  navigate(page) {
    if (this.#mounted !== null) {
      return this.#mounted.navigate(String(page));
    }
    this.#page = String(page);
    return true;
  }

  signOut() {
    this.#mounted?.signOut();
  }

  connectedCallback() {
    this.#adoptEarly("config");
    attached.add(this);
    watchTraps(true);
    this.#start();
    this.#adoptEarly("getToken");
  }

  /** Moved as a whole, by `moveBefore`: everything goes on. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    attached.delete(this);
    watchTraps(attached.size > 0);
    this.#stop();
  }

  attributeChangedCallback(name, before, value) {
    if (name === "token") {
      // A secret in an attribute would be in the page's markup (E-08).
      console.warn("rekey: the attribute token is ignored; a token is given by the property getToken");
    } else if (!SOURCES.includes(name)) {
      this.#mounted?.follow(name);
    } else if (before !== value) {
      this.#restart();
    }
  }

  /** Takes the console away and says why. What was typed is wiped, because the instance can no longer do it. */
  fail(code) {
    this.#turn += 1;
    this.#mounted = ENDED;
    for (const field of this.#shadow.querySelectorAll("input, textarea")) {
      field.value = "";
    }
    showFailure(this.#shadow, code);
    tell(this, "rekey-error", { code });
  }

  async #start() {
    const turn = ++this.#turn;
    // The page's own content, the shell, is shown until the console is ready.
    this.#shadow.replaceChildren(document.createElement("slot"));
    try {
      this.#requirePlace();
      const [configuration, styleSheet] = await Promise.all([this.#readConfiguration(), loadStyleSheet(), loadInstance()]);
      // Each step in a task of its own, and only while nothing has overtaken it.
      const steps = [
        [() => this.#mount(configuration, styleSheet), nextTask],
        [() => this.#show(), paintedTask],
        [() => this.#enter(), nextTask],
      ];
      for (const [step, over] of steps) {
        if (turn !== this.#turn) {
          return;
        }
        step();
        await over();
      }
    } catch (error) {
      if (turn === this.#turn) {
        this.fail(failureCode(error));
      }
    }
  }

  /** Begins the console, beside what is shown until there is something of it to see. */
  #mount(configuration, styleSheet) {
    const root = document.createElement("div");
    root.hidden = true;
    this.#shadow.prepend(root);
    this.#shadow.adoptedStyleSheets = [styleSheet];
    // Who has never used the console keeps the focus where it is (E-06).
    root.addEventListener("focusin", () => root.setAttribute("data-used", ""), { once: true });
    this.#mounted = mountConsole(root, configuration, {
      tell: (name, detail) => tell(this, name, detail),
      token: (connection, reason) => giveToken(this, connection, reason),
    });
    this.#mounted.giveTokens(this.#getToken !== null);
    if (this.#page !== null) {
      this.navigate(this.#page);
      this.#page = null;
    }
  }

  #show() {
    const turn = this.#turn;
    const root = this.#shadow.firstElementChild;
    root.hidden = false;
    this.#shadow.replaceChildren(root);
    this.#mounted.show();
    const code = root.getAttribute("data-stopped");
    if (code !== null) {
      tell(this, "rekey-error", { code });
    }
    // A failure shows where a page needs it. Whoever is signed in by the host needs it first.
    loadLater(this.#getToken === null).then((code) => {
      if (code !== undefined && turn === this.#turn) {
        tell(this, "rekey-error", { code });
      }
    });
  }

  /** A page of its own has nothing else: it is in use from the start, and its heading is read out first. */
  #enter() {
    if (this.getAttribute("addresses") === "hash") {
      const root = this.#shadow.firstElementChild;
      root.setAttribute("data-used", "");
      if (this.#shadow.activeElement === null) {
        root.querySelector("#page-heading")?.focus();
      }
    }
  }

  #stop() {
    this.#turn += 1;
    const mounted = this.#mounted;
    this.#mounted = null;
    mounted?.free();
    this.#shadow.replaceChildren();
  }

  #restart() {
    if (attached.has(this)) {
      this.#stop();
      this.#start();
    }
  }

  /** Who covers a page in a frame presses its buttons by the hand of somebody else; `embed.html` knows by whom (E-01). */
  #requirePlace() {
    if (this.getAttribute("framed") === "never" && window.parent !== window) {
      throw new Failure("framed");
    }
  }

  async #readConfiguration() {
    if (this.#configuration !== null) {
      return { text: JSON.stringify(this.#configuration), address: "" };
    }
    return readConfiguration(new URL(this.getAttribute("config") ?? "config.json", document.baseURI).href);
  }

  /** A property that was set before the element was defined hides the accessor. */
  #adoptEarly(name) {
    if (Object.hasOwn(this, name)) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }
}

onCrash(() => attached.forEach((element) => element.fail("crashed")));

if (!customElements.get("rekey-console")) {
  customElements.define("rekey-console", RekeyConsole);
}
