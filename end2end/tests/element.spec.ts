import { closedOrigin, ConnectionCheck } from "../support/connection.ts";
import { demo, environments } from "../support/sandbox.ts";
import { element, policy, HostPage, withoutTypes } from "../support/host-page.ts";
import { expect, test } from "../support/test.ts";

const secret = "correct horse, new staple";
const change = "gateway/projects/retail/credentials/api-user/password";
const edit = "gateway/projects/retail/credentials/api-user/edit";

test.use({ systems: "all" });

test.describe("what a host is told", () => {
  test("it is ready in which version, and which page it shows, in that order and in frozen details", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open();
    await expect(console.heading("Connections")).toBeVisible();
    await expect.poll(() => page.evaluate(() => told)).toEqual([
      { name: "rekey-ready", detail: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) }, from: "console", isFrozen: true },
      { name: "rekey-navigate", detail: { page: "", connection: null }, from: "console", isFrozen: true },
    ]);
    await console.tab("API gateway").click();
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
    await expect.poll(async () => (await portal.details("rekey-navigate")).at(-1)).toEqual({ page: "gateway", connection: "gateway" });
  });

  test("whether leaving would lose something, each time that changes", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${change}"`) });
    await console.signIn();
    await console.newPassword.fill(secret);
    await expect.poll(() => portal.details("rekey-dirty")).toEqual([{ dirty: true }]);
    await console.newPassword.fill("");
    await expect.poll(() => portal.details("rekey-dirty")).toEqual([{ dirty: true }, { dirty: false }]);
    await console.newPassword.fill(secret);
    await console.pressChange();
    await console.expectOutcome("saved");
    await expect.poll(async () => (await portal.details("rekey-dirty")).at(-1)).toEqual({ dirty: false });
  });

  test("changes that are kept as a draft count, also where their form is left; a sign-out ends them", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${edit}"`) });
    await console.signIn();
    await console.field("Full name").fill("Order service");
    await console.link("Cancel").click();
    await console.listIsRead();
    expect(await portal.details("rekey-dirty")).toEqual([{ dirty: true }]);
    await portal.element((element) => element.signOut());
    await expect(console.signInButton).toBeVisible();
    await expect.poll(async () => (await portal.details("rekey-dirty")).at(-1)).toEqual({ dirty: false });
  });

  test("how a change ended, in each environment, with identifiers and nothing else", { tag: "@firefox" }, async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${change}"`) });
    await console.signIn();
    await console.change(secret);
    await console.expectOutcome("saved");
    const rows = environments.map((name) => ({ name, state: "deployed" }));
    const about = { connection: "gateway", scope: demo.project, credential: demo.username };
    expect(await portal.outcome()).toEqual({ operation: "password", outcome: "saved", ...about, environments: rows });
    await portal.element((element) => element.navigate("gateway/projects/retail/credentials/api-user/edit"));
    await console.field("Full name").fill("Order service");
    await console.newPassword.fill(secret);
    await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "production", message: "no" }] });
    await console.review();
    await console.save();
    await console.expectOutcome("saved-not-deployed");
    await expect.poll(() => portal.outcome()).toEqual({
      operation: "edit",
      outcome: "saved-not-deployed",
      ...about,
      environments: rows.map((row) => (row.name === "production" ? { ...row, state: "failed" } : row)),
    });
    const [last] = (await portal.told("rekey-outcome")).slice(-1);
    expect(last?.isFrozen).toBe(true);
    expect(JSON.stringify(await page.evaluate(() => told))).not.toContain(secret);
  });

  test("a change that turns out to have been carried out is told once more", async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    // The browser itself sends it again (M4).
    await sandbox.faults({ method: "PUT", path: "/zstack/*", times: 20, fault: { kind: "apply-then-drop" } });
    await portal.open({ elements: element('connection="cloud"') });
    await console.signIn();
    await page.getByRole("link", { name: /^Edit / }).first().click();
    await console.field("Description").fill("changed");
    if ((await console.operator.inputValue()) === "") await console.operator.fill("ops@example.com");
    await console.review();
    await page.getByRole("dialog").getByRole("button", { name: /^Save changes to / }).click();
    await console.expectOutcome("unknown");
    await console.button("Check again").click();
    await console.expectOutcome("saved");
    await expect.poll(async () => (await portal.details("rekey-outcome")).map(({ outcome }) => outcome)).toEqual(["unknown", "saved"]);
    expect(await portal.outcome()).toMatchObject({ operation: "edit", connection: "cloud", scope: null });
  });

  test("a listener that throws does no harm, whatever it throws (F-14)", async ({ console, guard, page }) => {
    guard.expect(/^uncaught: the portal is broken/);
    const portal = new HostPage(page);
    await portal.open({ script: "", policy: withoutTypes });
    await page.evaluate(() => {
      const fail = () => {
        throw new RangeError("the portal is broken");
      };
      document.addEventListener("rekey-ready", fail);
      document.addEventListener("rekey-navigate", async () => fail());
    });
    await page.addScriptTag({ url: "/rekey-console.js", type: "module" });
    await expect(console.heading("Connections")).toBeVisible();
    await expect.poll(() => portal.details("rekey-navigate")).toHaveLength(1);
    await console.tab("API gateway").click();
    await console.signIn();
    await expect(console.link("retail")).toBeVisible();
    expect(await portal.details("rekey-error")).toEqual([]);
  });

  test("why there is no console", async ({ console, guard, page }) => {
    guard.expectNote(/Failed to load resource/);
    const portal = new HostPage(page);
    await portal.open({ elements: element().replace("/config.json", "/none.json") });
    await expect(console.heading("Rekey cannot start")).toBeVisible();
    await expect.poll(() => portal.details("rekey-error")).toEqual([{ code: "configuration-missing" }]);
    expect(await portal.told("rekey-ready")).toEqual([]);
    expect(await portal.element((element) => element.navigate("gateway"))).toBe(false);
  });
});

