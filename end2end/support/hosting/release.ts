import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../../..");
const built = resolve(process.env.REKEY_SITE ?? `${root}/dist`);
const xtask = resolve(process.env.REKEY_XTASK ?? `${root}/target/debug/rekey-xtask`);

/** What is said on the command line. */
export interface Hosting {
  /** Becomes `config.json`. */
  configuration: object;
  path?: string;
  /** Origins by the ids of connections. */
  upstreams?: Record<string, string>;
  /** A release that is live. */
  keep?: Release;
  /** The folder that a build has left. */
  from?: string;
}

/** A folder that is ready for a host, with the files for servers beside it. */
export interface Release {
  /** What is served. */
  site: string;
  /** The root of a server: the folder below the path that was asked for. */
  root: string;
  path: string;
  /** `nginx` and `caddy`. */
  deploy: string;
  remove(): Promise<void>;
}

/** Makes a release of what was built, by the command that an operator calls. */
export async function release({ configuration, path = "/", upstreams = {}, keep, from = built }: Hosting): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), "rekey-hosting-"));
  const site = join(folder, "dist");
  await cp(from, site, { recursive: true });
  await writeFile(join(folder, "config.json"), JSON.stringify(configuration));
  const options = ["--config", join(folder, "config.json"), "--path", path];
  for (const [id, origin] of Object.entries(upstreams)) options.push("--upstream", `${id}=${origin}`);
  if (keep !== undefined) options.push("--keep", keep.site);
  await promisify(execFile)(xtask, ["configure", site, ...options], { cwd: root });
  const place = path === "/" ? site : join(folder, "root", path);
  if (place !== site) {
    await mkdir(dirname(place), { recursive: true });
    await symlink(site, place.replace(/\/$/, ""));
  }
  return {
    site,
    root: path === "/" ? site : join(folder, "root"),
    path,
    deploy: join(folder, "deploy"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
