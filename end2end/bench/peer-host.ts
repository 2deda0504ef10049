import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { freePort, startAndListen } from "../support/hosting/process.ts";
import { main, programs, withBrotli } from "../support/hosting/servers.ts";

/** A peer behind a web server. */
export interface PeerHost {
  origin: string;
  stop(): Promise<void>;
}

/** Serves a peer's folder as the console is served: by nginx, compressed beforehand, with the API on the same origin. */
export async function startPeerHost(site: string, api: string): Promise<PeerHost> {
  const folder = await mkdtemp(join(tmpdir(), "rekey-peer-"));
  await mkdir(join(folder, "temporary"));
  await compress(site);
  const port = await freePort();
  await writeFile(join(folder, "nginx.conf"), main(folder));
  await writeFile(join(folder, "rekey.conf"), server(port, site, api));
  const { stop } = await startAndListen(String(programs.nginx), ["-p", `${folder}/`, "-c", "nginx.conf", "-e", "stderr"], [port]);
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Beside each file its copy with Brotli at its best, which is what the console's build leaves. */
async function compress(site: string) {
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !file.endsWith(".br")) await writeFile(`${file}.br`, brotliCompressSync(await readFile(file)));
  }
}

function server(port: number, site: string, api: string) {
  return withBrotli(`
    types { text/html html; text/css css; text/javascript js; }
    server {
      listen 127.0.0.1:${port};
      root ${site};
      # brotli_static on;
      location / { add_header Cache-Control no-store always; }
      location /assets/ { add_header Cache-Control "public, max-age=31536000, immutable"; }
      location /apinizer/ { proxy_pass ${api}; }
    }
  `);
}
