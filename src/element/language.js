/** The tables of the languages that are not part of the program. */

import { LANGUAGES } from "./assets.js";
import { fetchAsset } from "./download.js";
import { failureCode } from "./failure.js";

const FAILURES = { unreachable: "language-unreachable", unverified: "language-unverified" };

/** The table of a language as text; nothing if it cannot be had. */
export async function loadLanguage(tag) {
  try {
    const response = await fetchAsset(LANGUAGES[tag], FAILURES);
    return await response.text();
  } catch (error) {
    console.error(`rekey: ${failureCode(error)}`);
    return undefined;
  }
}
