// Without a page: what is looked at here was seen by nobody.
import { expect, test } from "@playwright/test";
import { contradictions, type Observation } from "../support/checker.ts";
import { type Credential, digest } from "../support/sandbox.ts";

const secret = "correct horse, new staple";

const applied: Observation["arrived"][number] = {
  connection: 1,
  method: "PATCH",
  path: "/apinizer",
  query: null,
  headers: { names: [] },
  body: { password: { sha256: digest(secret) } },
  keys: ["password"],
  applied: true,
  answered: 200,
};
const arrived = { ...applied, applied: false, answered: null };

/** A screen that says what is true of a saved change. */
const saved: Observation = {
  outcome: "saved",
  role: "status",
  words: "The new password is valid in every environment.",
  environments: ["Deployed", "Deployed", "Deployed"],
  kept: "",
  secret,
  begun: 1,
  arrived: [applied],
  isFaulty: false,
  waited: 0,
  traces: [],
  shown: [0, 1],
  later: { outcome: "saved", kept: "", arrived: [applied] },
};

const stays = (outcome: Observation["outcome"], rows = [applied]) => ({
  outcome,
  role: "alert",
  kept: secret,
  arrived: rows,
  later: { outcome, kept: secret, arrived: rows },
});

/** The same of one of which nothing is known, and of one that was refused. */
const unknown: Observation = { ...saved, ...stays("unknown"), words: "The password may or may not be changed.", isFaulty: true };
const rejected: Observation = { ...saved, ...stays("rejected", [arrived]), words: "The old password is still valid." };

/** An edit of the full name that sent this besides, over a record in which somebody else had changed that. */
function edited(besides: Partial<Credential>, theirs: Partial<Credential> = {}): Observation {
  const opened = { fullName: "A", description: "as opened", enabled: true, roleNameList: ["orders", "stock"] } as Credential;
  const read = { ...opened, ...theirs };
  const body = { ...read, fullName: "B", ...besides, password: { sha256: digest(secret) } };
  const rows = [{ ...applied, method: "PUT", body }];
  return { ...saved, arrived: rows, later: { ...saved.later, arrived: rows }, edit: { opened, read, edited: ["fullName"] } };
}
/** The order of a list says nothing. */
const merged = edited({ roleNameList: ["stock", "orders"] }, { description: "theirs" });

test("the checker finds nothing against a true screen", () => {
  for (const screen of [saved, unknown, rejected, merged]) expect(contradictions(screen), screen.outcome).toEqual([]);
});

const twice = [applied, { ...applied, body: { fullName: "x" } }];
const differing: Observation = { ...saved, arrived: twice, later: { ...saved.later, arrived: twice } };

/** Screens that lie, each about one thing, and the rule that each breaks. */
const lies: [string, Observation, RegExp][] = [
  ["green on one failed environment", { ...saved, environments: ["Deployed", "Failed", "Deployed"] }, /^2\.3\.4/],
  ["saved, and nothing arrived", { ...saved, arrived: [], later: { ...saved.later, arrived: [] } }, /^I1/],
  ["saved, with another secret", { ...saved, secret: "another one" }, /^I1/],
  ["saved, before it was", { ...saved, arrived: [arrived] }, /^I1/],
  ["refused, and applied", { ...rejected, ...stays("rejected") }, /^I2/],
  ["“failed” on a time-out, and applied later", { ...rejected, words: "Failed: the old password is valid.", later: { ...rejected.later, arrived: [applied] } }, /^I2/],
  ["unknown without a reason", { ...unknown, isFaulty: false }, /^I3: unknown/],
  ["unknown, long after the time-out", { ...unknown, waited: 130_000 }, /^I3: it was said/],
  ["unknown, called a failure", { ...unknown, words: "Failed. It may or may not be the new password." }, /^2\.3\.1: .*failure/],
  ["unknown, and not said to be", { ...unknown, words: "The password was perhaps changed." }, /^2\.3\.1: .*not said/],
  ["unknown, and the secret is gone", { ...unknown, kept: "" }, /^I4/],
  ["unknown, and the secret is gone after a while", { ...unknown, later: { ...unknown.later, kept: "" } }, /^I4/],
  ["an old value sent over a newer one", edited({ description: "as opened" }, { description: "theirs" }), /^I5/],
  ["a value that nobody typed", edited({ enabled: false }), /^I6/],
  ["a list that lost an entry", edited({ roleNameList: ["orders"] }), /^I6/],
  ["an older version after a newer one", { ...saved, shown: [0, 1, 0] }, /^I7/],
  ["a second write", { ...saved, begun: 2 }, /^I8: the page began/],
  ["two writes that differ", differing, /^I8: what arrived/],
  ["a write that nobody began", { ...saved, begun: 0 }, /^I9: a write arrived/],
  ["a write that was sent by itself afterwards", { ...unknown, later: { ...unknown.later, arrived: [applied, applied] } }, /^I9: a write was sent/],
  ["a secret left in the page", { ...saved, traces: ["html"] }, /^I11/],
  ["no word of the secret", { ...saved, words: "Done." }, /^2\.3\.2/],
  ["a doubt that is no alert", { ...unknown, role: "status" }, /^2\.3\.3: what needs/],
  ["a result that goes away by itself", { ...unknown, later: { ...unknown.later, outcome: null } }, /^2\.3\.3: the result/],
];

for (const [lie, screen, rule] of lies) {
  test(`the checker catches ${lie}, for the right reason`, () => {
    const found = contradictions(screen);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(rule);
  });
}
