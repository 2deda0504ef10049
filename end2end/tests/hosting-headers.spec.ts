import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { configuration, expect, test } from "../support/hosting.ts";
import { type Answer, ask } from "../support/hosting/ask.ts";
import { deviations, everywhere, expected, lasting, policyOf, type Row } from "../support/hosting/expectations.ts";
import { hasBrotli, type Host, kinds } from "../support/hosting/servers.ts";
import { table } from "../support/hosting/table.ts";

const types: Record<string, string> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
};

const typeOf = (name: string) => types[name.split(".").pop() ?? ""];

async function assetsOf(site: string) {
  return (await readdir(join(site, "assets"))).filter((name) => !/\.(br|gz)$/.test(name));
}

/** What nobody may have: it is put there, so that only the server keeps it back. */
async function hide(site: string) {
  await mkdir(join(site, ".git"), { recursive: true });
  const script = (await assetsOf(site)).find((name) => name.endsWith(".js")) ?? "";
  const hidden = [".git/config", "Cargo.toml", `assets/${script}.map`, "assets/rekey.d.ts", "assets/.env"];
  for (const name of hidden) await writeFile(join(site, name), "secret");
  return [...hidden, "404.html", "_headers", "config.example.json", "manifest.json", "rekey.cdx.json", "index.html.br", "index.html.gz", `assets/${script}.br`];
}

/** Every address, with every status that it can have. */
async function rows({ kind, release: { site, path } }: Host): Promise<Row[]> {
  const found = (name: string, part: Row["part"], row: Partial<Row> = {}): Row => {
    return { path: `${path}${name}`, part, status: 200, found: true, type: typeOf(name || "index.html"), ...row };
  };
  const missing = (name: string, row: Partial<Row> = {}): Row => {
    return { path: `${path}${name}`, part: "nothing", status: 404, found: false, ...row };
  };
  const refused = (method: string, name: string): Row => missing(name, { method, status: 405 });
  const assets = await assetsOf(site);
  const [asset = ""] = assets;
  // Above the root there is nothing that could be asked for.
  const above: Row[] = path === "/" ? [missing("%2e%2e/etc/passwd", { status: kind === "nginx" ? 400 : 404 })] : [];
  return [
    found("", "page"),
    found("index.html", "page"),
    found("", "page", { method: "HEAD" }),
    found("", "page", { path: `${path}?presenter=names` }),
    ...["config.json", "favicon.svg", "common-passwords.txt", "rekey-console.js"].map((name) => found(name, "file")),
    ...assets.map((name) => found(`assets/${name}`, "asset")),
    found(`assets/${asset}`, "asset", { method: "HEAD" }),
    // A part is answered with the whole, so that nothing is said of a part that is not there.
    ...["bytes=0-9", "bytes=99999999-"].map((range) => found(`assets/${asset}`, "asset", { headers: { range } })),
    ...above,
    ...(await hide(site)).map((name) => missing(name)),
    // Where no portal is named there is nothing for frames.
    ...["embed.html", "assets/rekey-0123456789abcdef.js", "assets/", "assets", "nothing", "credentials/1", "assets/../.git/config"].map((name) => missing(name)),
    ...["POST", "PUT", "DELETE", "OPTIONS"].map((method) => refused(method, "")),
    refused("PUT", `assets/${asset}`),
    { path: "/apinizer/apiops/projects/", part: "api", status: 401, found: false },
    { path: "/cloud/api/v1/credentials", part: "nothing", status: 404, found: false },
    { path: "/apinizer/apiops/users/", part: "api", status: 404, found: false },
    { path: "/apinizer/apiops/projects/", method: "DELETE", part: "api", status: 404, found: false },
  ];
}

/** Asks once more for what was found, as a browser does that has it already. */
async function again(host: Host, answers: [Row, Answer][]): Promise<[Row, Answer][]> {
  const rows = answers.filter(([row]) => row.found && row.status === 200 && row.method === undefined && row.headers === undefined);
  return Promise.all(
    rows.map(async ([row, { headers }]): Promise<[Row, Answer]> => {
      const unchanged = { ...row, headers: { "if-none-match": headers.etag?.[0] ?? "" }, status: 304, type: undefined };
      return [unchanged, await ask(host.origin, unchanged)];
    }),
  );
}

async function answersOf(host: Host, rows: Row[]) {
  const answers: [Row, Answer][] = [];
  for (const row of rows) answers.push([row, await ask(host.origin, row)]);
  return answers;
}

const columns = [
  "content-security-policy",
  ...Object.keys(everywhere),
  "permissions-policy",
  "x-frame-options",
  "cross-origin-resource-policy",
  "link",
  "cache-control",
  "content-type",
];