test.describe("attributes", () => {
  test("connection confines the console to one connection, and to its pages", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element('connection="cloud"') });
    await expect(console.heading("Sign in to Cloud")).toBeVisible();
    await expect(console.tabs.getByRole("link")).toHaveCount(1);
    await expect.poll(() => portal.details("rekey-navigate")).toEqual([{ page: "cloud", connection: "cloud" }]);
    expect(await portal.element((element) => element.navigate("gateway"))).toBe(false);
    await portal.element((element) => element.setAttribute("connection", "gateway"));
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
  });

  test("a connection that there is none of stops the console and is named", async ({ console, page, sandbox }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element('connection="clouds"') });
    await expect(console.heading("Rekey cannot start")).toBeVisible();
    await expect(page.getByText("the attribute connection names no connection of the configuration: clouds")).toBeVisible();
    await expect.poll(() => portal.details("rekey-error")).toEqual([{ code: "connection-unknown" }]);
    expect(await sandbox.arrived()).toEqual([]);
  });

  test("page is where it begins, and a change of it goes there; what would be lost is asked about first", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="#/${change}"`) });
    await console.signIn();
    await console.newPassword.fill(secret);
    await portal.element((element) => element.setAttribute("page", "gateway/projects/retail"));
    await console.stay();
    await expect(console.newPassword).toHaveValue(secret);
    await portal.element((element) => element.setAttribute("page", "gateway/projects/retail"));
    await console.leave();
    await console.listIsRead();
    await portal.element((element) => element.setAttribute("page", "gateway/nowhere"));
    await expect(console.heading("There is no such page")).toBeVisible();
  });

  test("theme, density and presenter are followed; what names no choice is put right", { tag: "@firefox" }, async ({ page, console }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element('theme="dark"') });
    await expect(console.heading("Connections")).toBeVisible();
    const scheme = () => page.locator("rekey-console").evaluate((element) => getComputedStyle(element).colorScheme);
    expect(await scheme()).toBe("dark");
    await portal.element((element) => element.setAttribute("theme", "light"));
    expect(await scheme()).toBe("light");
    await portal.element((element) => element.setAttribute("theme", "purple"));
    await expect(page.locator("rekey-console")).toHaveAttribute("theme", "light");
    await portal.element((element) => element.removeAttribute("theme"));
    expect(await scheme()).toBe("light dark");
    await portal.element((element) => element.setAttribute("presenter", "names"));
    await expect(console.button("Presenter mode")).toBeVisible();
    await portal.element((element) => element.removeAttribute("presenter"));
    await expect(console.button("Presenter mode")).toBeHidden();
  });

  test("language is what the first console speaks, and a change of it is followed by all", async ({ page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element('language="tr"') });
    const name = page.getByRole("link", { name: "API gateway" }).first();
    await expect(name).toBeVisible();
    await expect(page.locator("rekey-console [lang='tr']").first()).toBeAttached();
    await portal.element((element) => element.setAttribute("language", "en"));
    await expect(page.getByRole("heading", { name: "Connections" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("de");
  });

  test("a token in an attribute is ignored, with a warning (E-08)", async ({ console, guard, page, sandbox }) => {
    guard.expect(/^console: rekey: the attribute token is ignored/);
    const portal = new HostPage(page);
    await portal.open({ elements: element('connection="gateway" token="not-a-token"') });
    await expect(console.signInButton).toBeVisible();
    expect(await sandbox.log()).toEqual([]);
    expect(guard.console.join()).not.toContain("not-a-token");
  });
});

test.describe("methods and properties", () => {
  test("navigate goes to a page and says whether there is one", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open();
    await expect(console.heading("Connections")).toBeVisible();
    expect(await portal.element((element) => element.navigate("cloud"))).toBe(true);
    await expect(console.heading("Sign in to Cloud")).toBeVisible();
    for (const nowhere of ["clouds", "cloud/projects/retail", "javascript:alert(1)", "//gateway"]) {
      expect(await portal.element((element, nowhere) => element.navigate(nowhere), nowhere)).toBe(false);
    }
    await expect(console.heading("Sign in to Cloud")).toBeVisible();
  });

  test("before there is a console, navigate is remembered and signOut does nothing", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ script: "", policy: withoutTypes });
    await page.addScriptTag({ url: "/rekey-console.js", type: "module" });
    await page.waitForFunction(() => customElements.get("rekey-console") !== undefined);
    expect(
      await portal.element((element) => {
        element.remove();
        document.querySelector("main")?.append(element);
        element.signOut();
        return element.navigate("cloud");
      }),
    ).toBe(true);
    await expect(console.heading("Sign in to Cloud")).toBeVisible();
  });

  test("signOut ends every session, asks nobody, and tells nothing else of the host", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ elements: element(`page="${change}"`) });
    await console.signIn();
    await console.newPassword.fill(secret);
    await portal.element((element) => element.signOut());
    await expect(console.heading("Sign in to API gateway")).toBeVisible();
    await expect(console.newPassword).toHaveCount(0);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("config takes an object, before the element is defined and after", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open({ script: "", policy: withoutTypes });
    const one = (id: string) => ({ connections: [{ id, label: `Gateway ${id}`, kind: "apinizer", baseUrl: "/apinizer" }] });
    await portal.element((element, config) => void (element.config = config), one("early"));
    await page.addScriptTag({ url: "/rekey-console.js", type: "module" });
    await expect(console.heading("Sign in to Gateway early")).toBeVisible();
    await portal.element((element, config) => void (element.config = config), one("late"));
    await expect(console.heading("Sign in to Gateway late")).toBeVisible();
  });

  test("getToken takes a function or null, and says so", async ({ console, page }) => {
    const portal = new HostPage(page);
    await portal.open();
    await expect(console.heading("Connections")).toBeVisible();
    const set = (value: unknown) =>
      portal.element((element, value) => {
        try {
          Object.assign(element, { getToken: value });
          return String(element.getToken);
        } catch (error) {
          return String(error);
        }
      }, value);
    expect(await set("a token")).toBe("TypeError: getToken is a function or null");
    expect(await set(null)).toBe("null");
    expect(await set(undefined)).toBe("null");
  });
});

test.describe("the script", () => {
  test("its name that stays leads to the one that was built; the checked one works in a page of others, too", async ({ console, page, request }) => {
    const alias = await (await request.get("/rekey-console.js")).text();
    const built = await (await request.get("/")).text();
    const [, src, integrity] = /<script type="module" src="([^"]+)" integrity="([^"]+)"/.exec(built) ?? [];
    expect(alias).toBe(`import "./${src}";\n`);
    const portal = new HostPage(page);
    await portal.open({ script: `/${src}" integrity="${integrity}` });
    await expect(console.heading("Connections")).toBeVisible();
  });
});

test.describe("a policy that does not allow it says what is missing (E-07)", () => {
  test("WebAssembly", async ({ console, guard, page }) => {
    guard.expect(/^policy: script-src refused wasm-eval/, /^console: rekey: module-blocked/);
    const portal = new HostPage(page);
    await portal.open({ policy: policy.replace(" 'wasm-unsafe-eval'", "") });
    await expect(page.getByRole("alert")).toContainText("It has to allow 'wasm-unsafe-eval' in script-src.");
    await expect.poll(() => portal.details("rekey-error")).toEqual([{ code: "module-blocked" }]);
    await expect(console.signInButton).toHaveCount(0);
  });

  test("the files of the console", async ({ guard, page, server }) => {
    guard.expect(/^policy: connect-src refused/, /^console: rekey: files-blocked/);
    guard.expectNote(/Content Security Policy/);
    const portal = new HostPage(page);
    await portal.open({ policy: policy.replace("connect-src 'self'", "connect-src https://api.example") });
    await expect(page.getByRole("alert")).toContainText(`It has to allow ${server.origin} in connect-src.`);
    await expect.poll(() => portal.details("rekey-error")).toEqual([{ code: "files-blocked" }]);
  });

  test("the API", async ({ console, guard, page }) => {
    guard.expect(/^policy: connect-src refused/);
    guard.expectNote(/Content Security Policy/);
    const portal = new HostPage(page);
    const origin = await closedOrigin();
    await page.route("**/config.json", (route) => route.fulfill({ json: { connections: [{ id: "far", kind: "apinizer", baseUrl: origin }] } }));
    await portal.open();
    const check = new ConnectionCheck(console);
    await expect(check.notice).toContainText("connect-src");
    await check.open();
    await expect(check.remedy).toContainText(`connect-src 'self' ${origin}`);
  });
});
