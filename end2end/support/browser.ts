import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { firefoxUnderTest } from "./firefox.ts";

/** The browser that the system has; Playwright's own build comes from a host that may be out of reach. */
function systemChromium(): string {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    process.env.REKEY_CHROMIUM,
    process.env.CHROMIUM,
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) {
    throw new Error("There is no Chromium on the PATH. Install one, or name its file in REKEY_CHROMIUM.");
  }
  return found;
}

/** How Chromium starts: as root in a container as well, and calling nobody but the page. */
export const launchChromium = () => ({
  executablePath: systemChromium(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

const chromiumUnderTest = () => ({ browserName: "chromium" as const, headless: true, launchOptions: launchChromium() });

const { REKEY_FIREFOX: firefox, REKEY_WHOLE_CHROMIUM: wholeChromium } = process.env;

/** Whether the tests run in Firefox, which `REKEY_FIREFOX` then names. */
export const isFirefox = firefox !== undefined;

export const browserUnderTest = firefox === undefined ? chromiumUnderTest() : firefoxUnderTest(firefox);

/**
 * The same browser with its back/forward cache. Firefox always has it, Playwright starts Chromium without it (M8), and
 * Chromium's headless shell has none.
 */
export const launchOptionsWithCache = isFirefox
  ? browserUnderTest.launchOptions
  : {
      ...browserUnderTest.launchOptions,
      ...(wholeChromium === undefined ? {} : { executablePath: wholeChromium }),
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    };
