import { chromium } from "@playwright/test";
import { launchChromium } from "../support/browser.ts";
import { closedOrigin, ConnectionCheck, restrict } from "../support/connection.ts";
import { Console } from "../support/console.ts";
import { answer, type Fault, type FaultRule, page as pageOf } from "../support/faults.ts";
import { Sandbox } from "../support/sandbox.ts";
import { startServer } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

/** A connection that does not work, or not as it should. */
interface SetUp {
  id: string;
  kind?: string;
  version?: string;
  baseUrl: string;
  /** What the questions meet at the sandbox that serves the page. */
  path?: string;
  fault?: Fault;
  says: RegExp;
  /** What is to be written where. */
  remedy?: string;
  /** Requests work all the same: nothing is said until somebody asks. */
  isHarmless?: true;
}

const anHourAgo = () => new Date(Date.now() - 3_600_000).toUTCString();
const refusal = { error: "unauthorized_client", error_description: "Invalid token" };

test("each set-up that does not work has a message of its own, which names what to change (N-13)", async ({ console, guard, page, sandbox }) => {
  const { origin } = sandbox;
  const [strict, deaf, closed, forbidden] = await Promise.all([
    startServer("apinizer"),
    startServer("apinizer", { callers: origin }),
    closedOrigin(),
    closedOrigin(),
  ]);
  await new Sandbox(deaf.origin).faults({ method: "OPTIONS", path: "/apinizer/*", times: 100, fault: answer(403) });
  const encrypted = strict.origin.replace("http:", "https:");

  const setUps: SetUp[] = [
    { id: "policy", baseUrl: `${forbidden}/apinizer`, says: /own policy blocks .* connect-src/, remedy: `connect-src 'self' ${forbidden}` },
    { id: "closed", baseUrl: `${closed}/apinizer`, says: new RegExp(`Cannot reach ${closed}\\. Most likely the server is down`), remedy: `"baseUrl": "${closed}/apinizer"` },
    { id: "certificate", baseUrl: `${encrypted}/apinizer`, says: /its name or certificate is wrong/, remedy: `"baseUrl": "${encrypted}/apinizer"` },
    { id: "cors", baseUrl: `${strict.origin}/apinizer`, says: /is up but most likely does not allow this page \(CORS\)/, remedy: `Access-Control-Allow-Origin: ${origin}` },
    { id: "preflight", baseUrl: `${deaf.origin}/apinizer`, says: /does not allow this page to send the headers Authorization/, remedy: "Access-Control-Allow-Headers: authorization, content-type" },
    { id: "redirect", baseUrl: "/apinizer", path: "/apinizer/apiops/projects/", fault: { kind: "redirect", status: 307, location: "/elsewhere" }, says: /redirect.* baseUrl/, remedy: '"baseUrl": "/apinizer"' },
    { id: "page", baseUrl: "/thousandeyes", kind: "thousandeyes", path: "/thousandeyes/v7/account-groups", fault: pageOf(200, "Hotel \u202eWi-Fi"), says: /A page answers instead of the API \(HTTP 200\).*“Hotel \\u\{202e\}Wi-Fi”/, remedy: '"baseUrl": "/thousandeyes"' },
    { id: "gateway", baseUrl: "/thousandeyes", kind: "thousandeyes", version: "v6", path: "/thousandeyes/v6/account-groups.json", fault: pageOf(502, "Bad Gateway"), says: /no server behind it \(HTTP 502\).*proxy_pass/ },
    { id: "path", baseUrl: "/nowhere", says: /no API of Apinizer at this address \(HTTP 404\).*baseUrl/, remedy: '"baseUrl": "/nowhere"' },
    { id: "another", baseUrl: "/zstack", kind: "zstack", path: "/zstack/api/v1/credentials", fault: answer(401, { status: "FAILURE", resultMessage: "Token is not valid!" }), says: /Apinizer answers there, and not ZStack Cloud\. baseUrl or kind/, remedy: '"baseUrl": "/zstack"' },
    { id: "open", baseUrl: "/", kind: "thousandeyes", path: "/v7/account-groups", fault: answer(200, { accountGroups: [] }), says: /without a sign-in, so most likely a proxy.* auth/, remedy: '"auth": "proxy"', isHarmless: true },
    { id: "clock", baseUrl: "/", path: "/apiops/projects/", fault: { ...answer(401, refusal), headers: { date: anHourAgo() } }, says: /60 minutes ahead of the server's/, isHarmless: true },
  ];
  const connections = setUps.map(({ id, kind = "apinizer", version, baseUrl }) => ({ id, label: id, kind, version, baseUrl }));
  const faults = setUps.flatMap(({ path, fault }): FaultRule[] => (path && fault ? [{ unsigned: true, path, times: 100, fault }] : []));
  await sandbox.faults(...faults);
  await page.route("**/config.json", (route) => route.fulfill({ json: { connections } }));
  for (const host of [strict.origin, deaf.origin, closed]) guard.allow(new URL(host).host);
  guard.expect(/blocked by CORS policy/, /Failed to load resource/, /^policy: connect-src refused/, /Content Security Policy/);

  const check = new ConnectionCheck(console);
  const messages: string[] = [];
  await console.open();
  await expect(console.tab("policy")).toBeVisible();
  // While Playwright stands in the way, it answers the preflights itself.
  await page.unrouteAll();
  await restrict(page, strict.origin, encrypted, deaf.origin, closed);
  for (const { id, says, remedy, isHarmless } of setUps) {
    await console.open(`#/${id}`);
    await console.accessToken.fill("being typed");
    if (isHarmless) await check.button.click();
    else await expect(check.notice, id).toContainText(says);
    await expect(console.accessToken).toHaveValue("being typed");
    if (isHarmless) await expect(check.notice).toHaveCount(0);
    else await check.open();
    const row = check.dialog.getByRole("listitem").filter({ hasText: /problem/i });
    await expect(row).toHaveCount(1);
    await expect(row).toContainText(says);
    await expect(check.remedy).toHaveCount(remedy === undefined ? 0 : 1);
    if (remedy !== undefined) await expect(check.remedy).toContainText(remedy);
    messages.push((await row.textContent()) ?? "");
    await check.close();
  }
  expect(new Set(messages).size).toBe(setUps.length);
  // Nobody has signed in, and nothing but reads without a sign-in has left the page.
  expect(await sandbox.log()).toEqual([]);
  await Promise.all([strict.stop(), deaf.stop()]);
});

test("a connection that works is told to on request alone; without a network, that is told (X06)", async ({ console, context, guard, page, sandbox }) => {
  const other = await startServer("apinizer", { callers: sandbox.origin });
  guard.allow(new URL(other.origin).host);
  const connections = [{ id: "far", label: "Far", kind: "apinizer", baseUrl: `${other.origin}/apinizer` }];
  await page.route("**/config.json", (route) => route.fulfill({ json: { connections } }));
  const check = new ConnectionCheck(console);
  await console.open();
  await expect(console.accessToken).toBeVisible();
  await page.unrouteAll();
  await check.button.focus();
  await page.keyboard.press("Enter");
  await expect(check.dialog).toContainText("Nothing stands in the way of this connection.");
  await expect(check.notice).toHaveCount(0);
  for (const name of ["Something answers there", "may read the answers (CORS)", "may send a sign-in (CORS)", "The API of Apinizer answers"]) {
    await expect(check.row(name)).toContainText("OK");
  }
  // Its clock is not to be read from another origin.
  await expect(check.row("The clocks agree")).toContainText("Not known");
  await context.setOffline(true);
  await console.button("Check again").click();
  await expect(check.row("The browser has a network")).toContainText("This browser is offline.");
  await expect(check.row("Something answers there")).toContainText("Not known");
  await context.setOffline(false);
  await page.keyboard.press("Escape");
  await expect(check.button).toBeFocused();
  // Besides the questions themselves there are only the browser's own, which come before.
  expect((await new Sandbox(other.origin).log()).filter(({ method }) => method !== "OPTIONS")).toEqual([]);
  await other.stop();
});

test("X05-list: a page of the Internet that may not ask this computer is told of the permission (E-09)", async ({ server }) => {
  const other = await startServer("apinizer");
  // By its name the page is of anywhere, and the browser takes its address for one of the Internet.
  const origin = server.origin.replace("127.0.0.1", "console.example");
  const spaces = [
    "--host-resolver-rules=MAP console.example 127.0.0.1",
    `--unsafely-treat-insecure-origin-as-secure=${origin}`,
    `--ip-address-space-overrides=${new URL(server.origin).host}=public`,
  ];
  const options = launchChromium();
  const browser = await chromium.launch({ ...options, args: [...options.args, ...spaces] });
  const page = await browser.newPage({ locale: "en-GB" });
  const connections = [{ id: "far", label: "Far", kind: "apinizer", baseUrl: `${other.origin}/apinizer` }];
  await page.route("**/config.json", (route) => route.fulfill({ json: { connections } }));
  await page.goto(origin);
  const check = new ConnectionCheck(new Console(page));
  await expect(check.notice).toContainText(/local network.*(Allow “Local network”|Allow it)/);
  await check.open();
  await expect(check.row("The page may ask the local network")).toContainText("Likely problem");
  await check.close();
  // X05-list: the same is told where the list could not be read.
  await check.console.signIn();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("local network");
  await browser.close();
  await other.stop();
});
