import { type Answer, ask } from "./ask.ts";
import { deviations, expected, pageOf, type Row } from "./expectations.ts";

/** A console somewhere: what was asked and answered, and what is not as it must be. */
export interface Findings {
  answers: [Row, Answer][];
  deviations: string[];
}

interface Configuration {
  connections: { baseUrl: string }[];
  portals?: string[];
}

/** Looks at a console as it is deployed, by what it says of itself: its page names its assets, its configuration its origins. */
export async function examine(address: string): Promise<Findings> {
  const { origin, pathname: path } = new URL(address);
  const get = async (name: string) => String((await ask(origin, { path: `${path}${name}` })).body);
  const page = await get("");
  const { policy, assets } = pageOf(page);
  const { connections, portals = [] } = JSON.parse(await get("config.json")) as Configuration;
  const rows = rowsOf(path, assets);
  const answers: [Row, Answer][] = [];
  for (const row of rows) answers.push([row, await ask(origin, row)]);
  const found = answers.flatMap(([row, answer]) => deviations(row, answer, wanted(row, policy, portals, connections)));
  return { answers, deviations: [...differences(policy, connections), ...found] };
}

function rowsOf(path: string, assets: string[]): Row[] {
  const row = (name: string, part: Row["part"], more: Partial<Row> = {}): Row => ({ path: `${path}${name}`, part, status: 200, found: true, ...more });
  const missing = (name: string) => row(name, "nothing", { status: 404, found: false });
  return [
    row("", "page", { type: "text/html; charset=utf-8" }),
    row("", "page", { method: "HEAD" }),
    row("config.json", "file"),
    row("favicon.svg", "file", { type: "image/svg+xml" }),
    row("common-passwords.txt", "file"),
    ...assets.map((name) => row(name, "asset")),
    ...["nothing", "assets/rekey-0123456789abcdef.js", ".git/config", "Cargo.toml"].map(missing),
  ];
}

/** What nobody found is kept by nobody; a host for static files may say so in words of its own, and who may read it matters little. */
const missing = {
  "cache-control": /no-store|max-age=0/,
  "content-security-policy": /frame-ancestors 'none'/,
  "cross-origin-resource-policy": /^(same|cross)-origin$/,
};

function wanted(row: Row, policy: string, portals: string[], connections: Configuration["connections"]) {
  // Without what may be asked for early it is slower, and nothing else.
  const { link: _, ...headers } = expected(row, policy, portals);
  const isNear = connections.every(({ baseUrl }) => baseUrl.startsWith("/"));
  return {
    ...headers,
    ...(row.found ? {} : missing),
    ...(isNear ? {} : { "permissions-policy": /clipboard-write=\(self\), local-network/ }),
  };
}

/** The page may connect to the origins of the configuration and to no others (W-06). */
function differences(policy: string, connections: Configuration["connections"]): string[] {
  const far = connections.filter(({ baseUrl }) => !baseUrl.startsWith("/")).map(({ baseUrl }) => new URL(baseUrl).origin);
  const wanted = ["'self'", ...new Set(far.sort())].join(" ");
  const [, named] = /connect-src ([^;]*)/.exec(policy) ?? [];
  return named === wanted ? [] : [`the page may connect to ${named}, the configuration wants ${wanted}`];
}
