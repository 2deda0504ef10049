import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { request } from "node:https";
import { dirname, join } from "node:path";
import { connect, type ConnectionOptions } from "node:tls";
import { promisify } from "node:util";
import { configuration, expect, test as base } from "../support/hosting.ts";
import { freePort, startAndListen } from "../support/hosting/process.ts";
import { type Release, release } from "../support/hosting/release.ts";
import { kinds, main, programs, withBrotli } from "../support/hosting/servers.ts";

/** The file for `/etc/nginx/conf.d/` as an operator fills it in: name, certificate, folder; here also other ports. */
async function startNginxWithCertificate(made: Release) {
  const folder = join(dirname(made.deploy), "nginx-tls");
  const [secure, clear] = [await freePort(), await freePort()];
  await cp(join(made.deploy, "nginx"), folder, { recursive: true });
  const [key, certificate] = ["key.pem", "certificate.pem"].map((name) => join(folder, name)) as [string, string];
  const options = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj", "/CN=rekey.example"];
  await promisify(execFile)("openssl", [...options, "-addext", "subjectAltName=DNS:rekey.example", "-keyout", key, "-out", certificate]);
  const text = await readFile(join(folder, "rekey.conf"), "utf8");
  const filled = withBrotli(text)
    .replace(/^ *listen \[::\].*\n/gm, "")
    .replace(/listen 443/g, `listen 127.0.0.1:${secure}`)
    .replace(/listen 80/g, `listen 127.0.0.1:${clear}`)
    .replace(/\/etc\/ssl\/rekey/g, folder)
    .replace("root /srv/rekey;", `root ${made.root};`);
  await writeFile(join(folder, "rekey.conf"), filled);
  await writeFile(join(folder, "nginx.conf"), main(folder));
  await mkdir(join(folder, "temporary"));
  const { stop } = await startAndListen(String(programs.nginx), ["-p", `${folder}/`, "-c", "nginx.conf", "-e", "stderr"], [secure, clear]);
  return { secure, clear, authority: await readFile(certificate), stop };
}

const test = base.extend<{ secured: Awaited<ReturnType<typeof startNginxWithCertificate>> }>({
  secured: async ({ server }, use) => {
    const upstreams = Object.fromEntries(configuration.connections.map(({ id }) => [id, server.origin]));
    const made = await release({ configuration, upstreams });
    const secured = await startNginxWithCertificate(made);
    await use(secured);
    await secured.stop();
    await made.remove();
  },
});

/** What becomes of a handshake: the version of the protocol, or the error. */
function handshake(port: number, options: ConnectionOptions) {
  return new Promise<string | null>((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", ...options }, () => {
      resolve(socket.getProtocol());
      socket.destroy();
    });
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

// As all tests behind a server, where there is one; `cargo xtask test` names the servers that are missing.
for (const kind of kinds.filter((kind) => kind === "nginx")) {
  test(`${kind} with a certificate: the file for its folder is one that it takes, speaks TLS 1.2 and later, and answers to no other name (W-10)`, async ({ secured }) => {
    const { secure, clear, authority: ca } = secured;
    const servername = "rekey.example";
    expect(await handshake(secure, { ca, servername })).toBe("TLSv1.3");
    expect(await handshake(secure, { ca, servername, maxVersion: "TLSv1.2" })).toBe("TLSv1.2");
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
    expect(await handshake(secure, { ca, servername, ...old })).toMatch(/PROTOCOL|VERSION/);
    expect(await handshake(secure, { rejectUnauthorized: false, servername: "elsewhere.example" })).toMatch(/UNRECOGNIZED_NAME|HANDSHAKE/);

    const headers = await new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
      const asked = request({ port: secure, host: "127.0.0.1", path: "/", headers: { host: servername }, ca, servername }, (answer) => {
        answer.resume();
        resolve(answer.headers);
      });
      asked.on("error", reject).end();
    });
    expect(headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
    expect(headers.server).toBe("nginx");

    const inTheClear = (path: string) =>
      new Promise<[number | undefined, string | undefined]>((resolve) => {
        get({ port: clear, host: "127.0.0.1", path, headers: { host: servername } }, (answer) => {
          answer.resume();
          resolve([answer.statusCode, answer.headers.location]);
        });
      });
    expect(await inTheClear("/")).toEqual([308, "https://rekey.example/"]);
    expect(await inTheClear("/apinizer/apiops/projects/")).toEqual([404, undefined]);
  });
}
