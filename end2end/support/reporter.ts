import { readFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** Prints what was on the page when a test failed: where the run was somewhere else, that is all that is left of it. */
export default class PageReporter implements Reporter {
  onTestEnd({ title }: TestCase, { attachments }: TestResult) {
    const context = attachments.find(({ name }) => name === "error-context");
    const [, page] = context?.path === undefined ? [] : readFileSync(context.path, "utf8").split("# Page snapshot");
    if (page !== undefined) console.log(`\n  On the page when "${title}" failed:\n${page.split("\n# ")[0]?.trimEnd()}\n`);
  }
}
