import { address } from "../support/console.ts";
import { demo, digest, type DeploymentShape, environments, type Generation } from "../support/sandbox.ts";
import { expect, test } from "../support/test.ts";

/** Blanks at both ends, every script, and what JSON, HTML and shells treat in a special way. */
const typed = ` Grüße "an" <alle>\\ & $дом 鍵🔑 `;

const servers: { generation: Generation; deploymentShape: DeploymentShape }[] = [
  { generation: "a", deploymentShape: "environments" },
  { generation: "a", deploymentShape: "pods" },
  { generation: "b", deploymentShape: "environments" },
  { generation: "b", deploymentShape: "pods" },
  { generation: "l", deploymentShape: "environments" },
  { generation: "l", deploymentShape: "pods" },
];

for (const server of servers) {
  const { generation, deploymentShape } = server;
  test(`a typed password is live in every environment: generation ${generation}, ${deploymentShape}`, { tag: "@contract" }, async ({ console, sandbox }) => {
    await sandbox.settings(server);
    expect(await sandbox.gateways(demo.username, demo.oldPassword)).toEqual([200, 200, 200]);
    await console.openChange();
    await console.change(typed);

    await console.expectOutcome("saved");
    await expect(console.deployment.getByRole("rowheader")).toHaveText([...environments]);
    for (const environment of environments) {
      await expect(console.deploymentOf(environment)).toContainText("Deployed");
      await expect(console.deploymentOf(environment)).toContainText("Deployed successfully");
    }
    expect(await sandbox.gateways(demo.username, typed)).toEqual([200, 200, 200]);
    expect(await sandbox.gateways(demo.username, demo.oldPassword)).toEqual([401, 401, 401]);
  });
}

test("one request carries the password, and nothing but the password", { tag: "@firefox" }, async ({ console, sandbox }) => {
  await console.openChange();
  await console.change(typed);
  await console.expectOutcome("saved");
  const [write, ...more] = await sandbox.writes();
  expect(more).toEqual([]);
  expect(write).toMatchObject({
    method: "PATCH",
    path: "/apinizer/apiops/projects/retail/credentials/api-user/",
    body: { password: { sha256: digest(typed) } },
    keys: ["password"],
    applied: true,
  });
});

test("a username with blanks, slashes and percent signs names one credential", { tag: ["@contract", "@firefox"] }, async ({ console, sandbox }) => {
  const name = "ops team/eu 50%";
  await console.openList();
  await console.link(`Change password of ${name}`).click();
  await console.change(typed, name);
  await console.expectOutcome("saved");
  expect((await sandbox.writes())[0]?.path).toBe(
    "/apinizer/apiops/projects/retail/credentials/ops%20team%2Feu%2050%25/",
  );
  expect(await sandbox.gateways(name, typed)).toEqual([200, 200, 200]);
});

test("a result says which password is valid, and the list is one link away", async ({ console, page }) => {
  await console.openChange();
  await console.change(typed);
  await console.expectOutcome("saved");
  await expect(console.result).toContainText("The password of api-user is changed");
  await expect(console.result).toContainText("The new password is valid in every environment. The old one no longer works.");
  await console.link("Back to credentials").click();
  await expect(page).toHaveURL(new RegExp(`${address.list()}$`));
  await expect(console.heading("Credentials")).toBeVisible();
});

test("what is typed is hidden until it is shown, and hidden again on request", { tag: "@firefox" }, async ({ console, page }) => {
  await console.openChange();
  await console.newPassword.fill(typed);
  await expect(console.newPassword).toHaveAttribute("type", "password");
  await console.button("Show new password").click();
  await expect(console.newPassword).toHaveAttribute("type", "text");
  await expect(console.newPassword).toHaveValue(typed);
  await expect(page.getByRole("status").getByText("The new password is shown.", { exact: true })).toBeAttached();
  await console.button("Hide new password").click();
  await expect(console.newPassword).toHaveAttribute("type", "password");
  await expect(page.getByRole("status").getByText("The new password is hidden.", { exact: true })).toBeAttached();
  await expect(page.getByText(`${[...typed].length} characters`)).toBeVisible();
});

test("what is shown hides itself after half a minute (S-05)", { tag: "@firefox" }, async ({ console, page }) => {
  await page.clock.install();
  await console.openChange();
  await console.newPassword.fill(typed);
  await console.button("Show new password").click();
  await page.clock.runFor("00:29");
  await expect(console.newPassword).toHaveAttribute("type", "text");
  await page.clock.runFor("00:02");
  await expect(console.newPassword).toHaveAttribute("type", "password");
});

test("showing it again gives it the whole half minute again (S-05)", async ({ console, page }) => {
  await page.clock.install();
  await console.openChange();
  await console.newPassword.fill(typed);
  await console.button("Show new password").click();
  await page.clock.runFor("00:20");
  await console.button("Hide new password").click();
  await console.button("Show new password").click();
  await page.clock.runFor("00:15");
  await expect(console.newPassword).toHaveAttribute("type", "text");
  await page.clock.runFor("00:16");
  await expect(console.newPassword).toHaveAttribute("type", "password");
});

test("what is shown hides itself when another window gets the focus, and when it is submitted (S-05, UX-6)", async ({ console, page }) => {
  await console.openChange();
  await console.newPassword.fill("too short");
  await console.button("Show new password").click();
  await expect(console.newPassword).toHaveAttribute("type", "text");
  await page.evaluate(() => dispatchEvent(new Event("blur")));
  await expect(console.newPassword).toHaveAttribute("type", "password");
  await console.button("Show new password").click();
  await console.pressChange();
  await expect(console.problems).toBeVisible();
  await expect(console.newPassword).toHaveAttribute("type", "password");
});
