import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createConnection, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return address.port;
}

/** Starts a server and waits until it takes connections. What it says is told if it ends before. */
export async function startAndListen(program: string, options: string[], ports: number[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(program, options, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...environment } });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(String(text)));
  const ended = once(child, "exit");
  const stop = async () => void (child.kill(), await ended);
  for (const port of ports) {
    while (!(await listens(port))) {
      if (hasEnded(child)) throw new Error(`${program} did not start:\n${said.join("")}`);
      await pause(20);
    }
  }
  return { stop, said };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function listens(port: number) {
  const socket = createConnection(port, "127.0.0.1");
  const answer = await Promise.race([once(socket, "connect").then(() => true), once(socket, "error").then(() => false)]).catch(
    () => false,
  );
  socket.destroy();
  return answer;
}
