import { writeFile } from "node:fs/promises";
import { test as plain } from "@playwright/test";
import { configuration, expect, test } from "../support/hosting.ts";
import { examine } from "../support/hosting/deployed.ts";
import { everywhere } from "../support/hosting/expectations.ts";
import { kinds } from "../support/hosting/servers.ts";
import { table } from "../support/hosting/table.ts";

/** Of a console somewhere; see `cargo xtask headers`. */
const deployed = process.env.REKEY_DEPLOYED;
const columns = ["content-security-policy", ...Object.keys(everywhere), "permissions-policy", "x-frame-options", "cross-origin-resource-policy", "cache-control"];

if (deployed !== undefined) {
  plain(`every header of ${deployed} is as it must be (W-01, W-06)`, async () => {
    const { answers, deviations } = await examine(deployed);
    console.log(table(deployed, answers, columns));
    expect(deviations).toEqual([]);
  });
}

for (const kind of deployed === undefined ? kinds : []) {
  test.describe(`behind ${kind}`, () => {
    test("a console that is deployed as it should be has nothing to complain about (W-01)", async ({ host }) => {
      const portals = ["https://one.example", "https://two.example"];
      const far = { id: "far", kind: "zstack", baseUrl: "https://zstack.example" };
      for (const path of ["/", "/console/"]) {
        const served = await host({ kind, path, configuration: { connections: [...configuration.connections, far], portals } });
        expect((await examine(served.address)).deviations).toEqual([]);
      }
    });

    test("a header that is missing, and a configuration that was changed behind the page's back, are told (W-01, W-06)", async ({ host }) => {
      const without = (text: string) => text.replace(/.*Referrer-Policy.*\n/g, "");
      const served = await host({ kind, changes: { "nginx/rekey/headers.conf": without, "caddy/rekey.caddy": without } });
      const { deviations } = await examine(served.address);
      expect(deviations.length).toBeGreaterThan(5);
      expect(deviations.every((deviation) => deviation.includes("referrer-policy"))).toBe(true);
      const far = { id: "far", kind: "zstack", baseUrl: "https://zstack.example" };
      await writeFile(`${served.release.site}/config.json`, JSON.stringify({ connections: [far] }));
      expect((await examine(served.address)).deviations).toContain("the page may connect to 'self', the configuration wants 'self' https://zstack.example");
    });
  });
}
