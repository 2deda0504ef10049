import { defineConfig } from "@playwright/test";
import { browserUnderTest } from "./support/browser.ts";

/** Measures; `cargo xtask bench` builds what is measured and reads what comes out. */
export default defineConfig({
  testDir: "bench",
  // One after the other: two pages at once would share the processor.
  workers: 1,
  // A list that makes all its rows anew takes minutes for twenty keys.
  timeout: 1_800_000,
  reporter: [["list"]],
  reportSlowTests: null,
  use: browserUnderTest,
});
