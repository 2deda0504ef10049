import type { Locator, Page } from "@playwright/test";
import { address } from "../support/console.ts";
import { answer } from "../support/faults.ts";
import { hostileTexts, isHidden, oneOfEach, shown, shownInList } from "../support/hostile-texts.ts";
import { systems } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

const password = "correct horse, new staple";
const texts = hostileTexts();
let dialogs = 0;

test.beforeEach(({ page }) => {
  dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
});

/** Elements that only markup in a text could have made. */
const foreign = "img,script,iframe,object,embed,video,audio,math,style,link,base,meta,marquee,template,noscript,b,textarea[autofocus]";

/** How often something of what was shown was executed or became an element. Requests and refusals are the guard's. */
async function executions(page: Page) {
  const ran = await page.evaluate(() => Number("PWNED" in window) + Number("polluted" in {}));
  return dialogs + ran + (await page.locator("rekey-console").locator(foreign).count());
}

/** The rows of the long list by their numbers, each as the texts of its isolates, cell by cell. */
async function rowsOf(list: Locator) {
  return list.evaluate(async (box) => {
    const rows: Record<string, { cells: string[][]; isMarked: boolean }> = {};
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { top: edge, height } = box.getBoundingClientRect();
    const all = () => Array.from(box.querySelectorAll("tbody tr[aria-rowindex]"));
    const isMade = () => all().some((row) => Math.abs(row.getBoundingClientRect().bottom - edge - height / 2) < height / 4);
    for (let top = 0; top < box.scrollHeight; top += box.clientHeight * 0.9) {
      box.scrollTop = top;
      do await painted();
      while (!isMade());
      for (const row of all()) {
        const isolates = (cell: Element) => Array.from(cell.querySelectorAll(":scope > bdi, :scope > .second > bdi"), (bdi) => bdi.textContent ?? "");
        const cells = Array.from(row.children, isolates);
        rows[Number(row.getAttribute("aria-rowindex")) - 2] = { cells, isMarked: row.querySelector("th .state") !== null };
      }
    }
    return rows;
  });
}

/** The rows of a list of all texts, as each of them should be shown. */
async function expectRows(list: Locator, cellsOf: (text: string, at: number) => string[][]) {
  const rows = await rowsOf(list);
  const wrong = texts.filter(({ text }, at) => {
    const expected = cellsOf(text, at);
    const found = rows[at]?.cells.slice(0, expected.length);
    return JSON.stringify(found) !== JSON.stringify(expected) || (isHidden(text) && !rows[at]?.isMarked);
  });
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(Object.keys(rows)).toHaveLength(texts.length);
}

const gateway = (text: string) => ({
  username: text,
  fullName: text,
  email: text,
  description: text,
  roleNameList: [text],
  ipList: [text],
  enabled: true,
  expireDate: `not ${text}`,
  [text]: text,
});

test("X35-list: every hostile text in every field of a list is shown as text, with nothing hidden, and nothing runs (H-02, H-03)", async ({ console, page, sandbox }) => {
  test.setTimeout(90_000);
  const records = texts.map(({ text }) => gateway(text)).map(({ username, ...others }) => ({ ...others, username }));
  await sandbox.everyRead(answer(200, { success: true, resultList: records }));
  await console.openList();
  await expectRows(console.longList, (text) => {
    const cell = shownInList(text);
    return [[cell], [cell, cell], [], [shownInList(`not ${text}`)]];
  });

  // The same record in its forms: headings, the title, what the fields hold, and the review.
  const isNamed = ({ category }: { category: string }, at: number) =>
    !["paths", "blanks"].includes(category) && texts.findIndex((other) => other.category === category) === at;
  for (const { text: one } of texts.filter(isNamed)) {
    await page.goto(`/${address.edit(one)}`);
    await expect(console.heading(`Edit ${shown(one)}`)).toBeVisible();
    await expect(page).toHaveTitle(`Edit ${shown(one)} – Rekey`.trim().replace(/[ \t\n]+/g, " "));
    await expect(console.entries("Roles").locator("bdi")).toHaveText([shown(one)]);
    if (isHidden(one)) await expect(page.getByText(`With what cannot be seen: ${shown(one)}`)).toHaveCount(3);
  }
  expect(await executions(page)).toBe(0);
  test.info().annotations.push({ type: "corpus", description: `${texts.length} texts in ${texts.length * 8} fields, 0 executions` });
});

