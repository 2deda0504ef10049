/** What is shown in the place of a console that cannot start or go on. Nothing here needs the module. */

/** Why the console is not there, by a code that also stands in the browser's console (P-02). */
export class Failure extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const RELOAD = "Reload the page. If this stays, tell the people who run this console.";

const FAILURES = {
  "crashed": {
    heading: "Rekey has stopped",
    text: "Reload the page. The last change may or may not have been made.",
  },
  "framed": {
    heading: "Rekey does not start in a frame",
    text: "This page stands in a tab of its own. For a portal there is embed.html.",
  },
  "module-unreachable": {
    heading: "Rekey could not be loaded",
    text: `The program could not be fetched. ${RELOAD}`,
  },
  "module-unverified": {
    heading: "Rekey could not be verified",
    text: `The program is not the one that belongs to this page, so it was not started. ${RELOAD}`,
  },
  "style-unreachable": {
    heading: "Rekey could not be loaded",
    text: `The style sheet could not be fetched. ${RELOAD}`,
  },
  "style-unverified": {
    heading: "Rekey could not be verified",
    text: `The style sheet is not the one that belongs to this page, so the program was not started. ${RELOAD}`,
  },
  "files-blocked": {
    heading: "This page does not allow Rekey to run",
    text: `The page's security policy blocks the files of Rekey. It has to allow ${new URL(import.meta.url).origin} in connect-src.`,
  },
  "module-blocked": {
    heading: "This page does not allow Rekey to run",
    text: "The page's security policy blocks WebAssembly. It has to allow 'wasm-unsafe-eval' in script-src.",
  },
  "module-unsupported": {
    heading: "This browser cannot run Rekey",
    text: "Update the browser, or use another one.",
  },
};

/** The code of an error; one that nobody has foreseen is a crash. */
export function failureCode(error) {
  return error instanceof Failure ? error.code : "crashed";
}

/** Replaces everything in `root` by the words for `code`. */
export function showFailure(root, code) {
  const { heading, text } = FAILURES[code];
  const alert = document.createElement("div");
  alert.className = "fatal";
  alert.setAttribute("role", "alert");
  // Whatever the page around it speaks.
  alert.lang = "en";
  alert.dir = "ltr";
  alert.append(paragraph("h1", heading), paragraph("p", text));
  root.replaceChildren(alert);
  console.error(`rekey: ${code}`);
}

function paragraph(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
