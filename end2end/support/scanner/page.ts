import type { Page } from "@playwright/test";

/** What a page holds, by place; the fields stand alone, because one of them may hold a secret. */
export interface PageContent {
  places: Record<string, string>;
  fields: { id: string; value: string }[];
}

/** Everything in which a page may keep something, by one call. */
export const contentOf = (page: Page): Promise<PageContent> => page.evaluate(collect);

/** Runs in the page. */
async function collect(): Promise<PageContent> {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  const elements = roots.flatMap((root) => [...root.querySelectorAll("*")]);
  const fields = elements.filter((element) => element.matches("input, textarea, select")) as HTMLInputElement[];
  /** The texts in a value as they are: written as JSON they would be escaped once more. */
  const texts = (value: unknown): string[] =>
    typeof value === "object" && value !== null ? Object.entries(value).flatMap(([name, inner]) => [name, ...texts(inner)]) : [String(value)];

  const databases = async () => {
    const kept: (string | undefined)[] = [];
    for (const { name, version } of await indexedDB.databases()) {
      kept.push(name);
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
      const database = await done(indexedDB.open(name ?? "", version));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        kept.push(store, ...texts(await done(records.getAllKeys())), ...texts(await done(records.getAll())));
      }
      database.close();
    }
    return kept.join("\n");
  };
  const cached = async () => {
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        kept.push(name, request.url, (await (await cache.match(request))?.text()) ?? "");
      }
    }
    return kept.join("\n");
  };
  const files = async () => {
    const kept: string[] = [];
    // A browser that stores nothing refuses.
    const folder = await navigator.storage.getDirectory().catch(() => undefined);
    if (folder === undefined) return "";
    for await (const [name, entry] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
      kept.push(name, entry.kind === "file" ? await (await entry.getFile()).text() : "");
    }
    return kept.join("\n");
  };

  return {
    places: {
      address: location.href,
      "history state": texts(history.state).join("\n"),
      "window name": window.name,
      referrer: document.referrer,
      title: document.title,
      markup: roots.map((root) => (root instanceof Document ? root.documentElement : root).getHTML()).join("\n"),
      attributes: elements.flatMap((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`)).join("\n"),
      text: roots.map((root) => (root instanceof Document ? root.documentElement : root).textContent ?? "").join("\n"),
      localStorage: Object.entries({ ...localStorage }).flat().join("\n"),
      sessionStorage: Object.entries({ ...sessionStorage }).flat().join("\n"),
      IndexedDB: await databases(),
      "Cache Storage": await cached(),
      "private files": await files(),
      "service workers": (await navigator.serviceWorker.getRegistrations()).flatMap(({ scope, active }) => [scope, active?.scriptURL]).join("\n"),
    },
    fields: fields.map(({ id, value }) => ({ id, value })),
  };
}
