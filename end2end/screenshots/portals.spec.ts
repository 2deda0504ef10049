import { resolve } from "node:path";
import { expect, test } from "../support/portal-test.ts";

const folder = resolve(import.meta.dirname, "../../docs/screenshots");

const looks = [
  { name: "light", theme: "Light", width: 1280 },
  { name: "dark", theme: "Dark", width: 1280 },
  { name: "320", theme: "Light", width: 320 },
] as const;

for (const { name, theme, width } of looks) {
  test(`portal, ${name}`, async ({ console, page, portal }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${portal.origin}/react/`);
    if (theme === "Dark") await page.getByRole("button", { name: theme, exact: true }).click();
    await page.getByRole("link", { name: "API access", exact: true }).click();
    await console.link("retail").click();
    await console.link("Change password of api-user").click();
    await console.newPassword.fill("correct horse, new staple");
    await console.pressChange();
    await console.expectOutcome("saved");
    await expect(page.getByRole("region", { name: "Activity" }).getByRole("listitem")).toHaveCount(1);
    await page.screenshot({ path: `${folder}/portal-${name}.png`, fullPage: true });
  });
}
