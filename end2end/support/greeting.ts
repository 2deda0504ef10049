import { expect, type Frame, type Page } from "@playwright/test";
import { frameOf } from "./portal-test.ts";

declare global {
  /** What the page of the test holds of its frame. */
  var greeting: { nonce: string; port?: MessagePort; heard: Record<string, unknown>[] };
}

/** A page of the portal that leaves it to the test how the frame is answered. */
export class Greeting {
  private constructor(
    readonly page: Page,
    readonly frame: Frame,
    readonly console: string,
  ) {}

  /** Holds the frame and waits for its hello. */
  static async of(page: Page, portal: string, console: string): Promise<Greeting> {
    await page.goto(`${portal}/plain/`);
    await page.evaluate((source) => {
      globalThis.greeting = { nonce: "", heard: [] };
      window.addEventListener("message", ({ data }) => void (globalThis.greeting.nonce = data.nonce));
      document.body.append(Object.assign(document.createElement("iframe"), { src: source }));
    }, `${console}/embed.html`);
    const frame = await frameOf(page);
    await expect.poll(() => page.evaluate(() => globalThis.greeting.nonce)).not.toBe("");
    return new Greeting(page, frame, console);
  }

  /** Answers as a portal does. */
  async answer(wishes: object = {}) {
    await this.page.evaluate(
      ([target, wished]) => {
        const { port1, port2 } = new MessageChannel();
        const { greeting } = globalThis;
        port1.onmessage = ({ data }) => void greeting.heard.push(data);
        greeting.port ??= port1;
        const frame = document.querySelector("iframe")?.contentWindow;
        frame?.postMessage({ rekey: 1, type: "welcome", nonce: greeting.nonce, ...wished }, target, [port2]);
      },
      [this.console, wishes] as const,
    );
  }

  /** Sends over the port. */
  async send(...messages: unknown[]) {
    await this.page.evaluate((sent) => sent.forEach((message) => globalThis.greeting.port?.postMessage(message)), messages);
  }

  /** What the frame has told, of one type. */
  heard = (type: string) =>
    this.page.evaluate((wanted) => globalThis.greeting.heard.filter((message) => message.type === wanted), type);
}
