import type { Page } from "@playwright/test";
import type { Guard } from "./guard.ts";
import { found } from "./scanner/encodings.ts";
import { contentOf } from "./scanner/page.ts";

/** Where `secret` has left a trace that is not the value of a field (S-01, S-02, S-04, S-18); the scanner looks further. */
export async function traces(page: Page, guard: Guard, secret: string): Promise<string[]> {
  const places: Record<string, string> = {
    ...(await contentOf(page)).places,
    cookies: JSON.stringify(await page.context().cookies()),
    console: guard.console.join("\n"),
    addresses: guard.requests.map((request) => request.url()).join("\n"),
    referrers: guard.requests.map((request) => request.headers()["referer"] ?? "").join("\n"),
  };
  return Object.entries(places).flatMap(([place, text]) => (found(text, secret).length > 0 ? [place] : []));
}
