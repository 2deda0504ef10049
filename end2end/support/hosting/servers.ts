import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { freePort, startAndListen } from "./process.ts";
import type { Release } from "./release.ts";

export type Kind = "nginx" | "caddy";

/** The servers that the system has; the test command installs and names them. */
export const programs = { nginx: process.env.REKEY_NGINX, caddy: process.env.REKEY_CADDY };
export const kinds = (["nginx", "caddy"] as const).filter((kind) => programs[kind] !== undefined);

/** The module of nginx for static Brotli. */
const brotli = process.env.REKEY_NGINX_BROTLI;
export const hasBrotli = (kind: Kind) => kind === "caddy" || brotli !== undefined;

/** Changes that an operator may make to a file; by its name below `deploy`. */
export type Changes = Record<string, (text: string) => string>;

/** A server with the files of a release. */
export interface Host {
  kind: Kind;
  origin: string;
  /** The origin with the path of the site. */
  address: string;
  release: Release;
  stop(): Promise<void>;
}

/** What an operator adds in files of its own where a proxy holds a token. */
export interface Secrets {
  /** The token of each connection by its id. */
  tokens: Record<string, string>;
  /** The networks that may use it. */
  admins: string[];
}

/** Starts a server with the generated files as they are, but for name, port and folder, which are an operator's. */
export async function startHost(kind: Kind, release: Release, changes: Changes = {}, secrets?: Secrets): Promise<Host> {
  const port = await freePort();
  const folder = join(dirname(release.deploy), `${kind}-${port}`);
  await cp(join(release.deploy, kind), folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    if (name.startsWith(`${kind}/`)) await edit(join(folder, name.slice(kind.length + 1)), change);
  }
  const { stop } = await (kind === "nginx" ? startNginx(folder, release, port, secrets) : startCaddy(folder, release, port, secrets));
  const origin = `http://127.0.0.1:${port}`;
  return { kind, origin, address: `${origin}${release.path}`, release, stop };
}

async function startNginx(folder: string, release: Release, port: number, secrets?: Secrets) {
  await edit(join(folder, "rekey.conf"), (text) => inTheClear(text, release, port));
  await writeFile(join(folder, "nginx.conf"), main(folder));
  await mkdir(join(folder, "temporary"));
  if (secrets !== undefined) {
    await writeFile(join(folder, "rekey-admins.conf"), secrets.admins.map((network) => `allow ${network};\n`).join(""));
    for (const [id, token] of Object.entries(secrets.tokens)) {
      await writeFile(join(folder, `rekey-authorization-${id}.conf`), `proxy_set_header Authorization "Bearer ${token}";\n`);
    }
  }
  return startAndListen(String(programs.nginx), ["-p", `${folder}/`, "-c", "nginx.conf", "-e", "stderr"], [port]);
}

/** The one server for the page, on a port of this machine, where a browser needs no certificate. */
function inTheClear(text: string, release: Release, port: number) {
  const [server = ""] = text.split("\n# A foreign name");
  return withBrotli(server)
    .replace(/^ *(listen \[::\]|ssl_).*\n/gm, "")
    .replace(/listen 443 ssl http2;/, `listen 127.0.0.1:${port};`)
    .replace("root /srv/rekey;", `root ${release.root};`);
}

export const withBrotli = (text: string) => (brotli === undefined ? text : text.replace("# brotli_static on;", "brotli_static on;"));

/** What Debian has in `/etc/nginx/nginx.conf`, as far as it matters here. */
export function main(folder: string) {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/temporary/${name};`);
  return [
    "daemon off;",
    "worker_processes 1;",
    `pid ${folder}/nginx.pid;`,
    "error_log stderr error;",
    // The workers of a root belong to somebody else, who may not read a temporary folder.
    ...(process.getuid?.() === 0 ? ["user root;"] : []),
    ...(brotli === undefined ? [] : [`load_module ${brotli};`]),
    "events { worker_connections 256; }",
    `http { access_log off; ${temporary.join(" ")} include rekey.conf; }`,
    "",
  ].join("\n");
}

async function startCaddy(folder: string, release: Release, port: number, secrets?: Secrets) {
  // No port for administration, and no certificates.
  const general = "{\n\tadmin off\n\tauto_https off\n}\n";
  await edit(join(folder, "Caddyfile"), (text) =>
    general + text.replace(/^rekey\.example \{/m, `http://127.0.0.1:${port} {`).replace("root * /srv/rekey", `root * ${release.root}`),
  );
  if (secrets !== undefined) {
    await writeFile(join(folder, "rekey-admins.caddy"), `remote_ip ${secrets.admins.join(" ")}\n`);
    for (const [id, token] of Object.entries(secrets.tokens)) {
      await writeFile(join(folder, `rekey-authorization-${id}.caddy`), `header_up Authorization "Bearer ${token}"\n`);
    }
  }
  const own = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const options = ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"];
  return startAndListen(String(programs.caddy), options, [port], own);
}

async function edit(file: string, change: (text: string) => string) {
  await writeFile(file, change(await readFile(file, "utf8")));
}
