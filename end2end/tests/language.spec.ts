import { Console } from "../support/console.ts";
import { refusal } from "../support/faults.ts";
import { hold } from "../support/hold.ts";
import { tableOf } from "../support/language.ts";
import { demo, environments } from "../support/sandbox.ts";
import { flipByte } from "../support/tamper.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";
const tables = "**/assets/rekey-*-*.json";
const connection = { id: "gateway", label: "API gateway", kind: "apinizer", baseUrl: "/apinizer" };

/** The whole of it in the words that a person reads. */
const languages = [
  {
    tag: "tr",
    marked: "tr",
    name: "Türkçe",
    locale: "tr-TR",
    signIn: "API gateway için oturum açın",
    heading: "api-user parolasını değiştir",
    result: "api-user parolası değiştirildi",
    valid: "Yeni parola her ortamda geçerli. Eskisi artık çalışmıyor.",
    deployed: "Dağıtıldı",
    partly: "Kaydedildi, ancak her yere dağıtılmadı",
    unknown: "Değişiklik yapılmış da olabilir, yapılmamış da",
    date: /^\d{1,2} \p{L}{3} \d{4} \d\d:\d\d$/u,
  },
  {
    tag: "zh",
    marked: "zh-Hans",
    name: "简体中文",
    locale: "zh-CN",
    signIn: "登录到 API gateway",
    heading: "更改 api-user 的密码",
    result: "api-user 的密码已更改",
    valid: "新密码在所有环境中都有效。旧的不再有效。",
    deployed: "已部署",
    partly: "已保存，但未部署到所有环境",
    unknown: "更改可能已执行，也可能没有",
    date: /^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/,
  },
] as const;

for (const language of languages) {
  test.describe(`in ${language.name}, by the browser's languages (UX-56)`, () => {
    test.use({ locale: language.locale });

    test("a password is changed, and every word of it is in that language", async ({ page, sandbox }) => {
      const console = new Console(page, tableOf(language.tag));
      await console.openChange();
      await expect(console.heading(language.heading)).toBeVisible();
      await expect(page).toHaveTitle(`${language.heading} – Rekey`);
      await expect(page.locator("html")).toHaveAttribute("lang", language.marked);
      await console.change(password);
      await console.expectOutcome("saved");
      const { result } = console;
      await expect(result).toContainText(language.result);
      await expect(result).toContainText(language.valid);
      await expect(result.getByRole("row").filter({ hasText: language.deployed })).toHaveCount(environments.length);
      // What the server said stays as it is, and nobody claims a language for it.
      await expect(result.getByText("Deployed successfully").first()).toHaveAttribute("lang", "");
      expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
    });

    test("a change that is not everywhere, and one that nobody knows of, say so", async ({ page, sandbox }) => {
      const console = new Console(page, tableOf(language.tag));
      const message = "Connection to the gateway pod timed out";
      await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "production", message }] });
      await console.openChange();
      await console.change(password);
      await console.expectOutcome("saved-not-deployed");
      await expect(console.result).toContainText(language.partly);
      await expect(console.result.getByText(message, { exact: true })).toBeVisible();

      await page.reload();
      await sandbox.nextWrite({ kind: "drop-before-reading" });
      await console.signIn();
      await console.change(password);
      await console.expectOutcome("unknown");
      await expect(console.result).toContainText(language.unknown);
      const either = "The old or the new password may be valid now. The new one is kept below; nothing is sent again unless you say so.";
      await expect(console.result).toContainText(console.say(either));
    });

    test("a refusal keeps the server's words, and a documented message its language", async ({ page, sandbox }) => {
      const console = new Console(page, tableOf(language.tag));
      const words = "Password must not be one of the last 5 passwords!";
      await console.openChange();
      await console.pressChange();
      const documented = page.getByRole("alert").getByText("Credential password can not be empty!");
      await expect(documented).toHaveAttribute("lang", "en");
      await sandbox.nextWrite(refusal(400, "bad_request", words));
      await console.change(password);
      await console.expectOutcome("rejected");
      const quoted = console.result.getByRole("blockquote");
      await expect(quoted).toHaveText(words);
      await expect(quoted).toHaveAttribute("lang", "");
      await expect(quoted).toHaveAttribute("dir", "auto");
    });

    test("dates are written as the language writes them, and one table is fetched", async ({ guard, page }) => {
      const console = new Console(page, tableOf(language.tag));
      await console.openList();
      await console.listIsRead();
      const ends = page.getByRole("row").locator(".when");
      const dates = (await ends.allInnerTexts()).map((text) => text.split("\n")[0]?.trim() ?? "").filter((text) => /\d{4}/.test(text));
      expect(dates.length).toBeGreaterThan(0);
      for (const date of dates) expect(date).toMatch(language.date);
      const fetched = guard.requests.map((request) => request.url()).filter((url) => /assets\/.*\.json$/.test(url));
      expect(fetched).toHaveLength(1);
    });

    test("a receipt has its words, and a command keeps its own", async ({ page }) => {
      const console = new Console(page, tableOf(language.tag));
      await console.openChange();
      await console.text("Request").click();
      const command = page.locator("pre.command");
      await expect(command).toContainText("curl --silent --show-error --include --globoff --request PATCH");
      await expect(command).toContainText(`'${console.say("New password")}: '`);
      await console.change(password);
      await console.text("Receipt").click();
      await expect(console.result.locator("pre")).toContainText(`- ${console.say("Outcome")}: ${console.say("Saved")}`);
    });
  });
}

