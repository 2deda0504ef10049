import { expect } from "@playwright/test";
import type { Foreign } from "./foreign.ts";
import type { Sandbox } from "./sandbox.ts";

const password = "correct horse, new staple";

/** The main states of the console, whatever it speaks. */
export const foreignStates: { name: string; reach: (console: Foreign, sandbox: Sandbox) => Promise<void> }[] = [
  {
    name: "sign-in",
    reach: async (console) => {
      await console.page.goto("/");
      await expect(console.button("sign_in")).toBeVisible();
    },
  },
  { name: "list", reach: (console) => console.openList() },
  {
    name: "change, with problems",
    reach: async (console) => {
      await console.openChange();
      await console.change("short");
      await expect(console.heading(console.say("there_is_a_problem"))).toBeVisible();
      await console.page.getByText(console.say("request"), { exact: true }).click();
    },
  },
  { name: "edit", reach: (console) => console.openEdit() },
  {
    name: "review",
    reach: async (console) => {
      await console.openEdit();
      await console.review();
    },
  },
  {
    name: "result, not everywhere",
    reach: async (console, sandbox) => {
      await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "production", message: "…" }] });
      await console.openChange();
      await console.change(password);
      await expect(console.result("saved-not-deployed")).toBeVisible();
      await console.result("saved-not-deployed").getByText(console.say("receipt_heading"), { exact: true }).click();
    },
  },
  {
    name: "result unknown",
    reach: async (console, sandbox) => {
      await sandbox.nextWrite({ kind: "drop-before-reading" });
      await console.openChange();
      await console.change(password);
      await expect(console.result("unknown")).toBeVisible();
    },
  },
];
