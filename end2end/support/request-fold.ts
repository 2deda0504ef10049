import { expect, type Locator, type Page } from "@playwright/test";
import type { Row } from "./sandbox.ts";

/** What is left out of a request that is shown. */
interface Hidden {
  authorization?: string;
  secret?: string;
}

/** The fold with the request of a form, and with its commands. */
export class RequestFold {
  readonly fold: Locator;
  readonly request: Locator;
  readonly command: Locator;
  readonly copy: Locator;

  constructor(
    readonly page: Page,
    within: Page | Locator = page,
  ) {
    this.fold = within.locator("details").filter({ has: page.getByText("Request", { exact: true }) });
    this.request = this.fold.locator("pre").first();
    this.command = this.fold.locator("pre.command");
    this.copy = this.fold.getByRole("button", { name: "Copy command", exact: true });
  }

  async open() {
    await this.fold.locator("summary").click();
    await expect(this.request).toBeVisible();
  }

  async choose(shell: "bash and curl" | "PowerShell") {
    await this.fold.getByRole("radio", { name: shell, exact: true }).check();
  }

  /** The command as it arrives in the clipboard. */
  async copied(): Promise<string> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.copy.click();
    await expect(this.fold.getByRole("status")).toHaveText("Copied.");
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** The text of what arrived at the sandbox, as the fold writes it. */
  async expectToShow(origin: string, row: Row | undefined, hidden: Hidden = {}) {
    const { method, path, query, headers, body } = row ?? {};
    const [head = "", shown = ""] = (await this.request.innerText()).split("\n\n");
    expect(head.split("\n")).toEqual([
      `${method} ${origin}${path}${query === null ? "" : `?${query}`}`,
      ...(hidden.authorization === undefined ? [] : [`Authorization: ${headers?.authorization?.scheme} ${hidden.authorization}`]),
      `Accept: ${headers?.accept}`,
      `Content-Type: ${headers?.contentType}`,
    ]);
    expect(Object.keys(JSON.parse(shown)).sort()).toEqual([...(row?.keys ?? [])].sort());
    // The log has a digest where the fold has a word.
    const masked = Object.entries(body ?? {}).map(([key, value]) => [key, isDigest(value) ? hidden.secret : value]);
    expect(JSON.parse(shown)).toEqual(Object.fromEntries(masked));
  }
}

const isDigest = (value: unknown) => typeof value === "object" && value !== null && "sha256" in value;
