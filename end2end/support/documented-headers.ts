import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";

/** The headers that docs/security.md asks an operator for, out of its lines for nginx. */
export function documentedHeaders(): Record<string, string> {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/security.md"), "utf8");
  const lines = page.matchAll(/^add_header (\S+) "([^"]+)" always;$/gm);
  return Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name.toLowerCase(), value]));
}

/** Answers as a host with these headers, and none of the sandbox's own but the type. */
export async function serveWith(page: Page, headers: Record<string, string>) {
  await page.route(
    (url) => url.pathname === "/" || url.pathname.startsWith("/assets/"),
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { "content-type": response.headers()["content-type"] ?? "", ...headers } });
    },
  );
}
