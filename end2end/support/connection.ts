import { once } from "node:events";
import { createServer } from "node:net";
import type { Locator, Page } from "@playwright/test";
import { Console } from "./console.ts";

/** The connection check, by what somebody sees of it. */
export class ConnectionCheck {
  readonly console: Console;
  /** The word above the form that something stands in the way. */
  readonly notice: Locator;
  readonly button: Locator;
  readonly dialog: Locator;
  /** What is to be written where, letter for letter. */
  readonly remedy: Locator;
  /** Shows what was asked. */
  readonly evidence: Locator;

  constructor(console: Console) {
    const { page, say } = console;
    this.console = console;
    this.notice = page.getByRole("status").filter({ has: console.heading("This connection does not work yet") });
    this.button = console.button("Check the connection");
    this.dialog = page.getByRole("dialog", { name: say("Connection check"), exact: true });
    this.remedy = this.dialog.locator("li pre");
    this.evidence = this.dialog.getByText(say("What was asked, and what came"), { exact: true });
  }

  /** How a thing stands. */
  row = (name: string) => this.dialog.getByRole("listitem").filter({ hasText: this.console.say(name) });

  /** Shows what is known already. */
  async open() {
    await this.notice.getByRole("button").click();
  }

  async close() {
    await this.dialog.getByRole("button", { name: this.console.say("Close"), exact: true }).click();
  }
}

/** An origin where nothing listens. */
export async function closedOrigin() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${address.port}`;
}

/** From now on the page may ask these origins and its own: a policy can be added to at any time. */
export async function restrict(page: Page, ...origins: string[]) {
  await page.evaluate((sources) => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = `connect-src ${sources.join(" ")}`;
    document.head.append(policy);
  }, ["'self'", ...origins]);
}
