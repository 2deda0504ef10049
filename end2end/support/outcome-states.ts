import { expect } from "@playwright/test";
import { answer, page, refusal } from "./faults.ts";
import { changed, partialResult, result, type State, unknown } from "./states.ts";

const password = "correct horse, new staple";

/** A write on its way, and each way in which it ends. */
export const outcomeStates: State[] = [
  result,
  partialResult,
  unknown,
  {
    name: "result, with its receipt",
    reach: async (console, sandbox) => {
      await result.reach(console, sandbox);
      await console.text("Receipt").click();
      await console.button("Copy as JSON").click();
    },
  },
  {
    name: "change on its way",
    reach: async (console, sandbox) => {
      await sandbox.nextWrite({ kind: "delay", milliseconds: 600_000 });
      await console.openChange();
      await console.change(password);
      await expect(console.text("Sending to API gateway.")).toBeVisible();
    },
  },
  {
    name: "change on its way for long",
    reach: async (console, sandbox) => {
      await console.page.clock.install();
      await sandbox.nextWrite({ kind: "delay", milliseconds: 600_000 });
      await console.openChange();
      await console.change(password);
      await expect(console.text("Sending to API gateway.")).toBeVisible();
      await console.page.clock.fastForward(12_000);
      await expect(console.button("Stop waiting")).toBeVisible();
    },
  },
  {
    name: "unknown, checked again",
    reach: async (console, sandbox) => {
      await unknown.reach(console, sandbox);
      await console.button("Check again").click();
      await expect(console.result.getByRole("status")).not.toBeEmpty();
    },
  },
  {
    name: "rejected",
    reach: async (console, sandbox) => {
      await sandbox.nextWrite(refusal(400, "bad_request", "Password must not be one of the last 5 passwords!"));
      await changed(console, "rejected");
    },
  },
  {
    name: "unknown, in somebody else's words",
    reach: async (console, sandbox) => {
      await sandbox.nextWrite(page(502, "Bad gateway"));
      await changed(console, "unknown");
    },
  },
  {
    name: "saved, details lost",
    reach: async (console, sandbox) => {
      await sandbox.nextWrite({ kind: "deployment", value: null });
      await changed(console, "saved-details-lost");
    },
  },
  {
    name: "not sent",
    reach: async (console, sandbox) => {
      await console.page.clock.install();
      await console.openChange();
      await console.letTheReadAge();
      await sandbox.everyRead(answer(403, { error: "forbidden", error_description: "Not now" }));
      await console.change(password);
      await console.expectOutcome("not-sent");
    },
  },
  {
    name: "conflict",
    reach: async (console, sandbox) => {
      await console.page.clock.install();
      await console.openEdit();
      await console.letTheReadAge();
      await sandbox.change({ description: "Changed by Selin", roleNameList: ["billing"] });
      await console.field("Full name").fill("Order service");
      await console.field("Description").fill("Orders of the web store");
      await console.field("Roles").fill("reports");
      await console.page.keyboard.press("Enter");
      await console.newPassword.fill(password);
      await console.review();
      await console.save();
      await console.expectOutcome("conflict");
      await console.choice("Roles", "Both").check();
      await console.button("Review merged changes").click();
      await expect(console.choice("Description", "Theirs")).toBeFocused();
    },
  },
  {
    name: "conflict, deleted meanwhile",
    reach: async (console, sandbox) => {
      await console.page.clock.install();
      await console.openChange();
      await console.letTheReadAge();
      await sandbox.remove();
      await console.change(password);
      await console.expectOutcome("conflict");
    },
  },
];
