import { expect, type Locator, type Page } from "@playwright/test";
import { english, literally, type Table, translator } from "./language.ts";
import { demo } from "./sandbox.ts";

export type OutcomeName =
  | "not-sent"
  | "rejected"
  | "saved"
  | "saved-not-deployed"
  | "saved-details-lost"
  | "unknown"
  | "conflict";

/** The address of a page of the console (design.md, section 5). */
export const address = {
  projects: "#/gateway",
  list: (project = demo.project) => `#/gateway/projects/${encodeURIComponent(project)}`,
  edit: (name = demo.username) => `${address.list()}/credentials/${encodeURIComponent(name)}/edit`,
  change: (name = demo.username) => `${address.list()}/credentials/${encodeURIComponent(name)}/password`,
};

/**
 * The console by the names on screen (design.md, section 6). They are written in English whatever it speaks, and looked
 * for in the words of its language.
 */
export class Console {
  /** What is written in English, as the console says it. */
  readonly say: (words: string) => string;
  readonly result: Locator;
  readonly deployment: Locator;
  readonly problems: Locator;
  readonly newPassword: Locator;
  readonly accessToken: Locator;
  readonly signInButton: Locator;
  readonly signOut: Locator;
  /** The names of the list, in its order. */
  readonly names: Locator;
  /** The box in which a long list scrolls. */
  readonly longList: Locator;
  readonly accountGroup: Locator;
  readonly crumbs: Locator;
  /** The connections in the bar. */
  readonly tabs: Locator;
  /** What a form says its write goes to. */
  readonly target: Locator;
  readonly leaveQuestion: Locator;
  readonly signOutQuestion: Locator;
  /** The words of a write that waits for the server's rate limit. */
  readonly heldBack: Locator;
  readonly counters: Locator;
  readonly operator: Locator;
  readonly severalLines: Locator;
  readonly windowsEnds: Locator;

  constructor(
    readonly page: Page,
    language: Table = english(),
  ) {
    this.say = translator(language);
    this.result = page.locator("[data-outcome]");
    this.deployment = this.result.getByRole("table", { name: this.say("Deployment") });
    this.problems = page.getByRole("alert", { name: this.say("There is a problem") });
    this.newPassword = this.field("New password");
    this.accessToken = this.field("Access token");
    this.signInButton = this.button("Sign in");
    this.signOut = this.button("Sign out");
    this.names = page.getByRole("table", { name: this.say("Credentials") }).getByRole("rowheader");
    this.longList = page.getByRole("region", { name: this.say("Credentials"), exact: true });
    this.accountGroup = page.getByRole("combobox", { name: this.say("Account group"), exact: true });
    this.tabs = page.getByRole("navigation", { name: this.say("Connections") });
    this.crumbs = page.getByRole("navigation", { name: this.say("Breadcrumb") });
    this.target = page.getByRole("region", { name: this.say("Target"), exact: true });
    this.leaveQuestion = page.getByRole("dialog", { name: this.say("Leave without saving?"), exact: true });
    this.signOutQuestion = page
      .getByRole("dialog", { name: this.say("Sign out without saving?"), exact: true })
      .or(page.getByRole("dialog", { name: this.say("Leave without copying it?"), exact: true }));
    this.heldBack = page.getByText(
      this.sentence("The server takes no more requests for the moment, and nothing was changed. This is sent at {time}.", /\d\d:\d\d:\d\d/),
    );
    this.counters = page.getByLabel(this.say("Counted by the server"));
    this.operator = this.field("Operator");
    this.severalLines = this.checkbox("Several lines, such as a key or a certificate");
    this.windowsEnds = this.checkbox("Lines end as on Windows (CR LF)");
  }

  /** A sentence with values that are not known before: `{time}` stands for one that is written so. */
  sentence = (words: string, value = /.+/) =>
    new RegExp(`^${this.say(words).split(/\{\w+\}/).map(literally).join(value.source)}$`);

  /** A name that consists of several parts: a word, and for those who hear it what it is about. */
  private named = (parts: string[]) => ({ name: parts.map(this.say).join(" "), exact: true });

