import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** What a `_headers` file says of an address: every rule that fits, values of one name joined, as hosts read it. */
export type HeadersOf = (path: string) => Record<string, string>;

export async function readHeadersFile(site: string): Promise<HeadersOf> {
  const rules: { address: string; headers: [string, string][] }[] = [];
  for (const line of (await readFile(join(site, "_headers"), "utf8")).split("\n")) {
    const [, name = "", value = ""] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (line.startsWith("/")) rules.push({ address: line, headers: [] });
    else if (name !== "") rules.at(-1)?.headers.push([name.toLowerCase(), value]);
  }
  return (path) => {
    const found: Record<string, string> = {};
    for (const { address, headers } of rules) {
      const fits = address.endsWith("*") ? path.startsWith(address.slice(0, -1)) : path === address;
      for (const [name, value] of fits ? headers : []) found[name] = name in found ? `${found[name]}, ${value}` : value;
    }
    return found;
  };
}

/** Answers as a host with these headers, and with none of the sandbox's own but the type. */
export async function serveWith(page: Page, headersOf: HeadersOf) {
  await page.route(
    (url) => ["/", "/config.json"].includes(url.pathname) || url.pathname.startsWith("/assets/"),
    async (route) => {
      const response = await route.fetch();
      const type = { "content-type": response.headers()["content-type"] ?? "" };
      await route.fulfill({ response, headers: { ...type, ...headersOf(new URL(route.request().url()).pathname) } });
    },
  );
}
