import { expect } from "@playwright/test";
import { ConnectionCheck } from "./connection.ts";
import { address, type Console } from "./console.ts";
import type { Sandbox } from "./sandbox.ts";

const password = "correct horse, new staple";

/** A state of the console that is worth looking at, and the way to it in any language. */
export interface State {
  name: string;
  reach: (console: Console, sandbox: Sandbox) => Promise<void>;
  /** What the guard would hold against the page, and is part of the state. */
  faults?: RegExp[];
  /** Shown before there is a language: in English alone, and in a page that is somebody else's. */
  bare?: true;
}

export async function changed(console: Console, outcome: Parameters<Console["expectOutcome"]>[0]) {
  await console.openChange();
  await console.change(password);
  await console.expectOutcome(outcome);
}

/** An edit with a consequence of each level. */
export async function fillEdit(console: Console) {
  await console.openEdit("billing-batch");
  await console.field("Full name").fill("Nightly billing");
  await console.field("Roles").fill("reports");
  await console.page.keyboard.press("Enter");
  await console.button("Remove 10.20.0.0/16").click();
  await console.button("Remove 192.0.2.17").click();
  await console.newPassword.fill(password);
}

export const signIn = {
  name: "sign-in",
  reach: async (console: Console) => {
    await console.open(address.projects);
    await expect(console.signInButton).toBeVisible();
  },
} satisfies State;

/** Nothing is at the base address. */
async function reachNothing(console: Console) {
  const connection = { id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: "/nowhere" };
  await console.page.route("**/config.json", (route) => route.fulfill({ json: { connections: [connection] } }));
  await signIn.reach(console);
  const check = new ConnectionCheck(console);
  await expect(check.notice).toBeVisible();
  return check;
}

export const broken: State = {
  name: "sign-in to a connection that does not work",
  faults: [/Failed to load resource/],
  reach: async (console) => void (await reachNothing(console)),
};

export const connectionCheck: State = {
  name: "connection-check",
  faults: [/Failed to load resource/],
  reach: async (console) => {
    const check = await reachNothing(console);
    await check.open();
    await check.evidence.click();
    await expect(check.remedy).toBeVisible();
  },
};

export const list: State = {
  name: "list",
  reach: async (console) => {
    await console.openList();
    await console.listIsRead();
  },
};

export const edit: State = { name: "edit", reach: fillEdit };

export const review: State = {
  name: "review",
  reach: async (console) => {
    await fillEdit(console);
    await console.review();
    await expect(console.dialog("billing-batch")).toBeVisible();
  },
};

export const result: State = { name: "result", reach: (console) => changed(console, "saved") };

export const partialResult: State = {
  name: "result-partial",
  reach: async (console, sandbox) => {
    const message = "Connection to the gateway pod timed out";
    await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "production", message }] });
    await changed(console, "saved-not-deployed");
  },
};

export const unknown: State = {
  name: "unknown",
  reach: async (console, sandbox) => {
    await sandbox.nextWrite({ kind: "drop-before-reading" });
    await changed(console, "unknown");
  },
};

/** Those that the documentation shows. */
export const documented: State[] = [signIn, connectionCheck, list, edit, review, result, partialResult, unknown];
