import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { demo } from "./sandbox.ts";

const root = resolve(import.meta.dirname, "../..");
/** The pages as they are written. */
const sources = resolve(root, "end2end/portals");
/** The scripts of those that are built. */
const scripts = resolve(process.env.REKEY_PORTALS ?? `${root}/target/portals`);

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

export type Kind = "plain" | "react" | "vue";

/** What the console asked the portal for. */
export interface Question {
  connection: string;
  reason: string;
}

/** A portal on an origin of its own: its pages, its policy, and its single sign-on. */
export class Portal {
  /** The origin of the console's files. */
  console = "";
  /** The origin of the API that the element asks; the console's own unless a test says otherwise. */
  api = "";
  /** Changes the policy of the pages. */
  policy = (directives: Record<string, string>) => directives;
  /** Whether the pages are isolated from those of other origins (COEP). */
  isIsolated = false;
  /** Whether a page may be kept by the browser while somebody is elsewhere. */
  mayBeKept = false;
  /** What the console has asked for. */
  readonly asked: Question[] = [];
  /** What the sign-on gives, one after the other; then the token of the demonstration. */
  tokens: (string | null)[] = [];
  private readonly session = crypto.randomUUID();

  private constructor(
    readonly origin: string,
    private readonly close: () => void,
  ) {}

  static async start(): Promise<Portal> {
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    // By this name it is another site than the console, which is known by its number.
    const portal = new Portal(`http://localhost:${port}`, () => void (server.close(), server.closeAllConnections()));
    server.on("request", (request, response) => void portal.answer(request, response));
    return portal;
  }

  /** As it was at the start. */
  reset() {
    this.api = this.console;
    this.policy = (directives) => directives;
    this.isIsolated = false;
    this.mayBeKept = false;
    this.asked.length = 0;
    this.tokens = [];
  }

  stop = () => this.close();

  private async answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? "/", this.origin);
    try {
      if (pathname === "/session/token") await this.giveToken(request, response);
      else await this.giveFile(pathname.endsWith("/") ? `${pathname}index.html` : pathname, response);
    } catch (error) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end(String(error));
    }
  }

  /** Only who is signed in at the portal, and only from its own pages. */
  private async giveToken(request: IncomingMessage, response: ServerResponse) {
    const isOurs = request.headers.cookie === `portal-session=${this.session}` && request.headers["sec-fetch-site"] === "same-origin";
    if (request.method !== "POST" || !isOurs) return void response.writeHead(403).end();
    this.asked.push(JSON.parse(await text(request)) as Question);
    const token = this.tokens.length > 0 ? this.tokens.shift() : demo.token;
    response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(JSON.stringify({ token }));
  }

  private async giveFile(path: string, response: ServerResponse) {
    const isPage = path.endsWith(".html");
    const content = await this.read(path);
    response.writeHead(200, {
      "Content-Type": types[extname(path)] ?? "application/octet-stream",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": this.mayBeKept ? "no-cache" : "no-store",
      ...(this.isIsolated ? { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" } : {}),
      ...(isPage ? { "Content-Security-Policy": this.policyOf(path), "Set-Cookie": `portal-session=${this.session}; HttpOnly; SameSite=Strict; Path=/` } : {}),
    });
    response.end(isPage ? await this.fill(content) : content);
  }

  private async read(path: string): Promise<string> {
    const below = path.split("/").filter((segment) => segment !== "" && !segment.startsWith("."));
    return readFile(join(sources, ...below), "utf8").catch(() => readFile(join(scripts, ...below), "utf8"));
  }

  /** As strict as a portal can be that shows the console both ways (reliability.md 3.3). */
  private policyOf(path: string): string {
    const directives = this.policy({
      "default-src": "'none'",
      "script-src": `'self' ${this.console} 'wasm-unsafe-eval'`,
      "style-src": "'self'",
      "img-src": "'self' data:",
      "connect-src": `'self' ${[...new Set([this.console, this.api])].join(" ")}`,
      "frame-src": this.console,
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
      "require-trusted-types-for": "'script'",
      // Vue makes a policy of this name when it starts, whether it needs one or not.
      "trusted-types": path.startsWith("/vue/") ? "vue" : "'none'",
    });
    return Object.entries(directives).map((directive) => directive.join(" ")).join("; ");
  }

  /** The script of the console is named and checked by what its own page says of it, or goes by the name that stays. */
  private async fill(page: string): Promise<string> {
    const own = await (await fetch(`${this.console}/`)).text();
    const [, script = "", integrity = ""] = /<script type="module" src="([^"]+)" integrity="([^"]+)">/.exec(own) ?? [];
    const values: Record<string, string> = { console: this.console, api: this.api, script: `${this.console}/${script}`, integrity };
    return page.replaceAll(/\{\{ (\w+) \}\}/g, (_, name: string) => values[name] ?? "");
  }
}
