import { defineConfig } from "@playwright/test";
import { browserUnderTest, isFirefox } from "./support/browser.ts";

/** Whether the contracts stand between page and sandbox. Tests whose subject is a broken answer have no place there. */
const contract = process.env.REKEY_CONTRACT !== undefined;

/** Whether the real servers stand in front of the page, for the tests whose subject they are. */
const hosting = process.env.REKEY_HOSTING !== undefined;

/** The files that a run consists of: every state in every language, and a console somewhere, are runs of their own. */
function files() {
  if (process.env.REKEY_ACCESS !== undefined) return "access.spec.ts";
  if (process.env.REKEY_DEPLOYED !== undefined) return "hosting-deployed.spec.ts";
  return hosting ? "hosting-*.spec.ts" : "*.spec.ts";
}

export default defineConfig({
  testDir: "tests",
  testMatch: files(),
  grep: contract ? /@contract/ : isFirefox ? /@firefox/ : /./,
  // Its subject is the proxy itself, which stands there in the contract run alone. Every test of it runs in that one.
  testIgnore: [...(contract ? [] : ["contract.spec.ts"]), ...(hosting || process.env.REKEY_DEPLOYED !== undefined ? [] : ["hosting-*.spec.ts"])],
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [["list"]],
  use: {
    ...browserUnderTest,
    // A zone with one offset all year, and not UTC: what is typed and what is sent must differ.
    timezoneId: "Europe/Istanbul",
    locale: "en-GB",
    contextOptions: { reducedMotion: "reduce" },
    trace: "off",
  },
});
