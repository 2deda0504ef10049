/** What is to be sent, and how much of it. */
interface Order {
  /** An answer to the greeting, with its nonce; or a command over the port. */
  kind: "welcome" | "command";
  count: number;
  seed: number;
  target: string;
}

/**
 * Sends messages to the frame that are nearly right, or nothing of the sort: each has at least one thing that is wrong.
 * Runs in the page, so it stands on its own feet.
 */
export function scramble({ kind, count, seed, target }: Order) {
  let state = seed >>> 0;
  /** A number below `limit`, the same in each run (mulberry32). */
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const pick = <Value>(values: readonly Value[]) => values[below(values.length)] as Value;
  const { nonce, port } = globalThis.greeting;

  const odd = () =>
    pick<unknown>([
      null, undefined, true, 0, -1, NaN, 1n, "", "welcome", "token", "__proto__", "x".repeat(70_000), [], {}, [1], new Map([["type", "theme"]]),
      new Date(0), /a/, new Uint8Array(8), { type: "theme" }, { toString: "a" }, Object.create(null), new Error("a"),
    ]);
  /** Members that may be any text: only what is no text is wrong in them. */
  const free = ["token", "page", "connection"];
  const notText = [true, 2.5, [], {}, ["dark"], new Map(), new String("dark"), "x".repeat(70_000)];
  const names = ["rekey", "type", "nonce", "theme", "language", "page", "connection", "token", "request", "secret", "__proto__", "constructor", "toString", ""];
  const right = (): Record<string, unknown> =>
    kind === "welcome"
      ? { rekey: 1, type: "welcome", nonce, theme: "dark" }
      : pick<Record<string, unknown>>([
          { type: "token", connection: "gateway", request: 1, token: "rekey-demo-token" },
          { type: "theme", theme: "dark" },
          { type: "navigate", page: "#/gateway" },
          { type: "sign-out" },
        ]);

  /** One thing too many, one wrong, one missing, or something else altogether. */
  const wrong = (): unknown => {
    const message = right();
    const member = pick(Object.keys(message));
    switch (below(5)) {
      case 0:
        return odd();
      case 1:
        // `__proto__` as a member of its own, as it may come.
        Object.defineProperty(message, pick(["value", "secret", "submit", "__proto__", "constructor", "0"]), { value: odd(), enumerable: true });
        return message;
      case 2:
        return { ...message, [member]: pick<unknown>(free.includes(member) ? notText : [...notText, null, "DARK", " dark", `${String(message[member])} `]) };
      case 3:
        if (member !== "theme" || kind === "command") delete message[member];
        else delete message.nonce;
        return message;
      default:
        return Object.fromEntries(Array.from({ length: below(6) }, () => [pick(names), odd()]));
    }
  };

  const frame = document.querySelector("iframe")?.contentWindow;
  for (let sent = 0; sent < count; sent += 1) {
    const message = wrong();
    if (kind === "command") port?.postMessage(message);
    else frame?.postMessage(message, target, below(4) === 0 ? [] : [new MessageChannel().port2]);
  }
  // And one in which nothing is wrong but that it brings no port, or two.
  if (kind === "welcome") {
    frame?.postMessage(right(), target);
    frame?.postMessage(right(), target, [new MessageChannel().port2, new MessageChannel().port2]);
  }
}
