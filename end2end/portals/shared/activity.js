/** What the console tells, in the words of the portal. */

/**
 * @param {{ operation: string, outcome: string, connection: string, credential: string }} outcome
 * @returns {string}
 */
export function inWords({ operation, outcome, connection, credential }) {
  return `${operation} of ${credential} (${connection}): ${outcome}`;
}
