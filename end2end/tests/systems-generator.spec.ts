import { v7 } from "../support/systems.ts";
import { expect, test } from "../support/test.ts";
import { Visit } from "../support/visit.ts";

test.use({ systems: "all" });

test("a generated value, for which there is no policy, has never less than 128 bits (UX-18)", async ({ console, page }) => {
  const visit = new Visit(console, v7);
  const length = page.getByRole("spinbutton", { name: "Length" });
  await visit.openChange();
  await console.button("Options").click();
  await expect(length).toHaveAccessibleDescription("From 22 to 256 characters.");
  await page.getByRole("radio", { name: "All signs" }).check();
  for (const kind of ["Upper case", "Lower case", "Signs"]) await page.getByRole("checkbox", { name: kind }).uncheck();
  await expect(length).toHaveValue("39");
  await console.button("Generate").click();
  await expect(visit.newValue).toHaveValue(/^[0-9]{39}$/);
});
