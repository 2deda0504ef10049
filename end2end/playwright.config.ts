import { defineConfig } from "@playwright/test";
import { browserUnderTest } from "./support/browser.ts";

export default defineConfig({
  testDir: "tests",
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