for (const system of systems.filter(({ signIn }) => signIn.choice === undefined)) {
  test(`X35-list: the same in ${system.title} (H-02, H-03)`, async ({ console, page, sandbox }) => {
    test.setTimeout(90_000);
    const id = (text: string, at: number) => `${at} ${text}`;
    const records = texts.map(({ text }, at) => ({
      id: id(text, at),
      credentialId: id(text, at),
      uuid: id(text, at),
      name: text,
      description: text,
      type: text,
      healthStatus: text,
      expiresAt: `not ${text}`,
      lastOpDate: text,
    }));
    await sandbox.faults({
      method: "GET",
      path: `${system.write.path.slice(0, system.write.path.indexOf("/credentials"))}/credentials*`,
      times: 100,
      // The one list and nothing beside it that is as long: what stands around the records is bounded (H-04).
      fault: answer(200, { [system.vault === "zstack" ? "items" : "credentials"]: records, total: records.length }),
    });
    const visit = new Visit(console, system);
    await visit.enter(system.list);
    await expect(console.longList).toBeVisible();
    await expectRows(console.longList, (text, at) => {
      const name = [shownInList(text), shownInList(id(text, at))];
      return system.vault === "zstack" ? [name, [shownInList(text), shownInList(text)], [shownInList(text)], [shownInList(`not ${text}`)]] : [name];
    });
    expect(await executions(page)).toBe(0);
  });
}

test("X35-edit: what was not touched goes back with every byte, and result and receipt show it as text (H-03, N-08)", async ({ console, page, sandbox }) => {
  test.setTimeout(60_000);
  await console.openList();
  const categories = oneOfEach().map(({ text }) => text);
  const row = page.getByRole("row").filter({ has: console.link("Edit", "api-user") });
  for (let at = 0; at < categories.length; at += 8) {
    const text = categories.slice(at, at + 8).join(" ");
    // Roles have to exist there; what becomes of those that nobody touched is in the native tests.
    await sandbox.change({ fullName: text });
    await page.goto(`/${address.list()}`);
    await console.button("Refresh credentials").click();
    await expect(row.locator("td bdi").first()).toHaveText(shownInList(text));
    await console.link("Edit", "api-user").click();
    await console.field("Description").fill("looked at");
    await console.newPassword.fill(password);
    await console.review();
    await console.save();
    await console.expectOutcome("saved");
    expect(await sandbox.credential()).toMatchObject({ fullName: text, description: "looked at" });
    expect(await executions(page)).toBe(0);
  }
});

test("X35-pw: the server's words about each environment and its refusal are text (H-02, H-03)", async ({ console, page, sandbox }) => {
  await console.openChange();
  const all = oneOfEach();
  const environmentResults = all.map(({ text }) => ({ environmentName: text, success: false, message: text }));
  await sandbox.nextWrite(answer(200, { success: true, deploymentResult: { success: false, message: all[0]?.text, environmentResults } }));
  await console.change(password);
  await console.expectOutcome("saved-not-deployed");
  const cut = (text: string) => Array.from(text).slice(0, 500).join("");
  await expect(console.deployment.locator("tbody th bdi")).toHaveText(all.map(({ text }) => shown(text)));
  await expect(console.deployment.locator("td:last-child bdi")).toHaveText(all.map(({ text }) => shown(cut(text))));
  expect(await executions(page)).toBe(0);
});

test("a name that nobody can type is confirmed as it is shown, and the dialog has its mark and the record's id (H-03, UX-30)", async ({ console, page, sandbox }) => {
  const name = "api\u200b\u202euser ";
  await sandbox.everyRead(answer(200, { success: true, resultList: [{ ...gateway("a"), username: name }] }));
  await console.enter(address.edit(name));
  await expect(page.getByText("Hidden characters").first()).toBeVisible();
  await console.checkbox("Enabled").uncheck();
  await console.newPassword.fill(password);
  await console.review();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Hidden characters")).toBeVisible();
  await expect(dialog.getByRole("heading").first()).toContainText("api\\u{200b}\\u{202e}user");
  const confirmation = dialog.getByRole("textbox", { name: /^Type .* to confirm$/ });
  await confirmation.fill("apiuser");
  await dialog.getByRole("button", { name: /^Save changes to/ }).click();
  await expect(confirmation).toHaveAttribute("aria-invalid", "true");
  await confirmation.fill("api\\u{200b}\\u{202e}user");
  await dialog.getByRole("button", { name: /^Save changes to/ }).click();
  await expect(dialog).toHaveCount(0);
});
