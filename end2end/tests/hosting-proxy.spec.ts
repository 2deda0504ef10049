import { configuration, expect, test } from "../support/hosting.ts";
import { ask } from "../support/hosting/ask.ts";
import { kinds } from "../support/hosting/servers.ts";
import { HostedConsole } from "../support/hosting/tour.ts";
import { startUpstream, type Upstream } from "../support/hosting/upstream.ts";
import { demo, digest, type Row } from "../support/sandbox.ts";

const password = "correct horse, new staple";
const [gateway] = configuration.connections;
const signing = { connections: [{ ...gateway, auth: "proxy" }] };
const list = "/apinizer/apiops/projects/retail/credentials/";
const byPage = { "sec-fetch-site": "same-origin" };
const signed = { tokens: { gateway: demo.token }, admins: ["127.0.0.0/8"] };

/** Everything that came to the sandbox from the proxy, which is not below the page's prefix. */
async function passedOn(origin: string): Promise<Row[]> {
  const rows = (await (await fetch(`${origin}/_sandbox/log`)).json()) as Row[];
  return rows.filter(({ path }) => path.startsWith("/apiops/"));
}

for (const kind of kinds) {
  test.describe(`behind ${kind}`, () => {
    test("a change whose answer is lost is sent once, and its outcome is unknown (N-16)", async ({ host, page, sandbox, watch }) => {
      const served = await host({ kind });
      const guard = await watch(served);
      const console = new HostedConsole(page, served);
      await console.openEdit();
      await sandbox.faults({ method: "PUT", path: "/apiops/*", times: 20, fault: { kind: "apply-then-drop" } });
      await console.field("Full name").fill("Once");
      await console.newPassword.fill(password);
      await console.review();
      await console.save();
      await console.expectOutcome("unknown");
      const writes = (await passedOn(sandbox.origin)).filter(({ method }) => method === "PUT");
      expect(writes.map(({ applied }) => applied)).toEqual([true]);
      expect(guard.requests.filter((request) => request.method() === "PUT")).toHaveLength(1);
    });

    test.describe("with two addresses of one API, both of which hang up (N-16)", () => {
      const received = (upstreams: Upstream[]) => upstreams.flatMap((upstream) => upstream.received).length;
      const put = { method: "PUT", path: list, headers: { ...byPage, "content-type": "application/json" }, body: "{}" };

      /** One API whose name stands for two addresses. */
      const toBoth = ([one, two]: Upstream[]) => ({
        configuration: { connections: [gateway] },
        upstreams: { gateway: one?.origin ?? "" },
        changes: { "nginx/rekey/http.conf": (text: string) => text.replace(/(server 127[^;]*;)/, `$1 server 127.0.0.1:${two?.port};`) },
      });

      test("a change goes to one of them", async ({ host }) => {
        const upstreams = [await startUpstream("hang up"), await startUpstream("hang up")];
        const served = await host({ kind, ...toBoth(upstreams) });
        expect((await ask(served.origin, put)).status).toBe(502);
        expect(received(upstreams)).toBe(1);
        upstreams.forEach(({ stop }) => stop());
      });

      // Caddy has one address, and sends nothing that has a body twice.
      if (kind === "nginx") {
        test("which is not how nginx does it by itself", async ({ host }) => {
          const upstreams = [await startUpstream("hang up"), await startUpstream("hang up")];
          const retrying = { "nginx/rekey/api.conf": (text: string) => text.replace("proxy_next_upstream off;", "") };
          const served = await host({ kind, ...toBoth(upstreams), changes: { ...toBoth(upstreams).changes, ...retrying } });
          await ask(served.origin, put);
          expect(received(upstreams)).toBe(2);
          upstreams.forEach(({ stop }) => stop());
        });
      }
    });

    test("an API behind it can set nothing and order nothing, and is no page", async ({ host, page }) => {
      const hostile = await startUpstream({
        headers: {
          "set-cookie": ["a=1", "b=2"],
          "x-accel-redirect": "/config.json",
          "access-control-allow-origin": "*",
          "content-security-policy": "default-src *",
          "cache-control": "public, max-age=600",
          "clear-site-data": '"*"',
          refresh: "0;url=https://elsewhere.example",
          "retry-after": "7",
          "x-organization-rate-limit-reset": "1800000000",
        },
        body: "<script>document.title = 'taken over'</script><p>hostile</p>",
      });
      const served = await host({ kind, upstreams: { gateway: hostile.origin }, configuration: { connections: [gateway] } });
      const headers = { cookie: "portal=session", origin: "https://elsewhere.example", referer: "https://elsewhere.example/", authorization: "Bearer token" };
      const answer = await ask(served.origin, { path: `${list}?a=1`, headers });
      expect([answer.status, String(answer.body)]).toEqual([200, expect.stringContaining("hostile")]);
      for (const name of ["set-cookie", "access-control-allow-origin", "clear-site-data", "refresh"]) {
        expect(answer.headers[name], name).toBeUndefined();
      }
      expect(answer.headers["cache-control"]).toEqual(["no-store"]);
      expect(answer.headers["content-security-policy"]).toEqual([expect.stringMatching(/; sandbox$/)]);
      // What the console reads comes through.
      expect([answer.headers["retry-after"], answer.headers["x-organization-rate-limit-reset"]]).toEqual([["7"], ["1800000000"]]);
      const [received] = hostile.received;
      expect(received).toMatchObject({ method: "GET", url: "/apiops/projects/retail/credentials/?a=1" });
      expect(received?.headers).toMatchObject({ authorization: "Bearer token", host: new URL(hostile.origin).host });
      for (const name of ["cookie", "origin", "referer"]) expect(received?.headers[name], name).toBeUndefined();
      const blocked = page.waitForEvent("console", (message) => message.text().startsWith("Blocked script execution"));
      await page.goto(`${served.origin}${list}`);
      await blocked;
      await expect(page.getByText("hostile")).toBeVisible();
      expect(await page.title()).not.toBe("taken over");
      hostile.stop();
    });

    test("with the token in the proxy nobody signs in, and the browser never has it", async ({ host, page, sandbox, watch }) => {
      const served = await host({ kind, configuration: signing, secrets: signed });
      const guard = await watch(served);
      const console = new HostedConsole(page, served);
      const encoded = "ops team/eu 50%";
      await console.open("#/gateway/projects/retail");
      await console.link("Change password", `of ${encoded}`).click();
      await console.change(password, encoded);
      await console.expectOutcome("saved");
      expect(await sandbox.gateways(encoded, password)).toEqual([200, 200, 200]);
      const asked = guard.requests.filter((request) => request.url().includes("/apiops/"));
      expect(asked.map((request) => request.headers()["authorization"]).filter((value) => value !== undefined)).toEqual([]);
      for (const { headers } of await passedOn(sandbox.origin)) expect(headers.authorization?.sha256).toBe(digest(demo.token));
    });

    test("with the token in the proxy nothing is signed but what the console asks for", async ({ host, sandbox }) => {
      const served = await host({ kind, configuration: signing, secrets: signed });
      const status = async (path: string, method = "GET", headers: Record<string, string> = byPage) =>
        (await ask(served.origin, { path, method, headers })).status;
      expect(await status(list)).toBe(200);
      expect(await status("/apinizer/apiops/projects/")).toBe(200);
      for (const site of [{}, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { "sec-fetch-site": "none" }]) {
        expect(await status(list, "GET", site as Record<string, string>), JSON.stringify(site)).toBe(403);
      }
      const before = (await passedOn(sandbox.origin)).length;
      for (const [method, path] of [
        ["POST", list],
        ["DELETE", `${list}api-user/`],
        ["GET", `${list}api-user/`],
        ["PUT", "/apinizer/apiops/projects/"],
        ["POST", "/apinizer/apiops/auth/token"],
        ["GET", "/apinizer/apiops/users/"],
        ["GET", "/apinizer/"],
        ["GET", "/apinizer/apiops/projects/retail/../../users/"],
        ["GET", "/apinizer/apiops/projects/..%2f..%2fusers/credentials/"],
        ["GET", "/apinizer/apiops/projects/%2e%2e/credentials/"],
        ["GET", "/apinizer/apiops/projects/a%2f..%2f..%2f..%2fusers/credentials/"],
        ["GET", "/apinizer/apiops/projects/a%5c..%5cb/credentials/"],
        ["GET", "/apinizer/apiops/projects/a;b/credentials/"],
        ["GET", "/apinizer//apiops/projects/"],
        ["GET", "/apiops/projects/"],
      ] as const) {
        expect(await status(path, method), `${method} ${path}`).toBe(404);
      }
      expect(await passedOn(sandbox.origin)).toHaveLength(before);
    });

    test("with the token in the proxy whoever is not named may not use it", async ({ host, sandbox }) => {
      const served = await host({ kind, configuration: signing, secrets: { ...signed, admins: ["192.0.2.0/24"] } });
      expect((await ask(served.origin, { path: list, headers: byPage })).status).toBe(403);
      expect((await ask(served.origin, { path: "/" })).status).toBe(200);
      expect(await passedOn(sandbox.origin)).toEqual([]);
    });

    test("without the operator's files for the token the server does not start", async ({ host }) => {
      await expect(host({ kind, configuration: signing })).rejects.toThrow(/rekey-admins/);
    });
  });
}
