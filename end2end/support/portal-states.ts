import { expect } from "@playwright/test";
import { address, type Console } from "./console.ts";
import { refusal } from "./faults.ts";
import { demo } from "./sandbox.ts";
import type { State } from "./states.ts";

/** What a portal's function gives, one after the other; nothing ever for `never`. */
const give = ({ page }: Console, ...answers: (string | null)[]) =>
  page.locator("rekey-console").evaluate((element, answers) => {
    const getToken = () => (answers.length === 0 ? new Promise(() => {}) : Promise.resolve(answers.shift()));
    Object.assign(element, { getToken });
  }, answers);

/** The sign-in by a portal. */
export const portalStates: State[] = [
  {
    name: "sign-in by the portal, awaited",
    reach: async (console) => {
      await console.open(address.list());
      await give(console);
      await expect(console.text("Waiting for the portal to sign you in.")).toBeVisible();
    },
  },
  {
    name: "sign-in by the portal, in vain",
    reach: async (console) => {
      await console.open(address.list());
      await give(console, null);
      await expect(console.text("The portal gave no token. Sign in here, or let it try again.")).toBeVisible();
    },
  },
  {
    name: "sign-in by the portal, which has no other token, over a form",
    reach: async (console, sandbox) => {
      await console.open(address.change());
      await give(console, demo.token, null);
      await console.newPassword.fill("correct horse, new staple");
      await console.page.waitForLoadState("networkidle");
      await sandbox.nextWrite(refusal(401, "unauthorized_client", "Token was expired!"));
      await console.pressChange();
      await expect(console.button("Try again")).toBeVisible();
    },
  },
  {
    name: "sign-in by the portal, offered after a sign-out",
    reach: async (console) => {
      await console.open(address.list());
      await give(console, demo.token);
      await console.listIsRead();
      await console.signOut.click();
      await expect(console.button("Sign in again")).toBeVisible();
    },
  },
];
