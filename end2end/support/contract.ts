import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { startPrism, violation } from "./prism.ts";
import type { Server } from "./server.ts";

/** Which requests of the page are held against which document. What is mounted is what the paths do not tell. */
const contracts = [
  { prefix: "/apinizer/", mount: "/apinizer", document: "apinizer.json" },
  { prefix: "/thousandeyes/v6/", mount: "/thousandeyes", document: "thousandeyes-v6.json" },
  { prefix: "/thousandeyes/v7/", mount: "/thousandeyes", document: "thousandeyes-v7.json" },
  { prefix: "/zstack/", mount: "/zstack", document: "zstack.json" },
];

/**
 * Puts Prism between the page and the sandbox. One host in front of both keeps the page at the origin of its API; the
 * page itself, and what the tests do behind its back, go straight to the sandbox.
 */
export async function watch(server: Server): Promise<Server> {
  const starting = contracts.map(async ({ prefix, mount, document }) => {
    return { prefix, mount, prism: await startPrism(document, `${server.origin}${mount}`) };
  });
  const watched = await Promise.all(starting);
  const found: string[] = [];
  const front = createServer((incoming, outgoing) => {
    const { url = "/" } = incoming;
    const contract = watched.find(({ prefix }) => url.startsWith(prefix));
    // A question of the connection check asks for the refusal that the documents do not allow to ask for.
    const isQuestion = incoming.method === "GET" && !incoming.headers.authorization;
    if (contract === undefined || isQuestion) {
      pass(incoming, outgoing, `${server.origin}${url}`, (answer) => answer.pipe(outgoing));
    } else {
      const address = `${contract.prism.origin}${url.slice(contract.mount.length)}`;
      pass(incoming, outgoing, address, (answer) => void note(answer, outgoing, `${incoming.method} ${url}`, found));
    }
  });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  const { port } = front.address() as AddressInfo;
  const stop = async () => {
    front.close();
    front.closeAllConnections();
    await Promise.all(watched.map(({ prism }) => prism.stop()));
    await server.stop();
  };
  return { origin: `http://127.0.0.1:${port}`, violations: found, stop };
}

/** Asks `address` the same, and hands the answer's body on. A connection that ends there ends here. */
function pass(incoming: IncomingMessage, outgoing: ServerResponse, address: string, deliver: (answer: IncomingMessage) => void) {
  const asked = request(address, { method: incoming.method, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on("error", () => outgoing.destroy());
    deliver(answer);
  });
  asked.on("error", () => outgoing.destroy());
  incoming.pipe(asked);
}

/** Reads the answer of Prism to its end, keeps what was found, and then lets the page have it. */
async function note(answer: IncomingMessage, outgoing: ServerResponse, what: string, found: string[]) {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const noticed = violation(answer.headers["sl-violations"]?.toString(), body.toString());
  if (noticed !== undefined) found.push(`${what}: ${noticed}`);
  outgoing.end(body);
}
