/** The one style sheet that all elements of a page share (M13: a constructed sheet passes the page's policy). */

import { STYLE_SHEET } from "./assets.js";
import { fetchAsset } from "./download.js";

const FAILURES = { unreachable: "style-unreachable", unverified: "style-unverified", blocked: "files-blocked" };

let loading = null;

/** Loads the sheet when it is first needed. */
export function loadStyleSheet() {
  loading ??= load();
  return loading;
}

async function load() {
  const response = await fetchAsset(STYLE_SHEET, FAILURES);
  const styleSheet = new CSSStyleSheet();
  styleSheet.replaceSync(await response.text());
  return styleSheet;
}
