import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";

const root = resolve(import.meta.dirname, "../..");

/** The words of a language by the names of their entries. */
export type Table = Record<string, string>;

/** The English words, from the catalogue itself. */
export function english(): Table {
  const folder = `${root}/src/text/catalogue`;
  const files = [`${folder}.rs`, ...readdirSync(folder).map((name) => `${folder}/${name}`)];
  const entry = /^ {4}(\w+)(?:\([\w, ]+\))? = "(.*)";$/gm;
  const entries = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(entry)]);
  return Object.fromEntries(entries.map(([, name = "", words = ""]) => [name, words.replaceAll('\\"', '"')]));
}

export const tableOf = (tag: string): Table => JSON.parse(readFileSync(`${root}/languages/${tag}.json`, "utf8"));

/** Says an entry of a table; the noun is that of a password. */
export function speaker(table: Table) {
  return (name: string, values: Record<string, string> = {}) => {
    const words = table[name];
    if (words === undefined) throw new Error(`there is no entry ${name}`);
    return words.replaceAll(/\{(\w+)(?::([^|}]*)\|[^}]*)?\}/g, (_, place: string, form?: string) =>
      place === "noun" ? (form ?? table.password ?? "") : (values[place] ?? ""));
  };
}

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = [..."åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"];

/** A language for tests alone: every letter is another one, each text is longer by a third, and it runs from the right. */
export function pseudo(): Table {
  const disguise = (words: string) => {
    const disguised = words.replaceAll(/\{\w+\}|[a-zA-Z]/g, (part) => accented[plain.indexOf(part)] ?? part);
    return disguised + "~".repeat(Math.ceil(words.length / 3)).replaceAll("~~~~", "~~~ ").trimEnd();
  };
  const entries = Object.entries(english()).map(([name, words]) => [name, disguise(words)]);
  return { ...Object.fromEntries(entries), language_tag: "qps", text_direction: "rtl" };
}

/** Serves another table in the place of the Turkish one, and a page that takes it for its own. */
export async function replaceTurkish(page: Page, origin: string, table: Table) {
  const content = JSON.stringify(table);
  const hash = (text: string) => `sha384-${createHash("sha384").update(text).digest("base64")}`;
  const read = async (path: string) => (await fetch(`${origin}/${path}`)).text();
  const index = await read("");
  const [, name = "", integrity = ""] = /src="(assets\/[^"]+\.js)" integrity="([^"]+)"/.exec(index) ?? [];
  const script = (await read(name)).replace(/(tr: \{[^}]*integrity: ")[^"]+/, `$1${hash(content)}`);
  const serve = (address: string, contentType: string, body: string) =>
    page.route(address, (route) => route.fulfill({ contentType, body }));
  await serve(`${origin}/`, "text/html", index.replace(integrity, hash(script)));
  await serve(`${origin}/${name}`, "text/javascript", script);
  await serve("**/assets/rekey-tr-*.json", "application/json", content);
}
