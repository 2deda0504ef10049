import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** A text that has broken something somewhere; `crates/hostile` makes them. */
export interface HostileText {
  category: string;
  text: string;
}

type Written = string | [unit: string, times: number];

const file = resolve(import.meta.dirname, "../../crates/hostile/texts.json");

/** All of them. */
export function hostileTexts(): HostileText[] {
  const categories = JSON.parse(readFileSync(file, "utf8")) as Record<string, Written[]>;
  return Object.entries(categories).flatMap(([category, texts]) =>
    texts.map((text) => ({ category, text: typeof text === "string" ? text : text[0].repeat(text[1]) })),
  );
}

/** One text of each category: its short ones, one after the other. */
export function oneOfEach(): HostileText[] {
  const categories = new Map<string, string>();
  for (const { category, text } of hostileTexts()) {
    const before = categories.get(category) ?? "";
    if (before.length + text.length < 600) categories.set(category, `${before} ${text}`.trimStart());
  }
  return Array.from(categories, ([category, text]) => ({ category, text }));
}

/**
 * What cannot be seen, by the browser's own tables of Unicode: the console has a list of its own, and the two must agree
 * (H-03).
 */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;

export const isHidden = (text: string) => hidden.test(text);

/** A text as the console shows it. */
export const shown = (text: string) =>
  Array.from(text, (sign) => (hidden.test(sign) ? `\\u{${sign.codePointAt(0)?.toString(16)}}` : sign)).join("");

/** The same in a list, where a long one is cut (H-10). */
export function shownInList(text: string) {
  const signs = Array.from(text);
  return signs.length > 1_000 ? `${shown(signs.slice(0, 1_000).join(""))}…` : shown(text);
}
