/** The one style sheet that all elements of a page share (M13: a constructed sheet passes the page's policy). */

import { STYLE_SHEET } from "./assets.js";
import { fetchAsset } from "./download.js";
import { nextTask } from "./task.js";

const FAILURES = { unreachable: "style-unreachable", unverified: "style-unverified", blocked: "files-blocked" };

let loading = null;
let styleSheet = null;
let rules = "";

/** Loads the sheet when it is first needed. */
export function loadStyleSheet() {
  loading ??= load();
  return loading;
}

/** Puts more rules behind those that are in the sheet. */
export function addRules(text) {
  rules += text;
  styleSheet.replaceSync(rules);
}

async function load() {
  const response = await fetchAsset(STYLE_SHEET, FAILURES);
  styleSheet = new CSSStyleSheet();
  addRules(await response.text());
  await nextTask();
  return styleSheet;
}
