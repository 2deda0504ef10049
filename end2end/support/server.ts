import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const root = resolve(import.meta.dirname, "../..");
const site = resolve(process.env.REKEY_SITE ?? `${root}/dist`);
const program = resolve(process.env.REKEY_SANDBOX ?? `${root}/target/debug/rekey-sandbox`);

/** A sandbox process of its own, on a free port. */
export interface Server {
  origin: string;
  stop(): Promise<void>;
}

export async function startServer(): Promise<Server> {
  for (const needed of [program, `${site}/index.html`]) {
    if (!existsSync(needed)) throw new Error(`${needed} is missing. \`cargo xtask test\` builds everything.`);
  }
  const child = spawn(program, ["--listen", "127.0.0.1:0", "--site", site], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  const origin = /^listening on (http:\/\/\S+)$/.exec(String(line))?.[1];
  if (origin === undefined) throw new Error("The sandbox did not say where it listens.");
  return { origin, stop: async () => void (child.kill(), await ended) };
}
