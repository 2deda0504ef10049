import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

/** What an upstream got, and what it answers besides. */
export interface Upstream {
  origin: string;
  port: number;
  received: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[];
  stop(): void;
}

/** A server that answers as an API would that means no good, or that ends the connection after it has done its work. */
export async function startUpstream(answer: { headers?: Record<string, string | string[]>; body?: string } | "hang up"): Promise<Upstream> {
  const received: Upstream["received"] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = String(Buffer.concat(parts));
      received.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
      if (answer === "hang up") request.socket.destroy();
      else response.writeHead(200, { "content-type": "text/html", ...answer.headers }).end(answer.body ?? "{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${address.port}`, port: address.port, received, stop };
}
