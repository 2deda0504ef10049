import type { OutcomeName } from "./console.ts";
import { type Credential, digest, type Row } from "./sandbox.ts";

/** What somebody saw of a write, and what really happened. */
export interface Observation {
  /** What the region says of itself. */
  outcome: OutcomeName;
  /** How it is announced. */
  role: string;
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
  /** Every write that had arrived by then. */
  arrived: Row[];
  /** Whether a fault was scripted. */
  isFaulty: boolean;
  /** How long somebody waited for the result, in milliseconds of the page's clock. */
  waited: number;
  /** Where the secret has left a trace that is no field's value. */
  traces: string[];
  /** Which version of a record was on screen, one after the other. */
  shown: number[];
  /** Of an edit: the record as it was opened and as it was last read before it was sent, and what somebody chose for it. */
  edit?: { opened: Credential; read: Credential; edited: (keyof Credential)[] };
  /** The same two minutes later, when nobody has touched anything and whatever was still on its way has arrived. */
  later: { outcome: string | null; kept: string; arrived: Row[] };
}

/** The longest wait for a write (N-09), and two seconds to say so (I3). */
const longestWait = 122_000;

const isSaved = (outcome: OutcomeName) => outcome.startsWith("saved");
const isApplied = ({ applied }: Row) => applied;

/** The same value; of a list in any order. */
const same = (one: unknown, other: unknown) =>
  JSON.stringify(Array.isArray(one) ? one.toSorted() : one) === JSON.stringify(Array.isArray(other) ? other.toSorted() : other);

/** What was sent otherwise than it was last read, though nobody edited it; `isNewer` chooses what somebody else had changed. */
function strays({ arrived, edit }: Observation, isNewer: boolean) {
  if (edit === undefined) return [];
  const { opened, read, edited } = edit;
  // A read has none, and a write always has a new one.
  const members = Object.keys(read).filter((member) => member !== "password") as (keyof Credential)[];
  const strange = members.filter((member) => !edited.includes(member) && !same(opened[member], read[member]) === isNewer);
  return strange.filter((member) => arrived.some(({ body }) => body !== null && !same(body[member], read[member])));
}

/** Where the screen and the truth contradict each other, by the invariants and wording rules of reliability.md 2.1, 2.3. */
export function contradictions(seen: Observation): string[] {
  const { outcome, words, arrived, later } = seen;
  const carriesSecret = (row: Row) => JSON.stringify(row.body).includes(digest(seen.secret));
  const isLost = !isSaved(outcome) && [seen.kept, later.kept].some((kept) => kept !== seen.secret);
  const rules: Record<string, boolean> = {
    "I1: saved is said, and nothing was applied": isSaved(outcome) && !arrived.filter(isApplied).some(carriesSecret),
    "I2: refused or not sent is said, and something was applied": ["rejected", "not-sent"].includes(outcome) && later.arrived.some(isApplied),
    "I3: unknown is said, and nothing went wrong": outcome === "unknown" && !seen.isFaulty,
    "I3: it was said too late": seen.waited > longestWait,
    "I4: the secret may be in use, and is in no field": isLost,
    "I5: a newer value of somebody else's is gone, and nobody chose that": strays(seen, true).length > 0,
    "I6: something was sent that nobody edited": strays(seen, false).length > 0,
    "I7: an older version was shown after a newer one": seen.shown.some((version, at) => version < (seen.shown[at - 1] ?? version)),
    "I8: the page began more than one write": seen.begun > 1,
    "I8: what arrived twice is not the same": new Set(later.arrived.map(({ body }) => JSON.stringify(body))).size > 1,
    "I9: a write arrived that the page never began": arrived.length > 0 && seen.begun === 0,
    "I9: a write was sent afterwards, by nobody": later.arrived.length > arrived.length,
    "I11: the secret has left a trace": seen.traces.length > 0,
    "2.3.1: what is unknown is not said to be": outcome === "unknown" && !/may or may not/.test(words),
    "2.3.1: what is unknown is called a failure": outcome === "unknown" && /\b(error|failed|cancelled)\b/i.test(words),
    "2.3.2: it is not said which secret is in use": !["conflict"].includes(outcome) && !/password|value/.test(words),
    "2.3.3: what needs action is not an alert, or what is good is one": seen.role !== (outcome === "saved" ? "status" : "alert"),
    "2.3.3: the result did not stay": later.outcome !== outcome,
    "2.3.4: green, and an environment did not take it": outcome === "saved" && seen.environments.some((state) => state !== "Deployed"),
  };
  return Object.entries(rules).flatMap(([rule, isBroken]) => (isBroken ? [rule] : []));
}
