import type { Page } from "@playwright/test";
import type { Guard } from "./guard.ts";

/** The ways in which a text may be written down. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const aligned = ["", "x", "xx"].map((before) => Buffer.from(before + secret).toString("base64"));
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString("hex"),
    bytes.toString("base64url"),
    // Without the ends, which depend on what stands around it.
    ...aligned.map((text) => text.slice(4, -4)),
  ];
}

/** Where `secret` has left a trace that is not the value of a field (S-01, S-02, S-04, S-18). */
export async function traces(page: Page, guard: Guard, secret: string): Promise<string[]> {
  const places: Record<string, string> = {
    ...(await page.evaluate(collect)),
    cookies: JSON.stringify(await page.context().cookies()),
    console: guard.console.join("\n"),
    addresses: guard.requests.map((request) => request.url()).join("\n"),
    referrers: guard.requests.map((request) => request.headers()["referer"] ?? "").join("\n"),
  };
  const found = Object.entries(places).filter(([, text]) => spellings(secret).some((spelling) => text.includes(spelling)));
  return found.map(([place]) => place);
}

/** Runs in the page: everything that outlives a field's value. */
async function collect() {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  const elements = roots.flatMap((root) => [...root.querySelectorAll("*")]);
  const databases = await indexedDB.databases();
  return {
    html: roots.map((root) => (root instanceof Document ? root.documentElement : root).getHTML()).join("\n"),
    attributes: elements.flatMap((element) => [...element.attributes].map((attribute) => attribute.value)).join("\n"),
    text: roots.map((root) => root.textContent ?? "").join("\n"),
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    databases: JSON.stringify(databases),
    caches: JSON.stringify(await caches.keys()),
    workers: String((await navigator.serviceWorker.getRegistrations()).length || ""),
    address: location.href,
    state: JSON.stringify(history.state) ?? "",
    title: document.title,
    window: `${window.name} ${document.referrer}`,
  };
}
