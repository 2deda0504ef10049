import { expect } from "@playwright/test";
import { address, type Console } from "./console.ts";
import { answer, refusal } from "./faults.ts";
import { demo, type Sandbox } from "./sandbox.ts";

const password = "correct horse, new staple";

/** A state of the console that is worth looking at, and the way to it. */
export interface State {
  name: string;
  reach: (console: Console, sandbox: Sandbox) => Promise<void>;
}

async function changed(console: Console, outcome: Parameters<Console["expectOutcome"]>[0]) {
  await console.openChange();
  await console.change(password);
  await console.expectOutcome(outcome);
}

/** An edit with a consequence of each level. */
async function fillEdit(console: Console) {
  await console.openEdit("billing-batch");
  await console.field("Full name").fill("Nightly billing");
  await console.field("Roles").fill("reports");
  await console.page.keyboard.press("Enter");
  await console.button("Remove 10.20.0.0/16").click();
  await console.button("Remove 192.0.2.17").click();
  await console.newPassword.fill(password);
}

export const signIn: State = {
  name: "sign-in",
  reach: async (console) => {
    await console.open();
    await expect(console.signInButton).toBeVisible();
  },
};

export const list: State = {
  name: "list",
  reach: async (console) => {
    await console.openList();
    await expect(console.link("Edit api-user")).toBeVisible();
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
export const documented = [signIn, list, edit, review, result, partialResult, unknown];

/** All of them. */
export const states: State[] = [
  ...documented,
  {
    name: "sign-in by user name, refused",
    reach: async (console) => {
      await console.open();
      await console.signInByPassword(demo.userName, "wrong");
      await expect(console.page.getByText("Bad credentials")).toBeVisible();
    },
  },
  {
    name: "sign-in without a token",
    reach: async (console) => {
      await console.open();
      await console.signInButton.click();
      await expect(console.accessToken).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "projects",
    reach: async (console) => {
      await console.enter(address.projects);
      await expect(console.link("retail")).toBeVisible();
    },
  },
  {
    name: "list, filtered to nothing",
    reach: async (console) => {
      await console.openList();
      await console.page.getByRole("searchbox").fill("no such thing");
      await expect(console.button("Clear filter")).toBeVisible();
    },
  },
  {
    name: "list that could not be read",
    reach: async (console, sandbox) => {
      await sandbox.everyRead(refusal(403, "forbidden", "Not you"));
      await console.enter(address.list());
      await expect(console.button("Try again")).toBeVisible();
    },
  },
  {
    name: "change, with a generated password",
    reach: async (console) => {
      await console.openChange();
      await console.button("Generate").click();
      await console.button("Show new password").click();
    },
  },
  {
    name: "change, with the generator's choices",
    reach: async (console) => {
      await console.openChange();
      await console.button("Options").click();
      await console.page.getByRole("radio", { name: "All signs" }).check();
    },
  },
  {
    name: "change, about to generate another password",
    reach: async (console, sandbox) => {
      await sandbox.nextWrite({ kind: "drop-before-reading" });
      await changed(console, "unknown");
      await console.button("Generate").click();
      await expect(console.button("Keep it")).toBeVisible();
    },
  },
  {
    name: "change, with what may not have been meant",
    reach: async (console) => {
      await console.openChange();
      await console.newPassword.fill(" Gr\u00fc\u00dfe\u200b, new\u00a0staple ");
      await console.newPassword.press("Tab");
      await expect(console.page.getByText("begins or ends with blanks")).toBeVisible();
    },
  },
  {
    name: "generated password, shown once and about to be put away",
    reach: async (console) => {
      await console.openChange();
      await console.button("Generate").click();
      await console.button("Show new password").click();
      await console.pressChange();
      await console.expectOutcome("saved");
      await console.button("Put it away").click();
      await expect(console.button("Keep it")).toBeVisible();
    },
  },
  {
    name: "change, with problems",
    reach: async (console) => {
      await console.openChange();
      await console.change("short");
      await expect(console.problems).toBeVisible();
    },
  },
  {
    name: "edit, with problems",
    reach: async (console) => {
      await console.openEdit();
      await console.field("Full name").fill("");
      await console.field("Allowed addresses").fill("nowhere");
      await console.page.getByLabel("Expiry date").fill("2020-01-01");
      await console.review();
      await expect(console.problems).toBeVisible();
    },
  },
  {
    name: "review, with a wrong confirmation",
    reach: async (console) => {
      await fillEdit(console);
      await console.review();
      await console.save("billing-batch", "billing");
      await expect(console.page.getByText("The name does not match").first()).toBeVisible();
    },
  },
  {
    name: "change on its way",
    reach: async (console, sandbox) => {
      await sandbox.nextWrite({ kind: "delay", milliseconds: 600_000 });
      await console.openChange();
      await console.change(password);
      await expect(console.page.getByText("Sending to")).toBeVisible();
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
      await console.newPassword.fill(password);
      await console.review();
      await console.save();
      await console.expectOutcome("conflict");
    },
  },
  {
    name: "sign-in in place",
    reach: async (console, sandbox) => {
      await console.openChange();
      await sandbox.revokeToken(demo.token);
      await console.change(password);
      await expect(console.heading("Sign in again to go on")).toBeVisible();
    },
  },
  {
    name: "no such page",
    reach: async (console) => {
      await console.open("#/nobody");
      await expect(console.heading("There is no such page")).toBeVisible();
    },
  },
  {
    name: "stop screen",
    reach: async (console) => {
      await console.page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: "{}" }));
      await console.open();
      await expect(console.heading("Rekey cannot start")).toBeVisible();
    },
  },
];
