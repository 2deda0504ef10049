import { refusal } from "../support/faults.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";
const image = "<img src=x onerror=alert(1)>";

test.beforeEach(({ page }) => {
  page.on("dialog", (dialog) => {
    throw new Error(`something was executed: ${dialog.message()}`);
  });
});

test("X35-list: markup in a record is shown as text, wherever it stands (H-02)", async ({ console, page }) => {
  const name = "ops team/eu 50%";
  await console.openList();
  await expect(page.getByText(`Operations "EU" & <b>friends</b>`)).toBeVisible();
  await console.link(`Edit ${name}`).click();
  await expect(console.field("Description")).toHaveValue(image);
  await console.field("Description").fill(`${image}${image}`);
  await console.field("Roles").fill(image);
  await page.keyboard.press("Enter");
  await console.newPassword.fill(password);
  await console.review();
  await expect(console.dialog(name).locator("del")).toHaveText(image);
  await expect(console.dialog(name)).toContainText(`Role ${image} added.`);
  await expect(page.locator("img")).toHaveCount(0);
});

test("markup in the server's words is shown as text", async ({ console, page, sandbox }) => {
  await sandbox.nextWrite(refusal(400, "bad_request", `No ${image} here`));
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("rejected");
  await expect(console.result.getByText(`No ${image} here`, { exact: true })).toBeVisible();
  await expect(page.locator("img")).toHaveCount(0);
});

test("markup of a foreign page is never rendered; its title is quoted (H-06)", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
  await sandbox.nextWrite({
    kind: "respond",
    status: 200,
    contentType: "text/html",
    body: `<title>Log in</title>${image}<script>alert(1)</script>`,
  });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("unknown");
  await expect(console.result).toContainText("“Log in”");
  await expect(page.locator("img")).toHaveCount(0);
});

test("characters that turn or hide text are shown as what they are (H-03)", async ({ console, page, sandbox }) => {
  await sandbox.change({ fullName: "evil\u202Etxt.exe\u200B" });
  await console.openList();
  await expect(page.getByText("evil\\u{202e}txt.exe\\u{200b}")).toBeVisible();
});

test("what was not touched is sent back with every byte it had (H-03)", async ({ console, sandbox }) => {
  const fullName = "evil\u202Etxt.exe\u200B";
  await sandbox.change({ fullName });
  await console.openEdit();
  await console.field("Description").fill("looked at");
  await console.newPassword.fill(password);
  await console.review();
  await console.save();
  await console.expectOutcome("saved");
  expect(await sandbox.credential()).toMatchObject({ fullName, description: "looked at" });
});

test("keys that mean something to JavaScript mean nothing here (H-07)", async ({ console, page, sandbox }) => {
  const record = `{"username":"api-user","fullName":"API","email":"a@b.example","roleNameList":[],"ipList":[],"enabled":true,"expireDate":null,"__proto__":{"polluted":true},"constructor":1,"":2}`;
  await sandbox.everyRead({ kind: "respond", status: 200, body: `{"success":true,"resultList":[${record}],"__proto__":{"polluted":true}}` });
  await console.openList();
  await expect(page.getByRole("rowheader", { name: "api-user" })).toBeVisible();
  expect(await page.evaluate(() => "polluted" in {})).toBe(false);
});

const sinks: [string, () => void][] = [
  ["innerHTML", () => void (document.body.innerHTML = "<b>sink</b>")],
  ["insertAdjacentHTML", () => document.body.insertAdjacentHTML("beforeend", "<b>sink</b>")],
  ["document.write", () => document.write("<b>sink</b>")],
  ["an inline handler", () => document.body.setAttribute("onclick", "document.title = 'run'")],
  ["a script of another host", () => void (document.createElement("script").src = "https://foreign.example/a.js")],
  ["a timer with code in a text", () => void setTimeout("document.title = 'run'")],
];

for (const [sink, use] of sinks) {
  test(`${sink} is refused by the page's policy (W-03)`, { tag: "@firefox" }, async ({ console, guard, page }) => {
    guard.expect(/^policy: require-trusted-types-for/);
    guard.expectNote(/^console: .*Trusted(Script|HTML)|^uncaught: .*require-trusted-types-for/);
    await console.open();
    await expect(console.signInButton).toBeVisible();
    await expect(page.evaluate(use)).rejects.toThrow(/Trusted|Sink type mismatch/);
  });
}
