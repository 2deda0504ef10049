import { address } from "../support/console.ts";
import { useFor } from "../support/limits.ts";
import { expect, test } from "../support/test.ts";

const minutes = 60_000;

test.describe("a session whose end the server told (UX-41)", () => {
  test.beforeEach(async ({ console, page }) => {
    await page.clock.install();
    await console.open(address.list());
    await console.signInByPassword();
    await console.listIsRead();
  });

  test("is announced two minutes before, with the time, and not earlier", async ({ page }) => {
    const notice = page.getByRole("status").filter({ hasText: "Your session ends at" });
    await useFor(page, 57);
    await expect(notice).toHaveCount(0);
    await page.clock.runFor(1.5 * minutes);
    await expect(notice).toContainText(/Your session ends at \d\d:\d\d:\d\d\./);
  });

  test("is announced once: who took notice is left alone on the next page", async ({ console, page }) => {
    const notice = page.getByRole("status").filter({ hasText: "Your session ends at" });
    await useFor(page, 58.5);
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice).toHaveCount(0);
    await console.link("Edit api-user").click();
    await expect(console.field("Full name")).toBeVisible();
    await expect(notice).toHaveCount(0);
  });
});

test("a session whose end is not known announces nothing (UX-41)", async ({ console, page }) => {
  await page.clock.install();
  await console.openList();
  await useFor(page, 59);
  await expect(page.getByRole("status").filter({ hasText: "Your session ends at" })).toHaveCount(0);
});

test.describe("a token that says of itself when it ends (S-16)", () => {
  const part = (members: object) => Buffer.from(JSON.stringify(members)).toString("base64url");
  const token = (claims: object) => `${part({ alg: "none" })}.${part(claims)}.`;

  test.beforeEach(async ({ console, page }) => {
    // What it reads with the token does not matter here.
    await page.route("**/apiops/**", () => undefined);
    await console.open(address.list());
  });

  test("is announced as the end of the session", async ({ console, page }) => {
    await console.signIn(token({ exp: Math.floor(Date.now() / 1000) + 100 }));
    await expect(page.getByRole("status").filter({ hasText: "Your session ends at" })).toBeVisible();
  });

  test("or that it never does, which is said until somebody has taken notice", async ({ console, page }) => {
    await console.signIn(token({ sub: "somebody" }));
    const notice = page.getByRole("status").filter({ hasText: "This access token never ends by itself." });
    await notice.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice).toHaveCount(0);
  });
});
