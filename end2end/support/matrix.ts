import { answer, type Fault, limited, page, refusal } from "./faults.ts";
import type { OutcomeName } from "./console.ts";

/** What a cell of the fault matrix is done with. */
export type Operation = "list" | "edit" | "pw";

/** What somebody must see. */
interface Seen {
  /** How a write ends. A list has no such thing. */
  outcome?: OutcomeName;
  words: (string | RegExp)[];
}

/** A row of the fault matrix (reliability.md 2.2): a fault, and what each operation says of it. */
export interface Row {
  id: string;
  what: string;
  fault: Fault;
  /** How often it happens; a write meets it each time the browser sends it again by itself (M4). */
  times?: number;
  list?: Seen;
  edit?: Seen;
  pw?: Seen;
  /** Whether it is about the connection, and so is met on fresh and on used ones, on the page's own origin and by CORS. */
  isTransport?: boolean;
}

const doubt = "The change may or may not have been made";
const either = "The old or the new password may be valid now.";
const oldStillValid = "Nothing was changed: the old password is still valid.";
const everywhere = "The new password is valid in every environment.";
const stored = "The new password is stored.";

/** Both writes end alike. */
const both = (outcome: OutcomeName, ...words: (string | RegExp)[]): Pick<Row, "edit" | "pw"> => ({
  edit: { outcome, words },
  pw: { outcome, words },
});
const unknown = (...words: (string | RegExp)[]) => both("unknown", doubt, either, ...words);
const rejected = (...words: (string | RegExp)[]) => both("rejected", oldStillValid, ...words);
const list = (...words: (string | RegExp)[]): Pick<Row, "list"> => ({ list: { words } });

