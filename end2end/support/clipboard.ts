import type { BrowserContext, Page } from "@playwright/test";
import { isFirefox } from "./browser.ts";

/** Lets pages use the clipboard. Firefox has no such permissions: it wants a press for each use. */
export const allowClipboard = async (context: BrowserContext) => {
  if (!isFirefox) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
};

/** What the clipboard holds, by pasting it, as a person does: no browser lets every page read it. */
export async function pasted(page: Page) {
  const field = await page.evaluateHandle(() => document.body.appendChild(document.createElement("textarea")));
  await field.focus();
  await page.keyboard.press("ControlOrMeta+V");
  return field.evaluate((field) => {
    field.remove();
    return field.value;
  });
}
