import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** Runs a command as it was copied, in a bash of its own, and types each line. What came out, without the prompts. */
export async function runInBash(command: string, lines: string[]): Promise<string> {
  const child = spawn("bash", ["--norc", "-c", command], { stdio: ["pipe", "pipe", "pipe"] });
  const complaints = text(child.stderr);
  child.stdin.end(lines.map((line) => `${line}\n`).join(""));
  const output = await text(child.stdout);
  const said = (await complaints).trim();
  if (said !== "") throw new Error(said);
  return output;
}
