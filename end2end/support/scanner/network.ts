import { readFile } from "node:fs/promises";
import type { BrowserContext, Download, Page, Request } from "@playwright/test";

/** What left the page: requests and downloads, each looked at once. */
export class Traffic {
  private readonly requests: Request[] = [];
  private readonly downloads: Download[] = [];

  watch(context: BrowserContext, page: Page) {
    context.on("request", (request) => this.requests.push(request));
    page.on("download", (download) => this.downloads.push(download));
  }

  /** The requests since this was last asked. */
  async sent(): Promise<Sent[]> {
    const requests = this.requests.splice(0);
    return Promise.all(
      requests.map(async (request) => {
        const { authorization = "", ...headers } = await request.allHeaders().catch(() => request.headers());
        const body = request.postData() ?? "";
        return { method: request.method(), url: request.url(), headers: Object.entries(headers).flat().join("\n"), authorization, body };
      }),
    );
  }

  /** The downloads since this was last asked: their names and what is in them. */
  async saved(): Promise<string> {
    const downloads = this.downloads.splice(0);
    const files = downloads.map(async (download) => [download.url(), download.suggestedFilename(), await readFile(await download.path(), "utf8")]);
    return (await Promise.all(files)).flat().join("\n");
  }
}

/** A request by its parts. */
export interface Sent {
  method: string;
  url: string;
  headers: string;
  authorization: string;
  body: string;
}
