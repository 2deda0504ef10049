import { expect, type Page } from "@playwright/test";

/** What an element of the console tells the page around it. */
export interface Told {
  name: string;
  detail: Record<string, unknown>;
  /** The id of the element. */
  from: string;
  isFrozen: boolean;
}

/** What a portal's function was asked. */
export interface Question {
  connection: string;
  reason: string;
}

declare global {
  /** What was told, in that order. */
  var told: Told[];
  /** What was asked, in that order. */
  var asked: Question[];
}

/** The element, as a page's script sees it. */
export interface RekeyConsole extends HTMLElement {
  config: object | null;
  getToken: ((connection: string, about: { reason: string }) => Promise<unknown> | unknown) | null;
  navigate(page: string): boolean;
  signOut(): void;
}

/** What a portal has to allow, and nothing else (E-07). */
export const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The same for a page that a test adds a script to. */
export const withoutTypes = policy.replace(/; require-trusted-types-for.*/, "");

export const names = ["rekey-ready", "rekey-navigate", "rekey-dirty", "rekey-outcome", "rekey-error"];

/** How a portal is made. */
interface Made {
  /** The markup of its elements. */
  elements?: string;
  /** The policy of its page. */
  policy?: string;
  /** Where the script of the console is; none before a test adds it. */
  script?: string;
}

/** A page that is not ours, with the console in it. */
export class HostPage {
  constructor(readonly page: Page) {}

  /** Opens it below the sandbox's own origin, in a folder of its own. */
  async open({ elements = element(), policy: allowed = policy, script = "/rekey-console.js" }: Made = {}) {
    const body = `<!doctype html>
      <html lang="de" dir="ltr">
        <head>
          <meta charset="utf-8">
          <meta http-equiv="Content-Security-Policy" content="${allowed}">
          <title>Portal</title>
          <link rel="icon" href="/favicon.svg">
          <link rel="stylesheet" href="portal.css">
          <script src="portal.js"></script>
        </head>
        <body>
          <h1>Portal</h1>
          <label>Search the portal <input id="search"></label>
          <main>${elements}</main>
          <footer>The end of the portal</footer>
          ${script === "" ? "" : `<script type="module" src="${script}"></script>`}
        </body>
      </html>`;
    await this.page.route("**/portal/", (route) => route.fulfill({ contentType: "text/html", body }));
    await this.page.route("**/portal/portal.css", (route) => route.fulfill({ contentType: "text/css", body: styles }));
    await this.page.route("**/portal/portal.js", (route) => route.fulfill({ contentType: "text/javascript", body: `(${listen.toString()})(${JSON.stringify(names)})` }));
    await this.page.goto("/portal/");
  }

  /** Does something with the element in the page. */
  element<T, A = undefined>(act: (element: RekeyConsole, argument: A) => T, argument?: A, id = "console"): Promise<Awaited<T>> {
    return this.page.locator(`rekey-console#${id}`).evaluate(act as never, argument);
  }

  /** Signs in by what the portal's own server says. The token is in no script of the page, nor in any address. */
  async givesToken(token: string, id = "console") {
    await this.page.route("**/portal/token", (route) => route.fulfill({ contentType: "text/plain", body: token }));
    await this.element(
      (element) => {
        element.getToken = async (connection, { reason }) => {
          asked.push({ connection, reason });
          return (await fetch("/portal/token", { method: "POST" })).text();
        };
      },
      undefined,
      id,
    );
  }

  /** Answers every question with what `answer` gives. */
  async answers(answer: "null" | "nothing" | "an empty text" | "a refusal" | "an error" | "a number" | "never" | "a text that is no token") {
    await this.element((element, answer) => {
      element.getToken = (connection, { reason }) => {
        asked.push({ connection, reason });
        if (answer === "an error") throw new RangeError("the portal is broken");
        if (answer === "a refusal") return Promise.reject(new RangeError("the portal is broken"));
        if (answer === "never") return new Promise(() => {});
        return Promise.resolve({ "null": null, "nothing": undefined, "an empty text": "", "a number": 7, "a text that is no token": "a b" }[answer]);
      };
    }, answer);
  }

  /** What was told so far, of one kind. */
  async told(name: string): Promise<Told[]> {
    return (await this.page.evaluate(() => told)).filter((event) => event.name === name);
  }

  /** The details of what was told of one kind. */
  details = async (name: string) => (await this.told(name)).map(({ detail }) => detail);

  asked = () => this.page.evaluate(() => asked);

  /** Waits for an outcome, and gives what was told of it. */
  async outcome(): Promise<Record<string, unknown>> {
    await expect.poll(() => this.details("rekey-outcome"), { timeout: 15_000 }).not.toEqual([]);
    return (await this.details("rekey-outcome")).at(-1) ?? {};
  }
}

/** The markup of an element. */
export const element = (attributes = "", id = "console") => `<rekey-console id="${id}" config="/config.json" ${attributes}></rekey-console>`;

/** A page that scrolls, in colours of its own. */
const styles = `
  body { font-family: serif; background: rgb(10, 20, 30); color: rgb(200, 210, 220) }
  h1 { margin-block-end: 40rem }
  footer { margin-block-start: 60rem }
`;

/** Runs in the page, before anything of the console. */
function listen(names: string[]) {
  globalThis.told = [];
  globalThis.asked = [];
  const note = ({ type, detail, target }: Event & { detail?: Record<string, unknown> }) => {
    told.push({ name: type, detail: detail ?? {}, from: (target as Element).id, isFrozen: Object.isFrozen(detail) });
  };
  for (const name of names) document.addEventListener(name, note);
}