test.describe("what is spoken", () => {
  test("English costs no table", async ({ console, guard, page }) => {
    await console.openList();
    await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
    expect(guard.requests.filter((request) => /assets\/.*\.json$/.test(request.url()))).toEqual([]);
  });

  test.describe("the configuration", () => {
    test.use({ locale: "zh-CN", configuration: { connections: [connection], language: "tr" } });

    test("wins over the browser, and the switch over both, until the page is loaded again", async ({ console, page }) => {
      await console.open();
      await expect(console.heading("API gateway için oturum açın")).toBeVisible();
      await page.getByRole("combobox", { name: "Dil" }).selectOption("English");
      await expect(console.heading("Sign in to API gateway")).toBeVisible();
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)).toBe(0);
      await page.reload();
      await expect(console.heading("API gateway için oturum açın")).toBeVisible();
    });
  });

  test.describe("a browser whose first languages nobody translated", () => {
    test.use({ locale: "de-DE" });

    test("is spoken to in English", async ({ console }) => {
      await console.open();
      await expect(console.heading("Sign in to API gateway")).toBeVisible();
    });
  });
});

test.describe("the switch", () => {
  test("names each language in itself, and keeps what was entered at the sign-in and the focus", async ({ console, page }) => {
    await console.open("#/gateway");
    const choice = page.getByRole("combobox", { name: "Language" });
    await expect(choice.getByRole("option")).toHaveText(["English", "Türkçe", "简体中文"]);
    await expect(choice.locator("option[lang=tr]")).toHaveText("Türkçe");
    await console.accessToken.fill(demo.token);
    await choice.selectOption("Türkçe");
    await expect(console.heading("API gateway için oturum açın")).toBeVisible();
    await expect(console.field("Erişim belirteci")).toHaveValue(demo.token);
    await expect(page.getByRole("combobox", { name: "Dil" })).toBeFocused();
    await page.getByRole("combobox", { name: "Dil" }).selectOption("简体中文");
    await expect(console.field("访问令牌")).toHaveValue(demo.token);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
    await console.button("登录").click();
    await expect(console.button("退出登录")).toBeVisible();
  });

  test("makes the page anew, stays signed in, and keeps the focus", async ({ console, page }) => {
    await console.openList();
    await console.listIsRead();
    const choice = page.getByRole("combobox", { name: "Language" });
    await choice.focus();
    await choice.selectOption("tr");
    await expect(console.heading("Kimlik bilgileri")).toBeVisible();
    await expect(console.link("Düzenle api-user")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "Dil" })).toBeFocused();
    await expect(console.button("Oturumu kapat")).toBeVisible();
  });

  test("asks before a form is given up for it; who stays keeps all of it", async ({ console, page, sandbox }) => {
    await console.openChange();
    await console.newPassword.fill(password);
    const question = page.getByRole("dialog", { name: "Change the language without saving?" });
    const choice = page.getByRole("combobox", { name: "Language" });
    await choice.selectOption("tr");
    await expect(question).toContainText("This page is made anew for it. The password is lost.");
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(question).toBeHidden();
    await expect(console.newPassword).toHaveValue(password);
    await expect(choice).toHaveValue("en");

    await choice.selectOption("tr");
    await question.getByRole("button", { name: "Change the language" }).click();
    await expect(console.heading("api-user parolasını değiştir")).toBeVisible();
    await expect(console.field("Yeni parola")).toHaveValue("");
    await expect(page.getByRole("combobox", { name: "Dil" })).toBeFocused();
    expect(await sandbox.writes()).toEqual([]);
  });
});

