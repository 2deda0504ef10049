import type { Page } from "@playwright/test";
import { encodings, type Encoding } from "./encodings.ts";
import type { Canary } from "./scanner.ts";

/** What has to be escaped in each encoding, and both signs in which the two kinds of base64 differ, wherever they begin. */
const odd = `"\\ ~~~~????>>>>`;

/** How each encoding is written, by other means than those of the search. */
export const write: Record<Encoding, (secret: string) => string> = {
  raw: (secret) => secret,
  URL: (secret) => new URLSearchParams({ a: secret }).toString(),
  JSON: (secret) => JSON.stringify({ a: secret }),
  base64: (secret) => btoa(`x${secret}y`),
  base64url: (secret) => Buffer.from(`xx${secret}`).toString("base64url"),
  hex: (secret) => [...secret].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, "0")).join(""),
  "UTF-16LE": (secret) => [...secret].map((sign) => `${sign}\0`).join(""),
};

/** A place that can hold a text, and how it is put there. Runs in the page. */
export const places = {
  address: (texts) => void (location.hash = texts.map(encodeURIComponent).join("/")),
  "history state": (texts) => history.replaceState(texts, ""),
  "window name": (texts) => void (window.name = texts.join("\n")),
  title: (texts) => void (document.title = texts.join(" ").replaceAll("\0", "%00")),
  attributes: (texts) => {
    for (const text of texts) inShadow("span").setAttribute("data-note", text);
  },
  text: (texts) => {
    for (const text of texts) inShadow("span").textContent = text;
  },
  fields: (texts) => {
    for (const text of texts) (inShadow("input") as HTMLInputElement).value = text;
  },
  "DOM snapshot": (texts) => {
    for (const text of texts) (inShadow("textarea") as HTMLTextAreaElement).value = text;
  },
  "accessibility tree": (texts) => {
    for (const text of texts) inShadow("button").setAttribute("aria-label", text);
  },
  localStorage: (texts) => texts.forEach((text, index) => localStorage.setItem(`${index}`, text)),
  sessionStorage: (texts) => texts.forEach((text, index) => sessionStorage.setItem(text, `${index}`)),
  IndexedDB: (texts) =>
    new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open("notes", 1);
      opening.onerror = reject;
      opening.onupgradeneeded = () => opening.result.createObjectStore("notes");
      opening.onsuccess = () => {
        const transaction = opening.result.transaction("notes", "readwrite");
        texts.forEach((text, index) => transaction.objectStore("notes").put({ text }, index));
        transaction.oncomplete = () => (opening.result.close(), resolve());
      };
    }),
  "Cache Storage": async (texts) => {
    const cache = await caches.open("notes");
    for (const [index, text] of texts.entries()) await cache.put(`/note-${index}`, new Response(text));
  },
  "private files": async (texts) => {
    const folder = await navigator.storage.getDirectory();
    for (const [index, text] of texts.entries()) {
      const stream = await (await folder.getFileHandle(`${index}`, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
  },
  cookies: (texts) => texts.forEach((text, index) => void (document.cookie = `note${index}=${text.replaceAll("\0", "%00")}`)),
  console: (texts) => texts.forEach((text) => console.debug(text)),
  downloads: (texts) => {
    const link = inShadow("a") as HTMLAnchorElement;
    link.href = URL.createObjectURL(new Blob([texts.join("\n")]));
    link.download = "notes.txt";
    link.click();
  },
  "request address": async (texts) => {
    for (const text of texts) await fetch(`/favicon.svg?${encodeURIComponent(text)}`);
  },
  "request headers": async (texts) => {
    for (const text of texts) await fetch("/favicon.svg", { headers: { "X-Note": text.replaceAll("\0", "%00") } });
  },
  "request authorization": async (texts) => {
    for (const text of texts) await fetch("/favicon.svg", { headers: { Authorization: text.replaceAll("\0", "%00") } });
  },
  "request body": async (texts) => {
    for (const text of texts) await fetch("/favicon.svg", { method: "POST", body: text });
  },
  heap: (texts) => void Object.assign(globalThis, { notes: texts }),
  "module memory": (texts) => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    new Uint8Array(memory.buffer).set(new TextEncoder().encode(texts.join("\n")));
    globalThis.memories.add(memory);
  },
} satisfies Record<string, (texts: string[]) => void | Promise<void>>;

export type Place = keyof typeof places;

declare function inShadow(name: string): HTMLElement;

/** The secret that is planted in one place in one encoding. */
const secret = (place: string, encoding: Encoding) => `${place}, ${encoding}: ${odd}`;

/** A secret of its own for each place and encoding. */
export const planted: (Canary & { place: Place; encoding: Encoding })[] = (Object.keys(places) as Place[]).flatMap((place) =>
  encodings.map((encoding) => ({ name: `${encoding} in ${place}`, secret: secret(place, encoding), place, encoding })),
);

/** Puts all of them into a page. */
export async function plant(page: Page) {
  await page.evaluate(() => {
    const root = document.querySelector("rekey-console")?.shadowRoot;
    Object.assign(globalThis, { inShadow: (name: string) => root?.appendChild(document.createElement(name)) });
  });
  for (const [place, put] of Object.entries(places)) {
    const texts = encodings.map((encoding) => write[encoding](secret(place, encoding)));
    await page.evaluate(put as (texts: string[]) => void, texts);
  }
}
