import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";

const root = resolve(import.meta.dirname, "../..");

/** The words of a language by the names of their entries. */
export type Table = Record<string, string>;

/** The English words, from the catalogue itself. */
export const english = () => (read ??= catalogue());

let read: Table | undefined;

function catalogue(): Table {
  const folder = `${root}/src/text/catalogue`;
  const files = [`${folder}.rs`, ...readdirSync(folder).map((name) => `${folder}/${name}`)];
  const entry = /^ {4}(\w+)(?:\([\w, ]+\))? = "(.*)";$/gm;
  const entries = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(entry)]);
  return Object.fromEntries(entries.map(([, name = "", words = ""]) => [name, words.replaceAll('\\"', '"')]));
}

/** The languages that the console speaks, with the browser's name for each. */
export const languages = [
  { tag: "en", locale: "en-GB" },
  { tag: "tr", locale: "tr-TR" },
  { tag: "zh", locale: "zh-CN" },
] as const;

export const tableOf = (tag: string): Table =>
  tag === "en" ? english() : JSON.parse(readFileSync(`${root}/languages/${tag}.json`, "utf8"));

/** Says an entry of a table. */
export function speaker(table: Table) {
  return (name: string, values: Record<string, string> = {}) => {
    const words = table[name];
    if (words === undefined) throw new Error(`there is no entry ${name}`);
    const noun = values.noun ?? "password";
    return words.replaceAll(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (_, place: string, password?: string, value?: string) =>
      place === "noun" ? ((noun === "password" ? password : value) ?? table[noun] ?? "") : (values[place] ?? ""));
  };
}

/**
 * Says in the language of a table what is written in English: the entry is found by its words, and what stands in its
 * places goes along. What no entry says, such as the name of a record, stays as it is.
 */
export function translator(table: Table) {
  const say = speaker(table);
  return (words: string) => {
    for (const { name, pattern } of patterns()) {
      const found = pattern.exec(words);
      if (found !== null) return say(name, found.groups);
    }
    return words;
  };
}

let known: { name: string; pattern: RegExp }[] | undefined;

/** How each English entry is recognised; those with more words of their own come first. */
function patterns() {
  known ??= Object.entries(english())
    .map(([name, words]) => ({ name, parts: words.split(/\{(\w+)\}/) }))
    .sort((one, other) => own(other.parts) - own(one.parts))
    .map(({ name, parts }) => ({ name, pattern: new RegExp(`^${parts.map(recognised).join("")}$`, "s") }));
  return known;
}

const own = (parts: string[]) => parts.filter((_, index) => index % 2 === 0).join("").length;

/** Words and places take turns. The noun is one of two words of ours, and a place that comes again has the same value. */
function recognised(part: string, index: number, parts: string[]) {
  if (index % 2 === 0) return literally(part);
  const isKnown = parts.some((other, at) => at < index && at % 2 === 1 && other === part);
  return isKnown ? `\\k<${part}>` : `(?<${part}>${part === "noun" ? "password|value" : ".+"})`;
}

/** A text as a part of a regular expression. */
export const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

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
  const built = await read(name);
  const [shipped = ""] = /rekey-tr-[0-9a-f]+\.json/.exec(built) ?? [];
  const script = built.replace(hash(await read(`assets/${shipped}`)), hash(content));
  const serve = (address: string, contentType: string, body: string) =>
    page.route(address, (route) => route.fulfill({ contentType, body }));
  await serve(`${origin}/`, "text/html", index.replace(integrity, hash(script)));
  await serve(`${origin}/${name}`, "text/javascript", script);
  await serve("**/assets/rekey-tr-*.json", "application/json", content);
}
