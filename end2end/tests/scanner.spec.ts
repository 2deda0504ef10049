import { encodings, found } from "../support/scanner/encodings.ts";
import { plant, planted, write } from "../support/scanner/plants.ts";
import { type Canary, Scanner } from "../support/scanner/scanner.ts";
import { expect, test } from "../support/test.ts";

// The scanner itself: it finds what is there, for the right reason, and nothing else (S-13).

const secret = `canary "in" a coal\\mine ~~~~????>>>> þ🐤`;

test.describe("each encoding is told by its name, wherever the secret begins", () => {
  for (const encoding of encodings) {
    test(encoding, () => {
      for (const before of ["", "a", "ab", "abc"]) {
        const bytes = encoding === "UTF-16LE" ? Buffer.from(`${before}${secret}`, "utf16le") : Buffer.from(written(before));
        expect(found(bytes, secret), before).toEqual([encoding]);
        const text = bytes.toString(encoding === "UTF-16LE" ? "latin1" : "utf8");
        expect(found(text, secret), before).toEqual([encoding]);
      }
    });

    const written = (before: string) => {
      const bytes = Buffer.from(`${before}${secret}c`);
      const others: Partial<Record<typeof encoding, string>> = {
        base64: bytes.toString("base64"),
        base64url: bytes.toString("base64url"),
        hex: bytes.toString("hex"),
      };
      return others[encoding] ?? `${before}${write[encoding](secret)}`;
    };
  }
});

test("what is not there is not found, nor is a part of it", () => {
  for (const encoding of encodings) {
    expect(found(write[encoding](secret.slice(1, -9)), secret)).toEqual([]);
  }
});

test("every place is searched in every encoding", async ({ console, guard, page }) => {
  guard.expect(/status of 40\d|Failed to load/);
  const nowhere: Canary = { name: "nowhere", secret: "a secret that is nowhere" };
  const memory = planted.filter(({ place }) => inMemory.includes(place));
  const quick = await Scanner.of(page, guard, [...planted.filter((plant) => !memory.includes(plant)), nowhere]);
  const slow = await Scanner.of(page, guard, [...memory, nowhere]);
  await console.open();
  await expect(console.signInButton).toBeVisible();
  await quick.step("before");
  expect(quick.findings).toEqual([]);
  await plant(page);
  await quick.step("planted");
  await slow.end("planted");
  const findings = [...quick.findings, ...slow.findings];
  const missed = planted.filter(
    ({ name, place, encoding }) =>
      !findings.some((finding) => finding.canary === name && finding.place === place && finding.encodings.includes(encoding)),
  );
  // A text of the heap is cut off at its first zero.
  expect(missed.map(({ name }) => name)).toEqual(["UTF-16LE in heap"]);
  expect(findings.filter(({ canary }) => canary === nowhere.name)).toEqual([]);
});

/** The places that are looked at when a flow ends. */
const inMemory: string[] = ["heap", "module memory"];

test("a secret may be in the field that is filled and in the one request, and in no other", async ({ console, guard, page }) => {
  const typed: Canary = { name: "typed", secret };
  const sent: Canary = { name: "sent", secret: "sent-canary", goes: { in: "authorization", with: ({ url }) => url.includes("?allowed") } };
  const scan = await Scanner.of(page, guard, [typed, sent]);
  await console.open();
  await console.accessToken.fill(secret);
  await page.evaluate(() => fetch("/favicon.svg?allowed", { headers: { Authorization: "Bearer sent-canary" } }).then(() => undefined));
  await scan.step("allowed", { field: "sign-in-secret" });
  expect(scan.findings).toEqual([]);
  await page.evaluate(() => fetch("/favicon.svg?other", { headers: { Authorization: "Bearer sent-canary" } }).then(() => undefined));
  await scan.step("not allowed", { field: "user-name" });
  expect(new Set(scan.findings.map(({ canary, place }) => `${canary}: ${place}`))).toEqual(
    new Set(["typed: fields", "typed: DOM snapshot", "sent: request authorization"]),
  );
});
