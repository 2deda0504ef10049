/**
 * `embed.html`: the console in a frame of a portal that the configuration names (E-01 to E-05).
 *
 * Nothing of the console is there, and no form, before the portal has answered.
 */

import { converse } from "./frame/conversation.js";
import { readSettings } from "./frame/settings.js";
import { requireFrame, requirePortals } from "./frame/place.js";
import { showRefusal } from "./frame/refusal.js";
import { awaitWelcome } from "./frame/welcome.js";
import { failureCode } from "./element/failure.js";

async function begin() {
  requireFrame();
  const { configuration, portals } = await readSettings();
  requirePortals(portals);
  converse(configuration, await awaitWelcome(portals));
}

begin().catch((error) => showRefusal(failureCode(error)));

// What comes back from the browser's cache has let go of its portal: it greets it anew.
window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());
