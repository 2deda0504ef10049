import type { BrowserContext, ConsoleMessage, Request } from "@playwright/test";
import { isFirefox } from "./browser.ts";
import { isVendor } from "./sandbox.ts";

declare global {
  /** Where a page reports what its policy refused. */
  function reportViolation(violation: string): void;
}

/** Watches a whole test: what no page of the console may ever do fails it, unless the test says it expects that. */
export class Guard {
  readonly console: string[] = [];
  readonly requests: Request[] = [];
  private readonly faults: string[] = [];
  private readonly expected: RegExp[] = [];
  private readonly tolerated: RegExp[] = [];

  private readonly hosts: string[];

  constructor(host: string) {
    this.hosts = [host];
  }

  /** The page may ask this host as well: its configuration names it. */
  allow(host: string) {
    this.hosts.push(host);
  }

  async watch(context: BrowserContext) {
    await context.exposeFunction("reportViolation", (violation: string) => this.faults.push(`policy: ${violation}`));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        reportViolation(`${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
      });
    });
    context.on("console", (message) => this.hear(message));
    context.on("weberror", (error) => this.hearError(error.error().message));
    context.on("request", (request) => this.see(request));
  }

  /** Says that the fault is the subject of the test; without it the test then fails. */
  expect(...patterns: RegExp[]) {
    this.expected.push(...patterns);
  }

  /** Says that the browser itself notes this in its console. Firefox tells only some of its notes to who drives it. */
  expectNote(...patterns: RegExp[]) {
    (isFirefox ? this.tolerated : this.expected).push(...patterns);
  }

  /** Faults that the test did not expect, and expectations that did not come true. */
  complaints(): string[] {
    const foreseen = [...this.expected, ...this.tolerated];
    const unexpected = this.faults.filter((fault) => !foreseen.some((pattern) => pattern.test(fault)));
    const missing = this.expected.filter((pattern) => !this.faults.some((fault) => pattern.test(fault)));
    return [...unexpected, ...missing.map((pattern) => `did not happen: ${pattern}`)];
  }

  private hear(message: ConsoleMessage) {
    this.console.push(message.text());
    // What the browser itself notes about an answer of the API is no message of the page.
    const isNoteOfBrowser = message.text().startsWith("Failed to load resource") && this.isApi(message.location().url);
    if (["error", "warning"].includes(message.type()) && !isNoteOfBrowser) {
      this.faults.push(`console: ${message.text()} (${message.location().url})`);
    }
  }

  /** Firefox tells what it notes itself among the errors of the page. */
  private hearError(message: string) {
    const [, address] = /^The Same Origin Policy disallows reading the remote resource at (\S+)\. /.exec(message) ?? [];
    if (address === undefined || !this.isApi(address)) this.faults.push(`uncaught: ${message}`);
  }

  private see(request: Request) {
    this.requests.push(request);
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && !this.hosts.includes(host)) {
      this.faults.push(`foreign host: ${request.url()}`);
    }
  }

  private isApi(url: string) {
    return URL.canParse(url) && isVendor(new URL(url).pathname);
  }
}
