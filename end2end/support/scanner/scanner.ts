import type { CDPSession, Page } from "@playwright/test";
import { isFirefox } from "../browser.ts";
import type { Guard } from "../guard.ts";
import { memoriesOf } from "../memory.ts";
import { browserView, heapOf } from "./browser.ts";
import { addressed, type Content, type Encoding, found } from "./encodings.ts";
import { Traffic, type Sent } from "./network.ts";
import { contentOf } from "./page.ts";

/** A secret that is looked for, and the one kind of request that may carry it. */
export interface Canary {
  name: string;
  secret: string;
  /** Whether a request may have it in its header `Authorization` or in its body. */
  goes?: { in: "authorization" | "body"; with: (sent: Sent) => boolean };
}

/** What a secret may stand in at a step: nothing but the field that somebody is filling. */
export interface Allowance {
  /** The id of that field. */
  field?: string;
}

/** Where a secret was found that has no business there. */
export interface Finding {
  step: string;
  place: string;
  canary: string;
  encodings: Encoding[];
}

/**
 * Looks for secrets everywhere but in the field that is being filled and in the one request that needs them (S-13).
 * What it has looked at is counted for the figures of docs/reliability.md.
 */
export class Scanner {
  readonly findings: Finding[] = [];
  readonly counted = { steps: 0, places: new Set<string>(), searches: 0 };
  private readonly traffic = new Traffic();
  private heard = 0;

  private constructor(
    private readonly page: Page,
    /** What Firefox has none of: there the page, its traffic and the memory of the program are looked at. */
    private readonly client: CDPSession | undefined,
    private readonly guard: Guard,
    private readonly canaries: Canary[],
  ) {}

  /** From before the page is opened, so that no request is missed. */
  static async of(page: Page, guard: Guard, canaries: Canary[]): Promise<Scanner> {
    const scanner = new Scanner(page, isFirefox ? undefined : await page.context().newCDPSession(page), guard, canaries);
    scanner.traffic.watch(page.context(), page);
    return scanner;
  }

  /** A secret that is known only now, such as a generated one. */
  look(canary: Canary) {
    this.canaries.push(canary);
  }

  /** Looks at everything that can be looked at quickly; after every step of a flow. */
  async step(step: string, { field }: Allowance = {}): Promise<void> {
    this.counted.steps += 1;
    const content = await contentOf(this.page);
    const others = content.fields.filter(({ id }) => field === undefined || id !== field);
    const places: Record<string, Content> = {
      ...content.places,
      address: addressed(content.places.address ?? ""),
      fields: others.map(({ value }) => value).join("\n"),
      ...(this.client === undefined ? {} : await browserView(this.client, field)),
      cookies: (await this.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("\n"),
      console: this.guard.console.slice(this.heard).join("\n"),
      downloads: await this.traffic.saved(),
    };
    this.heard = this.guard.console.length;
    this.search(step, places);
    await this.searchTraffic(step);
  }

  /** Looks at what is left in memory as well; at the end of a flow, because it takes a second. */
  async end(step: string): Promise<void> {
    await this.step(step);
    const heap = this.client === undefined ? "" : await heapOf(this.client);
    this.search(step, { heap, "module memory": Buffer.concat(await memoriesOf(this.page)) });
  }

  private search(step: string, places: Record<string, Content>, canaries = this.canaries) {
    for (const [place, content] of Object.entries(places)) {
      this.counted.places.add(place);
      for (const { name, secret } of canaries) {
        this.counted.searches += 1;
        const encodings = found(content, secret);
        if (encodings.length > 0) this.findings.push({ step, place, canary: name, encodings });
      }
    }
  }

  private async searchTraffic(step: string) {
    for (const sent of await this.traffic.sent()) {
      const { url, headers, authorization, body } = sent;
      for (const canary of this.canaries) {
        const may = (part: "authorization" | "body") => canary.goes?.in === part && canary.goes.with(sent);
        const places = {
          "request address": addressed(url),
          "request headers": headers,
          ...(may("authorization") ? {} : { "request authorization": authorization }),
          ...(may("body") ? {} : { "request body": body }),
        };
        this.search(step, places, [canary]);
      }
    }
  }
}
