import { writeFile } from "node:fs/promises";

/** Who was visited: the console, a page made with React, and one written by hand. */
export type PageName = "rekey" | "react" | "plain";

/** What one visit gave, by the names that `crates/xtask/src/bench` knows. Times are milliseconds, sizes bytes. */
export interface Visit {
  page: PageName;
  /** Under which conditions; what is compared was visited under the same. */
  setting: string;
  figures: Record<string, number | number[]>;
}

/** Writes the visits where `cargo xtask bench` looks for them. */
export async function report(visits: Visit[]) {
  const { REKEY_MEASUREMENTS: file } = process.env;
  if (file !== undefined) await writeFile(file, JSON.stringify(visits));
}

/** How often each page is visited in each setting. */
export const rounds = Number(process.env.REKEY_ROUNDS ?? 5);
