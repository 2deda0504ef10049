import { request } from "node:http";
import { request as requestSecurely } from "node:https";

/** An answer as it came: nothing decoded, and no header joined with another of its name. */
export interface Answer {
  status: number;
  /** Every value of a header, by its name in lower case. */
  headers: Record<string, string[] | undefined>;
  body: Buffer;
}

/** Who asks for what. */
export interface Question {
  method?: string;
  /** The address as it is sent; nothing in it is resolved. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks as no browser does: any method, any address, and no redirect is followed. */
export function ask(origin: string, { method = "GET", path, headers = {}, body }: Question): Promise<Answer> {
  const { protocol, hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = (protocol === "https:" ? requestSecurely : request)({ hostname, port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headersDistinct, body: Buffer.concat(parts) });
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
