import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Answer, Question } from "./ask.ts";

/**
 * What the specification says that a host answers (reliability.md 3), read once more and by hand: the files for servers
 * are written from a table in Rust, which a mistake would be in as well.
 */
export const everywhere: Record<string, string> = {
  "integrity-policy": "blocked-destinations=(script)",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "x-dns-prefetch-control": "off",
  "x-robots-tag": "noindex, nofollow",
};

export const lasting = "public, max-age=31536000, immutable";
const closed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
/** What the page needs at once, before there is a page. */
const early = /^<assets\/rekey-[0-9a-f]{16}\.wasm>; rel=preload; as=fetch; crossorigin, <assets\/rekey-[0-9a-f]{16}\.css>; rel=preload; as=fetch; crossorigin, <config\.json>; rel=preload; as=fetch; crossorigin$/;
const more = "frame-src 'none'; worker-src 'none'; object-src 'none'; frame-ancestors";

/** What an address is: a page, the page for frames, a file beside it, one with a hash, an API, or nothing. */
export type Part = "page" | "embed" | "file" | "asset" | "api" | "nothing";

/** A question and what has to come. */
export interface Row extends Question {
  part: Part;
  status: number;
  /** Whether something was found, which a cache may keep. */
  found: boolean;
  type?: string;
}

/** What a page says of itself: the policy that it carries, and the assets that it names. */
export function pageOf(text: string) {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? "";
  return { policy, assets: [...text.matchAll(/(?:src|href)="(assets\/[^"]+)"/g)].map(([, name = ""]) => name) };
}

/** The policy that a page of a release carries. */
export const policyOf = async (site: string, page = "index.html") => pageOf(await readFile(join(site, page), "utf8")).policy;

/** The headers of a row; null where there must be none. */
export function expected(row: Row, policy: string, portals: string[]): Record<string, string | RegExp | null> {
  const isShared = ["file", "asset"].includes(row.part) && portals.length > 0;
  const asks = row.headers?.origin;
  return {
    ...everywhere,
    // Which server answers where there is no API tells whether it is one of the API's own.
    "content-security-policy": policyFor(row, policy, portals),
    "x-frame-options": row.part === "embed" ? null : "DENY",
    "cross-origin-resource-policy": isShared || row.part === "embed" ? "cross-origin" : "same-origin",
    "cross-origin-embedder-policy": row.part === "embed" ? "require-corp" : null,
    "access-control-allow-origin": isShared && asks !== undefined && portals.includes(asks) ? asks : null,
    "permissions-policy": /^accelerometer=\(\), .*clipboard-read=\(\), clipboard-write=\(self\), local-network=\(\)/,
    link: row.part === "page" ? early : null,
    "cache-control": row.part === "asset" && row.found ? lasting : "no-store",
    ...(row.type === undefined ? {} : { "content-type": row.type }),
    "set-cookie": null,
  };
}

function policyFor({ part }: Row, policy: string, portals: string[]) {
  if (part === "api") return closed;
  return `${policy}; ${more} ${part === "embed" ? portals.join(" ") : "'none'"}`;
}

/** Headers that are not as they must be: missing, said twice, or otherwise. */
export function deviations(row: Row, answer: Answer, wanted: ReturnType<typeof expected>): string[] {
  const of = `${row.method ?? "GET"} ${row.path} (${answer.status})`;
  const found: string[] = answer.status === row.status ? [] : [`${of}: not ${row.status}`];
  for (const [name, value] of Object.entries(wanted)) {
    const values = answer.headers[name] ?? [];
    const fits = value === null ? values.length === 0 : values.length === 1 && matches(values[0] ?? "", value);
    if (!fits) found.push(`${of}: ${name} is ${JSON.stringify(values)} and not ${value}`);
  }
  return found;
}

const matches = (text: string, value: string | RegExp) => (typeof value === "string" ? text === value : value.test(text));
