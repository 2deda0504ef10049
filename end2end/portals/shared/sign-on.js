/** The portal's own single sign-on: whoever is signed in here need not enter a token. */

/**
 * Asks the portal's server for the token of a connection. Its answer goes to the console, and is kept nowhere.
 *
 * @param {string} connection
 * @param {string} reason
 * @returns {Promise<string | null>}
 */
export async function requestToken(connection, reason) {
  const body = JSON.stringify({ connection, reason });
  const answer = await fetch("/session/token", { method: "POST", headers: { "Content-Type": "application/json" }, body });
  return answer.ok ? (await answer.json()).token : null;
}
