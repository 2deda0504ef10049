/** The seven ways in which a secret may be written down (reliability.md S-13). */
export const encodings = ["raw", "URL", "JSON", "base64", "base64url", "hex", "UTF-16LE"] as const;
export type Encoding = (typeof encodings)[number];

const escaped = (text: string) =>
  [...text].map((unit) => (unit > "~" || unit < " " ? [...Array(unit.length).keys()].map((at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, "0")}`).join("") : unit)).join("");

/** The three places that a text may have among groups of three bytes, without the ends, which depend on what is around it. */
const aligned = (secret: string, encoding: "base64" | "base64url") =>
  [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
    return whole.toString(encoding).slice(before === 0 ? 0 : 4);
  });

/** Sixteen bits for each unit, the smaller half first, as a text of bytes. */
const wide = (secret: string) => Buffer.from(secret, "utf16le").toString("latin1");

const lower = (text: string) => text.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());

/** Every spelling of a secret in an encoding. Where something escapes what it keeps, the escape is a spelling, too. */
export function spellings(secret: string, encoding: Encoding): string[] {
  const url = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const hex = Buffer.from(secret).toString("hex");
  const all: Record<Encoding, string[]> = {
    raw: [secret],
    URL: [url, lower(url), url.replaceAll("%20", "+"), encodeURI(secret), new URLSearchParams({ a: secret }).toString().slice(2)],
    JSON: [json, escaped(json)],
    base64: aligned(secret, "base64"),
    base64url: aligned(secret, "base64url"),
    hex: [hex, hex.toUpperCase()],
    "UTF-16LE": [wide(secret), wide(secret).replaceAll("\0", "%00"), encodeURIComponent(wide(secret)), JSON.stringify(wide(secret)).slice(1, -1)],
  };
  return [...new Set(all[encoding])];
}

/** What is searched: a text, or the bytes of a memory or a file. */
export type Content = string | Buffer;

/** An address as it is and without its escapes, which would break a text that is encoded otherwise. */
export function addressed(address: string): string {
  const plain = address.replaceAll(/(%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"));
  return `${address}\n${plain}`;
}

/** What is looked for, by the secret: it is looked for often. */
const wanted = new Map<string, [Encoding, string[]][]>();

/** The spellings of a secret by their encodings. One that several have in common counts for the first of them. */
function spelt(secret: string): [Encoding, string[]][] {
  const seen = new Set<string>();
  return encodings.map((encoding) => {
    const own = spellings(secret, encoding).filter((spelling) => !seen.has(spelling));
    for (const spelling of own) seen.add(spelling);
    return [encoding, own];
  });
}

/** The encodings in which a content holds a secret. */
export function found(content: Content, secret: string): Encoding[] {
  if (content.length === 0) return [];
  let known = wanted.get(secret);
  if (known === undefined) wanted.set(secret, (known = spelt(secret)));
  return known.flatMap(([encoding, all]) => (all.some((spelling) => holds(content, spelling, encoding)) ? [encoding] : []));
}

function holds(content: Content, spelling: string, encoding: Encoding) {
  if (typeof content === "string") return content.includes(spelling);
  return content.includes(spelling, encoding === "UTF-16LE" ? "latin1" : "utf8");
}
