import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const command = resolve(import.meta.dirname, "../node_modules/@stoplight/prism-cli/dist/index.js");
const documents = resolve(import.meta.dirname, "../../crates/sandbox/openapi");

/** Marks an answer of Prism's own, as to a request that it did not pass on. It is a name; nothing is fetched from there. */
const problems = "https://stoplight.io/prism/errors#";

/** A proxy that holds everything it passes on against an OpenAPI document. */
export interface Prism {
  origin: string;
  stop(): Promise<void>;
}

export async function startPrism(document: string, upstream: string): Promise<Prism> {
  // On the loopback alone; with `--errors` a violation takes the place of the answer, so that no test can miss it.
  const options = ["--errors", "--no-cors", "--host", "127.0.0.1", "--port", "0"];
  const child = spawn(process.execPath, [command, "proxy", `${documents}/${document}`, upstream, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  const ended = once(child, "exit");
  const said: string[] = [];
  const origin = await new Promise<string>((found, failed) => {
    createInterface(child.stdout).on("line", (line) => {
      said.push(line);
      const address = /Prism is listening on (http:\/\/\S+)/.exec(line)?.[1];
      if (address !== undefined) found(address);
    });
    void ended.then(() => failed(new Error(`Prism did not start with ${document}:\n${said.join("\n")}`)));
  });
  return { origin, stop: async () => void (child.kill(), await ended) };
}

/** What Prism found: noted in a header of the answer, or else told in an answer of its own. */
export function violation(noted: string | undefined, body: string): string | undefined {
  return noted ?? (body.includes(problems) ? body : undefined);
}
