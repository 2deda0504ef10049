import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What may stand at the end of a file and means nothing. Of a module it is an empty section of its own. */
const meaningless: Record<string, Buffer> = {
  css: Buffer.from("\n"),
  js: Buffer.from("\n"),
  json: Buffer.from(" "),
  wasm: Buffer.from([0, 2, 1, 0x61]),
};

/** The hashes of a file, as its name and its `integrity` have them. */
function hashes(content: Buffer) {
  const name = createHash("sha256").update(content).digest("hex").slice(0, 16);
  return { name, integrity: `sha384-${createHash("sha384").update(content).digest("base64")}` };
}

/**
 * A build after this one: the same program, every asset of which has changed by some bytes that mean nothing, and so has
 * another name. It stands in a folder of its own.
 */
export async function nextBuild(built: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "rekey-next-"));
  await cp(built, folder, { recursive: true });
  const assets = join(folder, "assets");
  const names = await readdir(assets);
  for (const copy of names.filter((name) => /\.(br|gz)$/.test(name))) await rm(join(assets, copy));
  const changed: [string, string][] = [];
  // The script names the others, so it comes last.
  const originals = names.filter((name) => !/\.(br|gz)$/.test(name)).sort((one, other) => Number(one.endsWith(".js")) - Number(other.endsWith(".js")));
  for (const name of originals) {
    const file = join(assets, name);
    const before = await readFile(file);
    let text = before;
    if (name.endsWith(".js")) text = Buffer.from(replace(String(before), changed));
    const after = Buffer.concat([text, meaningless[name.split(".").pop() ?? ""] ?? Buffer.of()]);
    await writeFile(file, after);
    const renamed = name.replace(/[0-9a-f]{16}/, hashes(after).name);
    await rename(file, join(assets, renamed));
    // As a build does, but in no time.
    await writeFile(join(assets, `${renamed}.br`), brotliCompressSync(after, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
    await writeFile(join(assets, `${renamed}.gz`), gzipSync(after));
    changed.push([name, renamed], [hashes(before).integrity, hashes(after).integrity]);
  }
  for (const name of ["index.html", "embed.html", "rekey-console.js"]) {
    const file = join(folder, name);
    await writeFile(file, replace(await readFile(file, "utf8"), changed));
  }
  return folder;
}

const replace = (text: string, changed: [string, string][]) => changed.reduce((so, [before, after]) => so.replaceAll(before, after), text);
