import { answer } from "../support/faults.ts";
import { demo } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

/** The watch over the contracts notices what it is there for. Every other test with this tag only shows that it is quiet. */
test.describe("contract", { tag: "@contract" }, () => {
  const headers = { Authorization: `Bearer ${demo.token}`, "Content-Type": "application/json" };
  const path = "/apinizer/apiops/projects/retail/credentials/api-user/";

  test("a request with a member too many is noticed, and does not arrive", async ({ request, sandbox, violations }) => {
    const refused = await request.patch(path, { headers, data: { password: "correct horse", email: "x" } });
    expect(refused.status()).toBe(422);
    expect(violations.splice(0).join()).toContain("must NOT have additional properties");
    expect(await sandbox.log()).toEqual([]);
  });

  const reads = [
    { path: "/apinizer/apiops/projects/", accept: "application/json" },
    { path: "/thousandeyes/v6/credentials.json?aid=75", accept: "application/json" },
    { path: "/thousandeyes/v7/credentials?aid=75", accept: "application/hal+json" },
    { path: "/zstack/api/v1/credentials?limit=100&offset=0", accept: "application/json" },
  ];

  for (const { path, accept } of reads) {
    test(`${path} is watched, and keeps its contract`, async ({ request, violations }) => {
      expect((await request.get(path, { headers: { ...headers, Accept: accept } })).status()).toBe(200);
      expect(violations).toEqual([]);
      const foreign = path.replace(/[^/]*$/, "nothing-that-is-documented/");
      await request.get(foreign, { headers });
      expect(violations.splice(0).join()).toContain("NO_PATH_MATCHED");
    });
  }

  const wrongAnswers: [string, unknown, number][] = [
    ["a flag that is no flag", { success: "yes", deploymentResult: null }, 200],
    ["a status that is not documented", { error: "bad_request", error_description: "I am a teapot" }, 418],
    ["a refusal without its words", { error: "bad_request" }, 400],
  ];

  for (const [what, body, status] of wrongAnswers) {
    test(`${what} is noticed`, async ({ request, sandbox, violations }) => {
      await sandbox.nextWrite(answer(status, body));
      await request.patch(path, { headers, data: { password: "correct horse" } });
      expect(violations.splice(0)).toHaveLength(1);
    });
  }
});
