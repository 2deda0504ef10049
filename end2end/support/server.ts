import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const root = resolve(import.meta.dirname, "../..");
/** The folder with the built page. */
export const site = resolve(process.env.REKEY_SITE ?? `${root}/dist`);
const sandbox = resolve(process.env.REKEY_SANDBOX ?? `${root}/target/debug/rekey-sandbox`);
const proxy = resolve(process.env.REKEY_PROXY ?? `${root}/target/debug/rekey-proxy`);

/** A server process of its own, on a free port. */
export interface Server {
  origin: string;
  /** What was against the contracts, where that is looked at. */
  violations: string[];
  stop(): Promise<void>;
}

/** Which systems the configuration of the sandbox connects the page to. All of them answer in any case. */
export type Systems = "apinizer" | "all";

/** What a server may be told besides its systems. */
export interface Wishes {
  /** The folder with the page. */
  from?: string;
  /** How many credentials the project for long lists has. */
  records?: number;
  /** Who may call the APIs by CORS. */
  callers?: string;
  /** Whose pages may show the console. */
  portal?: string;
}

/** Serves the page with the sandbox behind it. */
export async function startServer(systems: Systems, { from = site, records = 0, callers, portal }: Wishes = {}): Promise<Server> {
  const options = ["--systems", systems, "--records", `${records}`];
  if (callers !== undefined) options.push("--cors", callers);
  if (portal !== undefined) options.push("--portal", portal);
  return start(sandbox, from, options);
}

/** Serves the page in front of systems that run elsewhere, by their names and addresses. */
export const startProxy = (connections: Record<string, string>): Promise<Server> =>
  start(proxy, site, Object.entries(connections).flatMap(([name, address]) => ["--connect", `${name}=${address}`]));

async function start(program: string, from: string, options: string[]): Promise<Server> {
  for (const needed of [program, `${from}/index.html`]) {
    if (!existsSync(needed)) throw new Error(`${needed} is missing. \`cargo xtask test\` builds everything.`);
  }
  const everything = ["--listen", "127.0.0.1:0", "--site", from, ...options];
  const child = spawn(program, everything, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  const origin = /^listening on (http:\/\/\S+)$/.exec(String(line))?.[1];
  if (origin === undefined) throw new Error(`${program} did not say where it listens.`);
  return { origin, violations: [], stop: async () => void (child.kill(), await ended) };
}
