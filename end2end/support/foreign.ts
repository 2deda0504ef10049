import { expect, type Page } from "@playwright/test";
import { address, type OutcomeName } from "./console.ts";
import { speaker, type Table, tableOf } from "./language.ts";
import { demo } from "./sandbox.ts";

/** The console in another language: what a person does, found by the words of that language's table. */
export class Foreign {
  readonly say: ReturnType<typeof speaker>;

  constructor(
    readonly page: Page,
    language: string | Table,
  ) {
    this.say = speaker(typeof language === "string" ? tableOf(language) : language);
  }

  heading = (name: string) => this.page.getByRole("heading", { name, exact: true });
  field = (entry: string) => this.page.getByRole("textbox", { name: this.say(entry), exact: true });
  button = (entry: string, values = {}) => this.page.getByRole("button", { name: this.say(entry, values), exact: true });
  result = (outcome: OutcomeName) => this.page.locator(`[data-outcome="${outcome}"]`);

  async press(entry: string, values = {}) {
    await this.button(entry, values).click();
  }

  async signIn() {
    await this.field("access_token").fill(demo.token);
    await this.press("sign_in");
    await expect(this.button("sign_out")).toBeVisible();
  }

  async enter(where: string) {
    await this.page.goto(`/${where}`);
    await this.signIn();
  }

  async openList() {
    await this.enter(address.list());
    await expect(this.page.getByRole("rowheader", { name: demo.username, exact: true })).toBeVisible();
  }

  async openChange() {
    await this.enter(address.change());
    await expect(this.field("new_noun")).toBeVisible();
  }

  async openEdit(name = "billing-batch") {
    await this.enter(address.edit(name));
    await expect(this.field("full_name")).toBeVisible();
  }

  /** Changes the password on the form that is open. */
  async change(password: string) {
    await this.field("new_noun").fill(password);
    await this.press("change_noun_of", { name: demo.username });
  }

  /** Opens the review of an edit with an effect of each level. */
  async review() {
    await this.field("full_name").fill("1000");
    await this.press("remove_entry", { entry: "10.20.0.0/16" });
    await this.press("remove_entry", { entry: "192.0.2.17" });
    await this.field("new_noun").fill("correct horse, new staple");
    await this.press("review_changes");
    await expect(this.page.getByRole("dialog")).toBeVisible();
  }
}