test.describe("a table that does not come", () => {
  test.use({ locale: "tr-TR" });

  test("leaves the console in English, which says so, until it comes", async ({ console, guard, page }) => {
    guard.expect(/^console: rekey: language-unreachable/);
    guard.expectNote(/Failed to load resource/);
    await page.route(tables, (route) => route.abort());
    await console.openList();
    await expect(console.heading("Türkçe could not be loaded")).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("Rekey goes on in English.");
    await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
    await page.unroute(tables);
    await console.button("Try again").click();
    await expect(console.heading("Kimlik bilgileri")).toBeVisible();
    await expect(console.heading("Türkçe could not be loaded")).toHaveCount(0);
  });

  test("or comes with one changed byte, is not spoken (W-04)", async ({ console, guard, page }) => {
    guard.expectNote(/integrity|Failed to find a valid digest/i);
    guard.expect(/^console: rekey: language-unverified/);
    await flipByte(page, tables);
    await console.open();
    await expect(console.heading("Türkçe could not be loaded")).toBeVisible();
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
  });
});

test("a filter finds the four Turkish letters by any of them, in every language", async ({ console, page, sandbox }) => {
  await sandbox.change({ fullName: "IŞIK İletişim" });
  await console.openList();
  await console.listIsRead();
  for (const typed of ["ışık", "IŞIK", "işik", "İLETİŞİM", "iletişim", "ıletışım"]) {
    await page.getByRole("searchbox").fill(typed);
    await expect(console.names).toHaveText(["api-user"]);
  }
});


test.describe("while the first table is on its way", () => {
  test.use({ locale: "tr-TR" });

  test("nothing is said in another language, and the page waits", async ({ console, page }) => {
    const release = await hold(page, "**/assets/rekey-tr-*.json");
    await console.open();
    await expect(page.getByRole("status").filter({ hasText: "Loading…" })).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    release();
    await expect(console.heading("API gateway için oturum açın")).toBeVisible();
  });

  test("a configuration that is wrong is told in the browser's language, and the mistake in its own", async ({ console, page }) => {
    await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: "{}" }));
    await console.open();
    await expect(console.heading("Rekey başlatılamıyor")).toBeVisible();
    await expect(page.getByText("connections is missing")).toHaveAttribute("lang", "en");
  });

  test("a host's page keeps its own language, and the console says which is its own (E-06)", async ({ console, page }) => {
    await page.route(({ pathname }) => pathname === "/", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('lang="en"', 'lang="fr"').replace(' addresses="hash"', "");
      await route.fulfill({ response, body });
    });
    await console.open();
    await expect(console.heading("API gateway için oturum açın")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await expect(page.locator("rekey-console div[lang=tr]")).toHaveAttribute("dir", "ltr");
  });
});

test("a table that comes after another one was chosen is not spoken any more", async ({ console, page }) => {
  const release = await hold(page, "**/assets/rekey-tr-*.json");
  await console.open();
  await page.getByRole("combobox", { name: "Language" }).selectOption("tr");
  await page.getByRole("combobox", { name: "Language" }).selectOption("zh");
  await expect(console.heading("登录到 API gateway")).toBeVisible();
  const late = page.waitForResponse("**/assets/rekey-tr-*.json");
  release();
  await (await late).finished();
  await page.getByRole("combobox", { name: "语言" }).selectOption("en");
  await expect(console.heading("Sign in to API gateway")).toBeVisible();
});

test("all consoles of a page speak the same", async ({ console, page }) => {
  await console.open();
  await page.evaluate((connection) => {
    const second = document.createElement("rekey-console");
    document.body.append(Object.assign(second, { config: { connections: [connection], language: "zh" } }));
  }, connection);
  await expect(console.heading("Sign in to API gateway")).toHaveCount(2);
  await page.getByRole("combobox", { name: "Language" }).first().selectOption("tr");
  await expect(console.heading("API gateway için oturum açın")).toHaveCount(2);
});
