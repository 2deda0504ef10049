/** The configuration, as far as it decides whether there may be a console here. The core reads all of it. */

import { readConfiguration } from "../element/download.js";
import { Failure } from "../element/failure.js";

/** The configuration beside the page, and the origins of the portals that it names. */
export async function readSettings() {
  const { text } = await readConfiguration(new URL("config.json", document.baseURI).href);
  const configuration = parse(text);
  const portals = configuration?.portals ?? [];
  if (!Array.isArray(portals) || !portals.every(isOrigin)) {
    throw new Failure("portals");
  }
  return { configuration, portals };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("configuration");
  }
}

/** Written as the browser writes the origin of a message: so it is neither `*` nor `null`, which mean more than one. */
function isOrigin(text) {
  return typeof text === "string" && URL.canParse(text) && new URL(text).origin === text;
}
