import type { OutcomeName } from "./console.ts";
import { digest, type Row } from "./sandbox.ts";

/** What somebody saw of a write, and what really happened. */
export interface Observation {
  /** What the region says of itself. */
  outcome: OutcomeName;
  /** Our own words in it, without the server's. */
  words: string;
  /** What each environment is said to have done; empty where the server named none. */
  environments: string[];
  /** What stands in the field for the secret afterwards. */
  kept: string;
  /** The secret that was to be set. */
  secret: string;
  /** How many writes the page itself began. */
  begun: number;
  /** Every write that arrived. */
  arrived: Row[];
  /** Whether a fault was scripted. */
  isFaulty: boolean;
  /** Where the secret has left a trace that is no field's value. */
  traces: string[];
}

const isSaved = (outcome: OutcomeName) => outcome.startsWith("saved");

/** Where the screen and the truth contradict each other, by the invariants and wording rules of reliability.md 2.1, 2.3. */
export function contradictions(seen: Observation): string[] {
  const { outcome, words, arrived } = seen;
  const carriesSecret = (row: Row) => JSON.stringify(row.body).includes(digest(seen.secret));
  const applied = arrived.filter(({ applied }) => applied);
  const rules: Record<string, boolean> = {
    "I1: saved is said, and nothing was applied": isSaved(outcome) && !applied.some(carriesSecret),
    "I2: refused or not sent is said, and something was applied": ["rejected", "not-sent"].includes(outcome) && applied.length > 0,
    "I3: unknown is said, and nothing went wrong": outcome === "unknown" && !seen.isFaulty,
    "I4: the secret may be in use, and is in no field": !isSaved(outcome) && seen.kept !== seen.secret,
    "I8: the page began more than one write": seen.begun > 1,
    "I8: what arrived twice is not the same": new Set(arrived.map(({ body }) => JSON.stringify(body))).size > 1,
    "I9: a write arrived that the page never began": arrived.length > 0 && seen.begun === 0,
    "I11: the secret has left a trace": seen.traces.length > 0,
    "2.3.1: what is unknown is not said to be": outcome === "unknown" && !/may or may not/.test(words),
    "2.3.1: what is unknown is called a failure": outcome === "unknown" && /\b(error|failed|cancelled)\b/i.test(words),
    "2.3.2: it is not said which secret is in use": !["conflict"].includes(outcome) && !/password|value/.test(words),
    "2.3.4: green, and an environment did not take it": outcome === "saved" && seen.environments.some((state) => state !== "Deployed"),
  };
  return Object.entries(rules).flatMap(([rule, isBroken]) => (isBroken ? [rule] : []));
}