  /** A field one types into; one with suggestions is a combobox. */
  field = (name: string) =>
    this.page.getByRole("textbox", this.named([name])).or(this.page.getByRole("combobox", this.named([name])));
  button = (...name: string[]) => this.page.getByRole("button", this.named(name));
  link = (...name: string[]) => this.page.getByRole("link", this.named(name));
  radio = (name: string) => this.page.getByRole("radio", this.named([name]));
  /** The choice for a field that both changed. */
  choices = (field: string) => this.page.getByRole("radiogroup", this.named([field]));
  choice = (field: string, side: "Theirs" | "Mine" | "Both") =>
    this.choices(field).getByRole("radio", { name: new RegExp(`^${literally(this.say(side))} `) });
  checkbox = (name: string) => this.page.getByRole("checkbox", this.named([name]));
  labelled = (name: string) => this.page.getByLabel(this.say(name), { exact: true });
  text = (words: string) => this.page.getByText(this.say(words), { exact: true });
  tab = (label: string) => this.tabs.getByRole("link", { name: label, exact: true });
  heading = (name: string | RegExp) =>
    this.page.getByRole("heading", { name: typeof name === "string" ? this.say(name) : name, exact: true });
  dialog = (name = demo.username) => this.page.getByRole("dialog", this.named([`Review changes to ${name}`]));

  /** The entries of a list field. The list has no name: a second "Roles" would make the field of that name ambiguous. */
  entries = (label: string) =>
    this.page.locator(".chips").filter({ has: this.field(label) }).getByRole("listitem");

  /** What the deployment table says of an environment. */
  deploymentOf = (environment: string) =>
    this.deployment.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: environment, exact: true }) });

  async open(where: string = "#/") {
    await this.page.goto(`/${where}`);
  }

  async signIn(token = demo.token) {
    await this.accessToken.fill(token);
    await this.signInButton.click();
  }

  async signInByPassword(userName = demo.userName, password = demo.password) {
    await this.radio("User name and password").check();
    await this.field("User name").fill(userName);
    await this.field("Password").fill(password);
    await this.signInButton.click();
  }

  /** Opens an address as somebody who is signed in. */
  async enter(where: string) {
    await this.open(where);
    await this.signIn();
    await expect(this.signOut).toBeVisible();
  }

  async openList(project = demo.project) {
    await this.enter(address.list(project));
    await expect(this.heading("Credentials")).toBeVisible();
  }

  /** The list has arrived: what comes after is not a race with its request. */
  async listIsRead() {
    await expect(this.link("Edit", "api-user")).toBeVisible();
  }

  /** Makes the list that the form was filled from too old to stand for the comparing read of a write. */
  async letTheReadAge() {
    await this.page.clock.fastForward(6_000);
  }

  async openChange(name = demo.username) {
    await this.enter(address.change(name));
    await expect(this.heading(`Change password of ${name}`)).toBeVisible();
    await expect(this.newPassword).toBeVisible();
  }

  async openEdit(name = demo.username) {
    await this.enter(address.edit(name));
    await expect(this.heading(`Edit ${name}`)).toBeVisible();
    await expect(this.field("Full name")).toBeVisible();
  }

  async pressChange(name = demo.username) {
    await this.button(`Change password of ${name}`).click();
  }

  /** Changes the password on the form that is open. */
  async change(password: string, name = demo.username) {
    await this.newPassword.fill(password);
    await this.pressChange(name);
  }

  /** Says that what was typed may be given up. */
  async leave() {
    await this.leaveQuestion.getByRole("button", this.named(["Leave"])).click();
  }

  /** Signs out, and says that what is not saved may be given up. */
  async signOutAnyway() {
    await this.signOut.click();
    await this.signOutQuestion.getByRole("button", this.named(["Sign out"])).click();
  }

  /** Goes on with the form. */
  async stay() {
    await this.leaveQuestion.getByRole("button", this.named(["Stay"])).click();
  }

  async review() {
    await this.button("Review changes").click();
  }

  /** Saves in the review dialog; a change of high impact wants the name first. */
  async save(name = demo.username, confirmation?: string) {
    const dialog = this.dialog(name);
    if (confirmation !== undefined) {
      await dialog.getByRole("textbox", this.named([`Type ${name} to confirm`])).fill(confirmation);
    }
    await dialog.getByRole("button", this.named([`Save changes to ${name}`])).click();
  }

  /** The one result on screen, how it ended, and whether it asks for something to be done. */
  async expectOutcome(outcome: OutcomeName) {
    await expect(this.result).toHaveAttribute("data-outcome", outcome, { timeout: 15_000 });
    const said = outcome === "saved" ? this.result.getByRole("status", { name: /./ }) : this.result.and(this.page.getByRole("alert", { name: /./ }));
    await expect(said).toBeVisible();
  }
}
