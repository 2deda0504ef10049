import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { site } from "../support/server.ts";

const read = (name: string) => readFileSync(join(site, name), "utf8");
const account = ["rekey.cdx.json", "third-party-licences.txt", "manifest.json"];

interface Component {
  name: string;
  version: string;
  scope: string;
  "bom-ref": string;
  licenses?: { expression: string }[];
}

/** The schema of CycloneDX 1.6 as OWASP gives it out. Addresses of mail in other scripts have no rule here. */
function schema() {
  const folder = resolve(import.meta.dirname, "../node_modules/@cyclonedx/cyclonedx-library/res/schema");
  const part = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), "utf8"));
  // The names by which the parts refer to each other.
  const named = (name: string) => [`http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`, part(name)];
  const ajv = new Ajv({ strict: false, schemas: Object.fromEntries(["spdx", "jsf-0.82"].map(named)) });
  formats.default(ajv);
  for (const format of ["idn-email", "iri-reference"]) ajv.addFormat(format, true);
  return ajv.compile(part("bom-1.6"));
}

test("the bill of materials is valid by the schema of CycloneDX 1.6, and a wrong one is not", () => {
  const valid = schema();
  const bill = JSON.parse(read("rekey.cdx.json"));
  valid(bill);
  expect(valid.errors ?? []).toEqual([]);
  expect(valid({ ...bill, serialNumber: "1" })).toBe(false);
  expect(valid({ ...bill, components: [{ ...bill.components[0], scope: "perhaps" }] })).toBe(false);
});

test("the bill of materials names what the page is made of, and everything in it hangs together", () => {
  const bill = JSON.parse(read("rekey.cdx.json"));
  const components: Component[] = bill.components;
  const scope = (name: string) => components.find((component) => component.name === name)?.scope;
  for (const name of ["leptos", "wasm-bindgen", "serde_json", "rekey-core", "std"]) expect(scope(name), name).toBe("required");
  for (const name of ["rekey-markup", "wasm-bindgen-macro"]) expect(scope(name), name).toBe("excluded");
  for (const name of ["axum", "rusqlite", "proptest", "rekey-sandbox"]) expect(scope(name), name).toBeUndefined();

  const known = [bill.metadata.component["bom-ref"], ...components.map((component) => component["bom-ref"])];
  expect(new Set(known).size).toBe(known.length);
  const graph: { ref: string; dependsOn?: string[] }[] = bill.dependencies;
  expect(graph.map(({ ref }) => ref).sort()).toEqual([...known].sort());
  expect(graph.flatMap(({ dependsOn = [] }) => dependsOn).filter((needed) => !known.includes(needed))).toEqual([]);
});

test("the manifest has every file of the folder with its size and its hashes", () => {
  const manifest = JSON.parse(read("manifest.json"));
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1).replaceAll("\\", "/"));
  // Whoever deploys puts a configuration beside the page.
  const built = paths.filter((path) => !["manifest.json", "config.json"].includes(path));
  const hash = (kind: string, path: string) => createHash(kind).update(readFileSync(join(site, path))).digest("hex");
  const expected = built.sort().map((path) => ({
    path,
    bytes: readFileSync(join(site, path)).length,
    sha256: hash("sha256", path),
    sha384: hash("sha384", path),
  }));
  const listed: { path: string }[] = manifest.files;
  expect(listed.filter(({ path }) => path !== "config.json").sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(expected);
  expect(manifest.tools).toMatchObject({ rustc: expect.stringMatching(/^\d+\.\d+\.\d+ /), trunk: expect.any(String) });
});

test("every package in the program has its terms and a text of them", () => {
  const licences = read("third-party-licences.txt");
  const components: Component[] = JSON.parse(read("rekey.cdx.json")).components;
  const theirs = components.filter(({ name, scope }) => scope === "required" && !name.startsWith("rekey") && name !== "std");
  expect(theirs.length).toBeGreaterThan(50);
  const texts = licences.match(/^Text \d+$/gm)?.length ?? 0;
  for (const { name, version, licenses } of theirs) {
    const [, , expression, ...rest] = /^(.*)\n {2}(.*)\n([\s\S]*?)\n\n/.exec(licences.slice(licences.indexOf(`\n${name} ${version}\n`) + 1)) ?? [];
    expect(expression, name).toBe(licenses?.[0]?.expression);
    const numbers = /text ([\d, ]+)$/.exec(rest.join("\n"))?.[1]?.split(", ").map(Number) ?? [];
    expect(numbers.length, name).toBeGreaterThan(0);
    expect(Math.max(...numbers), name).toBeLessThanOrEqual(texts);
  }
  expect(licences).toContain("Copyright (c) Django Software Foundation");
});

test("the page knows nothing of the files that account for it", () => {
  const assets = readdirSync(join(site, "assets")).map((name) => `assets/${name}`);
  for (const file of ["index.html", ...assets]) {
    for (const name of account) expect(read(file).includes(name), `${file}: ${name}`).toBe(false);
  }
});