for (const kind of kinds) {
  test.describe(`behind ${kind}`, () => {
    test("every header of every address and status is as it must be (W-01, W-07, W-08, W-09, W-11)", async ({ host }) => {
      const served = await host({ kind });
      const policy = await policyOf(served.release.site);
      expect(policy).toContain("; connect-src 'self'; ");
      const first = await answersOf(served, await rows(served));
      const answers = [...first, ...(await again(served, first))];
      console.log(table(`${kind}: address × header`, answers, columns));
      expect(answers.filter(([, { status }]) => status === 304).length).toBeGreaterThan(8);
      expect(answers.flatMap(([row, answer]) => deviations(row, answer, expected(row, policy, [])))).toEqual([]);
    });

    test("nothing is traced, and what is refused before an address is looked at has the headers as well (W-08)", async ({ host }) => {
      const served = await host({ kind });
      const answer = await ask(served.origin, { method: "TRACE", path: "/", headers: { "x-secret": "canary" } });
      expect(answer.status).toBe(405);
      expect(String(answer.body)).not.toContain("canary");
      const row: Row = { path: "/", method: "TRACE", part: "nothing", status: 405, found: false };
      expect(deviations(row, answer, expected(row, await policyOf(served.release.site), []))).toEqual([]);
    });

    test("what was compressed beforehand is given out so, and is what it was", async ({ host }) => {
      const served = await host({ kind });
      const names = ["index.html", "common-passwords.txt", ...(await assetsOf(served.release.site)).map((name) => `assets/${name}`)];
      for (const name of names) {
        const plain = await readFile(join(served.release.site, name));
        for (const [coding, open] of [["br", brotliDecompressSync], ["gzip", gunzipSync]] as const) {
          if (coding === "br" && !hasBrotli(kind)) continue;
          const { headers, body } = await ask(served.origin, { path: `/${name}`, headers: { "accept-encoding": coding } });
          expect(headers["content-encoding"], `${name}: ${coding}`).toEqual([coding]);
          expect(headers.vary?.join(), name).toContain("Accept-Encoding");
          expect(headers["content-type"], name).toEqual([typeOf(name)]);
          expect(open(body).equals(plain), name).toBe(true);
        }
        const { headers, body } = await ask(served.origin, { path: `/${name}` });
        expect(headers["content-encoding"], name).toBeUndefined();
        expect(body.equals(plain), name).toBe(true);
      }
      // Whoever changes it on the host would not change its copies.
      await writeFile(join(served.release.site, "config.json"), `${JSON.stringify(configuration)}\n\n`);
      const { headers, body } = await ask(served.origin, { path: "/config.json", headers: { "accept-encoding": "br, gzip" } });
      expect(headers["content-encoding"]).toBeUndefined();
      expect(String(body)).toMatch(/\n\n$/);
    });

    test("below a path the same holds, and nothing else of the host is touched", async ({ host }) => {
      const served = await host({ kind, path: "/tools/console/" });
      const policy = await policyOf(served.release.site);
      const inside = (await rows(served)).filter(({ path }) => path.startsWith("/tools/console/"));
      const answers = await answersOf(served, inside);
      expect(answers.flatMap(([row, answer]) => deviations(row, answer, expected(row, policy, [])))).toEqual([]);
      const bare = await ask(served.origin, { path: "/tools/console" });
      expect([bare.status, bare.headers.location]).toEqual([308, ["/tools/console/"]]);
      for (const path of ["/", "/tools/", "/other"]) {
        expect((await ask(served.origin, { path })).headers["content-security-policy"], path).toBeUndefined();
      }
    });

    test("portals may read what the element reads, and nobody else may (3.3)", async ({ host }) => {
      const portals = ["https://one.example", "https://two.example:8443"];
      const served = await host({ kind, configuration: { ...configuration, portals } });
      const policy = await policyOf(served.release.site);
      const [asset = ""] = await assetsOf(served.release.site);
      const framed: Row = { path: "/embed.html", part: "embed", status: 200, found: true, type: types.html };
      expect(deviations(framed, await ask(served.origin, framed), expected(framed, await policyOf(served.release.site, "embed.html"), portals))).toEqual([]);
      const wanted: [string, Row["part"]][] = [["", "page"], ["config.json", "file"], ["common-passwords.txt", "file"], ["rekey-console.js", "file"], [`assets/${asset}`, "asset"]];
      for (const origin of [undefined, ...portals, "https://three.example", "https://one.example.evil.example"]) {
        for (const [name, part] of wanted) {
          const headers: Record<string, string> = origin === undefined ? {} : { origin };
          const row: Row = { path: `/${name}`, part, status: 200, found: true, headers };
          const answer = await ask(served.origin, row);
          expect(deviations(row, answer, expected(row, policy, portals))).toEqual([]);
          expect(answer.headers.vary?.join().includes("Origin") ?? false, name).toBe(part !== "page");
        }
      }
      const missing = await ask(served.origin, { path: "/assets/rekey-0123456789abcdef.js", headers: { origin: "https://one.example" } });
      expect(missing.headers["cache-control"]).toEqual(["no-store"]);
      expect(missing.headers["cache-control"]).not.toEqual([lasting]);
    });
  });
}
