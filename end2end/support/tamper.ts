import type { Page } from "@playwright/test";

/** Changes one byte of the files on their way, as somebody in between could. */
export async function flipByte(page: Page, files: string) {
  await page.route(files, async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    const response = await route.fetch();
    const body = await response.body();
    const middle = body.length >> 1;
    body.writeUInt8(body.readUInt8(middle) ^ 1, middle);
    await route.fulfill({ response, body });
  });
}
