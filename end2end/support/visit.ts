import { expect, type Locator } from "@playwright/test";
import type { Console } from "./console.ts";
import type { System } from "./systems.ts";

/** What a person does in the console with a record of a system that keeps secrets for others. */
export class Visit {
  readonly newValue: Locator;
  readonly also: Locator;

  constructor(
    readonly console: Console,
    readonly system: System,
    readonly record: { id: string; name: string } = system.record,
  ) {
    this.newValue = console.field("New value");
    this.also = console.button("Also change the value");
  }

  at = (page: "edit" | "password") => {
    const { list } = this.system;
    return `${list}/credentials/${encodeURIComponent(this.record.id)}/${page}`;
  };

  /** Fills the sign-in form that is open. */
  async signIn({ choice, fields } = this.system.signIn) {
    if (choice !== undefined) await this.console.radio(choice).check();
    for (const [name, value] of Object.entries(fields)) await this.console.field(name).fill(value);
    await this.console.signInButton.click();
  }

  /** Opens an address as somebody who is signed in. */
  async enter(where: string) {
    await this.console.open(where);
    await this.signIn();
    await expect(this.console.signOut).toBeVisible();
  }

  async openList() {
    await this.enter(this.system.list);
    await this.listIsRead();
  }

  /** The list has arrived: what comes after is not a race with its request. */
  async listIsRead() {
    await expect(this.console.link("Edit", this.record.name)).toBeVisible();
  }

  async openEdit() {
    await this.enter(this.at("edit"));
    await this.editIsOpen();
  }

  async editIsOpen() {
    await expect(this.console.heading(`Edit ${this.record.name}`)).toBeVisible();
    await expect(this.console.field("Name")).toHaveValue(this.record.name);
  }

  async openChange() {
    await this.enter(this.at("password"));
    await expect(this.console.heading(`Change value of ${this.record.name}`)).toBeVisible();
    await expect(this.newValue).toBeVisible();
  }

  async pressChange() {
    await this.console.button(`Change value of ${this.record.name}`).click();
  }

  /** Changes the value on the form that is open. */
  async change(value: string) {
    await this.newValue.fill(value);
    await this.pressChange();
  }

  /** Renames on the form that is open, by way of the review. */
  async rename(name: string) {
    await this.console.field("Name").fill(name);
    await this.console.review();
    await this.save();
  }

  async save(confirmation?: string) {
    await this.console.save(this.record.name, confirmation);
  }

  /** The review that is open. */
  get review() {
    return this.console.dialog(this.record.name);
  }

  /** The row of the record in the list. */
  get row() {
    const { page } = this.console;
    return page.getByRole("row").filter({ has: this.console.link("Edit", this.record.name) });
  }
}
