import type { Browser, BrowserContext } from "@playwright/test";

/** How the system's Firefox starts: by WebDriver BiDi, which Playwright speaks on these channels. */
export const firefoxUnderTest = (executablePath: string) => ({
  browserName: "firefox" as const,
  channel: "moz-firefox",
  headless: true,
  launchOptions: {
    executablePath,
    firefoxUserPrefs: {
      // Playwright has no command for it here.
      "ui.prefersReducedMotion": 1,
      // It calls nobody but the page: every host but this one is behind a proxy that is not there.
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": 9,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": 9,
    },
  },
});

/** What Playwright asks for that Firefox 153 does not know. Nothing here depends on it: it sets the colours of a page. */
const unknown = "emulation.setMediaFeaturesOverride";

interface Session {
  send(method: string, parameters: unknown): Promise<unknown>;
}

/** Lets Playwright make contexts in a Firefox that does not know one of its commands. */
export function tolerate(browser: Browser) {
  const { _connection } = browser as unknown as { _connection: { toImpl(browser: Browser): { _browserSession: Session } } };
  const session = _connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = (method, parameters) => (method === unknown ? Promise.resolve({}) : send(method, parameters));
}

/**
 * Lets what a test fills in be an entry of the browser's own, as it is in Chromium. Playwright would put it into the
 * field by a script here, and the console rightly takes that for a value that nobody typed (S-06).
 */
export async function fillAsTyped(context: BrowserContext) {
  await context.addInitScript(() => {
    // Of the prototype: a test may take the command away from the document.
    const insert = (text: string) => void Document.prototype.execCommand.call(document, "insertText", false, text);
    // Playwright sets its own way once it needs one.
    Object.defineProperty(globalThis, "__pw_bidiInsertText", { get: () => insert, set: () => {} });
  });
}
