import { demo, environments, type Environment } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

const password = "correct horse, new staple";
const words = (environment: Environment) => `Gateway pod of ${environment} timed out`;

/** Every way in which three environments can take a change or not, but all of them (F-10). */
const failures: Environment[][] = Array.from({ length: 7 }, (_, index) =>
  environments.filter((_, bit) => ((index + 1) >> bit) & 1),
);

for (const failed of failures) {
  test(`${failed.join(", ")} failing is told by name and words, and is never a success`, async ({ console, sandbox }) => {
    const fault = failed.map((name) => ({ name, message: words(name) }));
    await sandbox.nextWrite({ kind: "fail-environments", environments: fault });
    await console.openChange();
    await console.change(password);

    await console.expectOutcome("saved-not-deployed");
    await expect(console.heading("Saved, but not deployed everywhere")).toBeVisible();
    await expect(console.result).toContainText(/The password is changed/);
    for (const environment of environments) {
      const row = console.deploymentOf(environment);
      const isFailed = failed.includes(environment);
      await expect(row).toContainText(isFailed ? "Failed" : "Deployed");
      await expect(row).toContainText(isFailed ? words(environment) : "Deployed successfully");
      expect(await sandbox.gateway(environment, demo.username, password)).toBe(isFailed ? 401 : 200);
      expect(await sandbox.gateway(environment, demo.username, demo.oldPassword)).toBe(isFailed ? 200 : 401);
    }
  });
}

test("one pod of two that fails makes its environment fail", async ({ console, sandbox }) => {
  await sandbox.settings({ generation: "b", deploymentShape: "pods" });
  await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "staging", message: words("staging") }] });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved-not-deployed");
  await expect(console.deployment.getByRole("rowheader")).toHaveText([...environments]);
  await expect(console.deploymentOf("staging")).toContainText("Failed");
  await expect(console.deploymentOf("staging")).toContainText(words("staging"));
});

test("an overall success does not hide the environment that failed", { tag: "@firefox" }, async ({ console, sandbox }) => {
  await sandbox.nextWrite({
    kind: "fail-environments",
    environments: [{ name: "production", message: words("production") }],
    overall: true,
  });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved-not-deployed");
  await expect(console.result).toContainText("The new one is valid in: test, staging. The old one may still be valid in: production.");
});

test("an overall failure is told although every environment took the change", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "fail-environments", environments: [], overall: false });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved-not-deployed");
  await expect(console.result).toContainText("the deployment did not succeed as a whole");
});

test("a token that may save and not deploy is told so by every environment", async ({ console, sandbox }) => {
  await console.open("#/gateway/projects/retail/credentials/api-user/password");
  await console.signIn("rekey-nodeploy-token");
  await console.change(password);
  await console.expectOutcome("saved-not-deployed");
  expect(await sandbox.gateways(demo.username, demo.oldPassword)).toEqual([200, 200, 200]);
});

test("nothing in a partial result has the colour of success but the environments that took it", async ({ console, page, sandbox }) => {
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved");
  const colour = () => console.result.locator("svg").first().evaluate((icon) => getComputedStyle(icon).color);
  const green = await colour();
  await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "test", message: "no" }] });
  await page.reload();
  await console.signIn();
  await console.change(`${password} too`);
  await console.expectOutcome("saved-not-deployed");
  expect(await colour()).not.toBe(green);
});

test("the same password can be sent again, to every environment", async ({ console, sandbox }) => {
  await sandbox.nextWrite({ kind: "fail-environments", environments: [{ name: "production", message: "no" }] });
  await console.openChange();
  await console.change(password);
  await console.expectOutcome("saved-not-deployed");
  await expect(console.result).toContainText("Sending the same again deploys to all environments once more.");
  await sandbox.faults();
  await console.button("Send the same password again").click();
  await console.expectOutcome("saved");
  expect(await sandbox.gateways(demo.username, password)).toEqual([200, 200, 200]);
});
