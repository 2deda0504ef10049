import type { Page } from "@playwright/test";
import { expect } from "../test.ts";
import { Console } from "../console.ts";
import { demo, type Sandbox } from "../sandbox.ts";
import type { System } from "../systems.ts";
import { Visit } from "../visit.ts";
import type { Host } from "./servers.ts";

const password = "correct horse, new staple";

/** A console below the path of a host. */
export class HostedConsole extends Console {
  constructor(page: Page, private readonly host: Host) {
    super(page);
  }

  override async open(where = "#/") {
    await this.page.goto(`${this.host.address}${where}`);
  }
}

/** Signs in, lists, edits, and changes a password whose name has to be encoded, with an outcome for each. */
export async function tourOfApinizer(console: Console, sandbox: Sandbox) {
  await console.open("#/gateway");
  await console.signInByPassword();
  await console.link(demo.project).click();
  await console.listIsRead();
  await console.link("Edit", "kiosk-eu").click();
  await console.field("Full name").fill("Kiosks");
  await console.newPassword.fill(password);
  await console.review();
  await console.save("kiosk-eu");
  await console.expectOutcome("saved");
  expect(await sandbox.credential("kiosk-eu")).toMatchObject({ fullName: "Kiosks" });
  const encoded = "ops team/eu 50%";
  await console.link("Back to credentials").click();
  await console.link("Change password", `of ${encoded}`).click();
  await console.change(password, encoded);
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(encoded, password)).toEqual([200, 200, 200]);
}

/** Signs in, lists, renames and changes a value. */
export async function tourOf(system: System, console: Console, sandbox: Sandbox) {
  const visit = new Visit(console, system);
  await visit.openList();
  await console.link("Edit", system.record.name).click();
  await visit.editIsOpen();
  await visit.rename("Renamed");
  await console.expectOutcome("saved");
  const renamed = new Visit(console, system, { ...system.record, name: "Renamed" });
  await console.link("Back to credentials").click();
  await renamed.listIsRead();
  await console.link("Change value", "of Renamed").click();
  await renamed.change("new value of a tour");
  await console.expectOutcome("saved");
  expect(await sandbox.vault(system.vault, system.record.id, "new value of a tour")).toBe(200);
}