/** The rows that one fault of one request makes. The others have tests of their own, which docs/reliability.md names. */
export const rows: Row[] = [
  { id: "X08", what: "applied, closed before headers", fault: { kind: "apply-then-drop" }, isTransport: true, ...unknown() },
  { id: "X08", what: "applied, reset before headers", fault: { kind: "reset", at: "after-applying" }, isTransport: true, ...unknown() },
  { id: "X08", what: "closed before anything was read", fault: { kind: "drop-before-reading" }, ...unknown() },
  { id: "X09", what: "applied, closed, and sent again by the browser", fault: { kind: "apply-then-drop" }, times: 1, ...list(), ...both("saved", everywhere) },
  { id: "X10", what: "the body is cut", fault: { kind: "cut-body", after: 30 }, isTransport: true, ...list("The answer broke off before its end."), ...both("saved-details-lost", stored, "The answer broke off before its end.") },
  { id: "X10", what: "reset in the middle of the body", fault: { kind: "reset", at: "mid-body" }, isTransport: true, ...list("The answer broke off before its end."), ...both("saved-details-lost", stored, "The answer broke off before its end.") },
  { id: "X10", what: "the connection ends after so many bytes", fault: { kind: "limit", bytes: 300 }, ...list("The answer broke off before its end."), ...both("saved-details-lost", stored, "The answer broke off before its end.") },
  { id: "X11", what: "applied after the client gave up", fault: { kind: "apply-later", milliseconds: 1_500 }, isTransport: true, ...unknown() },
  { id: "X12", what: "slow, but in time", fault: { kind: "delay", milliseconds: 2_500 }, isTransport: true, ...list(), ...both("saved", everywhere) },
  { id: "X12", what: "in many small segments", fault: { kind: "slice", bytes: 16, milliseconds: 2 }, ...list(), ...both("saved", everywhere) },
  { id: "X12", what: "over a thin wire", fault: { kind: "drip", bytesPerSecond: 4_000 }, ...list(), ...both("saved", everywhere) },
  { id: "X12", what: "closed late, which alone tells the end", fault: { kind: "slow-close", milliseconds: 700 }, ...list(), ...both("saved", everywhere) },
  { id: "X13", what: "the session is refused", fault: refusal(401, "invalid_token", "The token has expired"), ...list("The sign-in was refused"), ...rejected("The token has expired") },
  { id: "X14", what: "no permission", fault: refusal(403, "access_denied", "MANAGE is needed"), ...list("You have no permission to read this.", "MANAGE is needed"), ...rejected("MANAGE is needed") },
  { id: "X14", what: "a refusal by somebody else", fault: page(403, "Forbidden"), pw: { outcome: "unknown", words: [doubt, either, "Forbidden"] } },
  { id: "X15", what: "the record is gone", fault: refusal(400, "bad_request", "Credential (username: api-user) was not found!"), ...rejected("Credential (username: api-user) was not found!") },
  { id: "X16", what: "another record has the name", fault: refusal(409, "conflict", "There is already a credential of this name"), ...rejected("There is already a credential of this name") },
  { id: "X17a", what: "too many requests, with a wait", fault: limited(60), times: 1, ...list("The server takes no more requests for the moment."), ...rejected("Allowed again in") },
  { id: "X17b", what: "too many requests, without one", fault: limited(), times: 1, ...rejected("Allowed again in") },
  { id: "X18a", what: "500 that changed nothing", fault: refusal(500, "server_error", "An unexpected error occurred"), isTransport: true, ...list("The server could not answer (HTTP 500)."), ...unknown("An unexpected error occurred") },
  { id: "X18b", what: "500 after the change", fault: { ...answer(500, { error: "server_error" }), apply: true }, ...unknown() },
  { id: "X19", what: "a gateway's page", fault: page(502, "Bad Gateway"), isTransport: true, ...list("Bad Gateway"), ...unknown("Bad Gateway") },
  { id: "X20", what: "not available for a while", fault: { ...answer(503, {}), headers: { "retry-after": "30" } }, ...list("Reading again at"), ...unknown(/The service says that it is unavailable until \d\d:\d\d:\d\d\./) },
  { id: "X21", what: "a portal's page", fault: page(200, "Hotel Wi-Fi"), ...list("Hotel Wi-Fi"), ...unknown("Hotel Wi-Fi") },
  { id: "X22", what: "200 that denies itself, with a reason", fault: answer(200, { success: false, error: "bad_request", error_description: "Not today" }), ...list("Not today"), ...rejected("Not today") },
  { id: "X22", what: "200 that denies itself, without one", fault: answer(200, { success: false }), ...unknown() },
  { id: "X23", what: "one environment failed", fault: { kind: "fail-environments", environments: [{ name: "staging", message: "Gateway pod timed out" }] }, ...both("saved-not-deployed", "staging", "Gateway pod timed out") },
  { id: "X23", what: "every environment failed", fault: { kind: "fail-environments", environments: [{ name: "test", message: "t" }, { name: "staging", message: "s" }, { name: "production", message: "p" }] }, ...both("saved-not-deployed", "production") },
  { id: "X23", what: "a success that an environment denies", fault: { kind: "fail-environments", environments: [{ name: "staging", message: "no pod" }], overall: true }, ...both("saved-not-deployed", "staging", "no pod") },
  { id: "X24", what: "half a JSON", fault: { ...answer(200, '{"success": tr'), apply: true }, ...list("The answer is not what this API promises."), ...both("saved-details-lost", stored) },
  { id: "X24", what: "no deployment result", fault: { kind: "deployment", value: null }, ...both("saved-details-lost", stored) },
  { id: "X24", what: "a list for a deployment result", fault: { kind: "deployment", value: [] }, ...both("saved-details-lost", stored) },
  { id: "X25", what: "a redirect", fault: { kind: "redirect", status: 307, location: "/elsewhere" }, isTransport: true, ...list("redirect"), ...unknown("redirect") },
  { id: "X34b", what: "an answer beyond every bound", fault: { kind: "oversize", bytes: 4 * 1024 * 1024 }, ...both("saved-details-lost", stored, "1,048,576 bytes") },
];
