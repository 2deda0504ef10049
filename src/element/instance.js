/** The one instance of the module that all elements of a page share, and its end. */

import initialize, { mount, start } from "rekey";
import { LATER, MODULE } from "./assets.js";
import { compile, fetchAsset } from "./download.js";
import { Failure } from "./failure.js";
import { loadLanguage } from "./language.js";
import { loadLater } from "./later.js";
import { retireInstance } from "./retirement.js";
import { nextTask, paintedTask } from "./task.js";

/** Where the console's own files are: this script stands in a folder below. */
const FOLDER = new URL("../", import.meta.url).href;

const FAILURES = { unreachable: "module-unreachable", unverified: "module-unverified", blocked: "files-blocked" };

/** The smallest module there is: the header and nothing else. */
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

let loading = null;
let hasCrashed = false;
let reportCrash = () => {};

/** Says what to do when the instance has crashed. */
export function onCrash(report) {
  reportCrash = report;
}

/** Loads the module when it is first needed. */
export function loadInstance() {
  loading ??= load();
  return hasCrashed ? Promise.reject(new Failure("crashed")) : loading;
}

/** Begins a console; the handle that comes back shows it, leads into it, and ends it. */
export function mountConsole(root, { text, fault, address }, { tell, token }) {
  const mounted = enter(() => mount(root, text, fault, address, FOLDER, tell, token));
  return {
    show: () => enter(() => mounted.show()),
    navigate: (page) => enter(() => mounted.navigate(page)) ?? false,
    signOut: () => enter(() => mounted.sign_out()),
    follow: (attribute) => enter(() => mounted.follow(attribute)),
    giveTokens: (gives) => enter(() => mounted.give_tokens(gives)),
    free: () => enter(() => mounted.free()),
  };
}

/** Looks for traps for as long as there is a console: a host keeps no listener of ours (E-06). */
export function watchTraps(watches) {
  const change = watches ? "addEventListener" : "removeEventListener";
  window[change]("error", onError);
  window[change]("unhandledrejection", onRejection);
}

const onError = ({ error }) => isOurTrap(error) && crash();
const onRejection = ({ reason }) => isOurTrap(reason) && crash();

async function load() {
  const response = await fetchAsset(MODULE, FAILURES);
  try {
    await initialize({ module_or_path: await compile(response) });
  } catch {
    throw new Failure(mayCompile() ? "module-unsupported" : "module-blocked");
  }
  await nextTask();
  enter(() => start(crash, loadLater, loadLanguage, paintedTask));
}

/** Whether the page's policy allows WebAssembly at all (M1). */
function mayCompile() {
  try {
    return new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** Calls into the instance. An error that comes back has left it in an unknown state. */
function enter(call) {
  if (hasCrashed) {
    return undefined;
  }
  try {
    return call();
  } catch (error) {
    crash();
    throw error;
  }
}

/** Whether an error that nobody caught is a trap, or a stack overflow, of this instance and not of the portal's own. */
function isOurTrap(error) {
  const isTrap = ["RuntimeError", "RangeError", "InternalError"].includes(error?.name);
  const places = [import.meta.url, ...[MODULE, LATER].map(({ name }) => new URL(name, import.meta.url).href)];
  return isTrap && places.some((place) => String(error.stack).includes(place));
}

/** Ends the instance, then the consoles: their last events must not reach it (F-14). */
function crash() {
  if (!hasCrashed) {
    hasCrashed = true;
    retireInstance();
    reportCrash();
  }
}
