import { Greeting } from "../support/greeting.ts";
import { expect, inFrame, test } from "../support/portal-test.ts";
import { demo } from "../support/sandbox.ts";
import { scramble } from "../support/scramble.ts";

declare global {
  /** The origins of the messages that have arrived in a frame. */
  var arrivedFrom: string[];
}

// What a frame takes from outside (E-02, E-03, E-04), against a page that answers it in every way but the right one.

test("of all messages only the one around it is heard, with its nonce, once", { tag: "@firefox" }, async ({ page, portal, sandbox }) => {
  portal.policy = (directives) => ({ ...directives, "frame-src": `'self' ${portal.console}` });
  const greeting = await Greeting.of(page, portal.origin, sandbox.origin);
  const { frame } = greeting;
  const isWaiting = () => expect(frame.locator("rekey-console")).toHaveCount(0);

  await frame.evaluate(() => {
    globalThis.arrivedFrom = [];
    window.addEventListener("message", ({ origin }) => void globalThis.arrivedFrom.push(origin));
  });

  // Another window: a frame beside it, with an origin of its own (`null`) or that of the portal, which knows the nonce.
  await page.route("**/beside", (route) => route.fulfill({ contentType: "text/html", body: "<p>Beside</p>" }));
  for (const isSandboxed of [true, false]) {
    const from = isSandboxed ? "null" : portal.origin;
    await page.evaluate((sandboxed) => {
      const beside = document.createElement("iframe");
      if (sandboxed) beside.setAttribute("sandbox", "allow-scripts");
      beside.src = "/beside";
      beside.id = "beside";
      document.body.append(beside);
    }, isSandboxed);
    const beside = page.frames().at(-1);
    await beside?.waitForURL("**/beside");
    const nonce = await page.evaluate(() => globalThis.greeting.nonce);
    await beside?.evaluate(([known, target]) => {
      const { port2 } = new MessageChannel();
      window.parent.frames[0]?.postMessage({ rekey: 1, type: "welcome", nonce: known }, target, [port2]);
    }, [nonce, sandbox.origin] as const);
    await expect.poll(() => frame.evaluate(() => globalThis.arrivedFrom.at(-1))).toBe(from);
    await page.evaluate(() => document.querySelector("#beside")?.remove());
  }
  await isWaiting();

  // The right window with an origin that only looks like the portal's. No browser lets a page say so: the event is made.
  const origins = ["null", "", "*", `${portal.origin}/`, `${portal.origin}0`, portal.origin.slice(0, -1), `${portal.origin}.other.example`, portal.origin.toUpperCase(), portal.origin.replace("http:", "https:")];
  const nonce = await page.evaluate(() => globalThis.greeting.nonce);
  await frame.evaluate(([known, all]) => {
    for (const origin of all) {
      const { port2 } = new MessageChannel();
      const data = { rekey: 1, type: "welcome", nonce: known };
      window.dispatchEvent(new MessageEvent("message", { source: window.parent, origin, data, ports: [port2] }));
    }
  }, [nonce, origins] as const);
  await isWaiting();

  await greeting.answer({ theme: "dark" });
  await expect.poll(() => greeting.heard("token-wanted")).toHaveLength(1);

  // A second answer: neither its wishes nor its port.
  await greeting.answer({ theme: "light" });
  await greeting.send({ type: "token", connection: "gateway", request: 1, token: null });
  await expect(inFrame(frame).accessToken).toBeVisible();
  await expect(frame.locator("rekey-console")).toHaveAttribute("theme", "dark");
  expect(await greeting.heard("token-wanted")).toHaveLength(1);
});

test("a thousand scrambled answers are no answer, and as many scrambled commands do nothing", { tag: "@firefox" }, async ({ page, portal, sandbox }) => {
  const greeting = await Greeting.of(page, portal.origin, sandbox.origin);
  const { frame } = greeting;
  await page.evaluate(scramble, { kind: "welcome" as const, count: 1000, seed: 20_261_128, target: sandbox.origin });
  // The messages of one window arrive in their order: what was sent before the answer has been dropped when it counts.
  await expect(frame.locator("rekey-console")).toHaveCount(0);
  await greeting.answer();
  await expect.poll(() => greeting.heard("token-wanted")).toHaveLength(1);

  await page.evaluate(scramble, { kind: "command" as const, count: 1000, seed: 7, target: sandbox.origin });
  await greeting.send({ type: "theme", theme: "dark" });
  await expect(frame.locator("rekey-console")).toHaveAttribute("theme", "dark");
  // Nobody has been signed in or led anywhere, and nothing has been asked of the API but by the connection check.
  await greeting.send({ type: "token", connection: "gateway", request: 1, token: null });
  await expect(inFrame(frame).accessToken).toHaveValue("");
  expect(await sandbox.log()).toEqual([]);
});

test("a token is taken once, for the connection and the request that asked for it", async ({ page, portal, sandbox }) => {
  const greeting = await Greeting.of(page, portal.origin, sandbox.origin);
  const console = inFrame(greeting.frame);
  await greeting.answer();
  await expect.poll(() => greeting.heard("token-wanted")).toEqual([{ type: "token-wanted", connection: "gateway", reason: "needed", request: 1 }]);
  const token = { type: "token", connection: "gateway", request: 1, token: demo.token };
  await greeting.send({ ...token, request: 2 }, { ...token, request: 0 }, { ...token, connection: "other" }, { ...token, request: "1" });
  await greeting.send({ ...token, token: null }, token, token);
  await expect(console.accessToken).toBeVisible();
  await expect(console.accessToken).toHaveValue("");
  await expect(console.signOut).toHaveCount(0);
  expect(await sandbox.log()).toEqual([]);
});

test("a portal can lead to a form and end a session, and neither fill nor send anything (E-04)", async ({ page, portal, sandbox }) => {
  const greeting = await Greeting.of(page, portal.origin, sandbox.origin);
  const console = inFrame(greeting.frame);
  await greeting.answer({ connection: "gateway" });
  await expect.poll(() => greeting.heard("token-wanted")).toHaveLength(1);
  await greeting.send({ type: "token", connection: "gateway", request: 1, token: demo.token });
  await expect(console.signOut).toBeVisible();
  await greeting.send({ type: "navigate", page: "#/gateway/projects/retail/credentials/api-user/password" });
  await expect(console.newPassword).toHaveValue("");
  for (const type of ["submit", "change", "save", "fill", "generate", "click"]) {
    await greeting.send({ type, value: "from outside" }, { type, credential: "api-user", secret: "from outside" });
  }
  await greeting.send({ type: "sign-out" });
  await expect(console.signOut).toHaveCount(0);
  expect(await sandbox.writes()).toEqual([]);
});
