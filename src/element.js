/**
 * `<rekey-console>`: the element that puts the console into a page, the shipped one and any portal's.
 *
 * Attributes, read when the element is attached:
 * - `config`: the address of the configuration, relative to the document's base address; `config.json` without it.
 * - `addresses="hash"`: the console may use the fragment of the page's address.
 * - `framed="never"`: the console does not start where the page stands in a frame.
 *
 * Property `config`: the configuration itself, an object; it takes the place of the attribute.
 */

import { readConfiguration } from "./element/download.js";
import { Failure, failureCode, showFailure } from "./element/failure.js";
import { loadInstance, mountConsole, onCrash } from "./element/instance.js";
import { loadLater } from "./element/later.js";
import { loadStyleSheet } from "./element/style.js";

/** Every element that is attached: a crash of the one instance ends them all (F-14). */
const attached = new Set();

class RekeyConsole extends HTMLElement {
  #shadow = this.attachShadow({ mode: "open" });
  #configuration = null;
  #mounted = null;
  /** Counts starts and stops, so that a start that was overtaken while it waited does not mount. */
  #turn = 0;

  get config() {
    return this.#configuration;
  }

  set config(configuration) {
    this.#configuration = configuration ?? null;
    if (this.isConnected) {
      this.#stop();
      this.#start();
    }
  }

  connectedCallback() {
    attached.add(this);
    this.#adoptEarlyProperty();
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
    attached.delete(this);
  }

  /** Takes the console away and says why. What was typed is wiped, because the instance can no longer do it. */
  fail(code) {
    this.#turn += 1;
    this.#mounted = null;
    for (const field of this.#shadow.querySelectorAll("input, textarea")) {
      field.value = "";
    }
    showFailure(this.#shadow, code);
  }

  async #start() {
    const turn = ++this.#turn;
    // The page's own content, the shell, is shown until the console is ready.
    this.#shadow.replaceChildren(document.createElement("slot"));
    try {
      this.#requirePlace();
      const [configuration, styleSheet] = await Promise.all([this.#readConfiguration(), loadStyleSheet(), loadInstance()]);
      if (turn === this.#turn) {
        this.#mount(configuration, styleSheet);
      }
    } catch (error) {
      if (turn === this.#turn) {
        this.fail(failureCode(error));
      }
    }
  }

  #mount(configuration, styleSheet) {
    const root = document.createElement("div");
    this.#shadow.adoptedStyleSheets = [styleSheet];
    this.#shadow.replaceChildren(root);
    this.#mounted = mountConsole(root, configuration, this.getAttribute("addresses") === "hash");
    // A failure shows where a page needs it.
    loadLater(true);
  }

  #stop() {
    this.#turn += 1;
    const mounted = this.#mounted;
    this.#mounted = null;
    mounted?.free();
    this.#shadow.replaceChildren();
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
  #adoptEarlyProperty() {
    if (Object.hasOwn(this, "config")) {
      const configuration = this.config;
      delete this.config;
      this.#configuration = configuration ?? null;
    }
  }
}

onCrash(() => attached.forEach((element) => element.fail("crashed")));

if (!customElements.get("rekey-console")) {
  customElements.define("rekey-console", RekeyConsole);
}
