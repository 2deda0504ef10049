import { expect } from "@playwright/test";
import { address, type Console } from "./console.ts";
import { breakable, breakNextElement } from "./crash.ts";
import { answer, refusal } from "./faults.ts";
import { limitSessions } from "./limits.ts";
import { demo } from "./sandbox.ts";
import { broken, connectionCheck, edit, list, review, signIn, type State } from "./states.ts";
import { flipByte } from "./tamper.ts";

const later = "**/assets/rekey-later-*.wasm";

/** A stop screen: what the page is given for a configuration, and what it says of it. */
const stop = (name: string, given: { status?: number; body: string }, words: string, faults?: RegExp[]): State => ({
  name: `stop screen, ${name}`,
  faults,
  reach: async (console) => {
    await console.page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", ...given }));
    await console.open();
    await expect(console.heading("Rekey cannot start")).toBeVisible();
    await expect(console.text(words)).toBeVisible();
  },
});

async function signInPartly(console: Console) {
  await console.open(address.projects);
  await console.signInButton.click();
}

/** The pages in the state in which one finds them, and what stands in their place when they cannot be shown. */
export const pageStates: State[] = [
  signIn,
  list,
  edit,
  review,
  {
    name: "sign-in by user name, refused",
    reach: async (console) => {
      await console.open(address.projects);
      await console.signInByPassword(demo.userName, "wrong");
      // The words of the server are those of no language of ours.
      await expect(console.page.getByText("Bad credentials")).toBeVisible();
    },
  },
  {
    name: "sign-in without a token",
    reach: async (console) => {
      await signInPartly(console);
      await expect(console.accessToken).toHaveAttribute("aria-invalid", "true");
    },
  },
  {
    name: "sign-in without a user name",
    reach: async (console) => {
      await console.open(address.projects);
      await console.radio("User name and password").check();
      await console.signInButton.click();
      await expect(console.text("Enter the user name")).toBeVisible();
    },
  },
  broken,
  connectionCheck,
  {
    name: "projects",
    reach: async (console) => {
      await console.enter(address.projects);
      await expect(console.link("retail")).toBeVisible();
    },
  },
  {
    name: "list, empty",
    reach: async (console) => {
      await console.openList("empty");
      await expect(console.heading("No credentials in empty")).toBeVisible();
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
    name: "list, in an order",
    reach: async (console, sandbox) => {
      await list.reach(console, sandbox);
      await console.button("Expires").click();
    },
  },
  {
    name: "list, long",
    reach: async (console, sandbox) => {
      await sandbox.reset(200);
      await console.openList();
      await expect(console.names.first()).toBeVisible();
    },
  },
  {
    name: "list that is being read",
    reach: async (console, sandbox) => {
      await sandbox.everyRead({ kind: "delay", milliseconds: 600_000 });
      await console.enter(address.list());
      await expect(console.text("Reading credentials…")).toBeVisible();
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
    name: "list that could not be read again",
    reach: async (console, sandbox) => {
      await list.reach(console, sandbox);
      await sandbox.everyRead(refusal(500, "server_error", "Try later"));
      await console.button("Refresh", "credentials").click();
      await expect(console.button("Try again")).toBeVisible();
    },
  },
  {
    name: "session that is about to end",
    reach: async (console) => {
      await console.page.clock.install();
      await limitSessions(console.page, { idleMinutes: 60 });
      await console.open(address.list());
      await console.signInByPassword();
      await console.listIsRead();
      await console.page.clock.fastForward("58:30");
      await expect(console.button("Dismiss")).toBeVisible();
    },
  },
  {
    name: "session that nobody uses",
    reach: async (console, sandbox) => {
      await console.page.clock.install();
      await edit.reach(console, sandbox);
      await console.page.clock.fastForward("09:20");
      await expect(console.button("Stay signed in")).toBeVisible();
    },
  },
  {
    name: "session that nobody used",
    reach: async (console, sandbox) => {
      await console.page.clock.install();
      await edit.reach(console, sandbox);
      await console.page.clock.fastForward("10:10");
      await expect(console.heading("You were signed out")).toBeVisible();
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
    name: "second part that did not come",
    faults: [/^console: rekey: later-unreachable/, /Failed to load resource/],
    reach: async (console) => {
      await console.page.route(later, (route) => route.abort());
      await console.open(address.projects);
      await console.signIn();
      await expect(console.heading("A part of Rekey could not be loaded")).toBeVisible();
    },
  },
  {
    name: "second part that is not ours",
    faults: [/integrity|Failed to find a valid digest/i, /^console: rekey: later-unverified/],
    reach: async (console) => {
      await flipByte(console.page, later);
      await console.open(address.projects);
      await console.signIn();
      await expect(console.heading("A part of Rekey could not be verified")).toBeVisible();
    },
  },
  {
    name: "no projects",
    reach: async (console, sandbox) => {
      const fault = answer(200, { success: true, resultList: [] });
      await sandbox.faults({ method: "GET", path: "/apinizer/apiops/projects/", times: 10, fault });
      await console.enter(address.projects);
      await expect(console.heading("No projects")).toBeVisible();
    },
  },
  stop("a configuration that could not be loaded", { status: 503, body: "" }, "The configuration could not be loaded.", [/Failed to load resource/]),
  stop("a wrong configuration", { body: "{}" }, "The configuration is wrong. No request has been sent."),
  stop("no configuration", { status: 404, body: "" }, "There is no configuration at this address.", [/Failed to load resource/]),
  stop("a large configuration", { body: " ".repeat(70_000) }, "The configuration is larger than 64 KiB."),
];

/** What the page says where nothing of the console is: it has one language there. */
export const bareStates: State[] = [
  {
    name: "a module that did not come",
    bare: true,
    faults: [/Failed to load resource/, /integrity/, /^console: rekey: module-unreachable/],
    reach: async (console) => {
      await console.page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
      await console.open();
      await expect(console.heading("Rekey could not be loaded")).toBeVisible();
    },
  },
  {
    name: "a style sheet that is not ours",
    bare: true,
    faults: [/integrity|Failed to find a valid digest/i, /^console: rekey: \w+-unverified/],
    reach: async (console) => {
      await flipByte(console.page, "**/assets/*.css");
      await console.open();
      await expect(console.heading("Rekey could not be verified")).toBeVisible();
    },
  },
  {
    name: "a console that has stopped",
    bare: true,
    faults: [/^console: rekey: panic at /, /^console: rekey: crashed /, /^uncaught: unreachable/],
    reach: async (console) => {
      await breakable(console.page);
      await console.openChange();
      await console.newPassword.fill("correct horse, new staple");
      await console.page.waitForLoadState("networkidle");
      await breakNextElement(console.page);
      await console.pressChange();
      await expect(console.heading("Rekey has stopped")).toBeVisible();
    },
  },
  {
    name: "a language that did not come",
    faults: [/^console: rekey: language-unreachable/, /Failed to load resource/],
    reach: async (console) => {
      await console.page.route("**/assets/rekey-tr-*.json", (route) => route.abort());
      await console.openList();
      await console.page.getByRole("combobox", { name: "Language", exact: true }).selectOption("tr");
      await expect(console.heading("Türkçe could not be loaded")).toBeVisible();
    },
  },
];
