import { expect } from "@playwright/test";
import { address, type Console } from "./console.ts";
import { demo } from "./sandbox.ts";
import { changed, fillEdit, type State } from "./states.ts";

/** An edit of one field, with the password that the API wants. */
async function editOf(console: Console, field: string, words: string) {
  await console.openEdit();
  await console.field(field).fill(words);
  await console.newPassword.fill("correct horse, new staple");
}

async function generate(console: Console) {
  await console.openChange();
  await console.button("Generate").click();
  await console.button("Show", "new password").click();
}

export const changeWithProblems: State = {
  name: "change, with problems",
  reach: async (console) => {
    await console.openChange();
    await console.change("short");
    await expect(console.problems).toBeVisible();
    await console.text("Request").click();
  },
};

/** The forms, what they say before anything is sent, and their dialogs. */
export const formStates: State[] = [
  {
    name: "change, with a generated password",
    reach: async (console) => {
      await generate(console);
      await console.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await console.button("Copy").click();
      await expect(console.button("Clear clipboard")).toBeVisible();
    },
  },
  {
    name: "change, with the generator's choices",
    reach: async (console) => {
      await console.openChange();
      await console.button("Options").click();
      await console.radio("All signs").check();
    },
  },
  {
    name: "change, with its request",
    reach: async (console) => {
      await console.openChange();
      await console.text("Request").click();
      await expect(console.button("Copy command")).toBeVisible();
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
      await expect(console.text("The password begins or ends with blanks (2).")).toBeVisible();
    },
  },
  changeWithProblems,
  {
    name: "change of what is not there",
    reach: async (console) => {
      await console.enter("#/gateway/projects/retail/credentials/nobody/password");
      await expect(console.heading("There is no credential nobody here")).toBeVisible();
    },
  },
  {
    name: "edit, with problems",
    reach: async (console) => {
      await console.openEdit();
      await console.field("Full name").fill("");
      await console.field("Allowed addresses").fill("nowhere");
      await console.labelled("Expiry date").fill("2020-01-01");
      await console.review();
      await expect(console.problems).toBeVisible();
    },
  },
  {
    name: "review of low impact",
    reach: async (console) => {
      await editOf(console, "Full name", "Order service");
      await console.review();
      await expect(console.dialog()).toBeVisible();
      await console.dialog().locator("summary").click();
    },
  },
  {
    name: "review of medium impact",
    reach: async (console) => {
      await editOf(console, "Full name", "Order service");
      await console.labelled("Expiry date").fill("2031-03-01");
      await console.review();
      await expect(console.dialog()).toBeVisible();
    },
  },
  {
    name: "review, with a wrong confirmation",
    reach: async (console) => {
      await fillEdit(console);
      await console.review();
      await console.save("billing-batch", "billing");
      await expect(console.text("The name does not match").first()).toBeVisible();
    },
  },
  {
    name: "question whether to leave",
    reach: async (console) => {
      await editOf(console, "Full name", "Order service");
      await console.link("Cancel").click();
      await expect(console.leaveQuestion).toBeVisible();
    },
  },
  {
    name: "question whether to change the language",
    reach: async (console) => {
      await editOf(console, "Full name", "Order service");
      const choice = console.page.getByRole("combobox", { name: console.say("Language"), exact: true });
      const other = (await choice.inputValue()) === "tr" ? "zh" : "tr";
      await choice.selectOption(other);
      await expect(console.page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "question whether to leave what was generated",
    reach: async (console) => {
      await generate(console);
      await console.pressChange();
      await console.expectOutcome("saved");
      await console.link("Back to credentials").click();
      await expect(console.page.getByRole("dialog")).toBeVisible();
    },
  },
  {
    name: "generated password, shown once and about to be put away",
    reach: async (console) => {
      await generate(console);
      await console.pressChange();
      await console.expectOutcome("saved");
      await console.button("Put it away").click();
      await expect(console.button("Keep it")).toBeVisible();
    },
  },
  {
    name: "edit, with the changes from before",
    reach: async (console) => {
      await console.openList();
      await console.listIsRead();
      await console.link("Edit", demo.username).click();
      await console.field("Description").fill("Orders");
      await console.link("Cancel").click();
      await expect(console.text("Unsaved changes")).toBeVisible();
      await console.link("Edit", demo.username).click();
      await expect(console.button("Discard them")).toBeVisible();
    },
  },
  {
    name: "edit, with the roles of the project",
    reach: async (console) => {
      await console.openList();
      await console.listIsRead();
      await console.link("Edit", demo.username).click();
      await console.field("Roles").fill("new-role");
      await console.page.keyboard.press("Enter");
      await console.field("Roles").fill("r");
      await expect(console.page.getByRole("listbox")).toBeVisible();
    },
  },
  {
    name: "display and keyboard, in presenter mode",
    reach: async (console) => {
      await console.openChange();
      await console.button("Display and keyboard").click();
      await console.radio("Secrets can be neither shown nor copied").check();
      await expect(console.button("Presenter mode")).toBeAttached();
    },
  },
  {
    name: "change, compact and with blurred names",
    reach: async (console) => {
      await console.open(`?presenter=names&density=compact${address.change()}`);
      await console.signIn();
      await console.newPassword.fill("correct horse, new staple");
      await expect(console.text("Presenter mode is on: it can be neither shown nor copied.")).toBeVisible();
    },
  },
  {
    name: "list, with the receipts of this tab",
    reach: async (console) => {
      await changed(console, "saved");
      await console.link("Back to credentials").click();
      await expect(console.heading("Changes since this tab was opened")).toBeVisible();
    },
  },
  {
    name: "sign-in in place",
    reach: async (console, sandbox) => {
      await console.openChange();
      await sandbox.revokeToken(demo.token);
      await console.change("correct horse, new staple");
      await expect(console.heading("Sign in again to go on")).toBeVisible();
    },
  },
];
