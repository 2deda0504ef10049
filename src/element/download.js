/** Everything that the element fetches; what the console fetches later goes through `src/transport.rs`. */

import { Failure } from "./failure.js";

/** Bytes of a configuration, decoded; a longer one is a mistake or an attack (M10). */
const CONFIGURATION_LIMIT = 64 * 1024;

/** The mode of the page's preload links, whose answers are used only if it is the same. */
const CREDENTIALS = "same-origin";

/**
 * Fetches a file that belongs to this script and checks it, past the browser's cache if what lies there is damaged.
 * The browser reports a missing file and a changed one alike (M6), so a last look tells them apart.
 */
export async function fetchAsset({ name, integrity }, failures) {
  const address = new URL(name, import.meta.url);
  const request = (options) => fetch(address, { credentials: CREDENTIALS, ...options }).catch(() => null);
  const response = (await request({ integrity })) ?? (await request({ integrity, cache: "reload" }));
  if (response?.ok) {
    return response;
  }
  const { isThere, isBlocked } = await look(address, () => request({ method: "HEAD", cache: "no-store" }));
  if (isBlocked && failures.blocked !== undefined) {
    throw new Failure(failures.blocked);
  }
  throw new Failure(isThere ? failures.unverified : failures.unreachable);
}

/**
 * Whether a file is there at all, and whether the page's policy holds the request back; the browser says that in a task
 * of its own, after the refusal (M6).
 */
async function look({ href }, request) {
  let isBlocked = false;
  const note = ({ blockedURI }) => {
    isBlocked ||= blockedURI === href;
  };
  document.addEventListener("securitypolicyviolation", note);
  const response = await request();
  await new Promise((resolve) => setTimeout(resolve, 20));
  document.removeEventListener("securitypolicyviolation", note);
  return { isThere: response?.ok, isBlocked };
}

/** Compiles while it arrives where the server names the type, which lets the browser keep the result. */
export async function compile(response) {
  const isNamed = response.headers.get("Content-Type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Fetches a configuration: its `text`, or the `fault` why it could not be had. */
export async function readConfiguration(address) {
  try {
    const response = await fetch(address, { credentials: CREDENTIALS });
    if (response.status === 404) {
      return { fault: "missing", address };
    }
    if (!response.ok) {
      return { fault: "unreachable", address };
    }
    const text = await readText(response, CONFIGURATION_LIMIT);
    return text === null ? { fault: "too-large", address } : { text, address };
  } catch {
    return { fault: "unreachable", address };
  }
}

/** The body as text, or null if it is longer than `limit` bytes. */
async function readText(response, limit) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    length += chunk.value.byteLength;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}
